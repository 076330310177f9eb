"""Guides of items: what to bring, the steps, limits, fee."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from shared.domain.guide import Form, Guide, Material
from shared.storage.guide_tables import GuideMaterialRow, GuideRow, GuideStepRow

_G, _M, _S = GuideRow, GuideMaterialRow, GuideStepRow
_OWN = (
    _G.item,
    _G.legal_days,
    _G.promised_days,
    _G.fee,
    _G.fee_basis,
    _G.law,
    _G.notes,
    _G.place,
    _G.sample,
)


def replace(tx: Connection, guides: Sequence[Guide]) -> None:
    """Put these guides in the place of those their items had; other items keep theirs."""
    for guide in guides:
        for table in (_M, _S, _G):
            tx.execute(delete(table).where(table.item == guide.item))
        own = {column.key: getattr(guide, column.key) for column in _OWN}
        tx.execute(insert(_G), own)
        _add(tx, _M, guide.item, [_columns(one) for one in guide.materials])
        _add(tx, _S, guide.item, [{"text": step} for step in guide.steps])


def find(tx: Connection, item: str) -> Guide | None:
    """Return the guide of the item with this code."""
    row = tx.execute(select(*_OWN).where(_G.item == item)).one_or_none()
    return None if row is None else _guide(tx, row)


def everything(tx: Connection) -> list[Guide]:
    """Return all guides, in the order of their items' codes."""
    return [_guide(tx, row) for row in tx.execute(select(*_OWN).order_by(_G.item)).all()]


def with_guide(tx: Connection) -> set[str]:
    """Return the codes of the items that have one."""
    return set(tx.scalars(select(_G.item)))


def _add(
    tx: Connection,
    table: type[GuideMaterialRow] | type[GuideStepRow],
    item: str,
    rows: list[dict[str, Any]],
) -> None:
    placed = [{"item": item, "ordinal": place, **row} for place, row in enumerate(rows, start=1)]
    if placed:
        tx.execute(insert(table), placed)


def _columns(one: Material) -> dict[str, Any]:
    return {
        "name": one.name,
        "count": one.count,
        "form": one.form,
        "source": one.source,
        "note": one.note,
    }


def _guide(tx: Connection, row: Row[*tuple[Any, ...]]) -> Guide:
    materials = tx.execute(
        select(_M.name, _M.count, _M.form, _M.source, _M.note)
        .where(_M.item == row.item)
        .order_by(_M.ordinal)
    )
    steps = tx.scalars(select(_S.text).where(_S.item == row.item).order_by(_S.ordinal))
    return Guide(
        materials=tuple(Material(m[0], m[1], Form(m[2]), m[3], m[4]) for m in materials),
        steps=tuple(steps),
        **row._mapping,
    )
