"""The calendar of working days: seeded, loaded, corrected; deadlines are reckoned anew."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from shared.assets import CALENDAR
from shared.domain.errors import BadInput
from shared.domain.events import CalendarLoaded, Event
from shared.domain.workdays import DayKind
from shared.storage import calendar, case_clocks, cases
from shared.storage.calendar import CalendarDay
from shared.usecases.cases.reading import hall_time, read_log
from shared.usecases.cases.reckon import reckon
from shared.usecases.context import Context
from shared.usecases.permitted import permitted
from shared.usecases.unit import Unit, hall_unit

COLUMNS = ("day", "kind", "name")
SHIPPED = "chinesecalendar"


def seed_calendar(ctx: Context) -> None:
    """Put in the years that ship with the product and the hall does not have; nothing is told."""
    days = read_calendar(CALENDAR)
    with ctx.database.write() as tx:
        known = calendar.years(tx)
        years = sorted({one.day.year for one in days} - known.keys())
        if years:
            new = [one for one in days if one.day.year in years]
            calendar.put(tx, years, new, SHIPPED, ctx.clock())


@permitted
def load_calendar(ctx: Context, path: Path, years: Sequence[int], by: str) -> list[str]:
    """Put in whole years from a file, in the place of what was known of them.

    A row of another year changes that day alone: a notice may move the last days of the year
    before. Returns the cases whose deadlines changed.
    """
    days = read_calendar(path)
    named = sorted(years) or sorted({one.day.year for one in days})
    if not named:
        raise BadInput(f"{path} names no day", "name the year: --year 2027")
    return _change(ctx, named, days, str(path.name), by)


@permitted
def set_day(ctx: Context, day: date, kind: DayKind, name: str, by: str) -> list[str]:
    """Correct one day of a year that is known; returns the cases whose deadlines changed."""
    with ctx.database.read() as tx:
        if day.year not in calendar.years(tx):
            raise BadInput(f"the calendar of {day.year} is missing", "hall calendar load FILE")
    return _change(ctx, [], [CalendarDay(day, kind, name)], "", by)


def calendar_year(ctx: Context, year: int) -> tuple[str, list[CalendarDay]] | None:
    """Return where a year is from and its unusual days; None when it is missing."""
    with ctx.database.read() as tx:
        source = calendar.years(tx).get(year)
        return None if source is None else (source, calendar.days_of(tx, year))


def missing_year(ctx: Context, warn_from_month: int = 11) -> int | None:
    """Return the year whose calendar should be there and is not: this one, or from November the
    next (the State Council's notice comes in November).
    """
    today = ctx.clock().date()
    wanted = [today.year] + ([today.year + 1] if today.month >= warn_from_month else [])
    with ctx.database.read() as tx:
        known = calendar.years(tx)
    return next((year for year in wanted if year not in known), None)


def read_calendar(path: Path) -> list[CalendarDay]:
    """Read a file of days (day,kind,name); BadInput names the line that is wrong."""
    found = []
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            if tuple(rows.fieldnames or ()) != COLUMNS:
                raise BadInput(
                    f"{path} has other columns", f"the first line is {','.join(COLUMNS)}"
                )
            for row in rows:
                found.append(_day(path, rows.line_num, row))
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{path} cannot be read: {error}", "save it as UTF-8 text") from error
    return found


def _day(path: Path, line: int, row: dict[str, str]) -> CalendarDay:
    try:
        return CalendarDay(date.fromisoformat(row["day"]), DayKind(row["kind"]), row["name"])
    except (ValueError, TypeError) as error:
        raise BadInput(
            f"{path}, line {line}: {error}", "such as 2027-01-01,holiday,元旦 (work, rest, holiday)"
        ) from error


def _change(
    ctx: Context, years: Sequence[int], days: Iterable[CalendarDay], source: str, by: str
) -> list[str]:
    new = list(days)
    with hall_unit(ctx) as work:
        calendar.put(work.tx, years, new, source, work.now)
        changed = _reckon_all(work)
        touched = sorted({*years, *(one.day.year for one in new)})
        work.tell(CalendarLoaded(tuple(touched), by))
        for _, events in changed:
            for event in events:
                work.tell(event)
    return [code for code, _ in changed]


def _reckon_all(work: Unit) -> list[tuple[str, list[Event]]]:
    """Reckon every case anew that may be concerned; returns those that changed."""
    time = hall_time(work.ctx, work.tx)
    changed = []
    for code in list(case_clocks.to_reckon(work.tx)):
        case = cases.find(work.tx, code)
        register = work.ctx.registers.known.get(case.register)
        if register is None:
            continue
        log = read_log(work.ctx, code, cases.log(work.tx, case.id))
        events = reckon(work.tx, case, register, log.entries, time)
        if events:
            changed.append((code, events))
    return changed
