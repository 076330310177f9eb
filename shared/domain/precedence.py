"""What a policy means for those who wait: who goes before whom, and who overtakes."""

from collections.abc import Mapping, Sequence

from shared.domain.policy import Accumulate, Aged, Alternate, Fifo, Policy, Strict


def share_before(policy: Policy, other: str, mine: str) -> float:
    """Return the share of those of class `other` in line now who are called before a newcomer of
    class `mine` (1: all, 0: none). Under Accumulate a slower class keeps the lead it has gathered
    in proportion to the rates.
    """
    match policy:
        case Fifo():
            return 1.0
        case Strict(order) | Alternate(order):
            return 1.0 if _rank(order, other) <= _rank(order, mine) else 0.0
        case Accumulate(rates):
            return min(1.0, rates[other] / rates[mine])
        case Aged(inner):
            return share_before(inner, other, mine)


def overtaking(policy: Policy, mine: str, flows: Mapping[str, float], service_rate: float) -> float:
    """Return how many per minute will come later and be called earlier than somebody of `mine`.

    `flows` are arrivals per minute by class, `service_rate` the services per minute of all
    windows together. Under Accumulate the share is Kleinrock's 1 - own rate / theirs.
    """
    match policy:
        case Fifo():
            return 0.0
        case Strict(order):
            return _above(order, mine, flows)
        case Alternate(order, in_a_row):
            first = flows.get(order[0], 0.0)
            most = service_rate * in_a_row / (in_a_row + 1)
            above = _above(order, mine, flows)
            return above if mine == order[0] else above - first + min(first, most)
        case Accumulate(rates):
            return sum(
                flow * (1 - rates[mine] / rates[other])
                for other, flow in flows.items()
                if rates[other] > rates[mine]
            )
        case Aged(inner):
            return overtaking(inner, mine, flows, service_rate)


def _above(order: Sequence[str], mine: str, flows: Mapping[str, float]) -> float:
    return sum(flow for other, flow in flows.items() if _rank(order, other) < _rank(order, mine))


def _rank(order: Sequence[str], ticket_class: str) -> int:
    return order.index(ticket_class)
