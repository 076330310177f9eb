"""Alerts for helpers (帮办员): raised with a green ticket, taken, met, escalated in time."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, insert, select, update

from shared.domain.ticket import TicketNumber
from shared.storage.orm import AlertRow, TicketRow
from shared.storage.prepared import Prepared

_A = AlertRow
_SELECT = select(
    _A.id,
    _A.raised_at,
    _A.due_at,
    _A.escalated_at,
    _A.taken_at,
    _A.taken_by,
    _A.met_at,
    _A.ended_at,
    TicketRow.prefix,
    TicketRow.number,
    TicketRow.queue,
).join(TicketRow, TicketRow.id == _A.ticket)

_ADD = Prepared(insert(AlertRow).returning(_A.id))
_DROP = Prepared(update(AlertRow).where(_A.ticket == bindparam("b_ticket"), _A.ended_at.is_(None)))


@dataclass(frozen=True)
class Alert:
    """A helper is needed; moments are None until they have come."""

    id: int
    number: TicketNumber
    queue: str
    raised_at: datetime
    due_at: datetime
    escalated_at: datetime | None
    taken_at: datetime | None
    taken_by: str | None
    met_at: datetime | None
    ended_at: datetime | None


def add(tx: Connection, ticket: int, raised_at: datetime, due_at: datetime) -> int:
    """Raise an alert; returns its id."""
    return int(_ADD.scalar(tx, ticket=ticket, case=None, raised_at=raised_at, due_at=due_at))


def hold(tx: Connection, alert: int) -> Alert | None:
    """Return an alert, which nobody else changes until the transaction ends."""
    row = tx.execute(_SELECT.where(_A.id == alert).with_for_update(of=AlertRow)).one_or_none()
    return _alert(row) if row else None


def going_on(tx: Connection) -> list[Alert]:
    """Return the alerts whose helper is not there yet, oldest first."""
    rows = tx.execute(_SELECT.where(_A.ended_at.is_(None)).order_by(_A.due_at, _A.id))
    return [_alert(row) for row in rows]


def is_due(tx: Connection, now: datetime) -> bool:
    """Whether there is an alert that nobody took in time."""
    return tx.execute(_due(now)).first() is not None


def hold_due(tx: Connection, now: datetime) -> Alert | None:
    """Take one alert in hand that nobody took in time; others may take the next meanwhile."""
    row = tx.execute(_due(now).with_for_update(skip_locked=True, of=AlertRow)).one_or_none()
    return _alert(row) if row else None


def _due(now: datetime) -> Select[*tuple[Any, ...]]:
    late = _SELECT.where(
        _A.ended_at.is_(None),
        _A.taken_at.is_(None),
        _A.escalated_at.is_(None),
        _A.due_at <= now,
    )
    return late.order_by(_A.due_at, _A.id).limit(1)


def change(tx: Connection, alert: int, **columns: Any) -> None:
    """Set columns of an alert."""
    tx.execute(update(AlertRow).where(_A.id == bindparam("b_id")), {"b_id": alert, **columns})


def drop(tx: Connection, ticket: int, at: datetime) -> None:
    """Nobody needs to come any more for a ticket."""
    _DROP.run(tx, b_ticket=ticket, ended_at=at)


def _alert(row: Row[*tuple[Any, ...]]) -> Alert:
    return Alert(
        id=row.id,
        number=TicketNumber(row.prefix, row.number),
        queue=row.queue,
        raised_at=row.raised_at,
        due_at=row.due_at,
        escalated_at=row.escalated_at,
        taken_at=row.taken_at,
        taken_by=row.taken_by,
        met_at=row.met_at,
        ended_at=row.ended_at,
    )
