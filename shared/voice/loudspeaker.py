"""A loudspeaker of this machine; its loss is noticed whether something is said or not."""

import ctypes
import threading
import time
from array import array
from collections.abc import Callable, Generator
from functools import cache
from typing import TYPE_CHECKING

from shared.voice.pcm import RATE, Pcm, fading, samples, scaled
from shared.voice.sinks import SoundLost

if TYPE_CHECKING:
    import miniaudio

PERIOD_MS = 40
STALL_S = 2.0
"""A device that asked for no sound so long is gone: not every system says so by itself."""

FADE_MS = 20
_POLL_S = 0.1


class Loudspeaker:
    """A loudspeaker of this machine. It plays silence all day, so that its loss is noticed before
    somebody is called, and so that no amplifier wakes up in the first syllable.

    `name` is a part of the device's name (empty: the system's default).
    """

    def __init__(
        self,
        name: str = "",
        backends: "list[miniaudio.Backend] | None" = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.volume = 100
        self._name = name
        self._backends = backends
        self._clock = clock
        self._device: miniaudio.PlaybackDevice | None = None
        self._lock = threading.Lock()
        self._asked_at = 0.0
        self._pcm: Pcm = array("h")
        self._at = 0.0
        self._place = 0
        self._out = threading.Event()

    def open(self) -> None:
        """Open the device and let it play silence."""
        import miniaudio

        hush_alsa()
        backends = self._backends or real_backends()
        try:
            device = miniaudio.PlaybackDevice(
                miniaudio.SampleFormat.SIGNED16,
                nchannels=1,
                sample_rate=RATE,
                buffersize_msec=PERIOD_MS,
                device_id=_find(self._name, backends) if self._name else None,
                backends=backends,
                app_name="hallcall",
            )
            feed = self._feed()
            next(feed)
            self._asked_at = time.monotonic()
            device.start(feed)
        except miniaudio.MiniaudioError as error:
            raise SoundLost(f"no sound device: {error.args[0]}") from error
        self._device = device

    def sound(self, pcm: Pcm, at: float, stopped: threading.Event) -> None:
        """Play the samples; a sound that is stopped fades within a few milliseconds."""
        with self._lock:
            self._pcm, self._at, self._place = pcm, at, 0
            self._out.clear()
        try:
            while not self._out.wait(_POLL_S):
                self.check()
                if stopped.is_set():
                    return
        finally:
            with self._lock:
                rest = self._pcm[self._place :][: samples(FADE_MS)]
                self._pcm, self._place = fading(rest), 0

    def check(self) -> None:
        """Raise SoundLost when the device asks for nothing any more."""
        if self._device is None or time.monotonic() - self._asked_at > STALL_S:
            raise SoundLost("the sound device does not play any more")

    def close(self) -> None:
        """Let go of the device."""
        if self._device is not None:
            self._device.close()
            self._device = None

    def _feed(self) -> Generator[bytes, int, None]:
        wanted = yield b""
        while True:
            wanted = yield self._next(wanted)

    def _next(self, wanted: int) -> bytes:
        """Return the next samples; called by the device's own thread."""
        with self._lock:
            self._asked_at = time.monotonic()
            wait = 0
            if self._place == 0 and self._pcm:
                wait = min(wanted, max(0, round((self._at - self._clock()) * RATE)))
            part = self._pcm[self._place : self._place + wanted - wait]
            self._place += len(part)
            if self._place >= len(self._pcm):
                self._out.set()
        sound = scaled(part, self.volume / 100).tobytes()
        return bytes(2 * wait) + sound + bytes(2 * (wanted - wait - len(part)))


_Complaint = ctypes.CFUNCTYPE(
    None, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p
)


_pass_over = _Complaint(lambda *_complaint: None)


@cache
def hush_alsa() -> None:
    """Keep ALSA from writing thirty lines to standard error at each try to open a lost device."""
    try:
        alsa = ctypes.CDLL("libasound.so.2")
    except OSError:
        return
    alsa.snd_lib_error_set_handler(_pass_over)


def real_backends() -> "list[miniaudio.Backend]":
    """Return every way to a device: left to itself miniaudio plays into nothing if none works."""
    import miniaudio

    return [backend for backend in miniaudio.Backend if backend is not miniaudio.Backend.NULL]


def device_names() -> list[str]:
    """Return the names of this machine's loudspeakers."""
    import miniaudio

    hush_alsa()
    try:
        return [one["name"] for one in miniaudio.Devices(real_backends()).get_playbacks()]
    except miniaudio.MiniaudioError:
        return []


def _find(name: str, backends: "list[miniaudio.Backend]") -> object:
    import miniaudio

    devices = miniaudio.Devices(backends)
    for one in devices.get_playbacks():
        if name in one["name"]:
            return one["id"]
    raise SoundLost(f"there is no sound device “{name}”")
