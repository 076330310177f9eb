"""Which ticket is next at a window: the policy picks whose turn it is, then arrival decides."""

from collections.abc import Sequence
from dataclasses import dataclass

from shared.domain.hall import CallOrder, Window
from shared.domain.policy import (
    STRICT,
    Accumulate,
    Aged,
    Alternate,
    Fifo,
    Head,
    Policy,
    Strict,
    overdue,
    turn,
)
from shared.domain.ticket import TicketClass

__all__ = ["Choice", "Head", "choose"]


@dataclass(frozen=True, slots=True)
class Choice:
    """Who is next, and the rule that decided it."""

    head: Head
    reason: str


_CLASS_REASON: dict[str, str] = {
    TicketClass.GREEN: "green_first",
    TicketClass.BOOKED: "booked_time_came",
    TicketClass.ORDINARY: "first_come",
}


def choose(
    window: Window,
    heads: Sequence[Head],
    policy: Policy = STRICT,
    now: float = 0.0,
    streak: int = 0,
) -> Choice | None:
    """Return the next ticket for `window` among the heads of the lines it may call.

    Among those whose turn it is by the policy, people sent to this very window go first, then the
    window's preference or arrival decides. `now` and `streak` as in `policy.turn`.
    """
    if not heads:
        return None
    if isinstance(policy, Aged):
        late = overdue(policy, heads, now)
        if late is not None:
            return Choice(late, "waited_too_long")
        policy = policy.inner
    group = turn(policy, heads, now, streak)
    came = _due if all(head.ticket_class == TicketClass.BOOKED for head in group) else _place
    sent_here = [head for head in group if head.for_window == window.number]
    if sent_here:
        return Choice(min(sent_here, key=came), "sent_to_this_window")
    if window.order is CallOrder.PREFERENCE:
        reach = window.reach
        best = min(group, key=lambda head: (reach.index(head.queue), came(head)))
    else:
        best = min(group, key=came)
    return Choice(best, _reason(policy, best, streak))


def _place(head: Head) -> tuple[float, int]:
    return head.place, head.ticket


def _due(head: Head) -> tuple[float, int]:
    return head.since, head.ticket


def _reason(policy: Policy, head: Head, streak: int) -> str:
    match policy:
        case Aged(inner):
            return _reason(inner, head, streak)
        case Fifo():
            return "first_come"
        case Accumulate():
            return "most_priority_gathered"
        case Alternate(order, in_a_row) if streak >= in_a_row and head.ticket_class != order[0]:
            return "alternation"
        case Strict() | Alternate():
            return _CLASS_REASON.get(head.ticket_class, "class_first")
