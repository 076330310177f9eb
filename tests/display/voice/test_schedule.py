"""When calls are spoken: in order, each once, and at the same moments on every board."""

import random
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from display.voice.schedule import (
    BETWEEN_S,
    LEAD_S,
    Schedule,
    Wanted,
    heard,
    next_start,
    spoken,
    take,
)

T0 = 1_795_400_000.0


def calls(moments: list[float]) -> list[Wanted]:
    return [Wanted(i, f"A{i:03d}", i % 64, T0 + at) for i, at in enumerate(sorted(moments), 1)]


def board(facts: list[Wanted], delays: list[float], seconds: float) -> list[tuple[str, float, int]]:
    """Run one board that hears each fact so much later; returns what begins when."""
    arrivals = [(call.known_at + delay, call) for call, delay in zip(facts, delays, strict=True)]
    now, begun, schedule = T0, list[tuple[str, float, int]](), Schedule()
    while arrivals or schedule.waiting:
        start = next_start(schedule)
        if arrivals and (start is None or arrivals[0][0] <= start):
            now, call = arrivals.pop(0)
            schedule = heard(schedule, call, now)
            continue
        assert start is not None
        call, others, schedule = take(schedule)
        begun.append((call.number, start, others))
        schedule = spoken(schedule, start, seconds if others < 2 else seconds / 3)
    return begun


@given(
    st.lists(st.floats(0, 300), min_size=1, max_size=40),
    st.integers(0, 10_000),
)
def test_boards_are_in_step_whenever_they_hear_of_it(moments: list[float], seed: int) -> None:
    draw = random.Random(seed)
    facts = calls(moments)
    # A feed delivers in order, within a second.
    slow, latest = [], 0.0
    for call in facts:
        latest = max(latest, call.known_at + draw.uniform(0, 0.9 * LEAD_S))
        slow.append(latest - call.known_at)
    assert board(facts, [0.0] * len(facts), 9.0) == board(facts, slow, 9.0)


@given(st.lists(st.floats(0, 60), min_size=1, max_size=64))
def test_none_is_lost_and_none_overlaps(moments: list[float]) -> None:
    facts = calls(moments)
    begun = board(facts, [0.01] * len(facts), 9.0)
    assert [number for number, _, _ in begun] == [call.number for call in facts]
    for (_, one, others), (_, two, _) in pairwise(begun):
        assert two >= one + (9.0 if others < 2 else 3.0) + BETWEEN_S - 1e-6


def test_a_recall_is_spoken_once_with_the_window_that_calls_now() -> None:
    schedule = Schedule()
    for call in (
        Wanted(1, "A001", 3, T0),
        Wanted(2, "A002", 4, T0),
        Wanted(3, "A001", 5, T0 + 1),
    ):
        schedule = heard(schedule, call, T0 + 1)
    first, others, rest = take(schedule)
    assert (first.number, first.window, others) == ("A001", 5, 1)
    assert [call.number for call in rest.waiting] == ["A002"]


def test_a_clock_that_is_ahead_delays_nobody() -> None:
    schedule = heard(Schedule(), Wanted(1, "A001", 3, T0 + 3600), T0)
    assert next_start(schedule) == T0 + LEAD_S


def test_a_clock_that_is_behind_changes_no_order() -> None:
    schedule = heard(Schedule(), Wanted(1, "A001", 3, T0), T0)
    schedule = heard(schedule, Wanted(2, "A002", 4, T0 - 5), T0)
    assert [call.number for call in schedule.waiting] == ["A001", "A002"]
    assert next_start(Schedule()) is None
