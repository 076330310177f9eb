"""What a kiosk tells and does about a ticket: all by its code, little by its number alone."""

from dataclasses import dataclass, replace
from datetime import timedelta

from shared.domain.errors import BadInput, Refused
from shared.domain.said import said
from shared.domain.ticket import IN_LINE, TicketNumber
from shared.storage import phones, print_jobs, tickets
from shared.storage.print_jobs import PrintState
from shared.storage.tickets import Ticket
from shared.usecases.context import Context
from shared.usecases.phone import PhoneView, Stage, watch
from shared.usecases.printing import reprint

IN_USE = (Stage.WAITING, Stage.BOOKED, Stage.PARKED, Stage.MISSED)
"""Where a slip is still of use to its holder."""
_NOT_OUT = (PrintState.UNCERTAIN, PrintState.FAILED)
_OUT = (PrintState.SENT, PrintState.CONFIRMED)


@dataclass(frozen=True)
class Found:
    """A ticket as whoever asks may see it. `key` is empty for somebody who knows the number alone:
    then `view` holds what the board shows anyway, and nothing to leave or rate.
    """

    ticket: int
    key: str
    view: PhoneView
    may_reprint: bool


def find_by_code(ctx: Context, key: str) -> Found:
    """Return the ticket whose code was held before a scanner; BadInput when it is none of ours."""
    view = watch(ctx, [key]).views.get(key)
    if view is None:
        raise BadInput(
            "no ticket of this hall has this code",
            "hold the slip's own code before the scanner",
            public=said("holder", "这不是本大厅的码"),
        )
    with ctx.database.read() as tx:
        held = next(phones.held(tx, [key]))
    return Found(held.id, key, view, view.stage in IN_USE)


def find_by_number(ctx: Context, number: TicketNumber) -> Found:
    """Return today's ticket with this number, without what is its holder's own; BadInput when it
    was not given out.
    """
    try:
        with ctx.database.read() as tx:
            ticket = tickets.find(tx, ctx.hall.code, ctx.today(tx), number)
            job = print_jobs.newest_for(tx, ticket.id)
    except BadInput as error:
        raise BadInput(
            error.message,
            error.hint,
            public=said("holder", "今天没有{number}号，请再看一下小票上的号码").of(
                number=str(number)
            ),
        ) from error
    view = watch(ctx, [ticket.key]).views[ticket.key]
    shown = replace(view, item="", may_leave=False, to_rate=None, score=None)
    lost = job is not None and job.state in _NOT_OUT
    return Found(ticket.id, "", shown, lost and view.stage in IN_USE)


def left_hanging(ctx: Context, printer: str, within: timedelta) -> tuple[Ticket, PrintState] | None:
    """Return the newest ticket whose slip a kiosk wanted, if that was a moment ago and nobody knows
    that it came out: its holder may stand there still, after the program fell.
    """
    with ctx.database.read() as tx:
        job = print_jobs.newest_at(tx, printer)
        if job is None or job.ticket is None or job.state in _OUT:
            return None
        if ctx.clock() - job.created_at > within:
            return None
        ticket = tickets.get(tx, job.ticket)
    return (ticket, job.state) if ticket.state in IN_LINE else None


def print_mine(ctx: Context, found: Found, printer: str) -> Ticket:
    """Want the slip again, marked 补打, and return its ticket; Refused when it is not for whoever
    asks: a slip opens its ticket, so that by number alone it is printed only when none came out.
    """
    again = (
        find_by_code(ctx, found.key)
        if found.key
        else find_by_number(ctx, TicketNumber.parse(found.view.number))
    )
    if not again.may_reprint:
        raise Refused(
            f"the slip of {found.view.number} is not printed for somebody without its code",
            "the desk prints it",
            public=said("holder", "现在不能补打这张小票，请到咨询台"),
        )
    reprint(ctx, again.ticket, printer)
    with ctx.database.read() as tx:
        return tickets.get(tx, again.ticket)
