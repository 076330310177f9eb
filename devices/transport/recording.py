"""A wire that writes down every byte and every failure, with the time."""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import TextIO

from devices.errors import DeviceError, WriteFailed
from devices.transport.recorded import Event, Recording, header, line
from devices.transport.types import Transport

SILENCE = "silence"


def new_file(path: Path) -> TextIO:
    """Make a file for a recording that nobody else may read; FileExistsError when it is there."""
    return os.fdopen(
        os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8"
    )


class RecordingTransport:
    """Hands everything on to the wire behind and writes it to `out`, line by line, at once.

    `clock` is a monotonic clock in seconds. Silences in a row are written once. `personal` marks
    a wire on which ID cards are read.
    """

    def __init__(
        self,
        inner: Transport,
        out: TextIO,
        *,
        personal: bool = False,
        clock: Callable[[], float] = monotonic,
        started: datetime | None = None,
    ) -> None:
        self._inner = inner
        self._out = out
        self._clock = clock
        self._begun = clock()
        self._lock = threading.Lock()
        self._silent = False
        moment = (started or datetime.now(UTC)).isoformat(timespec="milliseconds")
        self._put(header(Recording(inner.name, moment, personal=personal)))

    @property
    def name(self) -> str:
        """The URL, for people."""
        return self._inner.name

    def open(self) -> None:
        """Open the port, or raise PortUnavailable."""
        with self._failures("opening"):
            self._inner.open()
        self._note(Event(self._t(), "open"))

    def close(self) -> None:
        """Close the port."""
        with self._failures("closing"):
            self._inner.close()
        self._note(Event(self._t(), "close"))

    def write(self, data: bytes, timeout: float) -> None:
        """Hand all of data on, or raise WriteFailed."""
        at = self._t()
        with self._failures("writing", data):
            self._inner.write(data, timeout)
        self._note(Event(at, "write", data))

    def read(self, size: int, timeout: float) -> bytes:
        """Return what is there, b"" after timeout seconds, or raise PortUnavailable."""
        with self._failures("reading"):
            data = self._inner.read(size, timeout)
        if data:
            self._note(Event(self._t(), "read", data))
        elif timeout > 0:
            self._note(Event(self._t(), "silence"))
        return data

    def interrupt(self) -> None:
        """From another thread: make a waiting read return soon."""
        self._inner.interrupt()

    def _t(self) -> float:
        return round(self._clock() - self._begun, 6)

    @contextmanager
    def _failures(self, what: str, data: bytes = b"") -> Iterator[None]:
        try:
            yield
        except DeviceError as error:
            written = error.written if isinstance(error, WriteFailed) else 0
            kind = type(error).__name__
            said = (data[:written], kind, what, error.reason, error.hint, written)
            self._note(Event(self._t(), "error", *said))
            raise

    def _note(self, event: Event) -> None:
        with self._lock:
            silent, self._silent = self._silent, event.event == SILENCE
            if not (silent and self._silent):
                self._put(line(event))

    def _put(self, text: str) -> None:
        self._out.write(text + "\n")
        self._out.flush()
