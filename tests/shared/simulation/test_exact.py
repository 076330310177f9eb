"""The simulator against exact queueing theory, on the path that calls tickets in a hall."""

import os
from array import array
from collections.abc import Callable
from functools import cache
from math import exp, factorial
from typing import Literal, get_args

import pytest

from shared.simulation.engine import simulate
from shared.simulation.report import Report, batch_error, report
from shared.simulation.scenario import ClassToml, Scenario
from shared.simulation.tally import Run

PolicyName = Literal["fifo", "strict", "alternate", "accumulate"]
PROOF = os.environ.get("HALLCALL_PROOF") == "1"
HOURS = 200_000.0 if PROOF else 2_000.0
GREEN_AND_ORDINARY = (ClassToml("green", 4, 2), ClassToml("ordinary", 16, 1))


def erlang_c(windows: int, arrivals: float, services: float) -> float:
    """The probability of waiting in M/M/c (Erlang 1917)."""
    load = arrivals / services
    waiting = load**windows / factorial(windows) * windows / (windows - load)
    return waiting / (sum(load**k / factorial(k) for k in range(windows)) + waiting)


@cache
def run(policy: PolicyName, windows: int, classes: tuple[ClassToml, ...]) -> Run:
    return simulate(Scenario(windows, 6, policy, HOURS, 11, classes, warmup_hours=200))


def result(policy: PolicyName, windows: int, classes: tuple[ClassToml, ...]) -> Report:
    return report(run(policy, windows, classes))


def agrees(found: float, stderr: float | None, exact: float) -> bool:
    """Whether a mean is exact within 3 standard errors, which a proof wants below 1 %."""
    assert stderr is not None
    assert not PROOF or stderr <= 0.01 * exact
    return abs(found - exact) <= 3 * stderr


@pytest.mark.parametrize(("windows", "arrivals", "exact"), [(10, 54, 6.687), (4, 20, 9.866)])
def test_first_come_is_erlang_c(
    windows: int, arrivals: float, exact: float, record_property: Callable[[str, object], None]
) -> None:
    assert 60 * erlang_c(windows, arrivals, 6) / (windows * 6 - arrivals) == pytest.approx(
        exact, abs=0.001
    )

    found = result("fifo", windows, (ClassToml("all", arrivals, 1),))

    record_property("exact", exact)
    record_property("wait_mean_min", found.wait_mean)
    record_property("stderr_min", found.classes["all"].stderr)
    assert agrees(found.wait_mean, found.classes["all"].stderr, exact)
    assert found.utilisation == pytest.approx(arrivals / (windows * 6), rel=0.02)


def test_long_waits_are_as_rare_as_erlang_says() -> None:
    exact = erlang_c(10, 54, 6) * exp(-(10 * 6 - 54) * 10 / 60)
    assert exact == pytest.approx(0.2460, abs=0.0001)

    waits = run("fifo", 10, (ClassToml("all", 54, 1),)).classes["all"].waits
    longer = array("d", (wait > 10 for wait in waits))

    assert agrees(sum(longer) / len(longer), batch_error(longer), exact)


@pytest.mark.parametrize(
    ("policy", "green", "ordinary"), [("strict", 1.973, 11.839), ("accumulate", 6.278, 10.763)]
)
def test_priorities_are_exact(policy: PolicyName, green: float, ordinary: float) -> None:
    classes = result(policy, 4, GREEN_AND_ORDINARY).classes

    assert agrees(classes["green"].wait_mean, classes["green"].stderr, green)
    assert agrees(classes["ordinary"].wait_mean, classes["ordinary"].stderr, ordinary)


@pytest.mark.parametrize("policy", get_args(PolicyName))
def test_no_policy_makes_waiting_vanish(policy: PolicyName) -> None:
    """Conservation: the mean over all people is the first-come wait, whoever goes first."""
    same_people = result("fifo", 4, GREEN_AND_ORDINARY).wait_mean

    assert result(policy, 4, GREEN_AND_ORDINARY).wait_mean == pytest.approx(same_people, rel=0.005)


def test_the_same_seed_gives_the_same_day() -> None:
    scenario = Scenario(4, 6, "strict", 500, 3, GREEN_AND_ORDINARY)
    assert report(simulate(scenario)) == report(simulate(scenario))
