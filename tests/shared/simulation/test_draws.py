"""What is drawn against exact results: services of any kind, peaks, patience."""

from collections import Counter
from math import prod
from random import Random
from typing import Literal

import pytest

from shared.simulation.draws import mean_rates, poisson_arrivals
from shared.simulation.engine import simulate
from shared.simulation.report import report
from shared.simulation.scenario import ClassToml, PeakToml, Scenario

ALL = (ClassToml("all", 4),)


@pytest.mark.parametrize(
    ("service", "cv"), [("constant", None), ("lognormal", 0.5), ("lognormal", None)]
)
def test_one_window_waits_as_pollaczek_and_khinchine_say(
    service: Literal["constant", "lognormal"], cv: float | None
) -> None:
    scenario = Scenario(1, 6, "fifo", 12_000, 3, ALL, 50, service=service, service_cv=cv)
    spread = 0.0 if service == "constant" else cv or 1.0
    exact = 4 / 6 * 10 * (1 + spread**2) / (2 * (1 - 4 / 6))

    found = report(simulate(scenario)).classes["all"]

    assert found.stderr is not None
    assert abs(found.wait_mean - exact) <= 3 * found.stderr


def test_the_impatient_leave_as_erlang_a_says() -> None:
    """M/M/c+M is a birth-and-death chain: in state n > c services and patience end people."""
    arrivals, services, patience, windows = 30.0, 6.0, 60 / 15, 4
    deaths = [min(n, windows) * services + max(n - windows, 0) * patience for n in range(1, 120)]
    weights = [prod(arrivals / death for death in deaths[:n]) for n in range(120)]
    in_line = sum(max(n - windows, 0) * w for n, w in enumerate(weights)) / sum(weights)
    leave = patience * in_line / arrivals

    people = (ClassToml("all", arrivals, patience_min=15),)
    found = report(simulate(Scenario(windows, 6, "fifo", 4_000, 3, people, 20))).classes["all"]

    assert found.left / (found.left + found.served) == pytest.approx(leave, rel=0.03)


def test_nobody_who_left_is_called_and_all_are_accounted_for() -> None:
    people = (ClassToml("green", 8, 2, patience_min=5), ClassToml("ordinary", 30, 1))
    run = simulate(Scenario(4, 6, "strict", 200, 3, people))

    assert run.classes["green"].left > 0
    assert run.classes["ordinary"].left == 0
    assert run.classes["ordinary"].waiting > 1_000  # more come than are served
    assert run.tickets == sum(
        len(one.waits) + one.left + one.waiting for one in run.classes.values()
    )


def test_a_peak_is_one_every_day_and_peaks_multiply() -> None:
    peaks = (PeakToml(0, 8, 0), PeakToml(9, 11, 2), PeakToml(10, 12, 1.5), PeakToml(18, 24, 0))
    days = 400
    scenario = Scenario(1, 6, "fifo", 24 * days, 3, (ClassToml("all", 10),), peaks=peaks)

    hours = Counter(int(when / 60) % 24 for when, _ in poisson_arrivals(scenario, Random(2)))

    expected = {8: 10, 9: 20, 10: 30, 11: 15} | dict.fromkeys(range(12, 18), 10)
    assert set(hours) == set(expected)
    for hour, people in expected.items():
        assert hours[hour] == pytest.approx(people * days, rel=0.06)
    assert mean_rates(scenario) == {"all": pytest.approx(sum(expected.values()) / 24 / 60)}


def test_arrivals_are_in_order_end_in_time_and_keep_the_classes_shares() -> None:
    people = (ClassToml("a", 30), ClassToml("b", 10))
    scenario = Scenario(1, 6, "fifo", 250.5, 3, people, peaks=(PeakToml(1, 2, 3),))
    found = list(poisson_arrivals(scenario, Random(4)))

    assert [when for when, _ in found] == sorted(when for when, _ in found)
    assert found[-1][0] < 250.5 * 60
    assert sum(name == "a" for _, name in found) / len(found) == pytest.approx(0.75, abs=0.02)
