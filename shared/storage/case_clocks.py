"""Deadlines of cases and their alarms, indexed by when they are due."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, delete, func, insert, or_, select, text, update

from shared.storage.case_tables import (
    RUNNING_SQL,
    UNKNOWN_SQL,
    CaseAlarmRow,
    CaseDeadlineRow,
    CaseFileRow,
)

_D = CaseDeadlineRow
_A = CaseAlarmRow
_C = CaseFileRow


@dataclass(frozen=True)
class StoredDeadline:
    """How a deadline stands, as stored; moments are None where there are none."""

    name: str
    phase: str
    round: int
    start: datetime
    due: datetime | None = None
    ended: datetime | None = None
    amount: int | None = None
    year: int | None = None


@dataclass(frozen=True)
class PlannedAlarm:
    """An alarm of a deadline that is to ring at a moment."""

    deadline: str
    name: str
    at: datetime
    to: str


@dataclass(frozen=True)
class CaseDeadline:
    """A deadline with its case, for lists of what is due."""

    code: str
    register: str
    state: str
    deadline: StoredDeadline


@dataclass(frozen=True)
class CaseAlarm:
    """An alarm with its case; `raised_at` None: it has not rung."""

    case: int
    code: str
    register: str
    alarm: PlannedAlarm
    raised_at: datetime | None


_RUNNING = text(f"case_deadline.{RUNNING_SQL}")
_UNKNOWN = text(f"case_deadline.{UNKNOWN_SQL}")
_COLUMNS = (_D.name, _D.phase, _D.round, _D.start, _D.due, _D.ended, _D.amount, _D.year)


def deadlines(tx: Connection, case: int) -> list[StoredDeadline]:
    """Return the deadlines of a case that have begun."""
    rows = tx.execute(select(*_COLUMNS).where(_D.case == case).order_by(_D.start, _D.name))
    return [StoredDeadline(*row) for row in rows]


def set_deadline(tx: Connection, case: int, deadline: StoredDeadline) -> None:
    """Write how a deadline stands, in the place of how it stood."""
    tx.execute(delete(_D).where(_D.case == case, _D.name == deadline.name))
    tx.execute(insert(_D), {"case": case, **vars(deadline)})


def drop_deadline(tx: Connection, case: int, name: str) -> None:
    """Take a deadline away that never was to begin."""
    tx.execute(delete(_D).where(_D.case == case, _D.name == name))


def plan(tx: Connection, case: int, alarms: Iterable[PlannedAlarm]) -> None:
    """Let these alarms ring, and none of those planned before; one that has rung stays so."""
    tx.execute(delete(_A).where(_A.case == case, _A.raised_at.is_(None)))
    rung = {
        (row.deadline, row.name, row.at) for row in tx.execute(_alarms().where(_A.case == case))
    }
    for alarm in alarms:
        if (alarm.deadline, alarm.name, alarm.at) in rung:
            continue
        values: dict[str, Any] = {
            "case": case,
            "deadline": alarm.deadline,
            "name": alarm.name,
            "at": alarm.at,
            "to_role": alarm.to,
            "raised_at": None,
        }
        tx.execute(insert(_A), values)


def is_due(tx: Connection, now: datetime) -> bool:
    """Whether an alarm is to ring."""
    return tx.execute(_due(now)).first() is not None


def hold_due(tx: Connection, now: datetime) -> CaseAlarm | None:
    """Take the alarm in hand that is due first; others may take the next meanwhile."""
    row = tx.execute(_due(now).with_for_update(skip_locked=True, of=_A)).one_or_none()
    return _alarm(row) if row else None


def raised(tx: Connection, alarm: CaseAlarm, at: datetime) -> None:
    """Write that an alarm has rung."""
    one = alarm.alarm
    tx.execute(
        update(_A).where(
            _A.case == alarm.case,
            _A.deadline == one.deadline,
            _A.name == one.name,
            _A.at == one.at,
        ),
        {"raised_at": at},
    )


def alarms_of(tx: Connection, case: int) -> list[CaseAlarm]:
    """Return every alarm of a case, rung or not."""
    return [_alarm(row) for row in tx.execute(_alarms().where(_A.case == case).order_by(_A.at))]


def due_until(tx: Connection, until: datetime, register: str | None) -> list[CaseDeadline]:
    """Return the deadlines that run out until then, and those nobody can know; first ones first."""
    statement = select(_C.code, _C.register, _C.state, *_COLUMNS).join(_C, _C.id == _D.case)
    if register is not None:
        # Not by the index of registers: few deadlines are due, many cases are closed.
        statement = statement.where(func.coalesce(_C.register, "") == register)
    # Two questions, spelled as the indexes are: SQLite takes a partial index neither for a bound
    # parameter nor for one side of an OR.
    running = statement.where(_RUNNING, _D.due <= until).order_by(_D.due, _C.id, _D.name)
    unknown = statement.where(_UNKNOWN, _D.year > 0, _D.ended.is_(None)).order_by(_C.id, _D.name)
    rows: list[Any] = [*tx.execute(running), *tx.execute(unknown)]
    return [CaseDeadline(row[0], row[1], row[2], StoredDeadline(*row[3:])) for row in rows]


def of_cases(tx: Connection, cases: Sequence[int]) -> list[CaseDeadline]:
    """Return the deadlines of these cases that run, or that nobody can know; first ones first."""
    going_on = or_(_D.phase == "running", (_D.phase == "unknown") & _D.ended.is_(None))
    statement = (
        select(_C.code, _C.register, _C.state, *_COLUMNS)
        .join(_C, _C.id == _D.case)
        .where(_C.id.in_(cases), going_on)
        .order_by(_D.due, _C.id, _D.name)
    )
    return [CaseDeadline(*row[:3], StoredDeadline(*row[3:])) for row in tx.execute(statement)]


def to_reckon(tx: Connection) -> Iterator[str]:
    """Yield the cases that a change of the calendar may concern."""
    yield from tx.scalars(
        select(_C.code)
        .join(_D, _D.case == _C.id)
        .where(or_(_D.phase == "unknown", _C.closed_at.is_(None)))
        .distinct()
        .order_by(_C.code)
    )


def _alarms() -> Select[*tuple[Any, ...]]:
    return select(
        _A.case, _C.code, _C.register, _A.deadline, _A.name, _A.at, _A.to_role, _A.raised_at
    ).join(_C, _C.id == _A.case)


def _due(now: datetime) -> Select[*tuple[Any, ...]]:
    waiting = _alarms().where(_A.raised_at.is_(None), _A.at <= now)
    return waiting.order_by(_A.at, _A.case, _A.deadline, _A.name).limit(1)


def _alarm(row: Any) -> CaseAlarm:
    planned = PlannedAlarm(row.deadline, row.name, row.at, row.to_role)
    return CaseAlarm(row.case, row.code, row.register, planned, row.raised_at)
