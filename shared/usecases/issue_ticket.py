"""Give out a number: counter, ticket, line, fact and print intent in one commit."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shared.domain.coming_back import SPACING
from shared.domain.errors import BadInput
from shared.domain.estimate import Wait
from shared.domain.events import NumberSkipped, TicketIssued
from shared.domain.green import category
from shared.domain.hall import window_place
from shared.domain.ticket import GREEN_PREFIX, TicketClass, TicketNumber, TicketState
from shared.domain.visit import Errand, next_stop, stops
from shared.storage import errands as visits
from shared.storage import lines, numbers, print_jobs, tickets
from shared.usecases.context import Context
from shared.usecases.helpers import ask_helper
from shared.usecases.intake import check_intake
from shared.usecases.outlook import expect
from shared.usecases.request import Request, Wanted, wanted
from shared.usecases.unit import Unit, unit

__all__ = ["IssuedTicket", "Request", "issue_ticket"]


@dataclass(frozen=True)
class IssuedTicket:
    """The number given out; `ahead` people are called before, `wait` None if nobody serves it.

    `queue` is where it waits first, `stops` every queue of the visit in order, `service` what the
    whole visit is called.
    """

    ticket: int
    number: TicketNumber
    queue: str
    service: str | None
    ticket_class: TicketClass
    ahead: int
    wait: Wait | None
    window_place: str
    key: str
    job: int | None
    stops: tuple[str, ...]


def issue_ticket(ctx: Context, request: Request) -> IssuedTicket:
    """Issue a ticket; BadInput for an unknown item, Refused when the queue takes nobody in."""
    with unit(ctx) as work:
        return issue_within(work, request)


def issue_within(first: Unit, request: Request) -> IssuedTicket:
    """Issue a ticket within a transaction in which nothing was changed yet."""
    ctx = first.ctx
    code = category(ctx.hall.categories, request.category).code if request.category else None
    asked = wanted(ctx, first.tx, request)
    queues = stops(asked.errands) or (GREEN_PREFIX,)
    work = first.holding(queues=queues[:1])
    ticket_class = _class(request, work.now)
    prefix = GREEN_PREFIX if request.green else queues[0]
    for queue in queues:
        check_intake(work, queue, prefix, booked=ticket_class is TicketClass.BOOKED)
    known = lines.read(work.tx, work.day, work.today.began_at)
    windows = ctx.hall.windows_for(queues[0])
    ahead, wait = expect(work, known, queues[0], ticket_class)
    number = _draw(work, prefix)
    fact = work.tell(_issued(request, asked, number, queues, ticket_class, code))
    key = ctx.new_key()
    row = _row(work, request, asked, queues[0], ticket_class)
    row |= {
        "prefix": number.prefix,
        "number": number.count,
        "key": key,
        "place": fact * SPACING,
        "category": code,
        **_told(ahead, wait),
    }
    ticket = tickets.add(work.tx, row)
    line = (queues[0], lines.ANY_WINDOW, ticket_class)
    lines.arrive(work.tx, work.day, line, known, work.now)
    _keep_errands(work, ticket, asked.errands)
    if ticket_class is TicketClass.GREEN:
        ask_helper(work, ticket, str(number), queues[0])
    job = None
    if request.printer is not None:
        job = print_jobs.add(work.tx, ticket, request.printer, work.now)
    return IssuedTicket(
        ticket,
        number,
        queues[0],
        asked.name,
        ticket_class,
        ahead,
        wait,
        window_place(windows),
        key,
        job,
        queues,
    )


def _issued(
    request: Request,
    asked: Wanted,
    number: TicketNumber,
    queues: tuple[str, ...],
    ticket_class: TicketClass,
    category_code: str | None,
) -> TicketIssued:
    return TicketIssued(
        str(number),
        queues[0],
        ticket_class,
        asked.name,
        request.origin,
        category_code,
        request.booked_for.isoformat() if request.booked_for else None,
        queues if len(asked.errands) > 1 else (),
        request.by.strip(),
        request.printer,
        request.language,
    )


def _row(
    work: Unit, request: Request, asked: Wanted, queue: str, ticket_class: TicketClass
) -> dict[str, Any]:
    """Return the columns of a ticket that do not depend on its number."""
    stop = next_stop(asked.errands)
    return {
        "hall": work.hall.code,
        "business_day": work.day,
        "line_day": work.day,
        "ticket_class": ticket_class,
        "queue": queue,
        "state": TicketState.WAITING,
        "since": request.booked_for or work.now,
        "item": stop[0].item if stop else None,
        "item_name": asked.name,
        "origin": request.origin,
        "issued_at": work.now,
        "booked_for": request.booked_for,
    }


def _told(ahead: int, wait: Wait | None) -> dict[str, Any]:
    """Return the columns of what the applicant was told to expect."""
    return {
        "ahead": ahead,
        "wait_low_s": wait.low_s if wait else None,
        "wait_high_s": wait.high_s if wait else None,
        "wait_mean_s": wait.mean_s if wait else None,
    }


def _class(request: Request, now: datetime) -> TicketClass:
    if request.green and request.booked_for is None:
        return TicketClass.GREEN
    if request.green:
        raise BadInput("a green ticket waits for no appointment", "leave the time out (--at)")
    if request.category is not None:
        raise BadInput("a category is for the green channel", "ask for a green ticket (--green)")
    if request.booked_for is None:
        return TicketClass.ORDINARY
    if request.booked_for.date() != now.date():
        raise BadInput(
            f"the appointment is on {request.booked_for:%Y-%m-%d}, not today",
            "a number is given out on the day of the appointment",
        )
    return TicketClass.BOOKED


def _draw(work: Unit, prefix: str) -> TicketNumber:
    """Draw the next number; one that a ticket carried over bears is skipped, and that is told."""
    while True:
        number = numbers.draw(work.tx, work.hall.code, work.day, prefix)
        if work.today.carried == 0 or tickets.carried_over(work.tx, work.day, number) is None:
            return number
        work.tell(NumberSkipped(str(number)))


def _keep_errands(work: Unit, ticket: int, errands: tuple[Errand, ...]) -> None:
    if len(errands) > 1:
        visits.add(work.tx, ticket, errands)
