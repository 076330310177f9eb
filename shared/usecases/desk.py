"""A window as the person behind it sees it: who is there, who is next and why, who waits."""

from dataclasses import dataclass
from datetime import datetime

from shared.domain.dispatch import Choice
from shared.domain.policy import Head
from shared.domain.standing import line_at
from shared.domain.ticket import TicketClass, TicketState
from shared.domain.visit import Errand
from shared.storage import alerts, errands, facts, services, tickets
from shared.storage.alerts import Alert
from shared.storage.services import Service
from shared.storage.tickets import Ticket
from shared.usecases.context import Context
from shared.usecases.next_at import next_at

SHOWN = 40
"""How many of a line are told; a desk has no room for more."""


@dataclass(frozen=True)
class NextUp:
    """Who would be called now, the dispatch rule that decides it, and how many came before."""

    ticket: Ticket
    rule: str
    over: int


@dataclass(frozen=True)
class DeskNow:
    """A window as of fact `fact_id`.

    `latest` is its newest service, going on or over; `visit` the items of the ticket there (none
    where it names one or none); `line` the first of the `waiting` people it may call, in the order
    it would call them; `parked` were set aside here, `missed` did not come and may be called by
    this window; `alerts` wait for a helper.
    """

    fact_id: int
    at: datetime
    latest: Service | None
    visit: tuple[Errand, ...]
    next_up: NextUp | None
    line: tuple[Ticket, ...]
    waiting: int
    parked: tuple[Service, ...]
    missed: tuple[Service, ...]
    alerts: tuple[Alert, ...]

    @property
    def current(self) -> Service | None:
        """The service going on."""
        return self.latest if self.latest is not None and self.latest.ended_at is None else None


def desk_now(ctx: Context, number: int) -> DeskNow:
    """Return a window as it is; BadInput for one the hall does not have."""
    window = ctx.hall.window(number)
    with ctx.database.read() as tx:
        now, day = ctx.clock(), ctx.today(tx)
        people = tickets.in_line_at(tx, day, number, window.reach)
        choice, _ = next_at(ctx.hall, tx, day, number, now)
        latest = services.latest_at(tx, number)
        is_open = latest is not None and latest.ended_at is None
        away = services.away(tx, day)
        return DeskNow(
            fact_id=facts.last_id(tx),
            at=now,
            latest=latest,
            visit=errands.of_ticket(tx, latest.ticket) if latest is not None and is_open else (),
            next_up=_next_up(choice, people),
            line=_in_order(ctx, number, people, choice, now)[:SHOWN],
            waiting=len(people),
            parked=tuple(
                one for one in away if one.state is TicketState.PARKED and one.window == number
            ),
            missed=tuple(
                one
                for one in away
                if one.state is TicketState.NO_SHOW
                and (one.window == number or one.queue in window.reach)
            ),
            alerts=tuple(alerts.going_on(tx)),
        )


def _next_up(choice: Choice | None, people: list[Ticket]) -> NextUp | None:
    if choice is None:
        return None
    ticket = next(one for one in people if one.id == choice.head.ticket)
    before = [
        one
        for one in people
        if one.place < ticket.place and one.ticket_class is not TicketClass.BOOKED
    ]
    return NextUp(ticket, choice.reason, len(before))


def _in_order(
    ctx: Context, number: int, people: list[Ticket], choice: Choice | None, now: datetime
) -> tuple[Ticket, ...]:
    """Return the line: who is next, then as the window would go on, last those booked for later."""
    known = {one.id: one for one in people}
    heads = [
        Head(
            one.id,
            one.queue,
            one.ticket_class,
            one.place,
            one.for_window,
            one.since.timestamp() / 60,
        )
        for one in people
        if one.ticket_class is not TicketClass.BOOKED or one.since <= now
    ]
    minute = now.timestamp() / 60
    order = [choice.head.ticket] if choice else []
    order += [head.ticket for head in line_at(ctx.hall, ctx.hall.window(number), heads, minute)]
    later = sorted((one for one in people if one.id not in set(order)), key=lambda one: one.since)
    return (*(known[ticket] for ticket in dict.fromkeys(order)), *later)
