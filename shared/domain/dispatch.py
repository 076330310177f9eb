"""Which ticket is next at a window: green channel, booked people whose time came, first come."""

from collections.abc import Sequence
from dataclasses import dataclass

from shared.domain.hall import CallOrder, Window
from shared.domain.ticket import TicketClass


@dataclass(frozen=True)
class Head:
    """The first person of one class in one queue; `place` grows with arrival in the line."""

    ticket: int
    queue: str
    ticket_class: TicketClass
    place: int
    for_window: int | None = None


@dataclass(frozen=True)
class Choice:
    """Who is next, and the rule that decided it."""

    head: Head
    reason: str


_CLASS_REASON = {
    TicketClass.GREEN: "green_first",
    TicketClass.BOOKED: "booked_time_came",
    TicketClass.ORDINARY: "first_come",
}


def choose(window: Window, heads: Sequence[Head]) -> Choice | None:
    """Return the next ticket for `window` among the heads of the lines it may call, strictly:
    green before booked before ordinary; within a class those sent to this very window first.
    """
    for ticket_class in TicketClass:
        group = [head for head in heads if head.ticket_class is ticket_class]
        if not group:
            continue
        sent_here = [head for head in group if head.for_window == window.number]
        if sent_here:
            return Choice(min(sent_here, key=lambda head: head.place), "sent_to_this_window")
        if window.order is CallOrder.PREFERENCE:
            reach = window.reach
            best = min(group, key=lambda head: (reach.index(head.queue), head.place))
        else:
            best = min(group, key=lambda head: head.place)
        return Choice(best, _CLASS_REASON[ticket_class])
    return None
