"""What is left to chance: when people arrive, how long they are served, how long they stay."""

from bisect import bisect
from collections.abc import Callable, Iterator
from itertools import accumulate, pairwise
from math import log, sqrt
from random import Random

from shared.simulation.scenario import DAY_HOURS, Scenario

Arrival = tuple[float, str]
"""Minutes since the midnight the simulation begins at, and the class."""


def poisson_arrivals(scenario: Scenario, rng: Random) -> Iterator[Arrival]:
    """Draw arrivals until the scenario ends: Poisson, at a rate constant between peaks' edges.

    Overlapping peaks multiply. A gap drawn over an edge is drawn anew from the edge: exponential
    gaps have no memory.
    """
    names = scenario.names
    *bounds, per_hour = accumulate(c.arrivals_per_hour or 0.0 for c in scenario.classes)
    midnight, end = 0.0, scenario.hours * 60
    parts = _parts(scenario)
    while midnight < end:
        for begins, ends, factor in parts:
            rate, now, edge = per_hour / 60 * factor, midnight + begins, min(midnight + ends, end)
            while rate > 0 and (now := now + rng.expovariate(rate)) < edge:
                yield now, names[bisect(bounds, rng.random() * per_hour)] if bounds else names[0]
        midnight += DAY_HOURS * 60


def mean_rates(scenario: Scenario) -> dict[str, float]:
    """Arrivals per minute of each class, as a mean over the day."""
    day = sum((ends - begins) * factor for begins, ends, factor in _parts(scenario))
    mean_factor = day / (DAY_HOURS * 60)
    return {c.name: (c.arrivals_per_hour or 0.0) / 60 * mean_factor for c in scenario.classes}


def service_times(scenario: Scenario, rng: Random) -> Callable[[], float]:
    """Return what draws the minutes of one service."""
    mean_min = 60 / scenario.service_per_hour
    match scenario.service:
        case "exponential":
            return lambda: rng.expovariate(1 / mean_min)
        case "constant":
            return lambda: mean_min
        case "lognormal":
            cv = scenario.service_cv or 1.0
            variance = log(1 + cv * cv)
            centre = log(mean_min) - variance / 2
            return lambda: rng.lognormvariate(centre, sqrt(variance))


def _parts(scenario: Scenario) -> list[tuple[float, float, float]]:
    """Cut the day at the peaks' edges: from minute, to minute, factor."""
    edges = {0.0, float(DAY_HOURS)}
    for peak in scenario.peaks:
        edges |= {peak.from_hour, peak.to_hour}
    cuts = sorted(edges)
    parts = []
    for begins, ends in pairwise(cuts):
        factor = 1.0
        for peak in scenario.peaks:
            if peak.from_hour <= begins and ends <= peak.to_hour:
                factor *= peak.factor
        parts.append((begins * 60, ends * 60, factor))
    return parts
