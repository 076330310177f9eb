"""When which call is spoken, pure. Boards that hear the same facts plan the same moments.

All times are seconds since 1970. A call is due `LEAD_S` after its fact was committed, by the clock
of that fact, so boards whose clocks agree (NTP) begin together; none needs to speak to another.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

LEAD_S = 1.0
"""From the commit to the first sound: the fact has reached every board, the sound is ready."""

BETWEEN_S = 0.3
"""Silence between two calls."""


@dataclass(frozen=True)
class Wanted:
    """A call to be spoken, known to every board at `known_at`.

    With `who` staff are asked to the window, by the clip that names them; `number` then tells one
    such call from the others.
    """

    fact: int
    number: str
    window: int
    known_at: float
    who: str = ""

    @property
    def due(self) -> float:
        """The earliest moment at which it may begin."""
        return self.known_at + LEAD_S


@dataclass(frozen=True)
class Schedule:
    """Calls waiting to be spoken, in the order of their facts; nothing else before `free_at`."""

    waiting: tuple[Wanted, ...] = ()
    free_at: float = 0.0


def heard(schedule: Schedule, call: Wanted, now: float) -> Schedule:
    """Return the schedule with one more call.

    A number that still waits to be spoken is spoken once, in its old place, with the window that
    calls it now. A fact of a machine whose clock is ahead counts from now.
    """
    newest = schedule.waiting[-1].known_at if schedule.waiting else 0.0
    call = replace(call, known_at=max(min(call.known_at, now), newest))
    same = [other for other in schedule.waiting if other.number == call.number]
    if not same:
        return replace(schedule, waiting=(*schedule.waiting, call))
    again = replace(call, known_at=same[0].known_at)
    waiting = (again if other is same[0] else other for other in schedule.waiting)
    return replace(schedule, waiting=tuple(waiting))


def next_start(schedule: Schedule) -> float | None:
    """Return when the first call begins; None when none waits."""
    if not schedule.waiting:
        return None
    return max(schedule.waiting[0].due, schedule.free_at)


def take(schedule: Schedule) -> tuple[Wanted, int, Schedule]:
    """Return the first call, how many others are due when it begins, and the rest."""
    start = next_start(schedule)
    if start is None:
        raise ValueError("no call waits")
    first, *rest = schedule.waiting
    return first, _due(rest, start), replace(schedule, waiting=tuple(rest))


def spoken(schedule: Schedule, start: float, seconds: float) -> Schedule:
    """Return the schedule after a call that began at `start` and lasts so long."""
    return replace(schedule, free_at=start + seconds + BETWEEN_S)


def _due(calls: Iterable[Wanted], moment: float) -> int:
    return sum(call.due <= moment for call in calls)
