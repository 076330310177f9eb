"""Why a ticket was called, or has not been yet: as the facts tell, not as rules would now."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from shared.domain.events import (
    Fact,
    GreenGranted,
    GreenRevoked,
    ServiceEnded,
    TicketCalled,
    TicketCarried,
    TicketIssued,
    TicketReturned,
)
from shared.domain.hall import Hall

RULES = {
    "green_first": "the green channel goes before all others",
    "booked_time_came": "the time of the appointment had come",
    "first_come": "it was the first in line",
    "class_first": "its class goes first",
    "alternation": "after so many green tickets it was another class's turn",
    "most_priority_gathered": "it had gathered the most priority while waiting",
    "waited_too_long": "somebody had waited for the longest time the hall allows",
    "sent_to_this_window": "it had been sent to this very window",
    "by_number": "the window called it by its number",
    "resumed": "the window called it back",
}
"""The dispatch rule of a call, as people read it."""


@dataclass(frozen=True)
class OtherCall:
    """A ticket that was called while this one waited; `earlier` if it had come before it."""

    number: str
    ticket_class: str
    window: int
    at: datetime
    rule: str
    earlier: bool


@dataclass(frozen=True)
class Why:
    """A ticket's latest time in line: since when, who was called meanwhile, and its own call.

    `over` are those at the head of other lines that the window might have called instead.
    """

    number: str
    ticket_class: str
    queue: str
    since: datetime
    others: tuple[OtherCall, ...]
    window: int | None = None
    called_at: datetime | None = None
    rule: str = ""
    over: tuple[str, ...] = ()

    @property
    def overtaken(self) -> tuple[OtherCall, ...]:
        """Those who came later and were called before it."""
        return tuple(other for other in self.others if not other.earlier)


def why(hall: Hall, number: str, facts: Iterable[Fact]) -> Why | None:
    """Explain a ticket from the facts of a day, in order; None when they do not know it."""
    told: Why | None = None
    sent_to: int | None = None
    came_later: set[str] = set()
    for fact in facts:
        event = fact.event
        match event:
            case TicketIssued() | TicketReturned() | TicketCarried() if event.number == number:
                known = told.ticket_class if told else "ordinary"
                ticket_class = event.ticket_class if isinstance(event, TicketIssued) else known
                told, sent_to = Why(number, ticket_class, event.queue, fact.at, ()), None
                came_later.clear()
            case ServiceEnded(number=found, to_queue=str(queue)) if found == number and told:
                told = Why(number, told.ticket_class, queue, fact.at, ())
                sent_to = event.to_window
                came_later.clear()
            case GreenGranted(number=found) if found == number and told:
                told = _changed(told, "green", told.queue)
            case GreenRevoked(number=found, queue=queue) if found == number and told:
                told = _changed(told, "ordinary", queue)
            case TicketCalled(again=False) if told:
                told = _after_call(hall, told, sent_to, fact, event, came_later)
            case TicketIssued() | TicketReturned() | TicketCarried() | ServiceEnded():
                came_later.add(event.number)
            case _:
                pass
    return told


def _changed(told: Why, ticket_class: str, queue: str) -> Why:
    return Why(told.number, ticket_class, queue, told.since, told.others)


def _after_call(
    hall: Hall,
    told: Why,
    sent_to: int | None,
    fact: Fact,
    called: TicketCalled,
    came_later: set[str],
) -> Why:
    if called.number == told.number:
        rule = RULES.get(called.reason, called.reason)
        return Why(
            told.number,
            called.ticket_class,
            told.queue,
            told.since,
            told.others,
            called.window,
            fact.at,
            rule,
            called.over,
        )
    if told.called_at is not None:
        return told
    mine = {window.number for window in hall.windows_for(told.queue)} if not sent_to else {sent_to}
    if called.window not in mine:
        return told
    other = OtherCall(
        called.number,
        called.ticket_class,
        called.window,
        fact.at,
        RULES.get(called.reason, called.reason),
        earlier=called.number not in came_later,
    )
    return Why(told.number, told.ticket_class, told.queue, told.since, (*told.others, other))
