"""Where somebody stands who missed the call and came back (hall.md, Queue rules, *ours*)."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.coming_back import SPACING, Chase, NoShowRule, due, may_return, place_after
from shared.domain.errors import Refused
from tests.support.halls import MONDAY_10

RULE = NoShowRule()


def line(*facts: int) -> list[int]:
    return [fact * SPACING for fact in facts]


def test_behind_two_others() -> None:
    found = place_after(line(5, 6, 9), 2)
    assert found is not None
    assert found[0] == 2
    assert 6 * SPACING < found[1] < 9 * SPACING


def test_at_the_end_when_there_are_not_so_many() -> None:
    assert place_after(line(5, 6), 2) is None
    assert place_after([], 0) is None


@given(st.integers(0, 6), st.integers(1, 60), st.integers(1, 40))
def test_whoever_returns_first_stands_first(others: int, waiting: int, returning: int) -> None:
    places = line(*range(10, 10 + waiting))
    came: list[int] = []
    for _ in range(returning):
        found = place_after(places, others)
        if found is None:
            return
        ahead, place = found
        assert ahead == others + len(came) == sum(other < place for other in places)
        came.append(place)
        places = sorted([*places, place])
    assert came == sorted(set(came))
    assert sum(place < came[0] for place in places) == others


def test_too_late() -> None:
    limit = MONDAY_10 + timedelta(minutes=30)
    may_return(RULE, MONDAY_10, limit, "C001")
    with pytest.raises(Refused, match="more than 30 minutes ago") as caught:
        may_return(RULE, MONDAY_10, limit + timedelta(seconds=1), "C001")
    assert caught.value.public == "C001号过号已超过30分钟，请重新取号"


@pytest.mark.parametrize(
    ("seconds", "calls", "expected"),
    [
        (19, 1, Chase.NOTHING),
        (20, 1, Chase.RECALL),
        (20, 2, Chase.RECALL),
        (20, 3, Chase.GIVE_UP),
        (19, 3, Chase.NOTHING),
    ],
)
def test_recalled_every_twenty_seconds_twice(seconds: int, calls: int, expected: Chase) -> None:
    assert due(RULE, MONDAY_10, calls, MONDAY_10 + timedelta(seconds=seconds)) is expected
