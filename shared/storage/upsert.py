"""Insert or update: each database spells it by itself."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlalchemy.dialects.sqlite import Insert


def upsert(dialect: str, table: Any) -> "Insert":
    """Return an insert into a table that can say `on_conflict_do_update`.

    A dialect is loaded when it is used: imports are start-up time.
    """
    if dialect == "sqlite":
        from sqlalchemy.dialects import sqlite

        return sqlite.insert(table)
    from sqlalchemy.dialects import postgresql

    same: Any = postgresql.insert(table)  # what both can do has the same names
    insert: Insert = same
    return insert
