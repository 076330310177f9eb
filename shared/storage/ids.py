"""The last id a table has given out: new ones go on after it, though its row may be gone."""

from sqlalchemy import Connection, Table, func, select, text

_REMEMBERED = {
    "sqlite": text("SELECT seq FROM sqlite_sequence WHERE name = :table"),
    "postgresql": text(
        "SELECT pg_sequence_last_value(pg_get_serial_sequence(:table, :column)::regclass)"
    ),
}

_CONTINUE = {
    "sqlite": (
        text("DELETE FROM sqlite_sequence WHERE name = :table"),
        # Only AUTOINCREMENT has a memory; other tables go on after their newest row.
        text(
            "INSERT INTO sqlite_sequence (name, seq) SELECT name, :last FROM sqlite_master"
            " WHERE type = 'table' AND name = :table AND sql LIKE '%AUTOINCREMENT%'"
        ),
    ),
    "postgresql": (
        text("SELECT setval(pg_get_serial_sequence(:table, :column)::regclass, :last)"),
    ),
}


def last_id(tx: Connection, table: Table) -> int | None:
    """Return the highest id ever given, None where a table counts nothing or has not begun."""
    column = table.autoincrement_column
    if column is None:
        return None
    known = {"table": table.name, "column": column.name}
    remembered = tx.execute(_REMEMBERED[tx.dialect.name], known).scalar()
    highest = tx.execute(select(func.max(column))).scalar()
    return max((value for value in (remembered, highest) if value is not None), default=None)


def continue_after(tx: Connection, table: Table, last: int | None) -> None:
    """Let new ids of a freshly filled table begin after `last`."""
    column = table.autoincrement_column
    if column is None or last is None:
        return
    values = {"table": table.name, "column": column.name, "last": last}
    for statement in _CONTINUE[tx.dialect.name]:
        tx.execute(statement, values)
