"""The life of a slip: taken in hand, settled, wanted again; each step a fact."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from shared.domain.errors import Refused
from shared.domain.events import PrintChanged
from shared.domain.hall import window_place
from shared.domain.said import said
from shared.domain.slip_trouble import SlipTrouble
from shared.slips.papers import Slip
from shared.slips.ticket import TicketSlip
from shared.storage import Transaction, cases, print_jobs, tickets
from shared.storage.print_jobs import PrintJob, PrintState
from shared.storage.tickets import Ticket
from shared.usecases.context import Context
from shared.usecases.papers import case_slip
from shared.usecases.unit import Unit, unit

STALE = timedelta(minutes=10)
"""A slip that nobody has printed for so long is wanted by nobody any more."""


@dataclass(frozen=True)
class Work:
    """A slip in hand: the job and what to print."""

    job: int
    slip: Slip


def take(ctx: Context, printer: str, expect: Callable[[], None] | None = None) -> Work | None:
    """Take the oldest wanted slip of a printer in hand; None when there is none.

    `expect` is called before, when there is one: taking it in hand is a commit to wait for.
    """
    with ctx.database.read() as tx:
        if not print_jobs.is_any(tx, printer, PrintState.PENDING):
            return None
    if expect is not None:
        expect()
    with unit(ctx) as work:
        job = print_jobs.next_in(work.tx, printer, PrintState.PENDING)
        if job is None:
            return None
        slip = _slip(ctx, work.tx, job)
        _settle(work, job.id, slip.number, PrintState.PENDING, PrintState.SENDING)
    return Work(job.id, slip)


def _slip(ctx: Context, tx: Transaction, job: PrintJob) -> Slip:
    if job.ticket is not None:
        return _ticket_slip(ctx, tickets.get(tx, job.ticket), reprint=job.reprint)
    assert job.case is not None
    return case_slip(ctx, tx, job.case, job.paper, reprint=job.reprint)


def _ticket_slip(ctx: Context, ticket: Ticket, *, reprint: bool) -> TicketSlip:
    windows = ctx.hall.windows_for(ticket.queue)
    return TicketSlip(
        hall=ctx.hall.name,
        number=str(ticket.number),
        ticket_class=ticket.ticket_class,
        service=ticket.item_name,
        ahead=ticket.ahead,
        wait=ticket.wait,
        place=window_place(windows),
        issued_at=ticket.issued_at.astimezone(ctx.clock().tzinfo),
        code=ctx.config.ticket_code(ticket.key),
        reprint=reprint,
        phone=ctx.config.phone.base_url is not None,
    )


def settle(
    ctx: Context,
    work: Work,
    state: PrintState,
    detail: str = "",
    trouble: SlipTrouble = SlipTrouble.NONE,
) -> None:
    """Record what became of a slip in hand; one that was marked uncertain meanwhile stays so."""
    with unit(ctx) as settling:
        _settle(settling, work.job, work.slip.number, PrintState.SENDING, state, detail, trouble)


def recover(ctx: Context, printer: str) -> list[PrintJob]:
    """Settle what a worker that died left behind, and return it.

    What it had in hand is uncertain: it is never printed again unasked. What has waited longer
    than STALE has failed: its applicant left without it.
    """
    marked, late = [], SlipTrouble.LATE
    with unit(ctx) as work:
        while (job := print_jobs.next_in(work.tx, printer, PrintState.PENDING)) and (
            work.now - job.created_at > STALE
        ):
            number = _number(work.tx, job)
            why = "nobody printed it in time"
            _settle(work, job.id, number, PrintState.PENDING, PrintState.FAILED, why, late)
            marked.append(job)
        while job := print_jobs.next_in(work.tx, printer, PrintState.SENDING):
            number = _number(work.tx, job)
            why = "the print worker stopped while this slip was in hand"
            _settle(work, job.id, number, PrintState.SENDING, PrintState.UNCERTAIN, why, late)
            marked.append(job)
    return marked


def reprint(ctx: Context, ticket_id: int, printer: str) -> int:
    """Want the slip of a ticket again, marked 补打; Refused while one is still in work."""
    with unit(ctx) as work:
        tickets.hold(work.tx, ticket_id)
        ticket = tickets.get(work.tx, ticket_id)
        last = print_jobs.newest_for(work.tx, ticket_id)
        if last is not None and last.state in (PrintState.PENDING, PrintState.SENDING):
            raise Refused(
                f"the slip of {ticket.number} is being printed",
                "wait for it",
                public=said("printing", "小票正在打印，请稍候"),
            )
        job = print_jobs.add(work.tx, ticket_id, printer, work.now, reprint=last is not None)
        work.tell(PrintChanged(str(ticket.number), job, PrintState.PENDING))
    return job


def job_state(ctx: Context, ticket_id: int) -> PrintJob | None:
    """Return the newest print job of a ticket."""
    with ctx.database.read() as tx:
        return print_jobs.newest_for(tx, ticket_id)


def _number(tx: Transaction, job: PrintJob) -> str:
    """Return what a job's slip is known by: a ticket's number, or a case's."""
    if job.ticket is not None:
        return str(tickets.get(tx, job.ticket).number)
    assert job.case is not None
    return cases.get(tx, job.case).code


def _settle(
    work: Unit,
    job: int,
    number: str,
    before: PrintState,
    state: PrintState,
    detail: str = "",
    trouble: SlipTrouble = SlipTrouble.NONE,
) -> None:
    if print_jobs.settle(work.tx, job, before, state, detail, work.now):
        work.tell(PrintChanged(number, job, state, detail, trouble))
