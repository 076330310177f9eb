"""Service items as the hall offers them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, insert, or_, select

from shared.domain.catalog import ItemType, Source
from shared.storage.orm import ItemRow, ItemSourceRow
from shared.storage.prepared import Prepared


@dataclass(frozen=True)
class OfferedItem:
    """An item with what is needed to find it; `stated_queue` overrules the hall's routes."""

    code: str
    name: str
    type: ItemType
    department: str
    basis: str
    stated_queue: str | None
    pinyin: str
    initials: str
    sources: tuple[Source, ...] = ()


_COLUMNS = (
    ItemRow.code,
    ItemRow.name,
    ItemRow.type,
    ItemRow.department,
    ItemRow.basis,
    ItemRow.queue,
    ItemRow.pinyin,
    ItemRow.initials,
)
_FIND = Prepared(
    select(*_COLUMNS)
    .where(or_(ItemRow.code == bindparam("b_text"), ItemRow.name == bindparam("b_text")))
    .limit(1)
)


def replace_all(tx: Connection, items: Sequence[OfferedItem]) -> None:
    """Put these items in the place of all others; tickets keep the names they were given."""
    tx.execute(delete(ItemSourceRow))
    tx.execute(delete(ItemRow))
    tx.execute(
        insert(ItemRow),
        [
            {
                "code": item.code,
                "name": item.name,
                "type": item.type,
                "department": item.department,
                "basis": item.basis,
                "queue": item.stated_queue,
                "pinyin": item.pinyin,
                "initials": item.initials,
                "position": position,
            }
            for position, item in enumerate(items)
        ],
    )
    tx.execute(
        insert(ItemSourceRow),
        [
            {
                "document": source.document,
                "table_name": source.table,
                "ordinal": source.ordinal,
                "item": item.code,
                "number": source.number,
                "type": source.type,
            }
            for item in items
            for source in item.sources
        ],
    )


def everything(tx: Connection) -> list[OfferedItem]:
    """Return all items with their sources, in the order they were listed."""
    sources: dict[str, list[Source]] = defaultdict(list)
    for row in tx.execute(
        select(
            ItemSourceRow.item,
            ItemSourceRow.document,
            ItemSourceRow.table_name,
            ItemSourceRow.number,
            ItemSourceRow.ordinal,
            ItemSourceRow.type,
        ).order_by(ItemSourceRow.document, ItemSourceRow.table_name, ItemSourceRow.ordinal)
    ):
        sources[row[0]].append(Source(row[1], row[2], row[3], row[4], ItemType(row[5])))
    rows = tx.execute(select(*_COLUMNS).order_by(ItemRow.position))
    return [_item(row, tuple(sources[row.code])) for row in rows]


def find(tx: Connection, code_or_name: str) -> OfferedItem | None:
    """Return the item with this code or exact name."""
    row = _FIND.one(tx, b_text=code_or_name)
    return _item(row) if row else None


def departments(tx: Connection) -> dict[str, str]:
    """Return the department of each item, by the item's name."""
    rows = tx.execute(select(ItemRow.name, ItemRow.department))
    return {row.name: row.department for row in rows}


def names_like(tx: Connection, part: str, limit: int = 3) -> list[str]:
    """Return names that contain `part`, to help somebody who mistyped."""
    return list(
        tx.scalars(
            select(ItemRow.name)
            .where(or_(ItemRow.name.contains(part, autoescape=True), ItemRow.initials == part))
            .order_by(ItemRow.position)
            .limit(limit)
        )
    )


def _item(row: Row[*tuple[Any, ...]], sources: tuple[Source, ...] = ()) -> OfferedItem:
    return OfferedItem(
        code=row.code,
        name=row.name,
        type=ItemType(row.type),
        department=row.department,
        basis=row.basis,
        stated_queue=row.queue,
        pinyin=row.pinyin,
        initials=row.initials,
        sources=sources,
    )
