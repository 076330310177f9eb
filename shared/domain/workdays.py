"""Working days (工作日) over a calendar that knows some years and says so of the others."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from shared.domain.errors import BadInput

_DAY = timedelta(days=1)
_SATURDAY = 6


class DayKind(StrEnum):
    """What a day of the calendar is."""

    WORK = "work"  # a weekday, or a weekend day that is worked (调休上班)
    REST = "rest"  # a plain weekend day
    HOLIDAY = "holiday"  # a day of a published holiday, its moved days off included


@dataclass(frozen=True)
class Unpublished:
    """The answer needs a year that the calendar does not have; never guessed."""

    year: int


@dataclass(frozen=True)
class Calendar:
    """The published years, and the days in them that are not what their weekday says."""

    years: frozenset[int] = frozenset()
    days: Mapping[date, DayKind] = field(default_factory=dict)

    def kind(self, day: date) -> DayKind | Unpublished:
        """Return what a day is."""
        if day.year not in self.years:
            return Unpublished(day.year)
        plain = DayKind.REST if day.isoweekday() >= _SATURDAY else DayKind.WORK
        return self.days.get(day, plain)

    def after(self, day: date, count: int) -> date | Unpublished:
        """Return the `count`-th working day after `day`, which itself does not count.

        004 限时办结制 第八条: from the day after. 0 is the day itself.
        """
        return self._walk(day, count, _DAY)

    def before(self, day: date, count: int) -> date | Unpublished:
        """Return the `count`-th working day before `day`, which itself does not count."""
        return self._walk(day, count, -_DAY)

    def between(self, first: date, last: date) -> int | Unpublished:
        """Return how many working days there are after `first`, up to `last` and with it."""
        found, day = 0, first
        while day < last:
            day += _DAY
            match self.kind(day):
                case Unpublished() as unknown:
                    return unknown
                case DayKind.WORK:
                    found += 1
        return found

    def _walk(self, day: date, count: int, step: timedelta) -> date | Unpublished:
        if count < 0:
            raise BadInput(f"{count} working days cannot be counted", "count from 0 up")
        while count:
            day += step
            match self.kind(day):
                case Unpublished() as unknown:
                    return unknown
                case DayKind.WORK:
                    count -= 1
        return day


@dataclass(frozen=True)
class HallTime:
    """How the hall reckons: its calendar, and its working hours as (from, to) in hall time."""

    calendar: Calendar
    hours: Sequence[tuple[time, time]]

    def end_of(self, day: date, like: datetime) -> datetime:
        """Return the end of a day: the midnight after it, in the zone of `like`."""
        return datetime.combine(day + _DAY, time(), like.tzinfo)

    def after_hours(self, start: datetime, span: timedelta) -> datetime | Unpublished:
        """Return when `span` of working time has passed since `start` (hall time)."""
        day, left = start.date(), span
        while True:
            kind = self.calendar.kind(day)
            if isinstance(kind, Unpublished):
                return kind
            for begins, ends in self._stretches(day, start) if kind is DayKind.WORK else ():
                begins = max(begins, start)  # noqa: PLW2901 - the part that is left of it
                if begins + left <= ends:
                    return begins + left
                left -= max(ends - begins, timedelta())
            day += _DAY

    def worked(self, start: datetime, end: datetime) -> timedelta:
        """Return the working time between two moments; days of unpublished years have none."""
        total, day = timedelta(), start.date()
        while day <= end.date():
            if self.calendar.kind(day) is DayKind.WORK:
                for begins, ends in self._stretches(day, start):
                    total += max(min(ends, end) - max(begins, start), timedelta())
            day += _DAY
        return total

    def _stretches(self, day: date, like: datetime) -> Iterable[tuple[datetime, datetime]]:
        for begins, ends in self.hours:
            yield (
                datetime.combine(day, begins, like.tzinfo),
                datetime.combine(day, ends, like.tzinfo),
            )
