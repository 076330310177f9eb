"""The part every descriptor-backed wire shares: open or not open."""

import threading
from abc import ABC, abstractmethod

from devices.errors import PortUnavailable, WriteFailed
from devices.transport.descriptor import Descriptor


class Held(ABC):
    """A wire that holds a descriptor while it is open."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._lock = threading.Lock()
        self._wire: Descriptor | None = None

    @property
    def name(self) -> str:
        """The URL, for people."""
        return self._name

    @abstractmethod
    def _acquire(self) -> int:
        """Open the port and return its descriptor, or raise PortUnavailable."""

    @abstractmethod
    def _release(self) -> None:
        """Close the port; WriteFailed when what was written last was surely not taken."""

    def open(self) -> None:
        """Open the port, or raise PortUnavailable; an open port stays open."""
        if self._wire is None:
            wire = Descriptor(self._name, self._acquire())
            with self._lock:
                self._wire = wire

    def close(self) -> None:
        """Close the port; closing twice is fine."""
        with self._lock:
            wire, self._wire = self._wire, None
        if wire is not None:
            wire.close()
            self._release()

    def write(self, data: bytes, timeout: float) -> None:
        """Hand all of data to the system within timeout seconds, or raise WriteFailed."""
        wire = self._wire
        if wire is None:
            raise WriteFailed(self._name, "writing", "the port is not open", written=0)
        wire.write(data, timeout)

    def read(self, size: int, timeout: float) -> bytes:
        """Return up to size bytes as soon as any are there, b"" after timeout seconds."""
        wire = self._wire
        if wire is None:
            raise PortUnavailable(self._name, "reading", "the port is not open")
        return wire.read(size, timeout)

    def interrupt(self) -> None:
        """From another thread: make a waiting read return soon."""
        with self._lock:
            if self._wire is not None:
                self._wire.interrupt()
