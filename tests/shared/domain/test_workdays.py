"""Working days: the check values of the hall, the law of counting, and the published years."""

import runpy
from datetime import date, datetime, time, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.assets import CALENDAR
from shared.domain.errors import BadInput
from shared.domain.workdays import Calendar, DayKind, HallTime, Unpublished
from shared.usecases.calendar import read_calendar
from tests.support.halls import MONDAY_10, ROOT, ZONE

DAYS = read_calendar(CALENDAR)
CHINA = Calendar(frozenset(day.day.year for day in DAYS), {day.day: day.kind for day in DAYS})
HOURS = ((time(9), time(12)), (time(13), time(17)))
HALL = HallTime(CHINA, HOURS)


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        ("2026-02-13", 1, "2026-02-14"),
        ("2026-02-13", 5, "2026-02-27"),
        ("2026-02-10", 15, "2026-03-09"),
        ("2026-04-30", 5, "2026-05-11"),
        ("2026-09-18", 1, "2026-09-20"),
        ("2026-09-30", 5, "2026-10-13"),
    ],
)
def test_the_check_values(start: str, count: int, end: str) -> None:
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    assert CHINA.after(first, count) == last
    assert CHINA.between(first, last) == count


def test_an_appointment_is_counted_back_from_its_day() -> None:
    saturday = date(2026, 11, 28)
    assert CHINA.before(saturday, 1) == date(2026, 11, 27)
    assert CHINA.before(saturday, 5) == date(2026, 11, 23)


def test_a_year_nobody_published_is_never_guessed() -> None:
    assert CHINA.after(date(2026, 12, 30), 1) == date(2026, 12, 31)
    assert CHINA.after(date(2026, 12, 30), 2) == Unpublished(2027)
    assert CHINA.before(date(2004, 1, 3), 2) == Unpublished(2003)
    assert CHINA.kind(date(2027, 1, 1)) == Unpublished(2027)
    assert CHINA.between(date(2026, 12, 31), date(2027, 1, 2)) == Unpublished(2027)
    with pytest.raises(BadInput, match="cannot be counted"):
        CHINA.after(date(2026, 1, 5), -1)


_IN_YEARS = st.dates(date(2005, 1, 1), date(2025, 12, 31))


@given(start=_IN_YEARS, count=st.integers(1, 120))
def test_there_and_back(start: date, count: int) -> None:
    end = CHINA.after(start, count)
    assert isinstance(end, date)
    assert CHINA.kind(end) is DayKind.WORK
    assert CHINA.between(start, end) == count
    assert CHINA.between(start, end - timedelta(days=1)) == count - 1
    assert CHINA.after(start, count - 1) < end  # type: ignore[operator]
    if CHINA.kind(start) is DayKind.WORK:
        assert CHINA.before(end, count) == start


def test_the_calendar_is_what_its_tool_makes_of_chinesecalendar() -> None:
    tool = ROOT / ".ci" / "make-calendar"
    rows = runpy.run_path(str(tool))["rows"]()
    kept = CALENDAR.read_text(encoding="utf-8").splitlines()[1:]
    assert [",".join(row) for row in rows] == kept


def test_a_second_source_agrees_on_the_years_both_know() -> None:
    """holidays 0.109 alone takes Saturday 2005-12-31 for a working day."""
    china = holidays.country_holidays("CN", years=range(2004, 2027))
    differing = []
    day = date(2004, 1, 1)
    while day <= date(2026, 12, 31):
        if (CHINA.kind(day) is DayKind.WORK) != china.is_working_day(day):
            differing.append(day)
        day += timedelta(days=1)
    assert differing == [date(2005, 12, 31)]


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        ("2026-11-23 10:00", 1, "2026-11-23 11:00"),
        ("2026-11-23 11:30", 1, "2026-11-23 13:30"),
        ("2026-11-23 16:30", 1, "2026-11-24 09:30"),
        ("2026-11-23 20:00", 1, "2026-11-24 10:00"),
        ("2026-11-23 05:00", 7, "2026-11-23 17:00"),
        ("2026-11-27 16:00", 2, "2026-11-30 10:00"),
        ("2026-02-13 16:00", 9, "2026-02-24 10:00"),
    ],
)
def test_working_hours(start: str, hours: int, end: str) -> None:
    span = timedelta(hours=hours)
    assert HALL.after_hours(at(start), span) == at(end)
    assert HALL.worked(at(start), at(end)) == span


def test_working_hours_of_a_year_nobody_published() -> None:
    assert HALL.after_hours(at("2026-12-31 16:00"), timedelta(hours=2)) == Unpublished(2027)
    assert HALL.end_of(date(2026, 11, 27), MONDAY_10) == at("2026-11-28 00:00")
