"""The calendar of working days as the hall has it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, delete, insert, select

from shared.domain.workdays import Calendar, DayKind, Unpublished
from shared.storage.case_tables import CalendarDayRow, CalendarYearRow

_D = CalendarDayRow
_Y = CalendarYearRow


@dataclass(frozen=True)
class CalendarDay:
    """A day that is not what its weekday says, and what for."""

    day: date
    kind: DayKind
    name: str


def read(tx: Connection) -> Calendar:
    """Return the calendar as it is now."""
    days = tx.execute(select(_D.day, _D.kind))
    return Calendar(
        frozenset(tx.scalars(select(_Y.year))), {row.day: DayKind(row.kind) for row in days}
    )


def kind_of(tx: Connection, day: date) -> DayKind | Unpublished:
    """Return what a day is, without reading the whole calendar."""
    years = frozenset(tx.scalars(select(_Y.year).where(_Y.year == day.year)))
    rows = tx.execute(select(_D.day, _D.kind).where(_D.day == day))
    return Calendar(years, {row.day: DayKind(row.kind) for row in rows}).kind(day)


def days_of(tx: Connection, year: int) -> list[CalendarDay]:
    """Return the days of a year that are not what their weekday says."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    rows = tx.execute(
        select(_D.day, _D.kind, _D.name).where(_D.day.between(first, last)).order_by(_D.day)
    )
    return [CalendarDay(row.day, DayKind(row.kind), row.name) for row in rows]


def years(tx: Connection) -> dict[int, str]:
    """Return the years there are, and where each is from."""
    rows = tx.execute(select(_Y.year, _Y.source).order_by(_Y.year))
    return {row.year: row.source for row in rows}


def put(
    tx: Connection, years: Sequence[int], days: Iterable[CalendarDay], source: str, at: datetime
) -> None:
    """Put whole years in, in the place of what was known of them.

    Days of other years among `days` replace what stood there: a year's notice may change the last
    days of the year before.
    """
    for year in years:
        tx.execute(delete(_D).where(_D.day.between(date(year, 1, 1), date(year, 12, 31))))
        tx.execute(delete(_Y).where(_Y.year == year))
        tx.execute(insert(_Y), {"year": year, "source": source, "loaded_at": at})
    found = {one.day: one for one in days}
    for day in found:
        if day.year not in years:
            tx.execute(delete(_D).where(_D.day == day))
    if found:
        rows = [{"day": d.day, "kind": d.kind.value, "name": d.name} for d in found.values()]
        tx.execute(insert(_D), rows)
