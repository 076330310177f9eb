"""Reads rows that somebody may have tampered with: what cannot be read is told, not raised."""

from typing import Any

from sqlalchemy import Connection, Row, Select
from sqlalchemy.exc import DataError, OperationalError

from shared.domain.seal import Unreadable

AnyRow = Row[*tuple[Any, ...]]
AnySelect = Select[*tuple[Any, ...]]


def read(tx: Connection, statement: AnySelect, key: Any) -> list[AnyRow | Unreadable]:
    """Return the rows of a statement; `key` is the whole number that names one row."""
    rows = read_whole(tx, statement)
    if rows is not None:
        return [*rows]
    keys = tx.scalars(statement.with_only_columns(key)).all()
    return [_one(tx, statement.where(key == wanted), wanted) for wanted in keys]


def read_whole(tx: Connection, statement: AnySelect) -> list[AnyRow] | None:
    """Return the rows of a statement, None when one of them cannot be read."""
    try:
        return list(tx.execute(statement))
    except (ValueError, TypeError, RecursionError, DataError):
        return None
    except OperationalError as error:
        if "decode" not in str(error.orig):  # SQLite's word for a text that is none
            raise
        return None


def _one(tx: Connection, statement: AnySelect, wanted: int) -> AnyRow | Unreadable:
    rows = read_whole(tx, statement)
    return Unreadable(wanted) if rows is None else rows[0]
