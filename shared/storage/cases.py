"""Cases and their logs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, exists, func, insert, select, tuple_, update

from shared.domain.errors import BadInput
from shared.storage.case_tables import CaseEntryRow, CaseFileRow, CaseFindRow

_C = CaseFileRow
_E = CaseEntryRow
_F = CaseFindRow
_COLUMNS = (
    _C.id,
    _C.code,
    _C.register,
    _C.state,
    _C.origin,
    _C.business_day,
    _C.opened_at,
    _C.changed_at,
    _C.closed_at,
    _C.on_day,
    _C.forget_on,
)
_SELECT = select(*_COLUMNS)
_PAGE = 1000


@dataclass(frozen=True)
class CaseFile:
    """A case as stored; `forget_on` is None when nothing personal is kept of it."""

    id: int
    code: str
    register: str
    state: str
    origin: str
    business_day: date
    opened_at: datetime
    changed_at: datetime
    closed_at: datetime | None
    on_day: date | None
    forget_on: date | None


@dataclass(frozen=True)
class StoredEntry:
    """A line of a case's log; `private` is encrypted."""

    step: str
    at: datetime
    state: str
    role: str
    by: str
    fields: Mapping[str, str]
    private: str | None


def add(tx: Connection, **columns: Any) -> int:
    """Write a new case; returns its id."""
    return int(tx.execute(insert(_C).returning(_C.id), columns).scalar_one())


def add_entry(tx: Connection, case: int, ordinal: int, entry: StoredEntry) -> None:
    """Write a line of the log, counted from 1."""
    values: dict[str, Any] = {
        "case": case,
        "ordinal": ordinal,
        "step": entry.step,
        "at": entry.at,
        "state": entry.state,
        "role": entry.role,
        "actor": entry.by,
        "fields": dict(entry.fields),
        "private": entry.private,
    }
    tx.execute(insert(_E), values)


def change(tx: Connection, case: int, **columns: Any) -> None:
    """Set columns of a case."""
    tx.execute(update(_C).where(_C.id == case), columns)


def find(tx: Connection, code: str, *, hold: bool = False) -> CaseFile:
    """Return a case, which with `hold` nobody else changes until the transaction ends."""
    statement = _SELECT.where(_C.code == code.strip().upper())
    row = tx.execute(statement.with_for_update() if hold else statement).one_or_none()
    if row is None:
        raise BadInput(f"there is no case {code}", "hall case list shows those going on")
    return _case(row)


def get(tx: Connection, case: int) -> CaseFile:
    """Return the case with this id, which is known to be there."""
    return _case(tx.execute(_SELECT.where(_C.id == case)).one())


def log(tx: Connection, case: int) -> list[StoredEntry]:
    """Return a case's log in order."""
    rows = tx.execute(
        select(_E.step, _E.at, _E.state, _E.role, _E.actor, _E.fields, _E.private)
        .where(_E.case == case)
        .order_by(_E.ordinal)
    )
    return [StoredEntry(*row) for row in rows]


def listed(
    tx: Connection,
    *,
    register: str | None = None,
    state: str | None = None,
    closed: bool = False,
    limit: int = 200,
) -> list[CaseFile]:
    """Return cases, newest first; those that are closed only when asked for."""
    # By the index of cases going on, not by id: all but a few are closed.
    newest = _C.id if closed else _C.id + 0
    statement = _SELECT.order_by(newest.desc()).limit(limit)
    if register is not None:
        statement = statement.where(_C.register == register)
    if state is not None:
        statement = statement.where(_C.state == state)
    if not closed:
        statement = statement.where(_C.closed_at.is_(None))
    return [_case(row) for row in tx.execute(statement)]


def every(tx: Connection, register: str) -> Iterator[CaseFile]:
    """Yield all cases of a register, the oldest first."""
    after = 0
    statement = _SELECT.where(_C.register == register).order_by(_C.id).limit(_PAGE)
    while page := [_case(row) for row in tx.execute(statement.where(_C.id > after))]:
        yield from page
        after = page[-1].id


