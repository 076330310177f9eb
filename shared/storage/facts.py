"""The outbox: facts are appended in the transaction they tell of and read in commit order."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select

from shared.domain.events import KINDS, Event, Fact, from_payload, to_payload
from shared.storage.database import lock_facts
from shared.storage.orm import FactRow
from shared.storage.prepared import Prepared

CHANNEL = "hallcall"
"""Where PostgreSQL notifies whoever listens that facts were committed."""

_INSERT = insert(FactRow).returning(FactRow.id)
_APPEND = Prepared(_INSERT)
# Sent when the transaction commits, and once however many facts it appends.
_APPEND_AND_NOTIFY = Prepared(_INSERT.returning(func.pg_notify(CHANNEL, "")))


def append(tx: Connection, at: datetime, day: date, event: Event) -> int:
    """Write a fact; returns its id, which grows in commit order."""
    kind, payload = to_payload(event)
    lock_facts(tx)
    statement = _APPEND_AND_NOTIFY if tx.dialect.name == "postgresql" else _APPEND
    return int(statement.scalar(tx, at=at, business_day=day, kind=kind, payload=payload))


def last_id(tx: Connection) -> int:
    """Return the id of the newest fact, 0 when nothing has happened yet."""
    return tx.scalar(select(func.max(FactRow.id))) or 0


def of_kind(tx: Connection, kind: type[Event], first: date) -> list[Fact]:
    """Return every fact of one kind since a business day, in commit order."""
    rows = tx.execute(
        select(FactRow.id, FactRow.at, FactRow.kind, FactRow.payload)
        .where(FactRow.business_day >= first, FactRow.kind == kind.__name__)
        .order_by(FactRow.id)
    )
    return _facts(rows)


def since(tx: Connection, fact_id: int, limit: int = 500) -> list[Fact]:
    """Return up to `limit` facts after `fact_id`; kinds of a newer release are passed over."""
    rows = tx.execute(
        select(FactRow.id, FactRow.at, FactRow.kind, FactRow.payload)
        .where(FactRow.id > fact_id, FactRow.kind.in_(KINDS))
        .order_by(FactRow.id)
        .limit(limit)
    )
    return _facts(rows)


def _facts(rows: Iterable[Row[Any]]) -> list[Fact]:
    facts = []
    for row in rows:
        event = from_payload(row.kind, row.payload)
        if event is not None:
            facts.append(Fact(row.id, row.at, event))
    return facts
