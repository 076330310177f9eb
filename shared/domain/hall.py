"""What a hall consists of: queues with sessions, windows, and how items find their queue."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import time
from enum import StrEnum
from functools import cached_property

from shared.domain.coming_back import NoShowRule
from shared.domain.errors import BadInput
from shared.domain.green import GreenCategory
from shared.domain.policy import STRICT, Policy
from shared.domain.said import Said, said
from shared.domain.ticket import GREEN_PREFIX, StartMode
from shared.domain.visit import Bundle


class CallOrder(StrEnum):
    """How a window with several queues picks among people of one class."""

    FIRST_COME = "first_come"  # whoever came first, whichever of its queues
    PREFERENCE = "preference"  # its first queue until that is empty, then the next


@dataclass(frozen=True)
class Session:
    """When a queue takes people in. Days are ISO weekdays (1 Monday … 7 Sunday), hall time.

    `booked_only`: only those with an appointment.
    """

    days: frozenset[int]
    opens: time
    closes: time
    last_intake_min: int = 0
    daily_cap: int | None = None
    booked_only: bool = False


@dataclass(frozen=True)
class Queue:
    """A line of people. `service_min` is the expected minutes of one service at one window."""

    letter: str
    name: str
    service_min: float
    sessions: tuple[Session, ...]


@dataclass(frozen=True)
class Window:
    """A window; `queues` in its own order of preference, `green` if it serves G without an item."""

    number: int
    name: str
    queues: tuple[str, ...]
    green: bool = False
    order: CallOrder = CallOrder.FIRST_COME

    @cached_property
    def reach(self) -> tuple[str, ...]:
        """Every queue whose people this window may call."""
        return (*self.queues, GREEN_PREFIX) if self.green else self.queues


@dataclass(frozen=True)
class Route:
    """Items that go to `queue`: all conditions given must hold; the first matching route wins."""

    queue: str
    departments: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()
    items: frozenset[str] = frozenset()

    def takes(self, code: str, department: str, item_type: str) -> bool:
        """Whether the item with this code, department and type belongs to this route."""
        return (
            (not self.items or code in self.items)
            and (not self.departments or department in self.departments)
            and (not self.types or item_type in self.types)
        )


@dataclass(frozen=True)
class Hall:
    """One hall as configured; `timezone` is an IANA name, which decides the business day."""

    code: str
    name: str
    emblem: str
    timezone: str
    queues: tuple[Queue, ...]
    windows: tuple[Window, ...]
    routes: tuple[Route, ...]
    start: StartMode = StartMode.ON_CALL
    notice: str = ""
    frequent: tuple[str, ...] = ()
    policy: Policy = STRICT
    bundles: tuple[Bundle, ...] = ()
    categories: tuple[GreenCategory, ...] = ()
    no_show: NoShowRule = field(default_factory=NoShowRule)

    @cached_property
    def _queues(self) -> dict[str, Queue]:
        return {queue.letter: queue for queue in self.queues}

    @cached_property
    def _served_by(self) -> dict[str, tuple[Window, ...]]:
        letters = {letter for window in self.windows for letter in window.reach}
        return {
            letter: tuple(window for window in self.windows if letter in window.reach)
            for letter in letters
        }

    def queue(self, letter: str) -> Queue:
        """Return the queue with this letter; BadInput names those that exist."""
        found = self._queues.get(letter.strip().upper())
        if found is None:
            letters = ", ".join(sorted(self._queues))
            raise BadInput(f"there is no queue {letter}", f"queues of this hall: {letters}")
        return found

    def window(self, number: int) -> Window:
        """Return the window with this number; BadInput names those that exist."""
        for window in self.windows:
            if window.number == number:
                return window
        numbers = ", ".join(str(window.number) for window in self.windows)
        raise BadInput(f"there is no window {number}", f"windows of this hall: {numbers}")

    def windows_for(self, letter: str) -> tuple[Window, ...]:
        """Return the windows that may call people of this queue, in number order."""
        return self._served_by.get(letter, ())

    def route(self, code: str, department: str, item_type: str) -> str:
        """Return the letter of the queue an item belongs to; BadInput when no route takes it."""
        for route in self.routes:
            if route.takes(code, department, item_type):
                return route.queue
        raise BadInput(
            f"no queue is named for item {code} ({department}, {item_type})",
            "add a [[route]] for it in hall.toml",
        )


def window_place(windows: Sequence[Window]) -> Said:
    """Say where to go, as a person would: `3、4号窗口`; empty when nobody serves the queue."""
    numbers = tuple(str(window.number) for window in windows)
    match len(numbers):
        case 0:
            return Said("place", "")
        case 1:
            return said("place", "{number}号窗口").of(number=numbers[0])
        case _:
            return said("place", "{numbers}号窗口").of(numbers=numbers)
