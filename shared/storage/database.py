"""One connection factory for SQLite and PostgreSQL; whole transactions, clear refusals."""

from collections.abc import Collection, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, make_url, text
from sqlalchemy.engine import URL, Engine
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from shared.domain.errors import BadInput, Unavailable
from shared.storage.engines import FOREIGN_KEYS, engine_for
from shared.storage.hints import hint_for

SCHEMA = "0008"
"""The migration this code needs; tests hold it against Alembic's head."""

_HALL_LOCK = 0x48A11
_GROUP_LOCKS = 0x48A12  # with the group's number
_FACTS_LOCK = 0x48A13

_ALONE = "BEGIN IMMEDIATE"


class Database:
    """A hall's database. `write()` is one exclusive transaction, `read()` one snapshot."""

    def __init__(self, url: str) -> None:
        try:
            self.url: URL = make_url(url)
            if self.url.drivername not in ("sqlite", "postgresql+psycopg"):
                raise ArgumentError("it names another kind of database")
            self.engine: Engine = engine_for(self.url)
            self._idle: list[Connection] = []
        except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
            raise BadInput(
                f"{url} is not a database we know: {error}",
                "use sqlite:///file or postgresql+psycopg://user@host/name "
                "(the latter needs: pip install 'hallcall[postgres]')",
            ) from error

    @cached_property
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

    def write(self, groups: Collection[int] | None = None) -> AbstractContextManager[Connection]:
        """One transaction; writers of one dispatch group follow one another, so order is exact.

        `groups` are the dispatch groups it may change, None the hall as a whole. An embedded
        database has one writer at a time anyway.
        """
        return self._embedded(_ALONE) if self.is_sqlite else self._in_turn(groups)

    def aside(self) -> AbstractContextManager[Connection]:
        """One transaction that changes nothing of the hall; on a server it holds nobody up."""
        return self._embedded(_ALONE) if self.is_sqlite else self._served()

    def sweep(self, *tables: str) -> bool:
        """Let what was deleted from these tables vanish from the files of the database too.

        False when somebody reads an older state just now: then it vanishes with the next sweep.
        """
        if not self.is_sqlite:
            with self.translated(), self.engine.connect() as server:
                server.execution_options(isolation_level="AUTOCOMMIT")
                for table in tables:
                    server.execute(text(f"VACUUM {table}"))
            return True
        with self.translated(), self.engine.connect() as alone:
            busy, *_ = alone.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
        return not busy

    def read(self) -> AbstractContextManager[Connection]:
        """One snapshot to read from."""
        # A server's default sees new commits at each statement.
        return self._embedded("BEGIN") if self.is_sqlite else self._served("REPEATABLE READ")

    def hold(self, connection: Connection, groups: Collection[int]) -> None:
        """Take dispatch groups in a `write` that was opened with none, before it changes any."""
        if not self.is_sqlite:
            _lock_groups(connection, groups)

    @contextmanager
    def migrating(self) -> Iterator[Connection]:
        """One transaction that may build tables anew; what refers to what is checked at its end."""
        if not self.is_sqlite:
            with self._in_turn(None) as connection:
                yield connection
            return
        with self.translated(), self.engine.connect() as connection:
            driver: Any = connection.connection.dbapi_connection
            driver.execute("PRAGMA foreign_keys = OFF")  # has no effect inside a transaction
            try:
                with _begun(driver, _ALONE), connection.begin():
                    yield connection
                    _refuse_orphans(connection)
            finally:
                driver.execute(FOREIGN_KEYS)

    @contextmanager
    def _embedded(self, begin: str) -> Iterator[Connection]:
        # Kept connected from one transaction to the next: connecting costs more than a row.
        idle = self._idle
        with self.translated():
            try:
                connection = idle.pop()
            except IndexError:
                connection = self.engine.connect()
            try:
                with _begun(connection.connection.dbapi_connection, begin):
                    yield connection
            except BaseException:
                connection.close()
                raise
            if idle is self._idle:
                idle.append(connection)
            else:  # disposed of meanwhile
                connection.close()

    @contextmanager
    def _served(self, isolation: str | None = None) -> Iterator[Connection]:
        with self.translated(), self.engine.connect() as connection:
            if isolation is not None:
                connection.execution_options(isolation_level=isolation)
            with connection.begin():
                yield connection

    @contextmanager
    def _in_turn(self, groups: Collection[int] | None) -> Iterator[Connection]:
        with self._served() as connection:
            _lock(connection, groups)
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
        idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()
        self.engine.dispose()

    @contextmanager
    def translated(self) -> Iterator[None]:
        """Turn the driver's errors into Unavailable, which says what a person can do."""
        driver = self.engine.dialect.loaded_dbapi
        try:
            yield
        except (DBAPIError, driver.Error) as error:
            # Prepared statements go straight to the driver, whose errors come unwrapped.
            cause = error.orig if isinstance(error, DBAPIError) else error
            ours = (driver.IntegrityError, driver.DataError, driver.ProgrammingError)
            if isinstance(cause, ours):  # no fault of the database
                raise
            raise Unavailable(
                f"the database {self.shown} refused: {cause}", hint_for(str(cause))
            ) from error


def _commit(driver: Any) -> None:
    driver.commit()


@contextmanager
def _begun(driver: Any, begin: str) -> Iterator[None]:
    """Begin and end on the driver itself: through the engine that costs more than the rows."""
    driver.execute(begin)
    try:
        yield
        _commit(driver)
    finally:
        if driver.in_transaction:  # also after a commit that failed
            driver.rollback()


def _lock(connection: Connection, groups: Collection[int] | None) -> None:
    # Everybody takes the hall's lock first and groups in order: nobody waits in a circle.
    if groups is None:
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _HALL_LOCK})
        return
    connection.execute(text("SELECT pg_advisory_xact_lock_shared(:key)"), {"key": _HALL_LOCK})
    _lock_groups(connection, groups)


def _lock_groups(connection: Connection, groups: Collection[int]) -> None:
    for group in sorted(groups):
        connection.execute(
            text("SELECT pg_advisory_xact_lock(:locks, :key)"),
            {"locks": _GROUP_LOCKS, "key": group},
        )


def lock_facts(connection: Connection) -> None:
    """Let no other transaction append facts until this one ends, so that ids grow with commits.

    Taken last, just before the commit. An embedded database has one writer at a time anyway.
    """
    if connection.dialect.name != "sqlite":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _FACTS_LOCK})


def orphaned(connection: Connection) -> str | None:
    """Return a table whose rows refer to rows that are not there; a server lets none come about."""
    if connection.dialect.name != "sqlite":
        return None
    found = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    return None if found is None else str(found[0])


def _refuse_orphans(connection: Connection) -> None:
    broken = orphaned(connection)
    if broken is not None:
        raise BadInput(
            f"rows of {broken} refer to rows that are not there",
            "restore a backup that is whole; nothing was changed",
        )


def open_database(url: str) -> Database:
    """Open an existing hall's database; BadInput when it was never set up or is of another age."""
    database = Database(url)
    if database.file is not None and not database.file.is_file():
        raise BadInput(
            f"there is no database at {database.shown}", "set the hall up with: hall init"
        )
    try:
        version = schema_version(database)
    except Unavailable:
        database.dispose()
        raise
    if version != SCHEMA:
        database.dispose()
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
