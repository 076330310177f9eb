"""Whose turn it is by each policy, and what that means for who waits."""

import pytest

from shared.domain.dispatch import choose
from shared.domain.hall import Window
from shared.domain.policy import STRICT, Accumulate, Aged, Alternate, Fifo, Head, streak_needed
from shared.domain.precedence import Precedence, precedence
from shared.domain.ticket import TicketClass

CLASSES = tuple(TicketClass)
WINDOW = Window(1, "", ("C",), green=True)
GREEN = Head(3, "C", "green", 30, since=8.0)
OLD = Head(1, "C", "ordinary", 10, since=0.0)
RATES = {"green": 3.0, "booked": 2.0, "ordinary": 1.0}


def chosen(policy: Fifo | Alternate | Accumulate | Aged, now: float, streak: int = 0) -> str:
    choice = choose(WINDOW, [GREEN, OLD], policy, now, streak)
    assert choice is not None
    return f"{choice.head.ticket} {choice.reason}"


def test_first_come() -> None:
    assert chosen(Fifo(), 10) == "1 first_come"


def test_after_so_many_green_it_is_anothers_turn() -> None:
    policy = Alternate(STRICT.order, 2)
    assert chosen(policy, 10, streak=1) == "3 green_first"
    assert chosen(policy, 10, streak=2) == "1 alternation"
    alone = choose(WINDOW, [GREEN], policy, 10, 2)
    assert alone is not None
    assert alone.reason == "green_first"


def test_priority_is_gathered_while_waiting() -> None:
    assert chosen(Accumulate(RATES), 11) == "1 most_priority_gathered"  # 3 minutes × 3 < 11
    assert chosen(Accumulate(RATES), 12.5) == "3 most_priority_gathered"  # 13.5 > 12.5


@pytest.mark.parametrize(("now", "who"), [(29.9, "3 green_first"), (30, "1 waited_too_long")])
def test_nobody_is_passed_over_for_longer_than_allowed(now: float, who: str) -> None:
    assert chosen(Aged(STRICT, 30), now) == who


def test_who_has_waited_longest_goes_first_of_those_who_have_too_long() -> None:
    assert chosen(Aged(STRICT, 1), 60) == "1 waited_too_long"


def test_only_alternation_remembers() -> None:
    assert streak_needed(Aged(Alternate(STRICT.order, 3), 30)) == 3
    assert [streak_needed(policy) for policy in (Fifo(), STRICT, Accumulate(RATES))] == [0, 0, 0]


def test_what_strict_means_for_each_class() -> None:
    assert precedence(STRICT, "green", CLASSES) == Precedence((("green", 1.0),), ())
    ordinary = precedence(Aged(STRICT, 60), "ordinary", CLASSES)
    assert dict(ordinary.waiting) == {"green": 1.0, "booked": 1.0, "ordinary": 1.0}
    assert dict(ordinary.arriving) == {"green": 1.0, "booked": 1.0}


def test_what_gathering_means_for_each_class() -> None:
    green = precedence(Accumulate(RATES), "green", CLASSES)
    assert dict(green.waiting)["ordinary"] == pytest.approx(1 / 3)
    ordinary = precedence(Accumulate(RATES), "ordinary", CLASSES)
    assert dict(ordinary.arriving)["green"] == pytest.approx(2 / 3)
    assert dict(ordinary.waiting) == {"green": 1.0, "booked": 1.0, "ordinary": 1.0}
