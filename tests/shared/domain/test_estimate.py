"""Waiting ranges against a simulation of what they promise; pace and flow against their truth."""

import os
from math import inf
from random import Random
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.estimate import BUSIEST, Flow, Pace, Wait, predict

RUNS = 100_000 if os.environ.get("HALLCALL_PROOF") == "1" else 4_000
RATES = st.floats(0.01, 20)


def passage(random: Random, people: int, rate: float, overtaking: float) -> float:
    """Play the line: the minutes until `people` and all who overtake them are called."""
    minutes = 0.0
    while people:
        minutes += random.expovariate(rate + overtaking)
        people += 1 if random.random() * (rate + overtaking) < overtaking else -1
    return minutes


@pytest.mark.parametrize("rate", [0.0, -1.0])
def test_without_a_window_nothing_is_promised(rate: float) -> None:
    assert predict(3, rate) is None


@pytest.mark.parametrize("load", [0.0, 1 / 6, 0.5, 0.8])
@pytest.mark.parametrize("ahead", [0, 1, 2, 5, 20])
def test_eight_of_ten_people_wait_as_long_as_promised(ahead: int, load: float) -> None:
    random, rate = Random(4), 0.4
    promised = predict(ahead, rate, load * rate)
    assert promised is not None
    waits = [60 * passage(random, ahead + 1, rate, load * rate) for _ in range(RUNS)]
    sooner = sum(wait < promised.low_s for wait in waits) / RUNS
    later = sum(wait > promised.high_s for wait in waits) / RUNS

    assert sooner == pytest.approx(0.10, abs=0.02)
    assert later == pytest.approx(0.10, abs=0.02)
    assert promised.mean_s == pytest.approx(60 * (ahead + 1) / (rate * (1 - load)), abs=1)
    assert fmean(waits) == pytest.approx(promised.mean_s, rel=0.15)


def test_a_range_in_numbers() -> None:
    wait = predict(4, 2 / 12)
    assert wait == Wait(871, 2887, 1800)
    assert (wait.low, wait.high) == (15, 48)


def test_people_are_told_whole_minutes_and_a_range() -> None:
    assert (Wait(29, 29, 29).low, Wait(29, 29, 29).high) == (0, 1)
    assert (Wait(90, 100, 95).low, Wait(90, 100, 95).high) == (2, 3)


@given(st.integers(0, 500), RATES, st.floats(0, 40))
def test_the_range_is_ordered_and_grows_with_the_line(
    ahead: int, rate: float, overtaking: float
) -> None:
    wait, more, calm, quicker = (
        predict(ahead, rate, overtaking),
        predict(ahead + 1, rate, overtaking),
        predict(ahead, rate),
        predict(ahead, rate * 1.25, overtaking),
    )
    assert wait is not None
    assert more is not None
    assert calm is not None
    assert quicker is not None
    assert 0 <= wait.low_s <= wait.mean_s <= wait.high_s
    assert 0 <= wait.low < wait.high
    for less in (calm, quicker):
        assert less.high_s <= wait.high_s
        assert less.mean_s <= wait.mean_s
    assert wait.low_s <= more.low_s
    assert wait.high_s <= more.high_s


@pytest.mark.parametrize("overtaking", [0.4, 4.0, inf])
def test_a_flood_that_goes_first_has_an_end(overtaking: float) -> None:
    assert predict(3, 0.4, overtaking) == predict(3, 0.4, BUSIEST * 0.4)


def test_the_pace_begins_at_the_prior_and_ends_at_the_truth() -> None:
    pace = Pace(12.0)
    assert pace.mean_min == 12.0
    assert 10 < pace.after(2.0).mean_min < 12  # one quick service is no proof
    for _ in range(4_000):
        pace = pace.after(10.0)
    assert pace.mean_min == pytest.approx(10.0, rel=0.004)


def test_the_pace_forgets() -> None:
    pace = Pace(10.0)
    for _ in range(4_000):
        pace = pace.after(10.0)
    for _ in range(1_600):
        pace = pace.after(20.0)
    assert 18 < pace.mean_min < 20


@pytest.mark.parametrize("minutes", [10, 30, 120, 900])
def test_the_flow_is_right_in_the_mean_at_any_hour(minutes: int) -> None:
    random, rate, days = Random(5), 0.2, 2_000
    found = []
    for _ in range(days):
        flow, now = Flow(), random.expovariate(rate)
        while now < minutes:
            flow = flow.arrived(now)
            now += random.expovariate(rate)
        found.append(flow.rate(minutes))
    assert fmean(found) == pytest.approx(rate, rel=0.05)


def test_one_early_bird_is_no_rush() -> None:
    assert Flow().rate(0) == 0
    assert Flow().arrived(0.1).rate(0.1) <= 0.1


def test_a_clock_set_back_makes_no_rush() -> None:
    flow = Flow().arrived(60)
    assert flow.arrived(30).at_min == 60
    assert flow.rate(30) <= flow.rate(60)
