"""A driver that is asked again and again, as a line for a port worker."""

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

R_co = TypeVar("R_co", covariant=True)
R = TypeVar("R")


class Polled(Protocol[R_co]):
    """A driver whose `poll` waits a moment and says what there is."""

    @property
    def name(self) -> str:
        """The URL, for people."""

    def open(self) -> None:
        """Open the port, or raise PortUnavailable."""

    def close(self) -> None:
        """Let go of the port."""

    def interrupt(self) -> None:
        """From another thread: make a waiting poll return soon."""

    def poll(self) -> R_co:
        """Wait a moment; return what there is, or raise DeviceError."""


class PollLine(Generic[R]):
    """Open, work, close: every answer of the driver goes to `on_result`, on the worker's thread."""

    def __init__(self, driver: Polled[R], on_result: Callable[[R], None]) -> None:
        self._driver = driver
        self._on_result = on_result

    def open(self) -> None:
        """Open the port, or raise PortUnavailable."""
        self._driver.open()

    def close(self) -> None:
        """Let go of the port."""
        self._driver.close()

    def interrupt(self) -> None:
        """Make `work` return soon."""
        self._driver.interrupt()

    def work(self) -> None:
        """Ask the driver once."""
        self._on_result(self._driver.poll())
