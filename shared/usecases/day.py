"""Closing and opening: the hall's day, and single queues."""

from shared.domain.errors import BadInput, Refused
from shared.domain.events import (
    DayClosed,
    DayReopened,
    QueueClosed,
    QueueOpened,
    TicketVoided,
)
from shared.domain.ticket import TicketNumber, TicketState
from shared.storage import alerts, days, tickets
from shared.usecases.context import Context
from shared.usecases.intake import is_closed
from shared.usecases.permitted import permitted
from shared.usecases.rollover import DAY_END
from shared.usecases.unit import hall_unit


def ensure_day(ctx: Context) -> None:
    """Begin the business day if its time has come and nobody else has begun it."""
    with ctx.database.read() as tx:
        newest = days.newest(tx)
        if newest is not None and newest.day == ctx.today(tx):
            return
    with hall_unit(ctx):
        pass


@permitted
def close_day(ctx: Context, by: str, *, void_left: bool = False) -> list[TicketNumber]:
    """Give out no more numbers today; returns who still waits.

    They are served as before (延时服务), unless `void_left` takes their numbers back.
    """
    with hall_unit(ctx) as work:
        if not is_closed(work.today, work.now):
            days.change(work.tx, work.day, closed_at=work.now)
            work.tell(DayClosed(work.day.isoformat(), by))
        left = tickets.in_line(work.tx, work.day)
        if void_left:
            for ticket in left:
                tickets.move(work.tx, ticket.standing, TicketState.VOID, work.now)
                alerts.drop(work.tx, ticket.id, work.now)
                number = str(ticket.number)
                work.tell(TicketVoided(number, ticket.queue, DAY_END, by, from_line=True))
    return [ticket.number for ticket in left]


@permitted
def reopen_day(ctx: Context, by: str) -> None:
    """Give out numbers again today."""
    with hall_unit(ctx) as work:
        if work.today.closed_at is None:
            raise Refused("the day is not closed", "nothing to do")
        days.change(work.tx, work.day, closed_at=None)
        work.tell(DayReopened(work.day.isoformat(), by))


@permitted
def close_queue(ctx: Context, letter: str, reason: str, by: str) -> None:
    """Let a queue take nobody in until it is opened again or the day ends."""
    queue = ctx.hall.queue(letter).letter
    if not reason.strip():
        raise BadInput("no reason was given", "say why, people will read it: --reason")
    with hall_unit(ctx) as work:
        if queue in work.today.closed_queues:
            raise Refused(f"queue {queue} is closed already", "nothing to do")
        closed = {**work.today.closed_queues, queue: reason.strip()}
        days.change(work.tx, work.day, closed_queues=closed)
        work.tell(QueueClosed(queue, reason.strip(), by))


@permitted
def open_queue(ctx: Context, letter: str, by: str) -> None:
    """Let a queue take people in again, by its sessions."""
    queue = ctx.hall.queue(letter).letter
    with hall_unit(ctx) as work:
        if queue not in work.today.closed_queues:
            raise Refused(f"queue {queue} is not closed", "its sessions decide: hall.toml")
        rest = {name: why for name, why in work.today.closed_queues.items() if name != queue}
        days.change(work.tx, work.day, closed_queues=rest)
        work.tell(QueueOpened(queue, by))
