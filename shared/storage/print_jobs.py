"""Print jobs: what is to be printed where, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from shared.storage.orm import PrintJobRow
from shared.storage.prepared import Prepared

_J = PrintJobRow


class PrintState(StrEnum):
    """What is known of a slip; written is not printed."""

    PENDING = "pending"  # wanted, not begun
    SENDING = "sending"  # a worker has it in hand
    SENT = "sent"  # handed to the wire; the printer cannot tell more
    CONFIRMED = "confirmed"  # the printer said that it printed it
    UNCERTAIN = "uncertain"  # it may or may not be on paper: never printed again unasked
    FAILED = "failed"  # nothing came out


@dataclass(frozen=True)
class PrintJob:
    """One slip wanted from one printer: a ticket's, or the `paper` of a case."""

    id: int
    ticket: int | None
    printer: str
    state: PrintState
    reprint: bool
    detail: str
    created_at: datetime
    case: int | None = None
    paper: str = ""


_SETTLE = Prepared(
    update(PrintJobRow).where(_J.id == bindparam("b_id"), _J.state == bindparam("b_before"))
)
_ADD = Prepared(insert(PrintJobRow).returning(_J.id))
_SELECT = select(
    _J.id,
    _J.ticket,
    _J.printer,
    _J.state,
    _J.reprint,
    _J.detail,
    _J.created_at,
    _J.case,
    _J.paper,
).limit(1)
_OLDEST = _SELECT.where(
    _J.printer == bindparam("b_printer"), _J.state == bindparam("b_state")
).order_by(_J.id)
_PEEK = Prepared(_OLDEST)
_NEXT = Prepared(_OLDEST.with_for_update(skip_locked=True))
_NEWEST = Prepared(_SELECT.where(_J.ticket == bindparam("b_ticket")).order_by(_J.id.desc()))
_NEWEST_OF_CASE = Prepared(
    _SELECT.where(_J.case == bindparam("b_case"), _J.paper == bindparam("b_paper")).order_by(
        _J.id.desc()
    )
)


def add(tx: Connection, ticket: int, printer: str, at: datetime, *, reprint: bool = False) -> int:
    """Want a ticket's slip; returns the job's id."""
    return _add(tx, {"ticket": ticket}, printer, at, reprint)


def add_paper(
    tx: Connection, case: int, paper: str, printer: str, at: datetime, *, reprint: bool = False
) -> int:
    """Want a paper of a case; returns the job's id."""
    return _add(tx, {"case": case, "paper": paper}, printer, at, reprint)


def _add(
    tx: Connection, what: Mapping[str, int | str], printer: str, at: datetime, reprint: bool
) -> int:
    values = {
        **what,
        "printer": printer,
        "state": PrintState.PENDING,
        "reprint": reprint,
        "detail": "",
        "created_at": at,
        "changed_at": at,
    }
    return int(_ADD.scalar(tx, **values))


def next_in(tx: Connection, printer: str, state: PrintState) -> PrintJob | None:
    """Take the oldest job of a printer in this state that no other worker has in hand."""
    return _job(_NEXT.one(tx, b_printer=printer, b_state=state))


def is_any(tx: Connection, printer: str, state: PrintState) -> bool:
    """Whether a printer has a job in this state; takes none in hand."""
    return _PEEK.one(tx, b_printer=printer, b_state=state) is not None


def newest_for(tx: Connection, ticket: int) -> PrintJob | None:
    """Return the newest job of a ticket."""
    return _job(_NEWEST.one(tx, b_ticket=ticket))


def newest_paper(tx: Connection, case: int, paper: str) -> PrintJob | None:
    """Return the newest job of a case's paper."""
    return _job(_NEWEST_OF_CASE.one(tx, b_case=case, b_paper=paper))


def settle(
    tx: Connection, job: int, before: PrintState, state: PrintState, detail: str, at: datetime
) -> bool:
    """Record what became of a job; False when it is no longer as it was `before`."""
    key = {"b_id": job, "b_before": before}
    return _SETTLE.run(tx, **key, state=state, detail=detail, changed_at=at) == 1


def _job(row: Any) -> PrintJob | None:
    if row is None:
        return None
    return PrintJob(
        id=row.id,
        ticket=row.ticket,
        printer=row.printer,
        state=PrintState(row.state),
        reprint=row.reprint,
        detail=row.detail,
        created_at=row.created_at,
        case=row.case,
        paper=row.paper or "",
    )
