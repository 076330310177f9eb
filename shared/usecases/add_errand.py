"""One thing more on a number that has not been called: 再加一件事."""

from dataclasses import dataclass

from shared.domain.errors import Refused
from shared.domain.estimate import Wait
from shared.domain.events import ErrandAdded, PrintChanged
from shared.domain.hall import window_place
from shared.domain.said import said
from shared.domain.ticket import GREEN_PREFIX, IN_LINE, TicketClass, TicketNumber
from shared.domain.visit import Errand, stops
from shared.storage import errands, lines, print_jobs, tickets
from shared.storage.print_jobs import PrintState
from shared.storage.tickets import Ticket
from shared.usecases.context import Context
from shared.usecases.intake import check_intake
from shared.usecases.outlook import expect
from shared.usecases.request import Request, wanted
from shared.usecases.unit import Unit, unit


@dataclass(frozen=True)
class AddedErrand:
    """What a number is for now: `service` names it all, `stops` are the queues still to go to.

    `moved` tells what to expect in the line where the number waits now, if it is another one.
    """

    number: TicketNumber
    service: str
    stops: tuple[str, ...]
    window_place: str
    moved: tuple[int, Wait | None] | None
    job: int | None


def add_errand(
    ctx: Context, ticket_id: int, service: str, *, printer: str | None = None, origin: str = "kiosk"
) -> AddedErrand:
    """Add an item or a bundle to a ticket in line, behind what it is for already.

    Number and place stay; a green number that named no item goes to the item's line. Refused once
    it was called, for what it is for already, and when the item's queue takes nobody in. `printer`
    wants a slip that tells it; one that nobody has begun to print is that slip.
    """
    with unit(ctx) as first:
        asked = wanted(ctx, first.tx, Request(service))
        lines_touched = (tickets.get(first.tx, ticket_id).queue, *stops(asked.errands)[:1])
        work = first.holding(queues=lines_touched)
        tickets.hold(work.tx, ticket_id)
        ticket = tickets.get(work.tx, ticket_id)
        _check_in_line(ticket)
        had = errands.of_ticket(work.tx, ticket.id) or _only(ticket)
        known = {errand.item for errand in had}
        new = tuple(errand for errand in asked.errands if errand.item not in known)
        _check_new(work, ticket, new, str(asked.name))
        left = [errand for errand in (*had, *new) if not errand.done]
        queue = left[0].queue if _names_no_line(ticket) else ticket.queue
        moved = _outlook(work, queue, ticket) if queue != ticket.queue else None
        name = "、".join(filter(None, (ticket.item_name, asked.name)))
        told = ErrandAdded(str(ticket.number), queue, ticket.queue, name, stops(left), origin)
        work.tell(told)
        columns = {"queue": queue, "item_name": name, "item": ticket.item or left[0].item}
        tickets.move(work.tx, ticket.standing, ticket.state, work.now, **columns)
        _keep(work, ticket, had, new)
        job = _slip(work, ticket, printer) if printer is not None else None
        place = window_place(work.hall.windows_for(queue))
    return AddedErrand(ticket.number, name, stops(left), place, moved, job)


def _check_in_line(ticket: Ticket) -> None:
    if ticket.state not in IN_LINE:
        raise Refused(
            f"ticket {ticket.number} is {ticket.state}, not in line",
            "tell the window what else is wanted, or take another number",
            said("add", "{number}已叫号，请直接告诉窗口工作人员").of(number=str(ticket.number)),
        )


def _check_new(work: Unit, ticket: Ticket, new: tuple[Errand, ...], name: str) -> None:
    if not new:
        raise Refused(
            f"{ticket.number} is for {name} already",
            "choose another service",
            said("add", "{number}已经包括这件事").of(number=str(ticket.number)),
        )
    booked = ticket.ticket_class is TicketClass.BOOKED
    for queue in stops(new):
        check_intake(work, queue, ticket.number.prefix, booked=booked)


def _only(ticket: Ticket) -> tuple[Errand, ...]:
    if ticket.item is None or ticket.item_name is None:
        return ()
    return (Errand(ticket.item, ticket.item_name, ticket.queue),)


def _names_no_line(ticket: Ticket) -> bool:
    """Whether it waits where green numbers without an item wait, for any window."""
    return ticket.queue == GREEN_PREFIX and ticket.for_window is None and ticket.item is None


def _outlook(work: Unit, queue: str, ticket: Ticket) -> tuple[int, Wait | None]:
    known = lines.read(work.tx, work.day, work.today.began_at)
    return expect(work, known, queue, ticket.ticket_class)


def _keep(work: Unit, ticket: Ticket, had: tuple[Errand, ...], new: tuple[Errand, ...]) -> None:
    if len(had) > 1:
        errands.add(work.tx, ticket.id, new, after=len(had))
    elif len(had) + len(new) > 1:
        errands.add(work.tx, ticket.id, (*had, *new))


def _slip(work: Unit, ticket: Ticket, printer: str) -> int:
    last = print_jobs.newest_for(work.tx, ticket.id)
    if last is not None and last.state is PrintState.PENDING:
        return last.id
    job = print_jobs.add(work.tx, ticket.id, printer, work.now, reprint=last is not None)
    work.tell(PrintChanged(str(ticket.number), job, PrintState.PENDING))
    return job
