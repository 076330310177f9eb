"""Whether a queue takes somebody in at this moment, and what to say when it does not."""

from shared.domain.errors import Refused
from shared.domain.opening import BookedOnly, Closed, Full, Open, opening, when_words
from shared.storage import numbers
from shared.usecases.unit import Unit


def check_intake(unit: Unit, letter: str, prefix: str, *, booked: bool) -> None:
    """Refused when the queue takes nobody in; says when it does again."""
    queue = unit.hall.queue(letter)
    if not unit.hall.windows_for(letter):
        raise Refused(
            f"no window serves queue {letter} {queue.name}",
            "add it to a [[window]] in hall.toml",
            f"{queue.name}现在没有窗口办理，请到咨询台",
        )
    if unit.today.closed_at is not None:
        raise Refused(
            f"the hall has closed for {unit.day}",
            "come back on the next day; a duty manager can open it again: hall day reopen",
            "今天的取号已结束，请改日再来",
        )
    if letter in unit.today.closed_queues:
        why = unit.today.closed_queues[letter]
        raise Refused(
            f"queue {letter} {queue.name} was closed by the staff: {why}",
            f"ask at the desk; staff can open it again: hall queue open {letter}",
            f"{queue.name}暂停取号（{why}），请到咨询台",
        )
    capped = prefix == letter and any(s.daily_cap is not None for s in queue.sessions)
    drawn = numbers.issued(unit.tx, unit.hall.code, unit.day, letter) if capped else 0
    state = opening(queue.sessions, unit.now, drawn, booked=booked)
    if isinstance(state, Open):
        return
    again = f"，{when_words(state.opens_at, unit.now)}开始取号" if state.opens_at else ""
    match state:
        case Closed():
            what = f"queue {letter} {queue.name} is closed now"
            public = f"{queue.name}现在不取号{again}"
        case Full():
            what = f"queue {letter} {queue.name} has given out today's {state.cap} numbers"
            public = f"{queue.name}今天的号已取完{again}"
        case BookedOnly():
            what = f"queue {letter} {queue.name} takes only people with an appointment now"
            public = f"{queue.name}此时段只接待预约{again}"
    when = f"it opens {state.opens_at:%Y-%m-%d %H:%M}" if state.opens_at else "no session is set"
    raise Refused(f"{what}: {when}", "choose another service or come back then", public)
