"""Numbers: one counter per hall, business day and prefix, from 001, never backwards."""

from datetime import date
from functools import cache

from sqlalchemy import Connection
from sqlalchemy.dialects import postgresql, sqlite

from shared.domain.ticket import TicketNumber
from shared.storage.orm import CounterRow
from shared.storage.prepared import Prepared


def draw(tx: Connection, hall: str, day: date, prefix: str) -> TicketNumber:
    """Draw the next number; it is taken only if the transaction commits."""
    next_one = _next(tx.dialect.name)
    last = next_one.scalar(tx, hall=hall, business_day=day, prefix=prefix, last=1)
    return TicketNumber(prefix, last)


@cache
def _next(dialect: str) -> Prepared:
    """Return one statement for the first number and every other: two may draw the first at once."""
    new = sqlite.insert(CounterRow) if dialect == "sqlite" else postgresql.insert(CounterRow)
    counted = new.on_conflict_do_update(
        index_elements=["hall", "business_day", "prefix"], set_={"last": CounterRow.last + 1}
    )
    return Prepared(counted.returning(CounterRow.last))
