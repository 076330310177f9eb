"""How often a phone, or an address, may ask: token buckets, bounded in number."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

MOST = 50_000
"""So many buckets are kept; the one unused longest is forgotten, which fills it."""


@dataclass(frozen=True)
class Rate:
    """`burst` at once, then `per_s` a second."""

    burst: float
    per_s: float


# A hall's Wi-Fi shows all its phones as one address, and all come back at once after a restart.
ADDRESS = Rate(6000, 200)
PAGE = Rate(30, 0.5)
ACTION = Rate(6, 0.1)


class Limits:
    """Counts who asks; `monotonic` is a clock in seconds."""

    def __init__(self, monotonic: Callable[[], float], most: int = MOST) -> None:
        self._monotonic = monotonic
        self._most = most
        self._left: OrderedDict[tuple[Rate, str], tuple[float, float]] = OrderedDict()

    def allow(self, rate: Rate, who: str) -> bool:
        """Whether one more is allowed; it is counted."""
        now = self._monotonic()
        left, since = self._left.pop((rate, who), (rate.burst, now))
        left = min(rate.burst, left + (now - since) * rate.per_s)
        allowed = left >= 1
        self._left[rate, who] = (left - 1 if allowed else left, now)
        if len(self._left) > self._most:
            self._left.popitem(last=False)
        return allowed
