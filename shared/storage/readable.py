"""Reads rows that somebody may have tampered with: what cannot be read is told, not raised."""

from typing import Any

from sqlalchemy import Connection, Row, Select
from sqlalchemy.exc import DataError

from shared.domain.seal import Unreadable

_NO_DATA = (ValueError, TypeError, ArithmeticError, DataError)


def read(
    tx: Connection, statement: Select[*tuple[Any, ...]], key: Any
) -> list[Row[*tuple[Any, ...]] | Unreadable]:
    """Return the rows of a statement; `key` is the whole number that names one row."""
    try:
        return list(tx.execute(statement))
    except _NO_DATA:
        return [_one(tx, statement, key, wanted) for wanted in _keys(tx, statement, key)]


def read_whole(
    tx: Connection, statement: Select[*tuple[Any, ...]]
) -> list[Row[*tuple[Any, ...]]] | None:
    """Return the rows of a statement, None when one of them cannot be read."""
    try:
        return list(tx.execute(statement))
    except _NO_DATA:
        return None


def _keys(tx: Connection, statement: Select[*tuple[Any, ...]], key: Any) -> list[int]:
    return list(tx.scalars(statement.with_only_columns(key)))


def _one(
    tx: Connection, statement: Select[*tuple[Any, ...]], key: Any, wanted: int
) -> Row[*tuple[Any, ...]] | Unreadable:
    try:
        return tx.execute(statement.where(key == wanted)).one()
    except _NO_DATA:
        return Unreadable(wanted)
