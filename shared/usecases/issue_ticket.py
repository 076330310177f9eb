"""Give out a number: counter, fact, ticket and print intent in one commit."""

from dataclasses import dataclass
from datetime import datetime

from shared.clock import business_day
from shared.domain.errors import BadInput, Refused
from shared.domain.estimate import Wait, predict
from shared.domain.events import PrintChanged, TicketIssued
from shared.domain.hall import window_place
from shared.domain.opening import Closed, Full, Open, opening, when_words
from shared.domain.ticket import GREEN_PREFIX, TicketClass, TicketNumber, TicketState
from shared.storage import Transaction, facts, items, numbers, print_jobs, tickets
from shared.storage.items import OfferedItem
from shared.storage.print_jobs import PrintState
from shared.usecases.context import Context


@dataclass(frozen=True)
class Request:
    """What the applicant wants. `service` is an item's code or full name; green may do without.

    `printer` names the worker that shall print the slip; None when no slip is wanted.
    """

    service: str | None = None
    green: bool = False
    printer: str | None = None
    origin: str = "kiosk"


@dataclass(frozen=True)
class IssuedTicket:
    """The number given out; `ahead` people are called before, `wait` None if nobody serves it."""

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


def issue_ticket(ctx: Context, request: Request) -> IssuedTicket:
    """Issue a ticket; BadInput for an unknown item, Refused when the queue takes nobody in."""
    hall = ctx.hall
    with ctx.database.write() as tx:
        now = ctx.clock()  # once, and when it is our turn: day and time must agree
        day = business_day(now)
        item = _item(tx, request)
        queue = queue_of(ctx, item) if item else GREEN_PREFIX
        prefix = GREEN_PREFIX if request.green else queue
        _check_open(ctx, tx, queue, prefix, now)
        windows = hall.windows_for(queue)
        ticket_class = TicketClass.GREEN if request.green else TicketClass.ORDINARY
        if not windows:
            raise Refused(
                f"no window serves queue {queue} {hall.queue(queue).name}",
                "add it to a [[window]] in hall.toml",
                f"{hall.queue(queue).name}现在没有窗口办理，请到咨询台",
            )
        earlier = list(TicketClass)[: list(TicketClass).index(ticket_class) + 1]
        ahead = tickets.waiting(tx, day, earlier).before_newcomer(windows)
        wait = predict(ahead, len(windows) / hall.queue(queue).service_min)
        number = numbers.draw(tx, hall.code, day, prefix)
        name = item.name if item else None
        issued = TicketIssued(str(number), queue, ticket_class, name, request.origin)
        key = ctx.new_key()
        ticket = tickets.add(
            tx,
            {
                "hall": hall.code,
                "business_day": day,
                "prefix": number.prefix,
                "number": number.count,
                "key": key,
                "ticket_class": ticket_class,
                "queue": queue,
                "state": TicketState.WAITING,
                "place": facts.append(tx, now, day, issued),
                "item": item.code if item else None,
                "item_name": name,
                "origin": request.origin,
                "issued_at": now,
                "ahead": ahead,
                "wait_low_min": wait.low if wait else None,
                "wait_high_min": wait.high if wait else None,
            },
        )
        job = None
        if request.printer is not None:
            job = print_jobs.add(tx, ticket, request.printer, now)
            pending = PrintChanged(str(number), job, PrintState.PENDING)
            facts.append(tx, now, day, pending)
    return IssuedTicket(
        ticket, number, queue, name, ticket_class, ahead, wait, window_place(windows), key, job
    )


def queue_of(ctx: Context, item: OfferedItem) -> str:
    """Return the queue of an item: the one its list states, else the one the routes give."""
    if item.stated_queue:
        return ctx.hall.queue(item.stated_queue).letter
    return ctx.hall.route(item.code, item.department, item.type)


def _item(tx: Transaction, request: Request) -> OfferedItem | None:
    if request.service is None:
        if request.green:
            return None
        raise BadInput("no service was named", "name one, or ask for a green ticket (--green)")
    wanted = request.service.strip()
    item = items.find(tx, wanted)
    if item is not None:
        return item
    similar = "、".join(items.names_like(tx, wanted)) if wanted else ""
    raise BadInput(
        f"there is no service “{request.service}”",
        f"did you mean: {similar}" if similar else "hall catalog list shows every code and name",
    )


def _check_open(ctx: Context, tx: Transaction, letter: str, prefix: str, now: datetime) -> None:
    queue = ctx.hall.queue(letter)
    day = business_day(now)
    drawn = numbers.issued(tx, ctx.hall.code, day, letter) if prefix == letter else 0
    state = opening(queue.sessions, now, drawn)
    if isinstance(state, Open):
        return
    again = f"，{when_words(state.opens_at, now)}开始取号" if state.opens_at else ""
    match state:
        case Closed():
            what = f"queue {letter} {queue.name} is closed now"
            public = f"{queue.name}现在不取号{again}"
        case Full():
            what = f"queue {letter} {queue.name} has given out today's {state.cap} numbers"
            public = f"{queue.name}今天的号已取完{again}"
    when = f"it opens {state.opens_at:%Y-%m-%d %H:%M}" if state.opens_at else "no session is set"
    raise Refused(f"{what}: {when}", "choose another service or come back then", public)
