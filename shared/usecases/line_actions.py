"""What happens to a ticket that is in line or away: it returns, is given up, or taken back."""

from dataclasses import dataclass

from shared.domain.coming_back import SPACING, may_return, place_after
from shared.domain.errors import BadInput
from shared.domain.events import TicketAbandoned, TicketReturned, TicketVoided
from shared.domain.ticket import Action, TicketClass, TicketNumber, TicketState, after
from shared.storage import alerts, services, tickets
from shared.storage.tickets import Ticket
from shared.usecases.context import Context
from shared.usecases.permitted import permitted
from shared.usecases.unit import Unit, hall_unit


@dataclass(frozen=True)
class Returned:
    """A missed ticket is back in line, behind `behind` others.

    None: at the end, for a booked ticket behind all whose time has come.
    """

    number: TicketNumber
    queue: str
    behind: int | None


@permitted
def return_to_line(ctx: Context, number: TicketNumber) -> Returned:
    """Put somebody who missed the call back in line; Refused when it was too long ago."""
    with hall_unit(ctx) as work:
        ticket = _find(work, number)
        state = after(Action.RETURN, ticket.state, work.hall.start, str(number))
        rule = work.hall.no_show
        may_return(rule, services.missed_at(work.tx, ticket.id), work.now, str(number))
        between = None
        if ticket.ticket_class is not TicketClass.BOOKED:  # those stand by their time, not by place
            first = tickets.places(work.tx, ticket.standing)
            between = place_after(first, rule.return_after)
        behind, place = between or (None, None)
        fact = work.tell(TicketReturned(str(number), ticket.queue, behind, place))
        tickets.move(
            work.tx,
            ticket.standing,
            state,
            work.now,
            place=fact * SPACING if place is None else place,
            since=work.now,
        )
    return Returned(number, ticket.queue, behind)


def abandon(ctx: Context, number: TicketNumber, origin: str) -> Ticket:
    """The person gives the number up, at a desk, kiosk or phone (`origin`)."""
    with hall_unit(ctx) as work:
        ticket = _find(work, number)
        abandon_ticket(work, ticket, origin)
    return ticket


def abandon_ticket(work: Unit, ticket: Ticket, origin: str) -> None:
    """Give a ticket up within a unit of work; Refused when it is called or over."""
    number = str(ticket.number)
    after(Action.ABANDON, ticket.state, work.hall.start, number)
    _leave(work, ticket, TicketState.ABANDONED)
    work.tell(TicketAbandoned(number, ticket.queue, origin, ticket.standing.in_line))


@permitted
def void(ctx: Context, number: TicketNumber, reason: str, by: str) -> Ticket:
    """The hall takes a number back, for a reason that is kept with who did it."""
    if not reason.strip():
        raise BadInput("no reason was given", "say why the number is taken back: --reason")
    with hall_unit(ctx) as work:
        ticket = _find(work, number)
        after(Action.VOID, ticket.state, work.hall.start, str(number))
        _leave(work, ticket, TicketState.VOID)
        in_line = ticket.standing.in_line
        work.tell(TicketVoided(str(number), ticket.queue, reason.strip(), by, in_line))
    return ticket


def _find(work: Unit, number: TicketNumber) -> Ticket:
    return tickets.find(work.tx, work.hall.code, work.day, number)


def _leave(work: Unit, ticket: Ticket, state: TicketState) -> None:
    tickets.move(work.tx, ticket.standing, state, work.now)
    alerts.drop(work.tx, ticket.id, work.now)
