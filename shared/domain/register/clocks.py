"""Deadline clocks: what a case's log makes of each declared deadline; a pure fold."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from shared.domain.register.case import Entry
from shared.domain.register.declaration import Deadline, Register, applies
from shared.domain.register.spans import Run, due_of
from shared.domain.workdays import HallTime, Unpublished


@dataclass(frozen=True)
class Running:
    """Begun and not met yet; `round` counts how often it began anew."""

    round: int
    start: datetime
    due: datetime


@dataclass(frozen=True)
class Paused:
    """Stands still `since` then: the time does not count."""

    round: int
    start: datetime
    since: datetime


@dataclass(frozen=True)
class Unknown:
    """Its end needs a year the calendar lacks; start and count are kept until it is loaded.

    `ended` is when it was met meanwhile.
    """

    round: int
    start: datetime
    count: int
    year: int
    ended: datetime | None = None


@dataclass(frozen=True)
class Met:
    """Met in time."""

    round: int
    start: datetime
    due: datetime
    at: datetime


@dataclass(frozen=True)
class Late:
    """Met after its time, or closed without being met when its time was over."""

    round: int
    start: datetime
    due: datetime
    at: datetime


@dataclass(frozen=True)
class Moot:
    """Begun, and then it did not matter any more."""

    round: int
    start: datetime
    at: datetime


Clock = Running | Paused | Unknown | Met | Late | Moot


def clocks(register: Register, log: Sequence[Entry], time: HallTime) -> dict[str, Clock]:
    """Return every deadline that has begun, by name, in the order they are declared."""
    found = {}
    for name, rule in register.deadlines.items():
        fold = _Fold(register, rule, time)
        values: dict[str, str] = {}
        for count, entry in enumerate(log, start=1):
            values = {**values, **entry.values}
            fold.take(entry, values, _since(rule, log[:count]))
        clock = fold.clock()
        if clock is not None:
            found[name] = clock
    return found


def is_past(clock: Clock, now: datetime) -> bool:
    """Whether the time of a deadline is over."""
    match clock:
        case Running(due=due):
            return due <= now
        case Late():
            return True
        case _:
            return False


class _Fold:
    """One deadline along the log: the run that goes on, and how the last one ended."""

    def __init__(self, register: Register, rule: Deadline, time: HallTime) -> None:
        self._register, self._rule, self._time = register, rule, time
        self._run: Run | None = None
        self._done: Clock | None = None

    def take(self, entry: Entry, values: dict[str, str], since: datetime) -> None:
        """Take the next entry; `values` stand in the fields after it."""
        rule, run = self._rule, self._run
        if run is None or self._done is not None:
            begins = entry.step in (*rule.starts, *rule.restarts)
            if not begins or not applies(rule.when, values):
                return
            run, self._done = Run(run.round + 1 if run else 0, since), None
        elif entry.step in rule.restarts:
            run = Run(run.round + 1, entry.at)
        elif entry.step in rule.pauses and run.paused is None and not self._over(run, entry.at):
            run = run.pause(entry.at)
        elif entry.step in rule.resumes and run.paused is not None:
            run = run.resume(entry.at)
        self._run = run.with_values(rule, values, more=rule.extends.get(entry.step))
        self._end(self._run, entry)

    def clock(self) -> Clock | None:
        """Return how it stands."""
        run = self._run
        if run is None or self._done is not None:
            return self._done
        if run.paused is not None:
            return Paused(run.round, run.start, run.paused)
        match due_of(self._rule, run, self._time):
            case Unpublished(year):
                return Unknown(run.round, run.start, run.count, year)
            case None:
                return None
            case due:
                return Running(run.round, run.start, due)

    def _end(self, run: Run, entry: Entry) -> None:
        if entry.step in self._rule.met_by:
            self._done = _ended(self._rule, run, entry.at, self._time)
        elif entry.step in self._rule.excuses:
            self._done = Met(run.round, run.start, entry.at, entry.at)
        elif entry.step in self._rule.stops or self._register.is_closed(entry.state):
            self._done = _stopped(self._rule, run, entry.at, self._time)

    def _over(self, run: Run, at: datetime) -> bool:
        due = due_of(self._rule, run, self._time)
        return isinstance(due, datetime) and due <= at


def _since(rule: Deadline, log: Sequence[Entry]) -> datetime:
    """The newest `since` step, or the newest entry itself."""
    return next((one.at for one in reversed(log) if one.step == rule.since), log[-1].at)


def _ended(rule: Deadline, run: Run, at: datetime, time: HallTime) -> Clock | None:
    if run.paused is not None:
        return Met(run.round, run.start, at, at)  # it stood still: whatever the day, it is in time
    match due_of(rule, run, time):
        case Unpublished(year):
            return Unknown(run.round, run.start, run.count, year, at)
        case None:
            return None
        case due:
            return (Met if at < due else Late)(run.round, run.start, due, at)


def _stopped(rule: Deadline, run: Run, at: datetime, time: HallTime) -> Clock:
    """What was over already stays late, though the case ends another way."""
    due = None if run.paused is not None else due_of(rule, run, time)
    if isinstance(due, datetime) and due <= at and not rule.limit:
        return Late(run.round, run.start, due, at)
    return Moot(run.round, run.start, at)
