"""When the alarms of a deadline ring: before it, at it, after it, and when nobody knows it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.domain.register.clocks import Clock, Running, Unknown
from shared.domain.register.declaration import Alarm, Deadline, Role, Unit
from shared.domain.workdays import HallTime, Unpublished

OVERDUE = "overdue"
"""Every deadline that binds rings when it is over."""

CALENDAR_MISSING = "calendar_missing"
"""Rings at once for the administrator: the calendar of a year has to be loaded."""

_HOURS = {Unit.MINUTES: 1 / 60, Unit.HOURS: 1.0, Unit.WORKING_HOURS: 1.0, Unit.DAYS: 24.0}


@dataclass(frozen=True)
class Ring:
    """An alarm of one round of a deadline, at its moment, for whom."""

    name: str
    round: int
    at: datetime
    to: Role


def rings(rule: Deadline, clock: Clock, time: HallTime) -> Iterator[Ring]:
    """Yield the alarms of a deadline as it stands; none for one that does not run."""
    match clock:
        case Running(round=turn, start=start, due=due):
            for alarm in rule.alarms:
                at = _moment(alarm, due, time)
                if at is not None and at >= start:
                    yield Ring(alarm.name, turn, at, alarm.to)
            if not rule.limit:
                yield Ring(OVERDUE, turn, due, Role.MANAGER)
        case Unknown(round=turn, start=start, ended=None):
            yield Ring(CALENDAR_MISSING, turn, start, Role.ADMIN)
        case _:
            return


def _moment(alarm: Alarm, due: datetime, time: HallTime) -> datetime | None:
    count = alarm.span.count
    assert isinstance(count, int)
    if alarm.span.unit is not Unit.WORKING_DAYS:
        away = timedelta(hours=count * _HOURS[alarm.span.unit])
        return due + away if alarm.late else due - away
    last_day = (due - timedelta(microseconds=1)).date()
    walk = time.calendar.after if alarm.late else time.calendar.before
    day = walk(last_day, count)
    if isinstance(day, Unpublished):
        return None  # the alarm of the deadline itself rings
    return datetime.combine(day, alarm.at, due.tzinfo)
