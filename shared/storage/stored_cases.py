"""What the tables say of cases, to be held against what the facts say."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from shared.domain.rebuilt_case import RebuiltCase, ToldDeadline, ToldEntry
from shared.domain.seal import Unreadable
from shared.storage.case_tables import CaseAlarmRow, CaseDeadlineRow, CaseEntryRow, CaseFileRow
from shared.storage.history import pages
from shared.storage.readable import read_whole
from shared.storage.vault import digest

_C = CaseFileRow
_E = CaseEntryRow
_D = CaseDeadlineRow
_A = CaseAlarmRow
_CASES = select(_C.id, _C.code, _C.register, _C.origin, _C.state)


def every_case(tx: Connection) -> Iterator[RebuiltCase | Unreadable]:
    """Yield every case of the tables; Unreadable where one of its rows is."""
    for row in pages(tx, _CASES, _C.id):
        yield row if isinstance(row, Unreadable) else _case(tx, row)


def _case(tx: Connection, row: Any) -> RebuiltCase | Unreadable:
    entries = read_whole(tx, select(_E.__table__).where(_E.case == row.id).order_by(_E.ordinal))
    deadlines = read_whole(tx, select(_D.__table__).where(_D.case == row.id))
    alarms = read_whole(
        tx,
        select(_A.deadline, _A.name, _A.at).where(_A.case == row.id, _A.raised_at.is_not(None)),
    )
    if entries is None or deadlines is None or alarms is None:
        return Unreadable(row.id)
    return RebuiltCase(
        row.code,
        row.register,
        row.origin,
        row.state,
        [
            ToldEntry(e.step, e.at, e.state, e.role, e.actor, e.fields, digest(e.private))
            for e in entries
        ],
        {
            d.name: ToldDeadline(d.phase, d.round, d.start, d.due, d.ended, d.amount, d.year)
            for d in deadlines
        },
        {(a.deadline, a.name, a.at) for a in alarms},
    )
