"""How long a person may have to wait: a range, never one number that is surely wrong."""

from dataclasses import dataclass
from math import exp, sqrt

PRIOR_SERVICES = 5.0
"""The expected minutes of hall.toml count as so many services, until real ones outweigh them."""

MEMORY_SERVICES = 800
"""A service's weight falls by 1/e with so many later ones.

The mean of exponential times remembered so has the variance of that of 1,599 times. With n people
ahead, that alone makes the mean squared error of predictions larger by E(n+1)²/E(n+1) in 1,599:
1.2 % for ten windows 90 % busy. `hall simulate` finds 2 %, since long services lengthen the line
and the mean at once; a memory of 400 costs 4.6 %. Longer memory sees a change of pace later.
"""

MEMORY_MIN = 120.0
"""An arrival's weight falls by 1/e in so many minutes: the rush of a morning is seen, and
a rate of four an hour is known to a quarter."""

BUSIEST = 0.9
"""Those who go before are taken to leave at least a tenth of the services to all others."""

_KEEP = 1 - 1 / MEMORY_SERVICES
_FIRST_MIN = 10.0
_Z_80 = 1.2815515655446004  # standard normal quantile of 90 %: the range covers 80 %


@dataclass(frozen=True, slots=True)
class Wait:
    """A wait in seconds: 10 % wait less than `low_s`, 10 % longer than `high_s`."""

    low_s: int
    high_s: int
    mean_s: int

    @property
    def low(self) -> int:
        """The lower end in whole minutes, as people are told."""
        return (self.low_s + 30) // 60

    @property
    def high(self) -> int:
        """The upper end in whole minutes, as people are told; always above `low`."""
        return max((self.high_s + 30) // 60, self.low + 1)


@dataclass(frozen=True, slots=True)
class Pace:
    """Minutes of a service as lately seen: decayed number and sum of services, and a prior."""

    prior_min: float
    weight: float = 0.0
    total_min: float = 0.0

    @property
    def mean_min(self) -> float:
        """Expected minutes of the next service."""
        known = self.prior_min * PRIOR_SERVICES + self.total_min
        return known / (PRIOR_SERVICES + self.weight)

    def after(self, minutes: float) -> "Pace":
        """Return the pace once another service has taken so many minutes."""
        return Pace(self.prior_min, self.weight * _KEEP + 1, self.total_min * _KEEP + minutes)


@dataclass(frozen=True, slots=True)
class Flow:
    """How often people arrive lately: a decayed number of arrivals, as of `at_min`.

    Minutes are counted from the moment the counting began, such as the opening of the day.
    """

    count: float = 0.0
    at_min: float = 0.0

    def arrived(self, now_min: float) -> "Flow":
        """Return the flow with an arrival now."""
        return Flow(self._decayed(now_min) + 1, max(now_min, self.at_min))

    def rate(self, now_min: float) -> float:
        """Arrivals per minute: unbiased from the tenth minute on, low before (one early bird is
        no rush).
        """
        remembered = MEMORY_MIN * (1 - exp(-max(now_min, self.at_min) / MEMORY_MIN))
        return self._decayed(now_min) / max(remembered, _FIRST_MIN)

    def _decayed(self, now_min: float) -> float:
        return self.count * exp(-max(now_min - self.at_min, 0.0) / MEMORY_MIN)


def predict(ahead: int, rate_per_min: float, overtaking_per_min: float = 0.0) -> Wait | None:
    """Predict the wait with `ahead` people before, while others arrive who go before as well.

    `rate_per_min` is what all windows that serve the person finish together when busy, the sum of
    1/mean minutes; `overtaking_per_min` is how many arrive who are called first, taken as at most
    BUSIEST of it. The wait is the time a random walk takes from ahead + 1 down to 0: mean
    (n+1)/(cμ−λ), variance (n+1)(cμ+λ)/(cμ−λ)³, the busy period of M/M/1 begun by n + 1 people
    (Cox and Smith, Queues, 1961). None when no window serves: nothing honest can be said.
    """
    if rate_per_min <= 0:
        return None
    people = ahead + 1
    load = min(overtaking_per_min / rate_per_min, BUSIEST)
    mean_s = 60 * people / (rate_per_min * (1 - load))
    shape = people * (1 - load) / (1 + load)  # mean²/variance
    below = _Z_80 + sqrt((1 - 0.78 * load) / (1.63 * people - 1.14) + load / (11.6 + 2.74 * shape))
    above = _Z_80 - 1 / sqrt(0.49 + 4.23 * shape)
    return Wait(
        round(mean_s * _passage(-below, shape)),
        round(mean_s * _passage(above, shape)),
        round(mean_s),
    )


def _passage(z: float, shape: float) -> float:
    """Quantile of a first passage, in means, at the normal quantile `z` already made skew.

    The form is Birnbaum and Saunders (1969). The skewing in `predict` was fitted to the exact
    distribution for 1 to 100 people and loads of 0 to 0.9: either end of the range is passed by
    9.3 to 10.8 %.
    """
    half = z / (2 * sqrt(shape))
    return (half + sqrt(half * half + 1)) ** 2
