"""What screens and commands ask of the hall; nothing here changes anything."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from shared.domain.events import TicketIssued
from shared.domain.line import Waiting
from shared.domain.ticket import TicketNumber, TicketState
from shared.domain.visit import Errand
from shared.storage import errands, evacuations, facts, lines, print_jobs, services, tickets
from shared.storage.evacuations import Evacuation
from shared.storage.print_jobs import PrintState
from shared.storage.services import Service
from shared.storage.tickets import Ticket
from shared.usecases.context import Context


@dataclass(frozen=True)
class Snapshot:
    """The hall on a business day as of fact `fact_id`: who waits per queue, newest calls first,
    open services; the evacuation that goes on.
    """

    fact_id: int
    at: datetime
    day: date
    waiting: Waiting
    calls: tuple[Service, ...]
    windows: dict[int, Service]
    evacuation: Evacuation | None = None


def snapshot(ctx: Context, calls: int = 12) -> Snapshot:
    """Return the hall as it is, for a screen that joins now and then follows the facts."""
    with ctx.database.read() as tx:
        day = ctx.today(tx)
        return Snapshot(
            fact_id=facts.last_id(tx),
            at=ctx.clock(),
            day=day,
            waiting=lines.read(tx, day, ctx.clock()).waiting(),
            calls=tuple(services.newest(tx, day, calls)),
            windows={service.window: service for service in services.open_in_hall(tx)},
            evacuation=evacuations.going_on(tx),
        )


def waiting_now(ctx: Context) -> Waiting:
    """Return how many wait, and for whom."""
    with ctx.database.read() as tx:
        return lines.read(tx, ctx.today(tx), ctx.clock()).waiting()


def asked_for_most(ctx: Context, lately: timedelta, limit: int) -> list[str]:
    """Return the codes of the items asked for most, most first."""
    with ctx.database.read() as tx:
        return tickets.asked_for_most(tx, ctx.today(tx) - lately, limit)


def latest_service(ctx: Context, window: int) -> Service | None:
    """Return the newest service of a window."""
    with ctx.database.read() as tx:
        return services.latest_at(tx, window)


def chosen_languages(ctx: Context) -> dict[str, str]:
    """Return the language of each ticket whose holder chose one, since yesterday."""
    with ctx.database.read() as tx:
        issued = facts.of_kind(tx, TicketIssued, ctx.today(tx) - timedelta(days=1))
    chosen: dict[str, str] = {}
    for fact in issued:
        if isinstance(fact.event, TicketIssued):
            chosen[fact.event.number] = fact.event.language
    return {number: language for number, language in chosen.items() if language}


@dataclass(frozen=True)
class ShownTicket:
    """A ticket, the state of its slip (None: no slip wanted), the window it is at, and the items
    of its visit in order (none where no item was named).
    """

    ticket: Ticket
    print_state: PrintState | None
    window: int | None
    visit: tuple[Errand, ...]


def show_ticket(ctx: Context, number: TicketNumber) -> ShownTicket:
    """Return today's ticket with this number; BadInput when it was not given out."""
    with ctx.database.read() as tx:
        ticket = tickets.find(tx, ctx.hall.code, ctx.today(tx), number)
        job = print_jobs.newest_for(tx, ticket.id)
        service = services.of_ticket(tx, ticket.id)
        visit = errands.of_ticket(tx, ticket.id) or _only(ticket)
    return ShownTicket(
        ticket, job.state if job else None, service.window if service is not None else None, visit
    )


def _only(ticket: Ticket) -> tuple[Errand, ...]:
    if ticket.item is None or ticket.item_name is None:
        return ()
    done = ticket.state is TicketState.DONE
    return (Errand(ticket.item, ticket.item_name, ticket.queue, done),)
