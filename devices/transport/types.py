"""What every wire can do."""

from typing import Protocol


class Transport(Protocol):
    """A byte wire to one device. Timeouts are seconds; one thread reads, any may interrupt."""

    @property
    def name(self) -> str:
        """The URL, for people."""

    def open(self) -> None:
        """Open the port, or raise PortUnavailable."""

    def close(self) -> None:
        """Close the port; closing twice is fine. WriteFailed: what was written last was lost."""

    def write(self, data: bytes, timeout: float) -> None:
        """Hand all of data to the system within timeout seconds, or raise WriteFailed."""

    def read(self, size: int, timeout: float) -> bytes:
        """Return up to size bytes as soon as any are there, b"" after timeout.

        Raises PortUnavailable when the other end has hung up or the port is not open.
        """

    def interrupt(self) -> None:
        """From another thread: make a waiting (or the next) read return soon, with b""."""


class HungUp(Exception):
    """Raised by a simulator while it is fed, to break the wire under the driver."""
