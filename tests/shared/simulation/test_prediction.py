"""Predictions inside the simulation: the range holds, and the error is next to the least."""

import os
from collections.abc import Callable

import pytest

from shared.simulation.engine import simulate
from shared.simulation.report import PredictionReport, report
from shared.simulation.scenario import ClassToml, Scenario

HOURS = 60_000.0 if os.environ.get("HALLCALL_PROOF") == "1" else 4_000.0


def of(found: PredictionReport | None) -> PredictionReport:
    assert found is not None
    return found


@pytest.mark.parametrize(("windows", "arrivals"), [(10, 54), (4, 20)])
def test_first_come_predictions_are_next_to_optimal(
    windows: int, arrivals: float, record_property: Callable[[str, object], None]
) -> None:
    scenario = Scenario(windows, 6, "fifo", HOURS, 5, (ClassToml("all", arrivals),))
    found = of(report(simulate(scenario)).prediction)
    record_property("inside", found.inside)
    record_property("mse_to_optimal", (found.rmse / found.rmse_optimal) ** 2)
    record_property("mse_to_last_served", (found.rmse / found.rmse_les) ** 2)
    record_property("mse_to_head_of_line", (found.rmse / found.rmse_hol) ** 2)

    assert 0.75 <= found.inside <= 0.85
    assert found.rmse**2 <= 1.05 * found.rmse_optimal**2
    assert found.rmse**2 <= 0.5 * found.rmse_les**2
    # Behind n people the best error has the variance (n+1)/(cμ)² and HOL's has exactly twice that.
    assert found.rmse_optimal**2 == pytest.approx(0.5 * found.rmse_hol**2, rel=0.05)
    assert found.rmse**2 <= 0.5 * 1.05 * found.rmse_hol**2


def test_ranges_hold_for_the_green_channel_and_for_those_it_overtakes(
    record_property: Callable[[str, object], None],
) -> None:
    people = (ClassToml("green", 4, 2), ClassToml("ordinary", 16, 1))
    found = report(simulate(Scenario(4, 6, "strict", HOURS, 5, people)))

    for name, one in found.classes.items():
        record_property(name, of(one.prediction).inside)
        assert 0.75 <= of(one.prediction).inside <= 0.85
    assert of(found.prediction).compared == sum(
        of(one.prediction).compared for one in found.classes.values()
    )


@pytest.mark.parametrize("policy", ["alternate", "accumulate"])
def test_ranges_are_useful_under_any_policy(policy: str) -> None:
    people = (ClassToml("green", 4, 2), ClassToml("ordinary", 16, 1))
    found = report(simulate(Scenario(4, 6, policy, HOURS, 5, people)))  # type: ignore[arg-type]

    for one in found.classes.values():
        assert 0.7 <= of(one.prediction).inside <= 0.9


def test_nobody_who_waited_leaves_nothing_to_compare() -> None:
    found = report(simulate(Scenario(50, 6, "fifo", 10, 5, (ClassToml("all", 1),))))

    assert found.prediction is None
    assert found.wait_mean == 0
