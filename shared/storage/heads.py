"""The first of every line a window may call: one index seek each, however many wait."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, select, text, union_all

from shared.domain.dispatch import Head
from shared.domain.ticket import TicketClass, TicketNumber
from shared.storage.declared import UtcDateTime
from shared.storage.orm import BOOKED_SQL, IN_LINE_SQL, TicketRow
from shared.storage.prepared import Prepared

_IN_LINE = text(IN_LINE_SQL)
_T = TicketRow


def heads_of(
    tx: Connection, day: date, window: int, queues: Iterable[str], now: datetime
) -> list[Head]:
    """Return the first ticket of every line `window` may call: each queue and class, and
    those sent to this very window. One index seek each, however many wait. A booked ticket is
    first when its time has come.
    """
    statement = _heads_statement(tuple(queues))
    return [
        Head(
            row.id,
            row.queue,
            TicketClass(row.ticket_class),
            row.place,
            row.for_window,
            row.since.timestamp() / 60,
            str(TicketNumber(row.prefix, row.number)),
        )
        for row in statement.all(tx, b_day=day, b_window=window, b_now=now)
    ]


_HEAD = (
    _T.id,
    _T.queue,
    _T.ticket_class,
    _T.place,
    _T.for_window,
    _T.since,
    _T.prefix,
    _T.number,
)


@lru_cache(maxsize=256)
def _heads_statement(queues: tuple[str, ...]) -> Prepared:
    base: Select[*tuple[Any, ...]] = select(*_HEAD).where(
        _IN_LINE, _T.line_day == bindparam("b_day")
    )
    found = [
        _first(base.where(_T.for_window.is_(None), _T.queue == queue), ticket_class)
        for queue in queues
        for ticket_class in TicketClass
    ] + [
        _first(base.where(_T.for_window == bindparam("b_window")), ticket_class)
        for ticket_class in TicketClass
    ]
    return Prepared(union_all(*found))


def _first(line: Select[*tuple[Any, ...]], ticket_class: TicketClass) -> Select[*tuple[Any, ...]]:
    if ticket_class is TicketClass.BOOKED:
        due = line.where(text(BOOKED_SQL), _T.booked_for <= bindparam("b_now", type_=UtcDateTime()))
        first = due.order_by(_T.since, _T.id).limit(1)
    else:
        of_class = line.where(_T.ticket_class == ticket_class)
        first = of_class.order_by(_T.place, _T.id).limit(1)
    return select(first.subquery())  # SQLite takes no ORDER BY inside a UNION without
