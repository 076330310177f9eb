"""The items of visits that have several."""

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, bindparam, insert, select, update

from shared.domain.visit import Errand
from shared.storage.orm import ErrandRow, ServiceRow
from shared.storage.prepared import Prepared

_E = ErrandRow
_OF_TICKET = Prepared(
    select(_E.item, _E.name, _E.queue, _E.done)
    .where(_E.ticket == bindparam("b_ticket"))
    .order_by(_E.ordinal)
)


def add(tx: Connection, ticket: int, errands: Sequence[Errand], after: int = 0) -> None:
    """Write items of a visit in the order they are gone to, behind the first `after` of it."""
    tx.execute(
        insert(ErrandRow),
        [
            {
                "ticket": ticket,
                "ordinal": ordinal,
                "item": errand.item,
                "name": errand.name,
                "queue": errand.queue,
                "done": errand.done,
            }
            for ordinal, errand in enumerate(errands, start=after + 1)
        ],
    )


def of_ticket(tx: Connection, ticket: int) -> tuple[Errand, ...]:
    """Return the items of a visit in order; none for a ticket with one item or no item."""
    rows = _OF_TICKET.all(tx, b_ticket=ticket)
    return tuple(Errand(row.item, row.name, row.queue, row.done) for row in rows)


def queues_at(tx: Connection, windows: Collection[int]) -> set[str]:
    """Return the queues where visits now at these windows may go on."""
    rows = tx.scalars(
        select(_E.queue)
        .join(ServiceRow, ServiceRow.ticket == _E.ticket)
        .where(
            ServiceRow.window_number.in_(windows),
            ServiceRow.ended_at.is_(None),
            _E.done.is_(False),
        )
    )
    return set(rows)


def finish(tx: Connection, ticket: int, queues: Collection[str]) -> None:
    """Mark everything that was to be done in these queues as done."""
    tx.execute(update(ErrandRow).where(_E.ticket == ticket, _E.queue.in_(queues)), {"done": True})
