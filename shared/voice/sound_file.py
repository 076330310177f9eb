"""Sound files to samples and back: WAV, FLAC, Ogg Vorbis and MP3 in, WAV out."""

import wave
from array import array
from pathlib import Path

from shared.domain.errors import BadInput, Unavailable
from shared.voice.pcm import RATE, Pcm


def read_sound(path: Path) -> Pcm:
    """Decode a file to mono at `RATE`; BadInput when it is no sound that can be read."""
    import miniaudio

    try:
        decoded = miniaudio.decode(
            path.read_bytes(), miniaudio.SampleFormat.SIGNED16, nchannels=1, sample_rate=RATE
        )
    except OSError as error:
        raise Unavailable(f"{path} cannot be read: {error}", "check the file") from error
    except miniaudio.DecodeError as error:
        raise BadInput(
            f"{path} holds no sound that can be read", "WAV, FLAC, Ogg Vorbis and MP3 can be read"
        ) from error
    return array("h", decoded.samples)


def write_wav(path: Path, pcm: Pcm) -> None:
    """Write samples as a WAV file; Unavailable when it cannot be written there."""
    try:
        with path.open("wb") as out, wave.open(out, "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(pcm.tobytes())
    except OSError as error:
        raise Unavailable(f"{path} cannot be written: {error}", "choose another place") from error
