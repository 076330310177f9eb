"""A simulator on a line with a speed: no byte arrives sooner than its baud rate allows."""

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic, sleep
from typing import Protocol

BITS_PER_BYTE = 10


class Simulator(Protocol):
    emit: Callable[[bytes], None]

    def feed(self, data: bytes) -> bytes: ...


@dataclass(frozen=True)
class Passed:
    """What has gone over the line towards the devices: seconds of time.monotonic()."""

    begun: float
    arrived: float
    free: float
    data: bytes


class Paced:
    """Stands between a listener and a simulator; `passed` holds every chunk with its times."""

    def __init__(self, simulator: Simulator, baud: int = 9600) -> None:
        self._simulator = simulator
        self._byte_s = BITS_PER_BYTE / baud
        self.passed: list[Passed] = []

    @property
    def emit(self) -> Callable[[bytes], None]:
        return self._simulator.emit

    @emit.setter
    def emit(self, send: Callable[[bytes], None]) -> None:
        def slowly(data: bytes) -> None:
            sleep(len(data) * self._byte_s)
            send(data)

        self._simulator.emit = slowly

    def feed(self, data: bytes) -> bytes:
        begun = monotonic()
        sleep(len(data) * self._byte_s)
        arrived = monotonic()
        answer = self._simulator.feed(data)
        sleep(len(answer) * self._byte_s)
        self.passed.append(Passed(begun, arrived, monotonic(), data))
        return answer
