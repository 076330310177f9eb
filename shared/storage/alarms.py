"""What became of alarms, and the bad ratings that are alarms."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, select

from shared.domain.ticket import TicketNumber
from shared.storage.duty_tables import AlarmRow
from shared.storage.orm import RatingRow, ServiceRow, TicketRow
from shared.storage.upsert import upsert

_A = AlarmRow
_S = ServiceRow
_R = RatingRow
_T = TicketRow

KEPT = ("taken_at", "taken_by", "met_at", "met_by", "escalated_at")


@dataclass(frozen=True)
class Fate:
    """What became of an alarm; None where nothing has."""

    taken_at: datetime | None = None
    taken_by: str | None = None
    met_at: datetime | None = None
    met_by: str | None = None
    escalated_at: datetime | None = None


@dataclass(frozen=True)
class BadRating:
    """A service that was rated badly."""

    service: int
    number: TicketNumber
    window: int
    score: int
    at: datetime


def fates(tx: Connection, subjects: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Fate]:
    """Return what became of these alarms (kind, subject)."""
    wanted = set(subjects)
    if not wanted:
        return {}
    rows = tx.execute(
        select(_A.kind, _A.subject, *(getattr(_A, name) for name in KEPT)).where(
            _A.subject.in_({subject for _, subject in wanted})
        )
    )
    return {(row.kind, row.subject): Fate(*row[2:]) for row in rows}


def keep(tx: Connection, kind: str, subject: str, **columns: Any) -> None:
    """Write what became of an alarm, beside what had become of it before."""
    row = upsert(tx.dialect.name, AlarmRow).values(kind=kind, subject=subject, **columns)
    tx.execute(row.on_conflict_do_update(index_elements=[_A.kind, _A.subject], set_=columns))


def bad_ratings(tx: Connection, since: datetime, day: date, worst: int) -> list[BadRating]:
    """Return the services rated `worst` or worse since a moment, of business days since `day`."""
    rows = tx.execute(
        select(_S.id, _T.prefix, _T.number, _S.window_number, _R.score, _R.at)
        .join(_R, _R.service == _S.id)
        .join(_T, _T.id == _S.ticket)
        .where(_S.business_day >= day, _R.score <= worst, _R.at >= since)
        .order_by(_R.at, _S.id)
    )
    return [
        BadRating(
            row.id, TicketNumber(row.prefix, row.number), row.window_number, row.score, row.at
        )
        for row in rows
    ]
