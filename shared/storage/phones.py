"""What the phones of many people need at once: who stands in line, and what became of tickets."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, select, text

from shared.domain.policy import Head
from shared.domain.ticket import TicketClass, TicketNumber, TicketState
from shared.storage.orm import IN_LINE_SQL, RatingRow, ServiceRow, TicketRow

_T = TicketRow
_S = ServiceRow
AT_ONCE = 500  # databases take so many parameters in one statement


@dataclass(frozen=True, slots=True)
class Visit:
    """One service of a ticket, as its holder knows it."""

    id: int
    window: int
    day: date
    called_at: datetime
    calls: int
    started_at: datetime | None
    ended_at: datetime | None
    outcome: str | None
    score: int | None


@dataclass(frozen=True, slots=True)
class Held:
    """A ticket as its holder knows it; `services` in the order they began."""

    id: int
    key: str
    number: TicketNumber
    ticket_class: TicketClass
    queue: str
    state: TicketState
    line_day: date
    for_window: int | None
    item_name: str | None
    booked_for: datetime | None
    services: tuple[Visit, ...]


_TICKETS = select(
    _T.id,
    _T.key,
    _T.prefix,
    _T.number,
    _T.ticket_class,
    _T.queue,
    _T.state,
    _T.line_day,
    _T.for_window,
    _T.item_name,
    _T.booked_for,
)
_SERVICES = (
    select(
        _S.ticket,
        _S.id,
        _S.window_number,
        _S.business_day,
        _S.called_at,
        _S.calls,
        _S.started_at,
        _S.ended_at,
        _S.outcome,
        RatingRow.score,
    )
    .outerjoin(RatingRow, RatingRow.service == _S.id)
    .order_by(_S.id)
)


def held(tx: Connection, keys: Iterable[str]) -> Iterator[Held]:
    """Yield the tickets with these keys; unknown keys are passed over."""
    for some in _parts(list(keys)):
        rows = tx.execute(_TICKETS.where(_T.key.in_(some))).all()
        services: dict[Any, list[Visit]] = {row.id: [] for row in rows}
        for one in tx.execute(_SERVICES.where(_S.ticket.in_(services))):
            ticket, *columns = one
            services[ticket].append(Visit(*columns))
        for row in rows:
            yield Held(
                row.id,
                row.key,
                TicketNumber(row.prefix, row.number),
                TicketClass(row.ticket_class),
                row.queue,
                TicketState(row.state),
                row.line_day,
                row.for_window,
                row.item_name,
                row.booked_for,
                tuple(services[row.id]),
            )


def line(tx: Connection, day: date) -> list[Head]:
    """Return everybody who waits on a day; `since` in minutes since the epoch."""
    rows = tx.execute(
        select(_T.id, _T.queue, _T.ticket_class, _T.place, _T.for_window, _T.since).where(
            text(IN_LINE_SQL), _T.line_day == day
        )
    )
    return [Head(*row[:5], row.since.timestamp() / 60) for row in rows]


def _parts(keys: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(keys[i : i + AT_ONCE]) for i in range(0, len(keys), AT_ONCE))
