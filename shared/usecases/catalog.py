"""Put a file's items in the place of those a hall has."""

from collections.abc import Mapping
from pathlib import Path

from shared.catalog.departments import read_departments
from shared.catalog.pinyin import pinyin_of
from shared.catalog.read import CatalogImport
from shared.domain.catalog import Department
from shared.storage import items
from shared.storage.items import OfferedItem
from shared.usecases.context import Context
from shared.usecases.list_catalog import UNKNOWN, ListedItem
from shared.usecases.permitted import permitted
from shared.usecases.request import queue_of


@permitted
def replace_catalog(
    ctx: Context, catalog: CatalogImport, departments: Path | None = None
) -> tuple[ListedItem, ...]:
    """Store a catalogue in the place of the hall's; nothing is changed if one item has no queue.

    `departments` is a CSV (code, department, basis) for items whose own rows name none.
    """
    named = dict(read_departments(departments)) if departments else {}
    named.update(catalog.departments)
    offered = _offered(catalog, named)
    listed = tuple(ListedItem(item, queue_of(ctx, item)) for item in offered)
    with ctx.database.write() as tx:
        items.replace_all(tx, offered)
    return listed


def _offered(catalog: CatalogImport, departments: Mapping[str, Department]) -> list[OfferedItem]:
    queues = catalog.queues
    offered = []
    for item in catalog.items:
        spelled = pinyin_of(item.name)
        department = departments.get(item.code, UNKNOWN)
        offered.append(
            OfferedItem(
                code=item.code,
                name=item.name,
                type=item.type,
                department=department.name,
                basis=department.basis,
                stated_queue=queues.get(item.code),
                pinyin=spelled.full,
                initials=spelled.initials,
                sources=item.sources,
            )
        )
    return offered
