"""The hall's own predictor inside a simulation, fed with nothing but what a hall sees."""

from collections.abc import Mapping

from shared.domain.estimate import BUSIEST, Flow, Pace, predict
from shared.domain.policy import Policy
from shared.domain.precedence import precedence
from shared.simulation.accuracy import Told
from shared.simulation.scenario import Scenario

PRIOR_OFF = 1.2
"""The predictor begins with service times a fifth too long: no hall knows its own exactly."""


class Foresight:
    """Tells newcomers their wait; `true_rates` (arrivals per minute) are for the optimum alone."""

    def __init__(self, scenario: Scenario, policy: Policy, true_rates: Mapping[str, float]) -> None:
        names = scenario.names
        stands = {name: precedence(policy, name, names) for name in names}
        overtakers = {other for one in stands.values() for other, _ in one.arriving}
        per_min = scenario.windows * scenario.service_per_hour / 60
        self._windows = scenario.windows
        self._standing = stands
        self._pace = Pace(60 / scenario.service_per_hour * PRIOR_OFF)
        self._flows = {name: Flow() for name in overtakers}
        self._last = dict.fromkeys(names, 0.0)
        self._optimal = {}
        for name, one in stands.items():
            overtaking = sum(true_rates[other] * share for other, share in one.arriving)
            self._optimal[name] = 1 / (per_min - min(overtaking, BUSIEST * per_min))

    def arrived(self, name: str, now: float) -> None:
        """Count an arrival."""
        if name in self._flows:
            self._flows[name] = self._flows[name].arrived(now)

    def finished(self, minutes: float) -> None:
        """Learn from a service that has ended."""
        self._pace = self._pace.after(minutes)

    def called(self, name: str, waited: float) -> None:
        """Remember the wait of the last one of a class who was called."""
        self._last[name] = waited

    def tell(self, name: str, now: float, waiting: Mapping[str, int], since: float | None) -> Told:
        """Predict for a newcomer behind so many of each class, the first of their own `since`."""
        stands = self._standing[name]
        ahead = round(sum(waiting[other] * share for other, share in stands.waiting))
        overtaking = sum(self._flows[other].rate(now) * share for other, share in stands.arriving)
        wait = predict(ahead, self._windows / self._pace.mean_min, overtaking)
        assert wait is not None
        return Told(
            wait,
            (ahead + 1) * self._optimal[name],
            self._last[name],
            0.0 if since is None else now - since,
        )
