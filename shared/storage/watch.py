"""Waits until another connection has committed something, at next to no cost."""

import threading
import time
from abc import ABC, abstractmethod
from typing import Any

from shared.domain.errors import Unavailable
from shared.storage.database import Database
from shared.storage.facts import CHANNEL
from shared.storage.hints import hint_for

POLL_S = 0.01
"""How often SQLite is asked, and at most how often a wait ends."""

SLOW_POLL_S = 1.0
"""How long to trust a server's silence: a notification may be lost, a reader's query is not."""

_STOP_S = 0.1


class ChangeWatch(ABC):
    """Watches a database from one connection of its own; to be used by one thread."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._connection: Any = None

    @abstractmethod
    def wait(self, stop: threading.Event, hint: threading.Event | None = None) -> bool:
        """Wait until something may have been committed since the last wait; False when `stop`
        was set. The first wait says yes at once; Unavailable when the database is lost. Who knows
        of a commit may set `hint`: it is looked for at once, and not with the next poll.
        """

    def close(self) -> None:
        """Give the connection back; the next wait begins anew."""
        if self._connection is not None:
            self._connection.close()
        self._connection = None


def open_watch(database: Database) -> ChangeWatch:
    """Return the watch for this kind of database."""
    return _FileWatch(database) if database.is_sqlite else _ServerWatch(database)


class _FileWatch(ChangeWatch):
    """SQLite answers from `PRAGMA data_version` without touching a table."""

    _seen: int | None = None
    _inode: int | None = None

    def wait(self, stop: threading.Event, hint: threading.Event | None = None) -> bool:
        pause = hint or stop
        while self._seen is None or not (pause.wait(POLL_S) and stop.is_set()):
            if hint is not None:
                hint.clear()
                if stop.is_set():
                    return False
            version = self._version()
            if version != self._seen:
                self._seen = version
                return True
        return False

    def close(self) -> None:
        super().close()
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
        self._follow_the_file()
        with self._database.translated():
            if self._connection is None:
                self._connection = self._database.engine.raw_connection()
            row = self._connection.driver_connection.execute("PRAGMA data_version").fetchone()
        return int(row[0])


class _ServerWatch(ChangeWatch):
    """PostgreSQL tells whoever listens; a slow poll stands behind it."""

    def wait(self, stop: threading.Event, hint: threading.Event | None = None) -> bool:
        del hint  # the server tells at once
        with self._database.translated():
            if self._connection is None:
                self._connection = self._listen()
                return True  # what was committed before nobody was told
            until = time.monotonic() + SLOW_POLL_S
            while not stop.is_set():
                if list(self._connection.notifies(timeout=_STOP_S, stop_after=1)):
                    return True
                if time.monotonic() >= until:
                    return True
        return False

    def _listen(self) -> Any:
        pooled = self._database.engine.raw_connection()
        connection: Any = pooled.driver_connection
        pooled.detach()  # it listens for good: no other must get it
        try:
            connection.autocommit = True  # inside a transaction nothing would be heard
            connection.execute(f"LISTEN {CHANNEL}")
        except BaseException:
            connection.close()
            raise
        return connection
