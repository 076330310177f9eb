"""Clocks are a fold: begun, paused, resumed, begun anew, extended, met, late, moot, unknown."""

from datetime import date, datetime, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.register.alarms import CALENDAR_MISSING, OVERDUE, rings
from shared.domain.register.case import Entry
from shared.domain.register.clocks import (
    Clock,
    Late,
    Met,
    Moot,
    Paused,
    Running,
    Unknown,
    clocks,
)
from shared.domain.register.declaration import Register
from shared.domain.workdays import Calendar, HallTime
from shared.registers.convert import register_of
from shared.registers.schema import RegisterFile
from tests.shared.domain.test_workdays import CHINA, HALL, HOURS, at

STEPS = ("finish", "stop", "pause", "resume", "restart", "extend", "excuse", "close")


def register(**deadline: object) -> Register:
    """A register with one deadline."""
    rule = {
        "label": "时限",
        "starts": ["open"],
        "met_by": ["finish"],
        "stops": ["stop"],
        "pauses": ["pause"],
        "resumes": ["resume"],
        "restarts": ["restart"],
        "extends": {"extend": "more"},
        "excuses": ["excuse"],
    }
    number = {"label": "数", "kind": "number"}
    step = {"label": "步", "by": ["clerk"], "from": ["going"]}
    tree = {
        "name": "测试",
        "prefix": "TT",
        "document": "none",
        "field": {"more": number, "days": number, "at": {"label": "时", "kind": "moment"}},
        "state": {"going": {"label": "办理"}, "over": {"label": "办结", "closed": True}},
        "step": {
            "open": {"label": "登记", "by": ["clerk"], "to": "going"},
            **{name: {**step, "takes": ["more"]} for name in STEPS},
        },
        "deadline": {"rule": rule | deadline},
    }
    return register_of("test", msgspec.convert(tree, RegisterFile))


def log(*steps: tuple[str, str] | tuple[str, str, dict[str, str]]) -> list[Entry]:
    return [
        Entry(step, at(when), "over" if step == "close" else "going", "clerk", "x", *(more or [{}]))
        for step, when, *more in steps
    ]


def reckoned(
    declared: Register, *steps: tuple[str, str] | tuple[str, str, dict[str, str]]
) -> Clock:
    return clocks(declared, log(*steps), HALL)["rule"]


THREE = {"within": {"working_days": 3}}
OPEN = ("open", "2026-11-23 10:00")  # Monday


def due(clock: Clock) -> str:
    assert isinstance(clock, Running | Met | Late)
    return clock.due.isoformat()[:16]


def test_three_working_days_end_with_the_third_day() -> None:
    assert due(reckoned(register(**THREE), OPEN)) == "2026-11-27T00:00"


def test_it_is_met_up_to_its_last_moment_and_late_from_then_on() -> None:
    declared = register(**THREE)
    assert isinstance(reckoned(declared, OPEN, ("finish", "2026-11-26 23:59:59")), Met)
    assert isinstance(reckoned(declared, OPEN, ("finish", "2026-11-27 00:00")), Late)


def test_days_that_stand_still_do_not_count() -> None:
    declared = register(**THREE)
    sent = ("pause", "2026-11-24 10:00")  # one day used
    assert reckoned(declared, OPEN, sent) == Paused(0, at(OPEN[1]), at(sent[1]))
    assert due(reckoned(declared, OPEN, sent, ("resume", "2026-12-07 09:00"))) == "2026-12-10T00:00"


def test_sent_up_on_its_last_day_it_has_the_day_after_its_return() -> None:
    declared = register(**THREE)
    steps = (OPEN, ("pause", "2026-11-26 16:00"), ("resume", "2026-12-07 16:50"))
    assert due(reckoned(declared, *steps)) == "2026-12-09T00:00"


def test_what_is_overdue_cannot_be_made_to_stand_still() -> None:
    declared = register(**THREE)
    late = reckoned(declared, OPEN, ("pause", "2026-11-27 09:00"), ("finish", "2026-12-08 09:00"))
    assert isinstance(late, Late)
    assert due(late) == "2026-11-27T00:00"


def test_it_begins_anew() -> None:
    declared = register(**THREE)
    clock = reckoned(declared, OPEN, ("pause", "2026-11-24 10:00"), ("restart", "2026-11-30 10:00"))
    assert clock == Running(1, at("2026-11-30 10:00"), at("2026-12-04 00:00"))


def test_it_is_extended_and_an_excuse_is_in_time() -> None:
    declared = register(**THREE)
    more = ("extend", "2026-11-25 09:00", {"more": "2"})
    assert due(reckoned(declared, OPEN, more)) == "2026-12-01T00:00"
    assert isinstance(reckoned(declared, OPEN, ("excuse", "2026-12-31 09:00")), Met)


