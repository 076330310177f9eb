"""Rows of a table as lines of JSON, the same from every database, and back into any of them."""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import islice
from typing import Any

import msgspec
from sqlalchemy import (
    JSON,
    Connection,
    DateTime,
    MetaData,
    Table,
    Text,
    cast,
    delete,
    event,
    func,
    insert,
    select,
    text,
)
from sqlalchemy.exc import OperationalError, StatementError

from shared.domain.errors import BadInput
from shared.storage import case_tables as _cases  # noqa: F401 - all tables are known here
from shared.storage import duty_tables as _duty  # noqa: F401 - all tables are known here
from shared.storage.orm import Base, UtcDateTime

_BATCH = 1000
"""Rows held in memory at once."""

_ENCODER = msgspec.json.Encoder(decimal_format="string")


def hall_tables() -> Sequence[Table]:
    """Return every table of this program, each after those it refers to."""
    return Base.metadata.sorted_tables


def hold(tx: Connection) -> None:
    """Let nobody take a table away while the rest is read (a server's snapshot would lose it)."""
    if tx.dialect.name == "postgresql":
        quoted = tx.dialect.identifier_preparer.format_table
        names = ", ".join(quoted(table) for table in hall_tables())
        tx.execute(text(f"LOCK TABLE {names} IN ACCESS SHARE MODE"))


def dump(tx: Connection, table: Table) -> Iterator[bytes]:
    """Read a table's rows as lines, in the order of its key, a batch in memory at a time."""
    names = [column.name for column in table.columns]
    # The text itself, so that an SQL NULL and a JSON null stay two things.
    columns = [cast(c, Text) if isinstance(c.type, JSON) else c for c in table.columns]
    statement = select(*columns).order_by(*table.primary_key.columns)
    for row in tx.execute(statement.execution_options(yield_per=_BATCH)):
        values = (_in_utc(value) for value in row)
        yield _ENCODER.encode(dict(zip(names, values, strict=True))) + b"\n"


def load(tx: Connection, table: Table, lines: Iterable[bytes]) -> None:
    """Put lines that `dump` made into a table as `reflected` found it."""
    decoder = msgspec.json.Decoder(_row_type(table))
    texts = [column.name for column in table.columns if isinstance(column.type, JSON)]
    left = iter(lines)
    while batch := list(islice(left, _BATCH)):
        rows = [_row(decoder, line, texts, table.name) for line in batch]
        with _fitting(table.name):
            tx.execute(insert(table), rows)


def count(tx: Connection, table: Table) -> int:
    """Return how many rows a table holds."""
    return tx.execute(select(func.count()).select_from(table)).scalar_one()


def reflected(tx: Connection, names: Iterable[str]) -> list[Table]:
    """Return these tables as they are in the database, each after those it refers to."""
    wanted = set(names)
    metadata = MetaData()
    event.listen(metadata, "column_reflect", _our_type)
    metadata.reflect(tx, only=lambda name, _metadata: name in wanted)
    return [table for table in metadata.sorted_tables if table.name in wanted]


def clear(tx: Connection, tables: Sequence[Table]) -> None:
    """Delete every row; unlike TRUNCATE it does not empty the snapshot of who is reading."""
    with _fitting("the old rows"):
        for table in reversed(tables):
            tx.execute(delete(table))


def drop(tx: Connection, tables: Sequence[Table]) -> None:
    """Take tables away."""
    with _fitting("the old tables"):
        for table in reversed(tables):
            table.drop(tx)


def _in_utc(value: Any) -> Any:
    return value.astimezone(UTC) if isinstance(value, datetime) and value.tzinfo else value


def _our_type(_inspector: Any, _table: Table, column: Any) -> None:
    if isinstance(column["type"], DateTime):
        column["type"] = UtcDateTime()
    elif isinstance(column["type"], JSON):
        column["type"] = JSON(none_as_null=True)


def _row_type(table: Table) -> type[msgspec.Struct]:
    fields: list[tuple[str, Any]] = []
    for column in table.columns:
        kind: Any = column.type.python_type
        if isinstance(column.type, JSON):
            kind = str
        elif isinstance(column.type, UtcDateTime):
            kind = datetime
        # msgspec takes plain strings alone, and SQLAlchemy's names are a kind of their own.
        fields.append((str(column.name), kind | None if column.nullable else kind))
    return msgspec.defstruct("Row", fields, forbid_unknown_fields=True)


def _row(decoder: Any, line: bytes, texts: list[str], name: str) -> dict[str, Any]:
    try:
        row = msgspec.structs.asdict(decoder.decode(line))
        for column in texts:
            if row[column] is not None:
                value = json.loads(row[column])
                row[column] = JSON.NULL if value is None else value
    except ValueError as error:
        raise BadInput(
            f"the archive holds a row of {name} that is none: {error}", "use another backup"
        ) from error
    return row


@contextmanager
def _fitting(what: str) -> Iterator[None]:
    try:
        yield
    except OperationalError:
        raise
    except StatementError as error:
        raise BadInput(
            f"the database does not take {what}: {error.orig}",
            "is the database empty or this hall's own, and may this user change it?",
        ) from error
