"""Dispatch policies: among the first of each line, whose turn it is. Chosen per hall."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from shared.domain.ticket import TicketClass


@dataclass(frozen=True, slots=True)
class Head:
    """The first person of one class in one queue.

    `place` grows with arrival in the line; `since` is the moment of arrival in minutes of any
    clock, the same as the `now` given to a policy.
    """

    ticket: int
    queue: str
    ticket_class: str
    place: int
    for_window: int | None = None
    since: float = 0.0
    number: str = ""


@dataclass(frozen=True)
class Fifo:
    """First come, first served, whatever the class."""


@dataclass(frozen=True)
class Strict:
    """The first class of `order` that waits, always."""

    order: tuple[str, ...]


@dataclass(frozen=True)
class Alternate:
    """As Strict, but after `in_a_row` of the first class another class has its turn."""

    order: tuple[str, ...]
    in_a_row: int


@dataclass(frozen=True)
class Accumulate:
    """Everybody gathers priority while waiting, at the rate of the class; the most goes first.

    Kleinrock, A delay dependent queue discipline, Naval Research Logistics 11 (1964).
    """

    rates: Mapping[str, float]


@dataclass(frozen=True)
class Aged:
    """As `inner`, but whoever has waited `max_wait_min` goes first, the longest wait foremost."""

    inner: "Fifo | Strict | Alternate | Accumulate"
    max_wait_min: float


Policy = Fifo | Strict | Alternate | Accumulate | Aged

STRICT = Strict(tuple(TicketClass))
"""Green, then booked people whose time has come, then first come: 即来即办."""


def turn(policy: Policy, heads: Sequence[Head], now: float = 0.0, streak: int = 0) -> list[Head]:
    """Return the heads among which only arrival (or a window's preference) decides any more.

    `streak` counts the calls of the first class in a row before this one. Never empty for heads.
    """
    match policy:
        case Fifo():
            return list(heads)
        case Strict(order):
            return _first_class(heads, order)
        case Alternate(order, in_a_row):
            if streak >= in_a_row:
                others = [head for head in heads if head.ticket_class != order[0]]
                if others:
                    return _first_class(others, order)
            return _first_class(heads, order)
        case Accumulate(rates):
            return [max(heads, key=lambda h: ((now - h.since) * rates[h.ticket_class], -h.place))]
        case Aged(inner):
            late = overdue(policy, heads, now)
            return [late] if late else turn(inner, heads, now, streak)


def overdue(policy: Aged, heads: Sequence[Head], now: float) -> Head | None:
    """Return the head that has waited longest, if that is too long."""
    longest = min(heads, key=lambda head: (head.since, head.place), default=None)
    if longest is None or now - longest.since < policy.max_wait_min:
        return None
    return longest


def streak_needed(policy: Policy) -> int:
    """Return how many calls back the policy looks; 0 for one without memory."""
    match policy:
        case Alternate(_, in_a_row):
            return in_a_row
        case Aged(inner):
            return streak_needed(inner)
        case _:
            return 0


def _first_class(heads: Sequence[Head], order: Sequence[str]) -> list[Head]:
    for ticket_class in order:
        group = [head for head in heads if head.ticket_class == ticket_class]
        if group:
            return group
    raise ValueError(f"a class outside {tuple(order)} waits")
