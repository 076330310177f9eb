"""Business days: the newest one, its end, and the queues closed on it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from shared.storage.orm import DayRow
from shared.storage.prepared import Prepared

_D = DayRow
_SELECT = select(
    _D.business_day, _D.began_at, _D.first_fact, _D.closed_at, _D.closed_queues, _D.carried
)
_NEWEST = Prepared(_SELECT.order_by(_D.business_day.desc()).limit(1))
_CHANGE = update(DayRow).where(_D.business_day == bindparam("b_day"))


@dataclass(frozen=True)
class Day:
    """A business day that has begun; `closed_queues` maps a letter to why it is closed,
    `carried` counts the tickets taken along from the days before.
    """

    day: date
    began_at: datetime
    first_fact: int
    closed_at: datetime | None
    closed_queues: dict[str, str]
    carried: int


def newest(tx: Connection) -> Day | None:
    """Return the newest day that has begun."""
    return _day(_NEWEST.one(tx))


def begin(tx: Connection, day: date, at: datetime, first_fact: int, carried: int) -> None:
    """Begin a day, or go on with it; a later one had begun by mistake and is forgotten."""
    tx.execute(delete(DayRow).where(_D.business_day > day))
    more = _CHANGE.values(carried=_D.carried + bindparam("b_carried"))
    if tx.execute(more, {"b_day": day, "b_carried": carried}).rowcount:
        return
    values: dict[str, Any] = {
        "business_day": day,
        "began_at": at,
        "first_fact": first_fact,
        "closed_at": None,
        "closed_queues": {},
        "carried": carried,
    }
    tx.execute(insert(DayRow), values)


def change(tx: Connection, day: date, **columns: Any) -> None:
    """Set columns of a day."""
    tx.execute(_CHANGE, {"b_day": day, **columns})


def _day(row: Any) -> Day | None:
    if row is None:
        return None
    return Day(
        row.business_day,
        row.began_at,
        row.first_fact,
        row.closed_at,
        dict(row.closed_queues),
        row.carried,
    )
