"""Due times that nag: each alarm once, after downtime, whatever the clock does; unknown ones."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from shared.domain.errors import BadInput
from shared.domain.events import CalendarLoaded, CaseAlarmed
from shared.domain.register.declaration import Role
from shared.domain.workdays import DayKind
from shared.storage.case_clocks import StoredDeadline
from shared.usecases.calendar import (
    calendar_year,
    load_calendar,
    missing_year,
    seed_calendar,
    set_day,
)
from shared.usecases.cases import advance_case, due_cases, open_case, show_case
from shared.usecases.cases.alarms import raise_alarm
from tests.support.halls import COMPANY, ZONE, SampleHall, open_hall_with
from tests.support.pasts import check

CALENDAR_2027 = "day,kind,name\n2027-01-01,holiday,元旦\n2026-12-31,holiday,元旦\n"
"""Made up: a notice that changes the last day of the year before, as that of 2012 did."""


def accept(hall: SampleHall, days: int) -> str:
    fields = {"item": COMPANY, "handling": "promised", "urgent": "no"}
    code = open_case(hall.ctx, "acceptance", fields).code
    promised = {"promised_days": str(days)}
    advance_case(hall.ctx, code, "accept", promised, role=Role.CLERK, by="王芳")
    return code


def rung(hall: SampleHall) -> list[str]:
    found = []
    while (one := raise_alarm(hall.ctx)) is not None:
        found.append(f"{one.code} {one.alarm.name}")
    return found


def promised(hall: SampleHall, code: str) -> StoredDeadline:
    (one,) = show_case(hall.ctx, code).deadlines
    return one


def test_each_rings_once(hall: SampleHall) -> None:
    code = accept(hall, 3)  # due at the end of Thursday 26
    assert rung(hall) == []
    hall.clock.now = datetime(2026, 11, 25, 9, tzinfo=ZONE)
    assert rung(hall) == [f"{code} day_before"]
    assert rung(hall) == []
    hall.clock.now = datetime(2026, 11, 27, tzinfo=ZONE)
    assert rung(hall) == [f"{code} morning", f"{code} overdue"]
    assert rung(hall) == []
    told = [event for event in hall.events() if isinstance(event, CaseAlarmed)]
    assert [(one.alarm, one.to) for one in told] == [
        ("day_before", "clerk"),
        ("morning", "manager"),
        ("overdue", "manager"),
    ]
    assert check(hall) == ""


def test_a_program_that_was_down_catches_up(hall: SampleHall) -> None:
    first, second = accept(hall, 1), accept(hall, 2)
    hall.ctx.database.dispose()
    hall.clock.forward(days=20)
    hall.ctx = open_hall_with(hall.folder, hall.clock)
    assert rung(hall)[:5] == [
        f"{first} morning",
        f"{second} day_before",
        f"{first} overdue",
        f"{second} morning",
        f"{second} overdue",
    ]
    assert [one.case.code for one in due_cases(hall.ctx)][:2] == [first, second]
    assert due_cases(hall.ctx)[0].overdue
    assert check(hall) == ""


def test_a_clock_that_jumps_rings_nothing_twice(hall: SampleHall) -> None:
    code = accept(hall, 1)
    hall.clock.forward(days=3)
    assert rung(hall)[:2] == [f"{code} morning", f"{code} overdue"]
    hall.clock.forward(days=-3)
    assert rung(hall) == []
    hall.clock.forward(days=3)
    rest = rung(hall)
    assert f"{code} overdue" not in rest
    assert check(hall) == ""


def test_two_hubs_ring_it_once(hall: SampleHall) -> None:
    codes = [accept(hall, 1) for _ in range(6)]
    hall.clock.now = datetime(2026, 11, 24, 9, tzinfo=ZONE)
    other = SampleHall(open_hall_with(hall.folder, hall.clock), hall.clock)
    with ThreadPoolExecutor(2) as pool:
        found = [one for part in pool.map(rung, (hall, other)) for one in part]
    other.ctx.database.dispose()
    assert sorted(found) == [f"{code} morning" for code in codes]


def test_an_extension_rings_again_at_its_new_time(hall: SampleHall) -> None:
    code = accept(hall, 1)
    hall.clock.forward(days=2)
    assert f"{code} overdue" in rung(hall)
    more = {
        "extension": "3",
        "approver": "刘局",
        "legal_ground": "行政许可法第四十二条",
        "reason": "复杂",
        "told": "yes",
    }
    advance_case(hall.ctx, code, "extend", more, role=Role.HEAD, by="刘局")
    assert rung(hall) == [f"{code} three_days"]  # it has four days now, and that one is past
    hall.clock.forward(days=5)
    assert f"{code} overdue" in rung(hall)
    assert check(hall) == ""


def new_year(hall: SampleHall) -> datetime:
    hall.clock.now = datetime(2026, 12, 30, 10, tzinfo=ZONE)
    hall.begin_day()
    return hall.clock.now


def test_beyond_the_calendar_it_is_unknown_and_in_nobodys_way(hall: SampleHall) -> None:
    new_year(hall)
    code = accept(hall, 5)
    one = promised(hall, code)
    assert (one.phase, one.due, one.amount, one.year) == ("unknown", None, 5, 2027)
    assert rung(hall) == [f"{code} calendar_missing"]
    assert [event.to for event in hall.events() if isinstance(event, CaseAlarmed)] == ["admin"]
    (due,) = due_cases(hall.ctx)
    assert (due.case.code, due.overdue) == (code, False)
    assert missing_year(hall.ctx) == 2027
    hall.clock.forward(days=60)
    hall.begin_day()
    hall.numbers(1)
    later = open_case(hall.ctx, "complaint", {"method": "letter"})
    assert [(one.phase, one.year) for one in later.deadlines] == [("unknown", 2027)]
    assert check(hall) == ""


def test_it_is_computed_once_the_calendar_is_loaded(hall: SampleHall, tmp_path: Path) -> None:
    new_year(hall)
    going_on, done, near = accept(hall, 5), accept(hall, 5), accept(hall, 1)
    due = promised(hall, near).due
    assert due is not None
    assert due.astimezone(ZONE).isoformat()[:10] == "2027-01-01"  # the end of 12-31
    hall.clock.forward(days=5)
    hall.begin_day()
    advance_case(hall.ctx, done, "finish", {"result": "granted"}, role=Role.CLERK, by="王芳")
    assert promised(hall, done).phase == "unknown"
    file = tmp_path / "2027.csv"
    file.write_text(CALENDAR_2027, encoding="utf-8")
    assert load_calendar(hall.ctx, file, [2027], "管理员") == [going_on, done, near]
    assert any(isinstance(event, CalendarLoaded) for event in hall.events())
    assert missing_year(hall.ctx) is None
    # 12-31 became a holiday: five days from 12-30 are 01-04 to 01-08.
    for code, phase, end in (
        (going_on, "running", "2027-01-09"),
        (done, "met", "2027-01-09"),
        (near, "running", "2027-01-05"),
    ):
        one = promised(hall, code)
        assert one.due is not None
        assert (one.phase, one.due.astimezone(ZONE).isoformat()[:10]) == (phase, end)
    assert load_calendar(hall.ctx, file, [2027], "管理员") == []
    assert check(hall) == ""


def test_a_day_is_corrected(hall: SampleHall) -> None:
    code = accept(hall, 3)
    day = datetime(2026, 11, 25, tzinfo=ZONE).date()
    assert set_day(hall.ctx, day, DayKind.HOLIDAY, "停电", "管理员") == [code]
    due = promised(hall, code).due
    assert due is not None
    assert due.astimezone(ZONE).isoformat()[:10] == "2026-11-28"
    assert set_day(hall.ctx, day, DayKind.WORK, "", "管理员") == [code]
    found = calendar_year(hall.ctx, 2026)
    assert found is not None
    assert found[0] == "chinesecalendar"
    seed_calendar(hall.ctx)  # an upgrade leaves the hall's own corrections alone
    assert calendar_year(hall.ctx, 2026) == found
    with pytest.raises(BadInput, match="the calendar of 2027 is missing"):
        set_day(hall.ctx, day.replace(year=2027), DayKind.WORK, "", "管理员")
    assert calendar_year(hall.ctx, 2027) is None
    assert check(hall) == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("day,name\n", "has other columns"),
        ("day,kind,name\n2027-13-01,work,x\n", "line 2"),
        ("day,kind,name\n2027-01-01,feast,x\n", "line 2"),
        ("day,kind,name\n2027-01-01\n", "line 2"),
        ("day,kind,name\n", "names no day"),
    ],
)
def test_a_file_that_is_no_calendar_changes_nothing(
    hall: SampleHall, tmp_path: Path, text: str, words: str
) -> None:
    file = tmp_path / "calendar.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadInput, match=words):
        load_calendar(hall.ctx, file, [], "管理员")
    assert calendar_year(hall.ctx, 2027) is None


@pytest.mark.sqlite_only("the calendar is the same on every database")
def test_next_years_calendar_is_asked_for_from_november(hall: SampleHall) -> None:
    assert missing_year(hall.ctx) == 2027
    hall.clock.now = datetime(2026, 10, 31, 23, tzinfo=ZONE)
    assert missing_year(hall.ctx) is None
    hall.clock.now += timedelta(hours=1)
    assert missing_year(hall.ctx) == 2027
