"""Whether a queue takes somebody in at this moment, and what to say when it does not."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from shared.domain.errors import Refused
from shared.domain.hall import Hall, Queue
from shared.domain.opening import BookedOnly, Closed, Full, Open, opening, when_words
from shared.domain.said import Said, named, said
from shared.domain.ticket import GREEN_PREFIX
from shared.storage import Transaction, tickets
from shared.storage.days import Day
from shared.usecases.evacuation import refuse_meanwhile
from shared.usecases.unit import Unit


class IntakeState(StrEnum):
    """Whether a queue takes people in."""

    OPEN = "open"
    CLOSED = "closed"
    FULL = "full"
    BOOKED_ONLY = "booked_only"


@dataclass(frozen=True)
class Shut:
    """A queue takes nobody in; `opens_at` is when its sessions let people in again, if known."""

    state: IntakeState
    refusal: Refused
    opens_at: datetime | None = None


def check_intake(unit: Unit, letter: str, prefix: str, *, booked: bool) -> None:
    """Refused when the queue takes nobody in; says when it does again."""
    refuse_meanwhile(unit)
    queue = unit.hall.queue(letter)
    shut = staff_shut(unit.hall, queue, unit.today, unit.now)
    if shut is None:
        capped = prefix == letter != GREEN_PREFIX
        shut = sessions_shut(unit.hall, unit.tx, queue, unit.day, unit.now, capped, booked)
    if shut is not None:
        raise shut.refusal


def staff_shut(hall: Hall, queue: Queue, today: Day | None, now: datetime) -> Shut | None:
    """Tell why people have closed a queue; `today` None when the day has not begun.

    A day that was begun early by a wrong clock is closed no longer than the date it was closed on.
    """
    if not hall.windows_for(queue.letter):
        refusal = Refused(
            f"no window serves queue {queue.letter} {queue.name}",
            "add it to a [[window]] in hall.toml",
            said("intake", "{queue}现在没有窗口办理，请到咨询台").of(queue=named(queue.name)),
        )
    elif today is not None and is_closed(today, now):
        refusal = Refused(
            f"the hall has closed for {today.day}",
            "come back on the next day; a duty manager can open it again: hall day reopen",
            said("intake", "今天的取号已结束，请改日再来"),
        )
    elif today is not None and queue.letter in today.closed_queues:
        why = today.closed_queues[queue.letter]
        refusal = Refused(
            f"queue {queue.letter} {queue.name} was closed by the staff: {why}",
            f"ask at the desk; staff can open it again: hall queue open {queue.letter}",
            said("intake", "{queue}暂停取号（{why}），请到咨询台").of(
                queue=named(queue.name), why=why
            ),
        )
    else:
        return None
    return Shut(IntakeState.CLOSED, refusal)


def is_closed(today: Day, now: datetime) -> bool:
    """Whether the hall gives out no numbers any more on this day."""
    if today.closed_at is None:
        return False
    return now.date() <= today.closed_at.astimezone(now.tzinfo).date()


def sessions_shut(
    hall: Hall,
    tx: Transaction,
    queue: Queue,
    day: date,
    now: datetime,
    capped: bool,
    booked: bool,
) -> Shut | None:
    """Tell why the sessions of a queue let nobody in; `capped`: its numbers are counted."""
    counted = capped and any(s.daily_cap is not None for s in queue.sessions)
    drawn = tickets.given_out(tx, hall.code, day, queue.letter) if counted else 0
    found = opening(queue.sessions, now, drawn, booked=booked)
    if isinstance(found, Open):
        return None
    again = Said("intake", "")
    if found.opens_at:
        again = said("intake", "，{when}开始取号").of(when=when_words(found.opens_at, now))
    spoken = {"queue": named(queue.name), "again": again}
    match found:
        case Closed():
            state = IntakeState.CLOSED
            what = f"queue {queue.letter} {queue.name} is closed now"
            public = said("intake", "{queue}现在不取号{again}").of(**spoken)
        case Full():
            state = IntakeState.FULL
            what = f"queue {queue.letter} {queue.name} has given out today's {found.cap} numbers"
            public = said("intake", "{queue}今天的号已取完{again}").of(**spoken)
        case BookedOnly():
            state = IntakeState.BOOKED_ONLY
            what = f"queue {queue.letter} {queue.name} takes only people with an appointment now"
            public = said("intake", "{queue}此时段只接待预约{again}").of(**spoken)
    when = f"it opens {found.opens_at:%Y-%m-%d %H:%M}" if found.opens_at else "no session is set"
    refusal = Refused(f"{what}: {when}", "choose another service or come back then", public)
    return Shut(state, refusal, found.opens_at)
