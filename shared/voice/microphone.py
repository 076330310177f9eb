"""The microphone, for a hall that records its own clips."""

import threading
from array import array
from collections.abc import Generator

from shared.domain.errors import Unavailable
from shared.voice.loudspeaker import hush_alsa, real_backends
from shared.voice.pcm import RATE, Pcm

_GRACE_S = 2.0


def listen(seconds: float) -> Pcm:
    """Record so long; Unavailable without a microphone, or when it falls silent altogether."""
    import miniaudio

    wanted = round(seconds * RATE)
    heard: Pcm = array("h")
    done = threading.Event()

    def keep() -> Generator[None, bytes, None]:
        while True:
            heard.frombytes((yield))
            if len(heard) >= wanted:
                done.set()

    hush_alsa()
    try:
        device = miniaudio.CaptureDevice(
            miniaudio.SampleFormat.SIGNED16, 1, RATE, backends=real_backends()
        )
        keeper = keep()
        next(keeper)
        device.start(keeper)
    except miniaudio.MiniaudioError as error:
        raise Unavailable(
            f"there is no microphone: {error.args[0]}", "plug one in, or use: hall voice import"
        ) from error
    complete = done.wait(seconds + _GRACE_S)
    device.close()
    if not complete:
        raise Unavailable("the microphone gives no sound", "check it, or use: hall voice import")
    return heard[:wanted]
