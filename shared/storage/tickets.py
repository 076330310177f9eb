"""Tickets: insert, find, and move along; with every step their lines are counted."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    Connection,
    Row,
    and_,
    bindparam,
    func,
    insert,
    or_,
    select,
    text,
    update,
)

from shared.domain.errors import BadInput, Unavailable
from shared.domain.estimate import Wait
from shared.domain.ticket import IN_LINE, TicketClass, TicketNumber, TicketState
from shared.storage import lines
from shared.storage.orm import IN_LINE_SQL, LIVE_SQL, TicketRow
from shared.storage.prepared import Prepared

_IN_LINE = text(IN_LINE_SQL)
_T = TicketRow


@dataclass(frozen=True)
class Standing:
    """What decides in which line a ticket stands, if it stands in one."""

    ticket: int
    number: TicketNumber
    state: TicketState
    line_day: date
    queue: str
    for_window: int | None
    ticket_class: TicketClass

    @property
    def line(self) -> lines.LineKey:
        """The line it stands in when it waits."""
        return self.queue, self.for_window or lines.ANY_WINDOW, self.ticket_class

    @property
    def in_line(self) -> bool:
        """Whether it waits."""
        return self.state in IN_LINE


@dataclass(frozen=True)
class Ticket:
    """A ticket as stored. `item_name` is None where no item was named (green channel).

    `line_day` is not `business_day` for a ticket carried over; `since` is when it came
    into the line, for a booked ticket the time from which it may be called.
    """

    id: int
    business_day: date
    line_day: date
    number: TicketNumber
    key: str
    ticket_class: TicketClass
    queue: str
    state: TicketState
    item: str | None
    item_name: str | None
    issued_at: datetime
    since: datetime
    place: int
    ahead: int
    wait: Wait | None
    for_window: int | None
    category: str | None
    booked_for: datetime | None

    @property
    def standing(self) -> Standing:
        """Where it stands."""
        return Standing(
            self.id,
            self.number,
            self.state,
            self.line_day,
            self.queue,
            self.for_window,
            self.ticket_class,
        )


_COLUMNS = (
    _T.id,
    _T.business_day,
    _T.line_day,
    _T.prefix,
    _T.number,
    _T.key,
    _T.ticket_class,
    _T.queue,
    _T.state,
    _T.item,
    _T.item_name,
    _T.issued_at,
    _T.since,
    _T.place,
    _T.ahead,
    _T.wait_low_s,
    _T.wait_high_s,
    _T.wait_mean_s,
    _T.for_window,
    _T.category,
    _T.booked_for,
)
_INSERT = Prepared(insert(TicketRow).returning(TicketRow.id))
_GET = Prepared(select(*_COLUMNS).where(_T.id == bindparam("b_id")))
_BEARS = (_T.prefix == bindparam("b_prefix"), _T.number == bindparam("b_number"))
_NUMBERED = Prepared(
    select(*_COLUMNS).where(
        _T.hall == bindparam("b_hall"), _T.business_day == bindparam("b_day"), *_BEARS
    )
)
_CARRIED = Prepared(
    select(*_COLUMNS)
    .where(
        text(LIVE_SQL),
        _T.line_day == bindparam("b_day"),
        _T.business_day != bindparam("b_day"),  # later: a day that began by mistake
        *_BEARS,
    )
    .order_by(_T.id.desc())
    .limit(1)
)
_MOVE = Prepared(
    update(TicketRow).where(_T.id == bindparam("b_id"), _T.state == bindparam("b_before"))
)


def add(tx: Connection, values: dict[str, Any]) -> int:
    """Insert a ticket (column name → value); returns its id. The caller counts its line."""
    return int(_INSERT.scalar(tx, **values))


def get(tx: Connection, ticket_id: int) -> Ticket:
    """Return the ticket with this id."""
    return _ticket(_GET.one(tx, b_id=ticket_id))


def find(tx: Connection, hall: str, day: date, number: TicketNumber) -> Ticket:
    """Return the ticket people hold on this day: one carried over, else the one given out on it.

    BadInput when the number was not given out.
    """
    carried = carried_over(tx, day, number)
    if carried is not None:
        return carried
    row = _NUMBERED.one(tx, b_hall=hall, b_day=day, b_prefix=number.prefix, b_number=number.count)
    if row is None:
        raise BadInput(f"number {number} was not given out on {day}", "is it today's ticket?")
    return _ticket(row)


def carried_over(tx: Connection, day: date, number: TicketNumber) -> Ticket | None:
    """Return the ticket of another day that bears this number in today's line, if any."""
    row = _CARRIED.one(tx, b_day=day, b_prefix=number.prefix, b_number=number.count)
    return None if row is None else _ticket(row)


