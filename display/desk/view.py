"""From what is known of the window to what its panel shows. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from display.desk import words
from shared.domain.hall import Hall, Window
from shared.domain.said import said
from shared.domain.ticket import StartMode, TicketClass, TicketState
from shared.storage.services import Service
from shared.storage.tickets import Ticket
from shared.usecases.desk import DeskNow

OPEN = ("recall", "no_show", "park", "transfer", "finish")
"""What is done to the ticket at the window."""


@dataclass(frozen=True)
class Row:
    """One ticket of a list."""

    number: str
    mark: str
    green: bool
    name: str
    waited: str


@dataclass(frozen=True)
class AlertRow:
    """Somebody with a green number waits for a helper; `taken`: one is on the way."""

    alert: int
    number: str
    text: str
    taken: bool
    late: bool


@dataclass(frozen=True)
class Lines:
    """The three lists under the keys."""

    waiting: tuple[Row, ...] = ()
    parked: tuple[Row, ...] = ()
    missed: tuple[Row, ...] = ()


@dataclass(frozen=True)
class Shown:
    """The panel in words; `can` are the verbs that are possible now."""

    number: str = ""
    green: bool = False
    service: str = ""
    state: str = ""
    since: datetime | None = None
    rating: str = ""
    next_number: str = ""
    next_green: bool = False
    why: str = ""
    waiting: int = 0
    can: frozenset[str] = frozenset()
    lines: Lines = Lines()
    alerts: tuple[AlertRow, ...] = ()


@dataclass(frozen=True)
class Told:
    """What came of the last press; `bad` if it was not done."""

    text: str = ""
    bad: bool = False


def lasting(shown: Shown, now: datetime) -> str:
    """Return how long the ticket has been at the window: `04:18`; empty without one."""
    if shown.since is None:
        return ""
    minutes, seconds = divmod(max(0, int((now - shown.since).total_seconds())), 60)
    return f"{minutes:02d}:{seconds:02d}"


def derive(desk: DeskNow, hall: Hall, window: Window, *, live: bool) -> Shown:
    """Return what the panel shows; without a feed nobody is said to be next."""
    current, next_up = desk.current, desk.next_up if live else None
    if next_up is not None:
        why: str = words.rule(next_up, desk.at)
    else:
        why = words.NOBODY if live else words.UNKNOWN
    return Shown(
        number=str(current.number) if current else "",
        green=current is not None and current.ticket_class is TicketClass.GREEN,
        service=_service(desk) if current else "",
        state=words.state(current) if current else "",
        since=(current.started_at or current.called_at) if current else None,
        rating=_rating(desk.latest),
        next_number=str(next_up.ticket.number) if next_up else "",
        next_green=next_up is not None and next_up.ticket.ticket_class is TicketClass.GREEN,
        why=why,
        waiting=desk.waiting,
        can=_possible(desk, hall.start, live=live),
        lines=Lines(
            tuple(_waiting(one, desk.at) for one in desk.line),
            tuple(_away(desk.parked, desk.at)),
            tuple(_away(desk.missed, desk.at)),
        ),
        alerts=tuple(_alerts(desk, window)),
    )


def _possible(desk: DeskNow, start: StartMode, *, live: bool) -> frozenset[str]:
    current, latest = desk.current, desk.latest
    can: set[str] = set()
    called = current is not None and current.state is TicketState.CALLED
    unstarted = start is StartMode.EXPLICIT and called
    if (desk.next_up is not None or not live) and not unstarted:
        can.add("next")
    if current is not None:
        can |= {*OPEN, "start"} if unstarted else {*OPEN}
    if latest is not None and latest.started_at is not None and latest.score is None:
        can.add("rate")
    return frozenset(can)


def _service(desk: DeskNow) -> str:
    current = desk.current
    assert current is not None
    if len(desk.visit) > 1:
        here = "、".join(one.name for one in desk.visit if not one.done)
        return said("desk", "{items}（共{count}件事）").of(items=here, count=len(desk.visit))
    return current.item_name or words.NO_ITEM


def _rating(latest: Service | None) -> str:
    if latest is None:
        return ""
    number = str(latest.number)
    if latest.score is not None:
        # Not which: who is rated must not see it while the person still stands there.
        return said("desk", "{number}已评价").of(number=number)
    if latest.rating_asked_at is not None:
        return said("desk", "已请{number}评价，还没有收到").of(number=number)
    return ""


def _alerts(desk: DeskNow, window: Window) -> Iterable[AlertRow]:
    """Yield those of this window's own people, and those that nobody took in time anywhere."""
    for one in desk.alerts:
        if one.queue in window.reach or window.green or one.escalated_at is not None:
            yield AlertRow(
                one.id,
                str(one.number),
                words.alert(one, desk.at),
                one.taken_at is not None,
                one.escalated_at is not None,
            )


def _waiting(ticket: Ticket, now: datetime) -> Row:
    return Row(
        str(ticket.number),
        words.mark(ticket.ticket_class),
        ticket.ticket_class is TicketClass.GREEN,
        ticket.item_name or words.NO_ITEM,
        words.waited(ticket, now),
    )


def _away(services: Iterable[Service], now: datetime) -> Iterable[Row]:
    for one in services:
        assert one.ended_at is not None
        yield Row(
            str(one.number),
            words.mark(one.ticket_class),
            one.ticket_class is TicketClass.GREEN,
            one.item_name or words.NO_ITEM,
            words.minutes(now - one.ended_at),
        )