def test_closing_another_way_is_moot_unless_it_was_over() -> None:
    declared = register(**THREE)
    assert isinstance(reckoned(declared, OPEN, ("stop", "2026-11-24 09:00")), Moot)
    assert isinstance(reckoned(declared, OPEN, ("close", "2026-11-24 09:00")), Moot)
    assert isinstance(reckoned(declared, OPEN, ("close", "2026-11-28 09:00")), Late)


def test_unknown_keeps_start_and_count_and_is_reckoned_once_the_year_is_there() -> None:
    declared = register(within={"working_days": "days"})
    start = ("open", "2026-12-30 10:00", {"days": "5"})
    clock = reckoned(declared, start)
    assert clock == Unknown(0, at("2026-12-30 10:00"), 5, 2027)
    assert [(ring.name, ring.to) for ring in rings(declared.deadlines["rule"], clock, HALL)] == [
        (CALENDAR_MISSING, "admin")
    ]
    done = reckoned(declared, start, ("finish", "2027-01-04 10:00"))
    assert done == Unknown(0, at("2026-12-30 10:00"), 5, 2027, at("2027-01-04 10:00"))
    more = HallTime(Calendar(CHINA.years | {2027}, CHINA.days), HOURS)
    assert due(clocks(declared, log(start), more)["rule"]) == "2027-01-07T00:00"
    known = clocks(declared, log(start, ("finish", "2027-01-04 10:00")), more)["rule"]
    assert isinstance(known, Met)


def test_backwards_from_the_moment_in_a_field() -> None:
    declared = register(at="at", back=True, within={"hours": 8}, limit=True)
    clock = reckoned(declared, ("open", "2026-11-23 10:00", {"at": "2026-11-25T14:00+08:00"}))
    assert due(clock) == "2026-11-25T06:00"
    assert list(rings(declared.deadlines["rule"], clock, HALL)) == []
    days = register(at="at", back=True, within={"working_days": 5})
    clock = reckoned(days, ("open", "2026-11-20 10:00", {"at": "2026-11-28T09:30+08:00"}))
    assert due(clock) == "2026-11-24T00:00"
    assert clocks(declared, log(OPEN), HALL) == {}


@pytest.mark.parametrize(
    ("within", "end"),
    [
        ({"minutes": 5}, "2026-11-23T10:35"),
        ({"hours": 1}, "2026-11-23T11:30"),
        ({"days": 0}, "2026-11-24T00:30"),
        ({"working_hours": 3}, "2026-11-23T14:30"),
    ],
)
def test_shorter_spans_stand_still_to_the_minute(within: dict[str, int], end: str) -> None:
    steps = (OPEN, ("pause", "2026-11-23 10:01"), ("resume", "2026-11-23 10:31"))
    assert due(reckoned(register(within=within), *steps)) == end


def test_alarms_before_at_and_after() -> None:
    alarms = [
        {"name": "ahead", "working_days": 1, "to": "clerk"},
        {"name": "hours", "hours": 2, "to": "clerk"},
        {"name": "after", "days": 7, "late": True, "to": "head"},
        {"name": "too_early", "working_days": 9, "to": "clerk"},
    ]
    declared = register(**THREE, alarm=alarms)
    found = {
        ring.name: ring.at.isoformat()[:16]
        for ring in rings(declared.deadlines["rule"], reckoned(declared, OPEN), HALL)
    }
    assert found == {
        "ahead": "2026-11-25T09:00",
        "hours": "2026-11-26T22:00",
        "after": "2026-12-04T00:00",
        OVERDUE: "2026-11-27T00:00",
    }


@given(
    day=st.dates(date(2025, 1, 1), date(2025, 6, 30)),
    count=st.integers(1, 30),
    used=st.integers(0, 60),
    away=st.integers(0, 60),
)
def test_time_elsewhere_never_costs_and_never_gives_more_than_it_took(
    day: date, count: int, used: int, away: int
) -> None:
    """Working days spent here before and after add up to the count, or the return day's next."""
    declared = register(within={"working_days": count})
    start = datetime(day.year, day.month, day.day, 10, tzinfo=HALL_ZONE)
    sent, back = start + timedelta(days=used), start + timedelta(days=used + away)
    entries = [
        Entry("open", start, "going", "clerk", "x", {}),
        Entry("pause", sent, "going", "clerk", "x", {}),
        Entry("resume", back, "going", "clerk", "x", {}),
    ]
    plain = clocks(declared, entries[:1], HALL)["rule"]
    clock = clocks(declared, entries, HALL)["rule"]
    assert isinstance(plain, Running)
    assert isinstance(clock, Running)
    if plain.due <= sent:
        assert clock == plain
        return
    last = (clock.due - timedelta(days=1)).date()
    before = CHINA.between(start.date(), sent.date())
    after = CHINA.between(back.date(), last)
    assert isinstance(before, int)
    assert isinstance(after, int)
    assert after == max(count - before, 1)
    assert clock.due >= plain.due


HALL_ZONE = at("2026-11-23 10:00").tzinfo
