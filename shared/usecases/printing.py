"""The life of a slip: taken in hand, settled, wanted again; each step a fact."""

from dataclasses import dataclass
from datetime import timedelta

from shared.domain.errors import Refused
from shared.domain.events import PrintChanged
from shared.domain.hall import window_place
from shared.domain.ticket import TicketNumber
from shared.slips.ticket import TicketSlip
from shared.storage import Transaction, facts, print_jobs, tickets
from shared.storage.print_jobs import PrintJob, PrintState
from shared.usecases.context import Context

STALE = timedelta(minutes=10)
"""A slip that nobody has printed for so long is wanted by nobody any more."""


@dataclass(frozen=True)
class Work:
    """A slip in hand: the job and what to print."""

    job: int
    slip: TicketSlip


def take(ctx: Context, printer: str) -> Work | None:
    """Take the oldest wanted slip of a printer in hand; None when there is none."""
    with ctx.database.read() as tx:
        if print_jobs.next_in(tx, printer, PrintState.PENDING) is None:
            return None
    with ctx.database.write() as tx:
        job = print_jobs.next_in(tx, printer, PrintState.PENDING)
        if job is None:
            return None
        ticket = tickets.get(tx, job.ticket)
        _settle(ctx, tx, job.id, ticket.number, PrintState.SENDING, "")
    windows = ctx.hall.windows_for(ticket.queue)
    slip = TicketSlip(
        hall=ctx.hall.name,
        number=str(ticket.number),
        ticket_class=ticket.ticket_class,
        service=ticket.item_name,
        ahead=ticket.ahead,
        wait=ticket.wait,
        place=window_place(windows),
        issued_at=ticket.issued_at.astimezone(ctx.clock().tzinfo),
        code=f"HC1:{ticket.key}",
        reprint=job.reprint,
    )
    return Work(job.id, slip)


def settle(ctx: Context, work: Work, state: PrintState, detail: str = "") -> None:
    """Record what became of a slip in hand."""
    with ctx.database.write() as tx:
        _settle(ctx, tx, work.job, TicketNumber.parse(work.slip.number), state, detail)


def recover(ctx: Context, printer: str) -> list[PrintJob]:
    """Settle what a worker that died left behind, and return it.

    What it had in hand is uncertain: it is never printed again unasked. What has waited longer
    than STALE has failed: its applicant left without it.
    """
    marked = []
    with ctx.database.write() as tx:
        while (job := print_jobs.next_in(tx, printer, PrintState.PENDING)) and (
            ctx.clock() - job.created_at > STALE
        ):
            number = tickets.get(tx, job.ticket).number
            _settle(ctx, tx, job.id, number, PrintState.FAILED, "nobody printed it in time")
            marked.append(job)
        while job := print_jobs.next_in(tx, printer, PrintState.SENDING):
            number = tickets.get(tx, job.ticket).number
            why = "the print worker stopped while this slip was in hand"
            _settle(ctx, tx, job.id, number, PrintState.UNCERTAIN, why)
            marked.append(job)
    return marked


def reprint(ctx: Context, ticket_id: int, printer: str) -> int:
    """Want the slip of a ticket again, marked 补打; Refused while one is still in work."""
    with ctx.database.write() as tx:
        ticket = tickets.get(tx, ticket_id)
        last = print_jobs.newest_for(tx, ticket_id)
        if last is not None and last.state in (PrintState.PENDING, PrintState.SENDING):
            raise Refused(
                f"the slip of {ticket.number} is being printed",
                "wait for it",
                public="小票正在打印，请稍候",
            )
        now = ctx.clock()
        job = print_jobs.add(tx, ticket_id, printer, now, reprint=last is not None)
        pending = PrintChanged(str(ticket.number), job, PrintState.PENDING)
        facts.append(tx, now, ctx.today(), pending)
    return job


def job_state(ctx: Context, ticket_id: int) -> PrintJob | None:
    """Return the newest print job of a ticket."""
    with ctx.database.read() as tx:
        return print_jobs.newest_for(tx, ticket_id)


def _settle(
    ctx: Context,
    tx: Transaction,
    job: int,
    number: TicketNumber,
    state: PrintState,
    detail: str,
) -> None:
    now = ctx.clock()
    print_jobs.settle(tx, job, state, detail, now)
    facts.append(tx, now, ctx.today(), PrintChanged(str(number), job, state, detail))
