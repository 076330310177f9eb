"""When a queue takes people in (hall.md, Opening)."""

from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.hall import Session
from shared.domain.opening import BookedOnly, Closed, Full, Open, opening, when_words
from tests.support.halls import ZONE

WORKDAYS = frozenset({1, 2, 3, 4, 5})
ALL_DAYS = frozenset(range(1, 8))
MORNING = Session(WORKDAYS, time(9), time(12))
AFTERNOON = Session(WORKDAYS, time(13, 30), time(17), last_intake_min=30)
ALWAYS = Session(ALL_DAYS, time(0), time(0))


def at(day: int, hour: int = 0, minute: int = 0, second: int = 0) -> datetime:
    """November 2026: the 23rd is a Monday."""
    return datetime(2026, 11, day, hour, minute, second, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (at(23, 8, 59, 59), Closed(at(23, 9))),
        (at(23, 9), Open(at(23, 12))),
        (at(23, 11, 59, 59), Open(at(23, 12))),
        (at(23, 12), Closed(at(23, 13, 30))),  # lunch
        (at(23, 13, 30), Open(at(23, 16, 30))),
        (at(23, 16, 29, 59), Open(at(23, 16, 30))),
        (at(23, 16, 30), Closed(at(24, 9))),  # open until 17:00, but intake has ended
        (at(27, 18), Closed(at(30, 9))),  # Friday evening: Monday
        (at(29, 12), Closed(at(30, 9))),  # Sunday
    ],
)
def test_sessions_lunch_and_last_intake(now: datetime, expected: object) -> None:
    assert opening([MORNING, AFTERNOON], now, issued_today=0) == expected


def test_a_queue_without_sessions_never_opens() -> None:
    assert opening([], at(23, 10), 0) == Closed(None)


def test_a_session_once_a_week_opens_a_week_later() -> None:
    mondays = Session(frozenset({1}), time(9), time(12))
    assert opening([mondays], at(23, 12), 0) == Closed(at(30, 9))


def test_midnight_to_midnight_is_always_open() -> None:
    for moment in (at(23), at(23, 12), at(23, 23, 59, 59), at(28, 3)):
        assert opening([ALWAYS], moment, 100_000) == Open(
            moment.replace(hour=0, minute=0, second=0) + timedelta(days=1)
        )


def test_a_session_may_end_at_midnight() -> None:
    evening = Session(ALL_DAYS, time(18), time(0), last_intake_min=60)
    assert opening([evening], at(23, 22, 59), 0) == Open(at(23, 23))
    assert opening([evening], at(23, 23), 0) == Closed(at(24, 18))


CAPPED = [
    Session(WORKDAYS, time(9), time(12), daily_cap=2),
    Session(WORKDAYS, time(13, 30), time(17), daily_cap=2),
]


def test_the_daily_cap_closes_the_queue_for_the_rest_of_the_day() -> None:
    assert opening(CAPPED, at(23, 10), 1) == Open(at(23, 12))
    assert opening(CAPPED, at(23, 10), 2) == Full(2, at(24, 9))
    assert opening(CAPPED, at(27, 14), 7) == Full(2, at(30, 9))


def test_at_lunch_a_full_queue_does_not_promise_the_afternoon() -> None:
    assert opening(CAPPED, at(23, 12, 30), 1) == Closed(at(23, 13, 30))
    assert opening(CAPPED, at(23, 12, 30), 2) == Closed(at(24, 9))


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)),  # noqa: DTZ001 - zone below
    st.frozensets(st.integers(1, 7), min_size=1),
    st.integers(0, 22),
    st.integers(1, 12),
)
def test_the_next_opening_is_true_and_nothing_opens_before_it(
    moment: datetime, days: frozenset[int], hour: int, length: int
) -> None:
    session = Session(days, time(hour), time(min(hour + length, 23)))
    now = moment.replace(tzinfo=ZONE)
    state = opening([session], now, 0)
    if isinstance(state, Open):
        assert now < state.until
        return
    assert isinstance(state, Closed)
    assert state.opens_at is not None
    assert now < state.opens_at <= now + timedelta(days=8)
    assert isinstance(opening([session], state.opens_at, 0), Open)
    for part in range(1, 40):
        between = now + (state.opens_at - now) * (part / 40)
        assert isinstance(opening([session], between, 0), Closed)


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (at(23, 13, 30), "今天13:30"),
        (at(24, 9), "明天9:00"),
        (at(29, 9, 5), "11月29日（星期日）9:05"),
        (at(30, 9), "11月30日（星期一）9:00"),
    ],
)
def test_an_opening_is_told_as_people_say_it(moment: datetime, words: str) -> None:
    assert when_words(moment, at(23, 12)) == words


BOOKED = Session(WORKDAYS, time(9), time(12), booked_only=True)


def test_a_session_for_appointments_is_for_those_alone() -> None:
    assert opening([BOOKED, AFTERNOON], at(23, 10), 0) == BookedOnly(at(23, 13, 30))
    assert opening([BOOKED], at(23, 10), 0) == BookedOnly(None)
    assert opening([BOOKED, AFTERNOON], at(23, 10), 0, booked=True) == Open(at(23, 12))
    assert opening([BOOKED, AFTERNOON], at(23, 12, 30), 0) == Closed(at(23, 13, 30))
    assert opening([BOOKED], at(23, 8), 0, booked=True) == Closed(at(23, 9))


def test_of_sessions_at_the_same_time_one_that_takes_people_in_counts() -> None:
    capped = Session(WORKDAYS, time(9), time(12), daily_cap=2)
    for sessions in ([BOOKED, MORNING], [MORNING, BOOKED], [capped, MORNING]):
        assert opening(sessions, at(23, 10), 2) == Open(at(23, 12))
    assert opening([BOOKED, capped], at(23, 10), 2) == Full(2, at(24, 9))
