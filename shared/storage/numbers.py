"""Numbers: one counter per hall, business day and prefix, from 001, never backwards."""

from datetime import date

from sqlalchemy import Connection, bindparam, insert, select, update

from shared.domain.ticket import TicketNumber
from shared.storage.orm import CounterRow
from shared.storage.prepared import Prepared

_KEY = (
    CounterRow.hall == bindparam("b_hall"),
    CounterRow.business_day == bindparam("b_day"),
    CounterRow.prefix == bindparam("b_prefix"),
)
_NEXT = Prepared(
    update(CounterRow).where(*_KEY).values(last=CounterRow.last + 1).returning(CounterRow.last)
)
_LAST = Prepared(select(CounterRow.last).where(*_KEY))


def draw(tx: Connection, hall: str, day: date, prefix: str) -> TicketNumber:
    """Draw the next number; it is taken only if the transaction commits."""
    last = _NEXT.scalar(tx, b_hall=hall, b_day=day, b_prefix=prefix)
    if last is None:
        last = 1
        tx.execute(
            insert(CounterRow), {"hall": hall, "business_day": day, "prefix": prefix, "last": last}
        )
    return TicketNumber(prefix, last)


def issued(tx: Connection, hall: str, day: date, prefix: str) -> int:
    """Return how many numbers of the prefix were drawn on this day."""
    return _LAST.scalar(tx, b_hall=hall, b_day=day, b_prefix=prefix) or 0
