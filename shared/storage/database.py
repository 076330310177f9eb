"""One connection factory for SQLite and PostgreSQL; whole transactions, clear refusals."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, create_engine, event, make_url, text
from sqlalchemy.engine import URL, Engine
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError

from shared.domain.errors import BadInput, Unavailable

SCHEMA = "0001"
"""The migration this code needs; tests hold it against Alembic's head."""

BUSY_S = 15.0
"""How long a writer waits for another before it says so."""

_WRITER_LOCK = 0x48A11

_DAMAGED = ("malformed", "not a database")


class Database:
    """A hall's database. `write()` is one exclusive transaction, `read()` one snapshot."""

    def __init__(self, url: str) -> None:
        try:
            self.url: URL = make_url(url)
            self.engine: Engine = _engine(self.url)
        except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
            raise BadInput(
                f"{url} is not a database we know: {error}",
                "use sqlite:///file or postgresql+psycopg://user@host/name "
                "(the latter needs: pip install 'hallcall[postgres]')",
            ) from error

    @property
    def is_sqlite(self) -> bool:
        """Whether this is the embedded database."""
        return self.url.get_backend_name() == "sqlite"

    @property
    def file(self) -> Path | None:
        """The file of an embedded database."""
        return Path(self.url.database or "") if self.is_sqlite else None

    @property
    def shown(self) -> str:
        """The address, without its password."""
        return self.url.render_as_string(hide_password=True)

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction; writers follow one another, so that order is exact."""
        with self.translated(), self.engine.connect() as plain:
            connection = plain.execution_options(hall_write=True)
            with connection.begin():
                if not self.is_sqlite:
                    connection.execute(
                        text("SELECT pg_advisory_xact_lock(:key)"), {"key": _WRITER_LOCK}
                    )
                yield connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One snapshot to read from."""
        with self.translated(), self.engine.connect() as connection:
            if not self.is_sqlite:  # whose default sees new commits at each statement
                connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield connection

    def create(self) -> None:
        """Make the file of an embedded database, empty; connecting never makes one."""
        if self.file is None:
            return
        try:
            self.file.touch()
        except OSError as error:
            raise Unavailable(
                f"the database {self.shown} cannot be made: {error}", hint_for("unable to open")
            ) from error

    def dispose(self) -> None:
        """Close every connection."""
        self.engine.dispose()

    @contextmanager
    def translated(self) -> Iterator[None]:
        """Turn the driver's errors into Unavailable, which says what a person can do."""
        try:
            yield
        except OperationalError as error:
            reason = str(error.orig)
            raise Unavailable(
                f"the database {self.shown} refused: {reason}", hint_for(reason)
            ) from error
        except DBAPIError as error:
            reason = str(error.orig)
            if error.connection_invalidated or any(word in reason for word in _DAMAGED):
                raise Unavailable(
                    f"the database {self.shown} failed: {reason}", hint_for(reason)
                ) from error
            raise


def hint_for(reason: str) -> str:
    """Return what a person can do about a database error."""
    for word, hint in (
        ("locked", "another program holds it: close it, or try again"),
        ("readonly", "give this user the right to write the hall's folder"),
        ("full", "make room on the disk"),
        ("disk I/O", "is there room on the disk, and is the disk sound?"),
        ("malformed", "restore the last backup"),
        ("not a database", "restore the last backup"),
        ("no such table", "set it up with: hall init"),
        ("unable to open", "is the hall's folder there, and may this user write it?"),
    ):
        if word in reason:
            return hint
    return "is the database server running and reachable? hall doctor tells more"


def _engine(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True)
    if not url.database or url.database == ":memory:":
        raise ArgumentError("it names no file")
    # mode=rw: a file that is gone is an error, never a new empty database.
    existing = url.set(database=f"file:{quote(url.database)}").update_query_dict(
        {"mode": "rw", "uri": "true"}
    )
    engine = create_engine(existing, connect_args={"timeout": BUSY_S})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(dbapi_connection: Any, _record: Any) -> None:
    # The driver would begin transactions by itself, and only before some statements.
    dbapi_connection.isolation_level = None
    cursor = dbapi_connection.cursor()
    cursor.execute("PRAGMA journal_mode = WAL")
    # FULL: with NORMAL the last commits can be lost on power failure.
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    write = connection.get_execution_options().get("hall_write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def open_database(url: str) -> Database:
    """Open an existing hall's database; BadInput when it was never set up or is of another age."""
    database = Database(url)
    if database.file is not None and not database.file.is_file():
        raise BadInput(
            f"there is no database at {database.shown}", "set the hall up with: hall init"
        )
    version = schema_version(database)
    if version != SCHEMA:
        raise BadInput(
            f"the database {database.shown} has schema {version or 'none'}, "
            f"this program needs {SCHEMA}",
            "bring it up to date with: hall init (nothing is lost), or update the program",
        )
    return database


def schema_version(database: Database) -> str | None:
    """Return the migration a database is at, None when it was never set up."""
    with database.read() as connection:
        if not database.engine.dialect.has_table(connection, "alembic_version"):
            return None
        version: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
        return version
