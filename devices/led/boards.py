"""What all simulated boards have in common: a picture each, and faults that can be switched."""

import threading
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from devices.led.types import Color, Mode

SLOW_SECONDS = 0.6  # later than a driver waits
FAULTS = ("mute", "nack", "garbage", "slow", "wrong_address", "drop", "double")


@dataclass(frozen=True)
class LedBoardState:
    """What a board shows; width and height in pixels, brightness 0–100 %."""

    text: str = ""
    mode: Mode = "static"
    color: Color = "red"
    width: int = 160
    height: int = 16
    lit: bool = True
    brightness: int = 100
    clock: datetime | None = None


class LedSimulator(ABC):
    """Boards on one line. Each fault is a set of addresses: `mute` boards show but do not answer,
    `nack` boards refuse, `garbage` answers are damaged, `slow` ones come too late, `wrong_address`
    ones bear another board's address, `drop` boards miss every other frame, `double` boards answer
    twice.
    """

    def __init__(self, addresses: Iterable[int]) -> None:
        self.addresses = tuple(addresses)
        self.boards = {address: LedBoardState() for address in self.addresses}
        self.mute: set[int] = set()
        self.nack: set[int] = set()
        self.garbage: set[int] = set()
        self.slow: set[int] = set()
        self.wrong_address: set[int] = set()
        self.drop: set[int] = set()
        self.double: set[int] = set()
        self.emit: Callable[[bytes], None] = lambda _data: None
        self.on_change: Callable[[], None] = lambda: None
        self._heard: Counter[int] = Counter()
        self._lock = threading.Lock()

    def feed(self, data: bytes) -> bytes:
        """Take bytes from the line and return the answers."""
        with self._lock:
            before = dict(self.boards)
            answers = self._take(data)
            changed = before != self.boards
        if changed:
            self.on_change()
        return b"".join(answers)

    @abstractmethod
    def _take(self, data: bytes) -> list[bytes]:
        """Execute every frame that data completes; return the answers as the wire gets them."""

    def forget(self, *addresses: int) -> None:
        """Switch boards (all, if none is named) off and on: they show nothing."""
        with self._lock:
            for address in addresses or self.addresses:
                self.boards[address] = replace(
                    self.boards[address], text="", mode="static", color="red"
                )

    def _misses(self, address: int) -> bool:
        """Whether a board does not hear this frame: it is not there, or drops every other one."""
        if address not in self.boards:
            return True
        self._heard[address] += 1
        return address in self.drop and self._heard[address] % 2 == 1

    def _spoken(self, address: int, answer: bytes) -> bytes:
        """Return what reaches the wire of an answer, after the board's faults."""
        if address in self.mute:
            return b""
        if address in self.garbage:
            at = 2 * len(answer) // 3  # before that an answer may be all preamble
            answer = answer[:at] + b"\xff\x00\x7f" + answer[at + 1 :]
        if address in self.double:
            answer += answer
        if address in self.slow:
            late = threading.Timer(SLOW_SECONDS, self.emit, (answer,))
            late.daemon = True
            late.start()
            return b""
        return answer
