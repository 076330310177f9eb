"""What a hall offers: every item with the queue its tickets wait in."""

from dataclasses import dataclass

from shared.domain.catalog import Department
from shared.storage import items
from shared.storage.items import OfferedItem
from shared.usecases.context import Context
from shared.usecases.request import queue_of

UNKNOWN = Department("未注明", "unknown")
"""Stands in where no list names a department."""


@dataclass(frozen=True)
class ListedItem:
    """An item and the queue its tickets wait in."""

    item: OfferedItem
    queue: str


def list_catalog(ctx: Context) -> tuple[ListedItem, ...]:
    """Return every item of the hall with its queue."""
    with ctx.database.read() as tx:
        found = items.everything(tx)
    return tuple(ListedItem(item, queue_of(ctx, item)) for item in found)