def opened_between(
    tx: Connection, first: date, last: date, register: str | None = None
) -> list[CaseFile]:
    """Return the cases opened on the business days from `first` to `last`, the oldest first."""
    statement = _SELECT.where(_C.business_day.between(first, last)).order_by(_C.id)
    if register is not None:
        statement = statement.where(_C.register == register)
    return [_case(row) for row in tx.execute(statement)]


def count(tx: Connection, register: str) -> int:
    """Return how many cases a register holds."""
    counted = select(func.count()).select_from(_C)
    return tx.execute(counted.where(_C.register == register)).scalar_one()


def known(tx: Connection, codes: Sequence[str]) -> set[str]:
    """Return which of these numbers are taken."""
    return {
        code
        for at in range(0, len(codes), _PAGE)
        for code in tx.scalars(select(_C.code).where(_C.code.in_(codes[at : at + _PAGE])))
    }


def on_day(
    tx: Connection, register: str, day: date, hashes: Sequence[str] | None = None
) -> list[CaseFile]:
    """Return the cases of a register that are the business of a day and going on.

    With `hashes` those found by one of them.
    """
    statement = _SELECT.where(_C.register == register, _C.on_day == day, _C.closed_at.is_(None))
    if hashes is not None:
        statement = statement.where(exists().where(_F.case == _C.id, _F.hash.in_(hashes)))
    return [_case(row) for row in tx.execute(statement.order_by(_C.id))]


def opened_on(tx: Connection, register: str, day: date) -> int:
    """Return how many cases of a register were opened on a business day."""
    counted = select(func.count()).select_from(_C)
    return tx.execute(counted.where(_C.register == register, _C.business_day == day)).scalar_one()


def remember(tx: Connection, case: int, hashes: Mapping[str, str]) -> None:
    """Let an open case be found by these hashes, one for each field."""
    for field, value in hashes.items():
        tx.execute(delete(_F).where(_F.case == case, _F.field == field))
        tx.execute(insert(_F), {"case": case, "field": field, "hash": value})


def unremember(tx: Connection, case: int) -> None:
    """Let nobody find a case by a hash any more."""
    tx.execute(delete(_F).where(_F.case == case))


def any_private(tx: Connection) -> bool:
    """Whether anything encrypted is kept."""
    return tx.execute(select(_E.case).where(_E.private.is_not(None)).limit(1)).first() is not None


def private_entries(tx: Connection) -> Iterator[tuple[str, int, str]]:
    """Yield the case, the place in its log and the encrypted fields of every entry that has any."""
    place = tuple_(_E.case, _E.ordinal)
    statement = (
        select(_E.case, _E.ordinal, _C.code, _E.private)
        .join(_C, _C.id == _E.case)
        .where(_E.private.is_not(None))
        .order_by(_E.case, _E.ordinal)
        .limit(_PAGE)
    )
    after = (0, 0)
    while rows := tx.execute(statement.where(place > after)).all():
        yield from ((row.code, row.ordinal, row.private) for row in rows)
        after = (rows[-1].case, rows[-1].ordinal)


def count_private(tx: Connection, codes: Sequence[str]) -> int:
    """Return how many encrypted fields and hashes are kept of these cases."""
    ours = select(_C.id).where(_C.code.in_(codes))
    sealed = select(func.count()).where(_E.case.in_(ours), _E.private.is_not(None))
    hashed = select(func.count()).where(_F.case.in_(ours))
    return tx.execute(sealed).scalar_one() + tx.execute(hashed).scalar_one()


def to_forget(
    tx: Connection, today: date, limit: int = 100, *, hold: bool = True
) -> list[CaseFile]:
    """Return cases whose personal fields are not to be kept any longer."""
    statement = _SELECT.where(_C.forget_on.is_not(None), _C.forget_on <= today)
    some = statement.order_by(_C.forget_on).limit(limit)
    rows = tx.execute(some.with_for_update(skip_locked=True) if hold else some)
    return [_case(row) for row in rows]


def forget(tx: Connection, case: int) -> None:
    """Delete the personal fields of a case."""
    tx.execute(update(_E).where(_E.case == case), {"private": None})
    change(tx, case, forget_on=None)


def _case(row: Row[*tuple[Any, ...]]) -> CaseFile:
    return CaseFile(*row)
