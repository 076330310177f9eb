"""The simulator against exact queueing theory, on the path that calls tickets in a hall."""

import os
from math import factorial
from typing import Literal, get_args

import pytest

from shared.simulation.engine import simulate
from shared.simulation.report import Report, report
from shared.simulation.scenario import ClassToml, Scenario

PolicyName = Literal["fifo", "strict", "alternate", "accumulate"]
FULL = os.environ.get("HALLCALL_PROOF") == "1"
HOURS = 60_000.0 if FULL else 6_000.0
GREEN_AND_ORDINARY = (ClassToml("green", 4, 2), ClassToml("ordinary", 16, 1))


def erlang_c(windows: int, arrivals: float, services: float) -> float:
    """The probability of waiting in M/M/c (Erlang 1917)."""
    load = arrivals / services
    waiting = load**windows / factorial(windows) * windows / (windows - load)
    return waiting / (sum(load**k / factorial(k) for k in range(windows)) + waiting)


def run(policy: PolicyName, windows: int, classes: tuple[ClassToml, ...], seed: int = 11) -> Report:
    scenario = Scenario(windows, 6, policy, HOURS, seed, classes, warmup_hours=200)
    return report(simulate(scenario))


def agrees(found: float, stderr: float | None, exact: float) -> bool:
    return stderr is not None and abs(found - exact) <= 3 * stderr


@pytest.mark.parametrize(("windows", "arrivals", "exact"), [(10, 54, 6.687), (4, 20, 9.866)])
def test_first_come_is_erlang_c(windows: int, arrivals: float, exact: float) -> None:
    assert 60 * erlang_c(windows, arrivals, 6) / (windows * 6 - arrivals) == pytest.approx(
        exact, abs=0.001
    )

    result = run("fifo", windows, (ClassToml("all", arrivals, 1),))

    assert agrees(result.wait_mean, result.classes["all"].stderr, exact)
    assert result.utilisation == pytest.approx(arrivals / (windows * 6), rel=0.02)


@pytest.mark.parametrize(
    ("policy", "green", "ordinary"), [("strict", 1.973, 11.839), ("accumulate", 6.278, 10.763)]
)
def test_priorities_are_exact(policy: PolicyName, green: float, ordinary: float) -> None:
    result = run(policy, 4, GREEN_AND_ORDINARY)

    assert agrees(result.classes["green"].wait_mean, result.classes["green"].stderr, green)
    assert agrees(result.classes["ordinary"].wait_mean, result.classes["ordinary"].stderr, ordinary)


@pytest.mark.parametrize("policy", get_args(PolicyName))
def test_no_policy_makes_waiting_vanish(policy: PolicyName) -> None:
    """Conservation: the mean over all people is the first-come wait, whoever goes first."""
    same_people = run("fifo", 4, GREEN_AND_ORDINARY).wait_mean

    assert run(policy, 4, GREEN_AND_ORDINARY).wait_mean == pytest.approx(same_people, rel=0.005)


def test_the_same_seed_gives_the_same_day() -> None:
    assert run("strict", 4, GREEN_AND_ORDINARY) == run("strict", 4, GREEN_AND_ORDINARY)
