"""The hall at a glance: its day, and every queue with who waits and whether it takes people in."""

from dataclasses import dataclass
from datetime import date, datetime

from shared.domain.errors import Refused
from shared.domain.ticket import GREEN_PREFIX
from shared.storage import Transaction, days, evacuations, lines
from shared.usecases.context import Context
from shared.usecases.intake import IntakeState, Shut, sessions_shut, staff_shut


@dataclass(frozen=True)
class QueueNow:
    """A queue; `why` it takes nobody in (empty when open), `opens_at` when it does again."""

    letter: str
    name: str
    waiting: int
    state: IntakeState
    why: str
    opens_at: datetime | None


@dataclass(frozen=True)
class DayNow:
    """A business day; `began_at` None when nothing has happened on it yet."""

    day: date
    began_at: datetime | None
    closed_at: datetime | None
    closed_queues: dict[str, str]
    carried: int
    waiting: int


def queues_now(ctx: Context) -> list[QueueNow]:
    """Return every queue as it is for somebody who comes now without an appointment."""
    now = ctx.clock()
    with ctx.database.read() as tx:
        day = ctx.today(tx)
        newest = days.newest(tx)
        today = newest if newest and newest.day == day else None
        waiting = lines.read(tx, day, now).waiting().queues
        evacuated = _evacuated(tx)
        found = []
        for queue in ctx.hall.queues:
            shut = evacuated or staff_shut(ctx.hall, queue, today, now)
            if shut is None:
                capped = queue.letter != GREEN_PREFIX
                shut = sessions_shut(ctx.hall, tx, queue, day, now, capped, booked=False)
            found.append(
                QueueNow(
                    queue.letter,
                    queue.name,
                    waiting.get(queue.letter, 0),
                    shut.state if shut else IntakeState.OPEN,
                    shut.refusal.message if shut else "",
                    shut.opens_at if shut else None,
                )
            )
    return found


def _evacuated(tx: Transaction) -> Shut | None:
    if evacuations.going_on(tx) is None:
        return None
    refusal = Refused("the hall is being evacuated", "hall evacuate off ends it")
    return Shut(IntakeState.CLOSED, refusal)


def day_now(ctx: Context) -> DayNow:
    """Return the business day as it is."""
    with ctx.database.read() as tx:
        day = ctx.today(tx)
        waiting = lines.read(tx, day, ctx.clock()).waiting().total
        newest = days.newest(tx)
    if newest is None or newest.day != day:
        return DayNow(day, None, None, {}, 0, waiting)
    return DayNow(
        day, newest.began_at, newest.closed_at, newest.closed_queues, newest.carried, waiting
    )
