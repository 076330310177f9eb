"""Tells cheaply whether another connection has committed something."""

from sqlalchemy import Connection, text

from shared.storage.database import Database


class ChangeWatch:
    """Watches a database from one connection of its own; to be used by one thread.

    SQLite answers from `PRAGMA data_version` without touching a table; on another server every
    look says yes, and the reader's own query decides.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._connection: Connection | None = None
        self._seen: int | None = None

    @property
    def poll_s(self) -> float:
        """How often to look: what a look costs decides."""
        return 0.01 if self._database.is_sqlite else 0.1

    def changed(self) -> bool:
        """Whether anything was committed since the last look; the first look always says yes."""
        if not self._database.is_sqlite:
            return True
        with self._database.translated():
            if self._connection is None:
                self._connection = self._database.engine.connect().execution_options(
                    isolation_level="AUTOCOMMIT"
                )
            version = self._connection.scalar(text("PRAGMA data_version"))
        if version == self._seen:
            return False
        self._seen = version
        return True

    def close(self) -> None:
        """Give the connection back; the next look begins anew."""
        if self._connection is not None:
            self._connection.close()
        self._connection = None
        self._seen = None
