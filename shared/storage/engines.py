"""How each kind of database is connected to."""

from typing import Any
from urllib.parse import quote

import msgspec
from sqlalchemy import create_engine, event
from sqlalchemy.engine import URL, Engine
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import NullPool

BUSY_S = 15.0
"""How long a writer waits for another before it says so."""

FOREIGN_KEYS = "PRAGMA foreign_keys = ON"

_SERVER_SILENCE = {
    "connect_timeout": 5,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
}
"""Seconds (the last: milliseconds) after which a server that is out of reach is lost."""


def engine_for(url: URL) -> Engine:
    """Return the engine of a database; it connects only when it is used."""
    if url.get_backend_name() != "sqlite":
        waits = f"-c lock_timeout={int(BUSY_S * 1000)}"
        return create_engine(
            url,
            pool_pre_ping=True,
            json_serializer=_json,
            connect_args={"options": waits, **_SERVER_SILENCE},
        )
    if not url.database or url.database == ":memory:":
        raise ArgumentError("it names no file")
    # mode=rw: a file that is gone is an error, never a new empty database.
    existing = url.set(database=f"file:{quote(url.database)}").update_query_dict(
        {"mode": "rw", "uri": "true"}
    )
    # `Database` keeps connections by itself, as many as threads are at work at once.
    engine = create_engine(
        existing,
        json_serializer=_json,
        connect_args={"timeout": BUSY_S},
        poolclass=NullPool,
    )
    event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()


def _prepare_sqlite(dbapi_connection: Any, _record: Any) -> None:
    # The driver would begin transactions by itself, and only before some statements.
    dbapi_connection.isolation_level = None
    cursor = dbapi_connection.cursor()
    cursor.execute("PRAGMA journal_mode = WAL")
    # FULL: with NORMAL the last commits can be lost on power failure.
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute(FOREIGN_KEYS)
    # What is deleted is overwritten: personal fields whose time is over leave no trace in the file.
    cursor.execute("PRAGMA secure_delete = ON")
    # 32 MB of pages: the indexes of a million tickets are read from memory.
    cursor.execute("PRAGMA cache_size = -32000")
    cursor.close()
