"""sim:NAME, a wire whose real URL a running simulator has written down."""

from collections.abc import Callable
from pathlib import Path

from devices.errors import BadUrl, PortUnavailable, WriteFailed
from devices.transport.types import Transport

HINT = "hall dock is not running: start hall dock"


class SimulatedTransport:
    """Reads the real URL from a file at each open and hands everything on to that wire."""

    def __init__(self, name: str, file: Path, resolve: Callable[[str], Transport]) -> None:
        self._name = name
        self._file = file
        self._resolve = resolve
        self._inner: Transport | None = None

    @property
    def name(self) -> str:
        """The URL, for people."""
        return self._name

    def open(self) -> None:
        """Open the wire the simulator serves now, or raise PortUnavailable."""
        if self._inner is not None:
            return
        try:
            url = self._file.read_text(encoding="utf-8").strip()
        except OSError as error:
            raise PortUnavailable(self._name, "opening", str(error), HINT) from error
        try:
            inner = self._resolve(url)
            inner.open()
        except (PortUnavailable, BadUrl) as error:
            raise PortUnavailable(self._name, error.doing, error.reason, HINT) from error
        self._inner = inner

    def close(self) -> None:
        """Close the wire behind."""
        inner, self._inner = self._inner, None
        if inner is not None:
            inner.close()

    def write(self, data: bytes, timeout: float) -> None:
        """Hand all of data to the wire behind, or raise WriteFailed."""
        if self._inner is None:
            raise WriteFailed(self._name, "writing", "the port is not open", HINT)
        self._inner.write(data, timeout)

    def read(self, size: int, timeout: float) -> bytes:
        """Read from the wire behind."""
        if self._inner is None:
            raise PortUnavailable(self._name, "reading", "the port is not open", HINT)
        return self._inner.read(size, timeout)

    def interrupt(self) -> None:
        """From another thread: make a waiting read return soon."""
        inner = self._inner
        if inner is not None:
            inner.interrupt()
