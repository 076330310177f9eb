"""How long a person may have to wait: a range, never one number that is surely wrong."""

from dataclasses import dataclass
from math import ceil, floor, sqrt

_Z_80 = 1.2815515655446004  # standard normal quantile of 90 %: the range covers 80 %


@dataclass(frozen=True)
class Wait:
    """Waiting range in whole minutes: 10 % wait less than `low`, 10 % longer than `high`."""

    low: int
    high: int


def predict(ahead: int, windows: int, service_min: float) -> Wait | None:
    """Predict the wait with `ahead` people before, `windows` serving, `service_min` minutes each.

    The time until `ahead + 1` services have ended at `windows` busy windows is Erlang with mean
    (ahead + 1)·service_min/windows; its quantiles by Wilson and Hilferty (1931), error under 1 %
    from the second person on. None when no window serves the queue: nothing honest can be said.
    """
    if windows < 1:
        return None
    shape = ahead + 1
    scale = service_min / windows
    return Wait(floor(_erlang(shape, -_Z_80) * scale), ceil(_erlang(shape, _Z_80) * scale))


def _erlang(shape: int, z: float) -> float:
    """Quantile of the Erlang distribution of this shape and rate 1 at the normal quantile `z`."""
    root = 1 - 1 / (9 * shape) + z / (3 * sqrt(shape))
    return float(shape * max(root, 0.0) ** 3)
