"""Who goes before a newcomer by a policy: of those who wait, and of those who come later."""

from collections.abc import Sequence
from dataclasses import dataclass

from shared.domain.policy import Accumulate, Aged, Alternate, Fifo, Policy, Strict

Shares = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Precedence:
    """The share of each class that is called before a newcomer; classes without share left out."""

    waiting: Shares
    arriving: Shares


def precedence(policy: Policy, name: str, names: Sequence[str]) -> Precedence:
    """Return where a newcomer of class `name` stands.

    Alternation is taken as strict, its turns for others are left out, and so is ageing. For
    gathered priority the shares are Kleinrock's (1964): whoever gathers slower by b/b' and waits
    already goes before with probability b/b', whoever gathers faster and comes later with 1 − b'/b.
    """
    match policy:
        case Aged(inner):
            return precedence(inner, name, names)
        case Fifo():
            waiting, arriving = dict.fromkeys(names, 1.0), {}
        case Strict(order) | Alternate(order, _):
            rank = order.index(name)
            waiting = dict.fromkeys(order[: rank + 1], 1.0)
            arriving = dict.fromkeys(order[:rank], 1.0)
        case Accumulate(rates):
            own = rates[name]
            waiting = {other: min(rates[other] / own, 1.0) for other in names}
            arriving = {other: 1 - own / rates[other] for other in names if rates[other] > own}
    return Precedence(tuple(waiting.items()), tuple(arriving.items()))
