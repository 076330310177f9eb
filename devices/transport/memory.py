"""Two wires joined in memory, like a null-modem cable."""

import threading
from time import monotonic

from devices.errors import PortUnavailable, WriteFailed


class MemoryEnd:
    """One end of a memory pair; it may be closed and opened again."""

    def __init__(self, name: str, cable: threading.Condition) -> None:
        self.name = name
        self.peer: MemoryEnd | None = None
        self._cable = cable
        self._inbox = bytearray()
        self._open = False
        self._interrupted = False
        self._broken = False

    def open(self) -> None:
        """Open this end; PortUnavailable while the cable is broken."""
        with self._cable:
            if self._broken:
                raise PortUnavailable(self.name, "opening", "the cable is broken")
            self._open = True

    def close(self) -> None:
        """Close this end; the other one notices nothing, as with a cable."""
        with self._cable:
            self._open = False
            self._inbox.clear()
            self._cable.notify_all()

    def break_cable(self, broken: bool = True) -> None:
        """Break or mend the cable at this end."""
        with self._cable:
            self._broken = broken
            self._inbox.clear()
            self._cable.notify_all()

    def write(self, data: bytes, timeout: float) -> None:
        """Put data into the other end's inbox; memory is never slow."""
        del timeout
        with self._cable:
            if not self._open or self._broken or self.peer is None:
                raise WriteFailed(self.name, "writing", "the cable is broken or the end not open")
            if self.peer._open:
                self.peer._inbox += data
            self._cable.notify_all()

    def read(self, size: int, timeout: float) -> bytes:
        """Take up to size bytes out of the inbox, waiting up to timeout seconds for the first."""
        deadline = monotonic() + timeout
        with self._cable:
            while True:
                if not self._open or self._broken:
                    raise PortUnavailable(self.name, "reading", "the cable is broken or closed")
                wait = deadline - monotonic()
                if self._inbox or self._interrupted or wait <= 0:
                    break
                self._cable.wait(wait)
            self._interrupted = False
            data = bytes(self._inbox[:size])
            del self._inbox[:size]
            return data

    def interrupt(self) -> None:
        """From another thread: make a waiting read return."""
        with self._cable:
            self._interrupted = True
            self._cable.notify_all()


class MemoryPair:
    """Two joined transports: what `near` writes, `far` reads, and the other way round."""

    def __init__(self, name: str = "memory:pair") -> None:
        cable = threading.Condition()
        self.near = MemoryEnd(f"{name}/near", cable)
        self.far = MemoryEnd(f"{name}/far", cable)
        self.near.peer, self.far.peer = self.far, self.near

    def break_cable(self, broken: bool = True) -> None:
        """Break (or mend) the cable for both ends."""
        self.near.break_cable(broken)
        self.far.break_cable(broken)
