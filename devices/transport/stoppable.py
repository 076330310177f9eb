"""A wire that can be cut for good, so that whatever waits on it ends at once."""

import threading

from devices.errors import PortUnavailable, WriteFailed
from devices.transport.types import Transport

WHY = "this program is stopping"


class StoppableTransport:
    """Hands everything on until `stop`; then every step fails as if the port were gone."""

    def __init__(self, inner: Transport) -> None:
        self._inner = inner
        self._stopped = threading.Event()

    @property
    def name(self) -> str:
        """The URL, for people."""
        return self._inner.name

    def stop(self) -> None:
        """From another thread: end what waits now, and let nothing begin any more."""
        self._stopped.set()
        self._inner.interrupt()

    def open(self) -> None:
        """Open the port, or raise PortUnavailable."""
        if self._stopped.is_set():
            raise PortUnavailable(self.name, "opening", WHY)
        self._inner.open()

    def close(self) -> None:
        """Close the port."""
        self._inner.close()

    def write(self, data: bytes, timeout: float) -> None:
        """Hand all of data on, or raise WriteFailed."""
        if self._stopped.is_set():
            raise WriteFailed(self.name, "writing", WHY)
        self._inner.write(data, timeout)

    def read(self, size: int, timeout: float) -> bytes:
        """Return what is there, b"" after timeout seconds, or raise PortUnavailable."""
        if self._stopped.is_set():
            raise PortUnavailable(self.name, "reading", WHY)
        return self._inner.read(size, timeout)

    def interrupt(self) -> None:
        """From another thread: make a waiting read return soon."""
        self._inner.interrupt()
