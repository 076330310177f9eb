"""Tells cheaply whether another connection has committed something."""

import sqlite3
from typing import Any

from shared.domain.errors import Unavailable
from shared.storage.database import Database, hint_for


class ChangeWatch:
    """Watches a database from one connection of its own; to be used by one thread.

    SQLite answers from `PRAGMA data_version` without touching a table; on another server every
    look says yes, and the reader's own query decides.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._connection: Any = None
        self._seen: int | None = None
        self._inode: int | None = None

    @property
    def poll_s(self) -> float:
        """How often to look: what a look costs decides."""
        return 0.01 if self._database.is_sqlite else 0.1

    def changed(self) -> bool:
        """Whether anything was committed since the last look; the first look always says yes."""
        if not self._database.is_sqlite:
            return True
        version = self._version()
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

    def _follow_the_file(self) -> None:
        # An open connection would go on with a file that was moved away or replaced by a backup.
        file = self._database.file
        try:
            found = file.stat().st_ino if file is not None else None
        except OSError as error:
            raise Unavailable(
                f"the database {self._database.shown} is gone: {error.strerror}",
                hint_for("unable to open"),
            ) from error
        if found != self._inode:
            if self._inode is not None:
                self.close()
                self._database.dispose()
            self._inode = found

    def _version(self) -> int:
        # The driver itself: inside a transaction the answer would never change, and a look
        # a hundred times a second must cost nothing.
        try:
            self._follow_the_file()
            if self._connection is None:
                with self._database.translated():
                    self._connection = self._database.engine.raw_connection()
            row = self._connection.driver_connection.execute("PRAGMA data_version").fetchone()
        except sqlite3.Error as error:
            raise Unavailable(
                f"the database {self._database.shown} refused: {error}", hint_for(str(error))
            ) from error
        return int(row[0])
