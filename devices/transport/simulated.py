"""sim:NAME, a wire whose real URL a running simulator has written down."""

import os
from collections.abc import Callable
from pathlib import Path

from devices.errors import BadUrl, PortUnavailable, WriteFailed
from devices.transport.types import Transport

HINT = "hall dock is not running: start hall dock"


def sim_file(url: str, sim_dir: Path) -> Path | None:
    """Return where sim:NAME is written down; None for other URLs."""
    scheme, _, name = url.partition(":")
    return sim_dir / f"{name}.url" if scheme == "sim" else None


def write_url(file: Path, url: str) -> None:
    """Write down where a wire is, whole or not at all. Raises OSError."""
    fresh = file.with_name(f".{file.name}.{os.getpid()}")
    fresh.write_text(url, encoding="utf-8")
    fresh.replace(file)


def remove_url(file: Path, url: str) -> None:
    """Remove what was written down; where another has taken the name over meanwhile, it stays."""
    if file.is_file() and file.read_text(encoding="utf-8") == url:
        file.unlink(missing_ok=True)


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
