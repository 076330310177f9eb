"""How true the hall's predictions came: what people were told against how long they waited."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from shared.domain.estimate import Wait


@dataclass(frozen=True)
class Waited:
    """One ticket: what it was told, and the seconds until it was first called."""

    group: str
    told: Wait
    waited_s: float


@dataclass(frozen=True)
class Accuracy:
    """`inside` is the share of people whose wait fell in the range they were told, which is meant
    to be 0.8; errors in minutes, `bias` positive where people waited longer than told.
    """

    group: str
    people: int
    inside: float
    bias_min: float
    rmse_min: float
    waited_mean_min: float


def accuracy(people: Iterable[Waited], everybody: str = "all") -> list[Accuracy]:
    """Return the accuracy for everybody first, then group by group in the order of their names."""
    groups: dict[str, list[Waited]] = {everybody: []}
    for one in people:
        groups[everybody].append(one)
        groups.setdefault(one.group, []).append(one)
    names = [everybody, *sorted(name for name in groups if name != everybody)]
    return [_of(name, groups[name]) for name in names if groups[name]]


def _of(group: str, people: list[Waited]) -> Accuracy:
    count = len(people)
    errors = [(one.waited_s - one.told.mean_s) / 60 for one in people]
    inside = sum(one.told.low_s <= one.waited_s <= one.told.high_s for one in people)
    return Accuracy(
        group,
        count,
        inside / count,
        sum(errors) / count,
        sqrt(sum(error * error for error in errors) / count),
        sum(one.waited_s for one in people) / 60 / count,
    )
