"""Where sound goes: a loudspeaker, or a WAV file; and what both promise the player."""

import threading
import wave
from pathlib import Path
from typing import Protocol

from shared.voice.pcm import RATE, Pcm, samples, scaled

_LONGEST_PAUSE_S = 1.0


class SoundLost(Exception):
    """The loudspeaker cannot be opened, or does not play any more."""


class Sink(Protocol):
    """A place for sound. Used by one thread; `volume` (0 to 100) may be set by any."""

    volume: int

    def open(self) -> None:
        """Get ready, or raise SoundLost."""

    def sound(self, pcm: Pcm, at: float, stopped: threading.Event) -> None:
        """Sound these samples from the moment `at` (seconds since 1970) on; returns when they are
        out or `stopped` is set. SoundLost when they cannot be heard to the end.
        """

    def check(self) -> None:
        """Raise SoundLost if sound could not be heard now."""

    def close(self) -> None:
        """Let go of the device; never raises."""


class WavSink:
    """Keeps everything said in a WAV file, pauses cut to a second; takes no time."""

    volume = 100

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: wave.Wave_write | None = None
        self._ended_at = 0.0

    def open(self) -> None:
        """Begin the file anew."""
        try:
            out = self._path.open("wb")
        except OSError as error:
            raise SoundLost(f"{self._path} cannot be written: {error.strerror}") from error
        # wave itself opening what it cannot write leaves half a writer, which fails once more.
        self._file, self._out = wave.open(out, "wb"), out  # noqa: SIM115 open all day
        self._file.setnchannels(1)
        self._file.setsampwidth(2)
        self._file.setframerate(RATE)

    def sound(self, pcm: Pcm, at: float, stopped: threading.Event) -> None:
        """Add the samples to the file."""
        if self._file is None:
            raise SoundLost(f"{self._path} is not open")
        pause = min(max(0.0, at - self._ended_at), _LONGEST_PAUSE_S) if self._ended_at else 0.0
        self._ended_at = at + len(pcm) / RATE
        try:
            self._file.writeframes(bytes(2 * samples(1000 * pause)))
            self._file.writeframes(scaled(pcm, self.volume / 100).tobytes())
        except OSError as error:
            raise SoundLost(f"{self._path} cannot be written: {error.strerror}") from error

    def check(self) -> None:
        """A file is always there."""

    def close(self) -> None:
        """End the file."""
        if self._file is not None:
            self._file.close()
            self._out.close()
            self._file = None
