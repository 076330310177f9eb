"""The green channel by staff: granted to a ticket in line, or revoked, each with its reason."""

from shared.domain.errors import BadInput, Refused
from shared.domain.events import GreenGranted, GreenRevoked
from shared.domain.green import category, revocation
from shared.domain.ticket import GREEN_PREFIX, IN_LINE, TicketClass, TicketNumber
from shared.storage import alerts, tickets
from shared.storage.tickets import Ticket
from shared.usecases.context import Context
from shared.usecases.helpers import ask_helper
from shared.usecases.permitted import permitted
from shared.usecases.unit import Unit, hall_unit


@permitted
def grant(ctx: Context, number: TicketNumber, wanted: str, by: str) -> Ticket:
    """Give a waiting ticket the green channel; only the category's code is kept."""
    code = category(ctx.hall.categories, wanted).code
    with hall_unit(ctx) as work:
        ticket = _waiting(work, number)
        if ticket.ticket_class is TicketClass.GREEN:
            raise Refused(f"{number} is green already", "nothing to do")
        tickets.move(
            work.tx,
            ticket.standing,
            ticket.state,
            work.now,
            ticket_class=TicketClass.GREEN,
            category=code,
            since=min(ticket.since, work.now),
        )
        ask_helper(work, ticket.id, str(number), ticket.queue)
        work.tell(GreenGranted(str(number), ticket.queue, code, by))
    return ticket


@permitted
def revoke(
    ctx: Context, number: TicketNumber, reason: str, by: str, to_queue: str | None = None
) -> Ticket:
    """Make a green ticket what it would be without: booked if it has an appointment, else ordinary.

    It keeps its number and its time of arrival.

    One that named no item waits in queue G, which is green alone: it needs `to_queue`.
    """
    why = revocation(reason)
    queue = ctx.hall.queue(to_queue).letter if to_queue is not None else None
    if queue == GREEN_PREFIX:
        raise Refused("queue G is green alone", "name the queue of what the person wants")
    if queue is not None and not ctx.hall.windows_for(queue):
        raise Refused(f"no window serves queue {queue}", "choose another queue")
    with hall_unit(ctx) as work:
        ticket = _waiting(work, number)
        if ticket.ticket_class is not TicketClass.GREEN:
            raise Refused(f"{number} is not green", "nothing to do")
        target = queue or ticket.queue
        if target == GREEN_PREFIX:
            raise BadInput(
                f"{number} named no item, and queue G is green alone",
                "say in which queue it shall wait: --queue",
            )
        booked = ticket.booked_for
        tickets.move(
            work.tx,
            ticket.standing,
            ticket.state,
            work.now,
            ticket_class=TicketClass.BOOKED if booked else TicketClass.ORDINARY,
            category=None,
            queue=target,
            since=booked or ticket.since,
        )
        alerts.drop(work.tx, ticket.id, work.now)
        in_line = ticket.standing.in_line
        told = booked.isoformat() if booked else None
        work.tell(GreenRevoked(str(number), target, ticket.queue, why, by, in_line, told))
    return ticket


def _waiting(work: Unit, number: TicketNumber) -> Ticket:
    ticket = tickets.find(work.tx, work.hall.code, work.day, number)
    if ticket.state not in IN_LINE:
        raise Refused(
            f"{number} does not wait, it is {ticket.state.value}", "only who waits can be moved"
        )
    return ticket
