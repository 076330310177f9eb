"""The facts as they are stored, and the seals over them: read page by page, never all at once."""

from collections.abc import Iterator
from typing import Any, TypeGuard

from sqlalchemy import Connection, Row, Select, func, select

from shared.domain.seal import RawFact, Seal, Unreadable
from shared.storage.orm import FactRow, SealRow
from shared.storage.readable import read

PAGE = 1000
_F = FactRow
_S = SealRow
_FACTS = select(_F.id, _F.at, _F.business_day, _F.kind, _F.payload)
_SEALS = select(_S.id, _S.last_fact, _S.facts, _S.digest, _S.at)


def facts(tx: Connection, after: int | None = None) -> Iterator[RawFact | Unreadable]:
    """Yield every fact after `after` (None: all), of whatever kind, by growing id."""
    for row in pages(tx, _FACTS, _F.id, after):
        if _holds(row, str, "kind"):
            yield RawFact(row.id, row.at, row.business_day, row.kind, row.payload)
        else:
            yield Unreadable(row.id)


def seals(tx: Connection) -> Iterator[Seal | Unreadable]:
    """Yield every seal by growing id."""
    for row in pages(tx, _SEALS, _S.id):
        if _holds(row, int, "last_fact", "facts"):
            yield Seal(row.id, row.last_fact, row.facts, row.digest, row.at)
        else:
            yield Unreadable(row.id)


def count(tx: Connection, after: int | None) -> int:
    """Return how many facts come after `after` (None: all)."""
    counted = select(func.count()).select_from(FactRow)
    return tx.scalar(counted if after is None else counted.where(_F.id > after)) or 0


def _holds(row: Any, kind: type, *columns: str) -> TypeGuard[Row[*tuple[Any, ...]]]:
    """Whether these columns hold such data: SQLite keeps whatever somebody puts there."""
    if isinstance(row, Unreadable):
        return False
    return all(isinstance(getattr(row, column), kind) for column in columns)


def pages(
    tx: Connection, statement: Select[*tuple[Any, ...]], key: Any, after: int | None = None
) -> Iterator[Row[*tuple[Any, ...]] | Unreadable]:
    """Yield the rows of a statement by growing `key`, from after `after` (None: all)."""
    while True:
        page = statement if after is None else statement.where(key > after)
        found = read(tx, page.order_by(key).limit(PAGE), key)
        yield from found
        if len(found) < PAGE:
            return
        after = found[-1].id
