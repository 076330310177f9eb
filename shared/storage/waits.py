"""Waits as they were told and as they came."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from shared.domain.estimate import Wait
from shared.storage.orm import ServiceRow, TicketRow

_T = TicketRow


@dataclass(frozen=True)
class WaitedTicket:
    """What a ticket was told, and the seconds from its issue to its first call."""

    ticket_class: str
    queue: str
    told: Wait
    waited_s: float


def waited(tx: Connection, first: date, last: date) -> list[WaitedTicket]:
    """Return the tickets of these days that were told a wait and were called."""
    called = (
        select(ServiceRow.ticket, func.min(ServiceRow.called_at).label("at"))
        .group_by(ServiceRow.ticket)
        .subquery()
    )
    rows = tx.execute(
        select(
            _T.ticket_class,
            _T.prefix,
            _T.issued_at,
            _T.wait_low_s,
            _T.wait_high_s,
            _T.wait_mean_s,
            called.c.at,
        )
        .join(called, called.c.ticket == _T.id)
        .where(
            _T.business_day.between(first, last),
            _T.wait_mean_s.is_not(None),
            _T.booked_for.is_(None),
        )
    )
    return [
        WaitedTicket(
            row.ticket_class,
            row.prefix,
            Wait(row.wait_low_s, row.wait_high_s, row.wait_mean_s),
            (row.at - row.issued_at).total_seconds(),
        )
        for row in rows
    ]
