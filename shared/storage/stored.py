"""What the tables say of the hall now, as plain data, to be held against what the facts say."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from shared.domain.rebuilt import RatingKey, Stored
from shared.domain.seal import Unreadable
from shared.storage.history import pages
from shared.storage.orm import (
    CounterRow,
    DayRow,
    DeviceRow,
    LineRow,
    RatingRow,
    ServiceRow,
    TicketRow,
)
from shared.storage.readable import read, read_whole

_T = TicketRow
_S = ServiceRow
_R = RatingRow
_COLUMNS = (
    _T.id,
    _T.number,
    _T.state,
    _T.ticket_class,
    _T.queue,
    _T.for_window,
    _T.line_day,
    _T.place,
    _T.since,
)
_NUMBERED = select(*_COLUMNS).where(
    _T.hall == bindparam("b_hall"),
    _T.business_day == bindparam("b_day"),
    _T.prefix == bindparam("b_prefix"),
    _T.number.in_(bindparam("b_numbers", expanding=True)),
)
_EVERY = select(_T.id, _T.business_day, _T.prefix, _T.number)
_OPEN = (
    select(_S.window_number, _T.business_day, _T.prefix, _T.number)
    .join(TicketRow, _T.id == _S.ticket)
    .where(_S.ended_at.is_(None))
)
_RATED = (
    select(_S.ticket, _S.window_number, _R.score, _R.source)
    .join(RatingRow, _R.service == _S.id)
    .where(_S.ticket.in_(bindparam("b_tickets", expanding=True)))
)
_LINES = select(
    LineRow.line_day, LineRow.queue, LineRow.for_window, LineRow.ticket_class, LineRow.waiting
).where(LineRow.waiting != 0)
_DAYS = select(DayRow.business_day, DayRow.closed_at, DayRow.closed_queues)
_DEVICES = select(DeviceRow.device, DeviceRow.state, DeviceRow.reason, DeviceRow.since)
_COUNTERS = select(CounterRow.business_day, CounterRow.prefix, CounterRow.last)


def tickets(
    tx: Connection, hall: str, day: date, prefix: str, numbers: Sequence[int]
) -> dict[int, tuple[int, Stored]]:
    """Return tickets by number, each with its id; those that cannot be read are left out."""
    key = {"b_hall": hall, "b_day": day, "b_prefix": prefix, "b_numbers": numbers}
    found = read(tx, _NUMBERED.params(key), _T.id)
    rows = [row for row in found if not isinstance(row, Unreadable)]
    ratings = _ratings(tx, [row.id for row in rows])
    return {row.number: (row.id, _stored(row, ratings[row.id])) for row in rows}


def _stored(row: Any, ratings: Counter[RatingKey]) -> Stored:
    return Stored(
        row.state,
        row.ticket_class,
        row.queue,
        row.for_window,
        row.line_day,
        row.place,
        row.since,
        ratings,
    )


def _ratings(tx: Connection, ids: Sequence[int]) -> defaultdict[int, Counter[RatingKey]]:
    found: defaultdict[int, Counter[RatingKey]] = defaultdict(Counter)
    for row in tx.execute(_RATED, {"b_tickets": ids}):
        found[row.ticket][row.window_number, row.score, row.source] += 1
    return found


def counts(tx: Connection) -> tuple[int, int]:
    """Return how many tickets and how many ratings there are."""
    tickets = select(func.count()).select_from(TicketRow)
    ratings = select(func.count()).select_from(RatingRow)
    return tx.execute(tickets).scalar_one(), tx.execute(ratings).scalar_one()


def every_ticket(tx: Connection) -> Iterator[tuple[int, str]]:
    """Yield every ticket's id and what it is called."""
    for row in pages(tx, _EVERY, _T.id):
        if isinstance(row, Unreadable):
            yield row.id, "that cannot be read"
        else:
            yield row.id, _name(row)


def at_windows(tx: Connection) -> dict[int, str] | None:
    """Return who is at which window; None when that cannot be read."""
    rows = read_whole(tx, _OPEN)
    return None if rows is None else {row.window_number: _name(row) for row in rows}


def lines(tx: Connection) -> dict[tuple[Any, ...], int] | None:
    """Return how many wait in each line that is not empty; None when that cannot be read."""
    rows = read_whole(tx, _LINES)
    return None if rows is None else {tuple(row[:4]): row.waiting for row in rows}


def days(tx: Connection) -> dict[date, tuple[bool, Any]] | None:
    """Return of every day whether it is closed and which queues are; None when unreadable."""
    rows = read_whole(tx, _DAYS)
    if rows is None:
        return None
    return {row.business_day: (row.closed_at is not None, row.closed_queues) for row in rows}


def counters(tx: Connection) -> dict[tuple[date, str], int] | None:
    """Return the last number of each day and prefix; None when that cannot be read."""
    rows = read_whole(tx, _COUNTERS)
    return None if rows is None else {(row.business_day, row.prefix): row.last for row in rows}


def devices(tx: Connection) -> dict[str, tuple[str, str, datetime]] | None:
    """Return every device's state, reason and since when; None when that cannot be read."""
    rows = read_whole(tx, _DEVICES)
    return None if rows is None else {row.device: tuple(row[1:]) for row in rows}


def _name(row: Any) -> str:
    return f"{row.prefix}{row.number:0>3} of {row.business_day}"