def move(
    tx: Connection, standing: Standing, state: TicketState, at: datetime, **columns: Any
) -> None:
    """Give a ticket a new state, and new values of other columns; the lines are counted.

    Unavailable when somebody else moved it meanwhile: one ticket has one owner.
    """
    key = {"b_id": standing.ticket, "b_before": standing.state}
    if _MOVE.run(tx, **key, state=state, **columns) != 1:
        raise Unavailable(
            f"ticket {standing.number} was moved by somebody else at this moment", "try again"
        )
    moved = replace(
        standing,
        state=state,
        **{name: columns[name] for name in _LINE_COLUMNS if name in columns},
    )
    same = (standing.line_day, standing.line) == (moved.line_day, moved.line)
    if standing.in_line and moved.in_line and same:
        return
    if standing.in_line:
        lines.change(tx, standing.line_day, standing.line, -1, at)
    if moved.in_line:
        lines.change(tx, moved.line_day, moved.line, 1, at)


_LINE_COLUMNS = ("line_day", "queue", "for_window", "ticket_class")


def given_out(tx: Connection, hall: str, day: date, prefix: str) -> int:
    """Return how many tickets of a prefix were given out on a day."""
    of_prefix = (_T.hall == hall, _T.business_day == day, _T.prefix == prefix)
    return tx.execute(select(func.count()).where(*of_prefix)).scalar_one()


def asked_for_most(tx: Connection, since: date, limit: int) -> list[str]:
    """Return the codes of the items most tickets were given out for, most first."""
    return list(
        tx.scalars(
            select(_T.item)
            .where(_T.business_day >= since, _T.item.is_not(None))
            .group_by(_T.item)
            .order_by(func.count().desc(), _T.item)
            .limit(limit)
        )
    )


def hold(tx: Connection, ticket_id: int) -> None:
    """Let nobody else change a ticket, or what hangs on it, until the end."""
    tx.execute(select(_T.id).where(_T.id == ticket_id).with_for_update())


def left_over(tx: Connection, day: date) -> list[Ticket]:
    """Return the tickets of other days' lines that may go on, in the order they stand."""
    rows = tx.execute(
        select(*_COLUMNS)
        .where(text(LIVE_SQL), _T.line_day != day, _T.state != TicketState.NO_SHOW)
        .order_by(_T.place, _T.id)
    )
    return [_ticket(row) for row in rows]


def in_line(tx: Connection, day: date) -> list[Ticket]:
    """Return everybody who waits, in the order they stand."""
    rows = tx.execute(
        select(*_COLUMNS).where(_IN_LINE, _T.line_day == day).order_by(_T.place, _T.id)
    )
    return [_ticket(row) for row in rows]


def in_line_at(tx: Connection, day: date, window: int, queues: Collection[str]) -> list[Ticket]:
    """Return everybody whom a window may call: of these queues, or sent to it."""
    rows = tx.execute(
        select(*_COLUMNS)
        .where(
            _IN_LINE,
            _T.line_day == day,
            or_(
                _T.for_window == window,
                and_(_T.for_window.is_(None), _T.queue.in_(queues)),
            ),
        )
        .order_by(_T.place, _T.id)
    )
    return [_ticket(row) for row in rows]


def places(tx: Connection, standing: Standing) -> list[int]:
    """Return the places of the line this ticket belongs to, first to last."""
    sent_to = (
        _T.for_window.is_(None)
        if standing.for_window is None
        else (_T.for_window == standing.for_window)
    )
    return list(
        tx.scalars(
            select(_T.place)
            .where(
                _IN_LINE,
                _T.line_day == standing.line_day,
                sent_to,
                _T.queue == standing.queue,
                _T.ticket_class == standing.ticket_class,
            )
            .order_by(_T.place, _T.id)
        )
    )


def _ticket(row: Row[*tuple[Any, ...]]) -> Ticket:
    wait = (row.wait_low_s, row.wait_high_s, row.wait_mean_s)
    return Ticket(
        id=row.id,
        business_day=row.business_day,
        line_day=row.line_day,
        number=TicketNumber(row.prefix, row.number),
        key=row.key,
        ticket_class=TicketClass(row.ticket_class),
        queue=row.queue,
        state=TicketState(row.state),
        item=row.item,
        item_name=row.item_name,
        issued_at=row.issued_at,
        since=row.since,
        place=row.place,
        ahead=row.ahead,
        wait=None if None in wait else Wait(*wait),
        for_window=row.for_window,
        category=row.category,
        booked_for=row.booked_for,
    )
