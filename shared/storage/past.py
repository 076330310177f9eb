"""The tickets and services of days, as reports need them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, func, select

from shared.storage.orm import ErrandRow, ItemRow, RatingRow, ServiceRow, TicketRow

_T = TicketRow
_S = ServiceRow


@dataclass(frozen=True, slots=True)
class PastTicket:
    """A ticket given out on one of the days; `first_call` and `first_window` None: never called."""

    id: int
    prefix: str
    ticket_class: str
    state: str
    issued_at: datetime
    booked_for: datetime | None
    first_call: datetime | None
    first_window: int | None


@dataclass(frozen=True, slots=True)
class PastService:
    """A service begun on one of the days, and the prefix of its ticket."""

    ticket: int
    prefix: str
    window: int
    started_at: datetime | None
    ended_at: datetime | None
    outcome: str | None
    score: int | None


def tickets(tx: Connection, first: date, last: date) -> list[PastTicket]:
    """Return the tickets given out from `first` to `last`, with their first call at any time."""
    calls = (
        select(_S.ticket, func.min(_S.id).label("service"))
        .join(TicketRow, _T.id == _S.ticket)
        .where(_T.business_day.between(first, last))
        .group_by(_S.ticket)
        .subquery()
    )
    rows = tx.execute(
        select(
            _T.id,
            _T.prefix,
            _T.ticket_class,
            _T.state,
            _T.issued_at,
            _T.booked_for,
            _S.called_at,
            _S.window_number,
        )
        .outerjoin(calls, calls.c.ticket == _T.id)
        .outerjoin(ServiceRow, _S.id == calls.c.service)
        .where(_T.business_day.between(first, last))
        .order_by(_T.id)
    )
    return [PastTicket(*row) for row in rows]


def services(tx: Connection, first: date, last: date) -> list[PastService]:
    """Return the services called from `first` to `last`, in that order."""
    rows = tx.execute(
        select(
            _S.ticket,
            _T.prefix,
            _S.window_number,
            _S.started_at,
            _S.ended_at,
            _S.outcome,
            RatingRow.score,
        )
        .join(TicketRow, _T.id == _S.ticket)
        .outerjoin(RatingRow, RatingRow.service == _S.id)
        .where(_S.business_day.between(first, last))
        .order_by(_S.id)
    )
    return [PastService(*row) for row in rows]


def departments(tx: Connection, first: date, last: date) -> Mapping[int, set[str]]:
    """Return for each ticket given out or called on these days the departments of its items, as
    the catalogue has them now; none for a ticket without an item, or of an item that is gone.
    """
    served = select(_S.ticket).where(_S.business_day.between(first, last))
    ours = _T.business_day.between(first, last) | _T.id.in_(served)
    of_visits = (
        select(_T.id, ItemRow.department)
        .join(ErrandRow, ErrandRow.ticket == _T.id)
        .join(ItemRow, ItemRow.code == ErrandRow.item)
        .where(ours)
    )
    of_items = select(_T.id, ItemRow.department).join(ItemRow, ItemRow.code == _T.item).where(ours)
    found: dict[int, set[str]] = {}
    row: Any
    for row in tx.execute(of_items.union(of_visits)):
        found.setdefault(row[0], set()).add(row[1])
    return found
