"""When a deadline that runs is due: what was counted, what stood still, what was added."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import assert_never

from shared.domain.register.declaration import Deadline, Unit
from shared.domain.workdays import HallTime, Unpublished


@dataclass(frozen=True)
class Run:
    """One run of a clock: its start, the stretches it stood still, since when it does now.

    `count` is how much it counts in all, `anchor` the moment or day in the field it hangs on.
    """

    round: int
    start: datetime
    stood: tuple[tuple[datetime, datetime], ...] = ()
    paused: datetime | None = None
    extra: int = 0
    count: int = 0
    anchor: str = ""

    def pause(self, at: datetime) -> "Run":
        """Return the run standing still."""
        return replace(self, paused=at)

    def resume(self, at: datetime) -> "Run":
        """Return the run going on."""
        assert self.paused is not None
        return replace(self, stood=(*self.stood, (self.paused, at)), paused=None)

    def with_values(self, rule: Deadline, values: Mapping[str, str], more: str | None) -> "Run":
        """Return the run under what stands in the fields now; `more` is the field that extends."""
        extra = self.extra + (_number(values, more) if more is not None else 0)
        count = 0
        if rule.span is not None:
            named = rule.span.count
            count = named if isinstance(named, int) else _number(values, named)
        return replace(
            self, extra=extra, count=count + extra, anchor=values.get(rule.at, self.anchor)
        )


def due_of(rule: Deadline, run: Run, time: HallTime) -> datetime | Unpublished | None:
    """Return when it is due; None when the field it hangs on is empty."""
    start = run.start
    if rule.at:
        if not run.anchor:
            return None
        start = _anchor(run.anchor, rule, time, like=start)
    if rule.span is None:
        return start
    return _counted(rule.span.unit, -run.count if rule.back else run.count, start, run, time)


def _counted(
    unit: Unit, count: int, start: datetime, run: Run, time: HallTime
) -> datetime | Unpublished:
    stood = sum((until - since for since, until in run.stood), timedelta())
    match unit:
        case Unit.MINUTES:
            return start + timedelta(minutes=count) + stood
        case Unit.HOURS:
            return start + timedelta(hours=count) + stood
        case Unit.DAYS:
            return time.end_of(start.date() + timedelta(days=count), start) + stood
        case Unit.WORKING_HOURS:
            return _working_hours(count, start, run, time)
        case Unit.WORKING_DAYS:
            found = _working_days(count, start.date(), run, time)
            return found if isinstance(found, Unpublished) else time.end_of(found, start)
        case _:
            assert_never(unit)


def _working_days(count: int, day: date, run: Run, time: HallTime) -> date | Unpublished:
    if count < 0:
        return time.calendar.before(day, -count)
    for since, until in run.stood:
        # The day on which it stops still counts, the day on which it goes on does not.
        used = time.calendar.between(day, since.date())
        if isinstance(used, Unpublished):
            return used
        count, day = max(count - used, 1), until.date()
    return time.calendar.after(day, count)


def _working_hours(count: int, start: datetime, run: Run, time: HallTime) -> datetime | Unpublished:
    left = timedelta(hours=count)
    for since, until in run.stood:
        due = time.after_hours(start, left)
        if isinstance(due, Unpublished):
            return due
        left -= time.worked(start, since)
        start = until
    return time.after_hours(start, left)


def _anchor(text: str, rule: Deadline, time: HallTime, like: datetime) -> datetime:
    """The moment in a field; a day stands for its end, or counted backwards for its beginning."""
    if "T" in text:
        return datetime.fromisoformat(text).astimezone(like.tzinfo)
    day = date.fromisoformat(text)
    if rule.span is not None:
        return datetime.combine(day, datetime.min.time(), like.tzinfo)
    return time.end_of(day, like)


def _number(values: Mapping[str, str], name: str) -> int:
    text = values.get(name, "")
    return int(text) if text.isdigit() else 0
