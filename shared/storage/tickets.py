"""Tickets: insert, find, move along, and the heads of the lines a window may call."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, func, insert, select, text, update

from shared.domain.dispatch import Head
from shared.domain.errors import BadInput
from shared.domain.estimate import Wait
from shared.domain.line import Waiting
from shared.domain.ticket import TicketClass, TicketNumber, TicketState
from shared.storage.orm import IN_LINE_SQL, TicketRow

_IN_LINE = text(IN_LINE_SQL)
_T = TicketRow


@dataclass(frozen=True)
class Ticket:
    """A ticket as stored. `item_name` is None where no item was named (green channel)."""

    id: int
    business_day: date
    number: TicketNumber
    key: str
    ticket_class: TicketClass
    queue: str
    state: TicketState
    item: str | None
    item_name: str | None
    issued_at: datetime
    ahead: int
    wait: Wait | None
    for_window: int | None


_COLUMNS = (
    _T.id,
    _T.business_day,
    _T.prefix,
    _T.number,
    _T.key,
    _T.ticket_class,
    _T.queue,
    _T.state,
    _T.item,
    _T.item_name,
    _T.issued_at,
    _T.ahead,
    _T.wait_low_min,
    _T.wait_high_min,
    _T.for_window,
)
_INSERT = insert(TicketRow).returning(TicketRow.id)
_MOVE = update(TicketRow).where(_T.id == bindparam("b_id"))


def add(tx: Connection, values: dict[str, Any]) -> int:
    """Insert a ticket (column name → value); returns its id."""
    return int(tx.execute(_INSERT, values).scalar_one())


def get(tx: Connection, ticket_id: int) -> Ticket:
    """Return the ticket with this id."""
    return _ticket(tx.execute(select(*_COLUMNS).where(_T.id == ticket_id)).one())


def find(tx: Connection, hall: str, day: date, number: TicketNumber) -> Ticket:
    """Return the ticket of this day; BadInput when the number was not given out."""
    row = tx.execute(
        select(*_COLUMNS).where(
            _T.hall == hall,
            _T.business_day == day,
            _T.prefix == number.prefix,
            _T.number == number.count,
        )
    ).one_or_none()
    if row is None:
        raise BadInput(f"number {number} was not given out on {day}", "is it today's ticket?")
    return _ticket(row)


def move(tx: Connection, ticket_id: int, state: TicketState, **columns: object) -> None:
    """Give a ticket a new state, and new values of other columns."""
    tx.execute(_MOVE, {"b_id": ticket_id, "state": state, **columns})


def heads(tx: Connection, day: date, window: int, queues: Iterable[str]) -> list[Head]:
    """Return the first ticket of every line `window` may call: each queue and class, and
    those sent to this very window. One index seek each, however many wait.
    """
    ids = tx.execute(_heads_statement(tuple(queues)), {"b_day": day, "b_window": window}).one()
    wanted = [value for value in ids if value is not None]
    if not wanted:
        return []
    rows = tx.execute(
        select(_T.id, _T.queue, _T.ticket_class, _T.place, _T.for_window).where(_T.id.in_(wanted))
    )
    return [
        Head(row.id, row.queue, TicketClass(row.ticket_class), row.place, row.for_window)
        for row in rows
    ]


def waiting(
    tx: Connection, day: date, classes: Collection[TicketClass] = tuple(TicketClass)
) -> Waiting:
    """Return how many of these classes wait, and for whom."""
    rows = tx.execute(
        select(_T.queue, _T.for_window, func.count())
        .where(_IN_LINE, _T.business_day == day, _T.ticket_class.in_(classes))
        .group_by(_T.queue, _T.for_window)
    )
    return Waiting({(queue, window): count for queue, window, count in rows})


def first_place(tx: Connection, day: date) -> int:
    """Return the smallest place in line today, 0 when nobody waits."""
    return tx.scalar(select(func.min(_T.place)).where(_IN_LINE, _T.business_day == day)) or 0


@lru_cache(maxsize=256)
def _heads_statement(queues: tuple[str, ...]) -> Select[Any]:
    base = select(_T.id).where(_IN_LINE, _T.business_day == bindparam("b_day"))
    lines = [
        base.where(_T.for_window.is_(None), _T.queue == queue, _T.ticket_class == ticket_class)
        for queue in queues
        for ticket_class in TicketClass
    ] + [
        base.where(_T.for_window == bindparam("b_window"), _T.ticket_class == ticket_class)
        for ticket_class in TicketClass
    ]
    return select(*(line.order_by(_T.place).limit(1).scalar_subquery() for line in lines))


def _ticket(row: Row[*tuple[Any, ...]]) -> Ticket:
    low, high = row.wait_low_min, row.wait_high_min
    return Ticket(
        id=row.id,
        business_day=row.business_day,
        number=TicketNumber(row.prefix, row.number),
        key=row.key,
        ticket_class=TicketClass(row.ticket_class),
        queue=row.queue,
        state=TicketState(row.state),
        item=row.item,
        item_name=row.item_name,
        issued_at=row.issued_at,
        ahead=row.ahead,
        wait=None if low is None or high is None else Wait(low * 60, high * 60, (low + high) * 30),
        for_window=row.for_window,
    )
