"""Puts a finished SQLite file in the place of another, which is kept beside it."""

import errno
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from shared.domain.errors import Refused, Unavailable
from shared.storage.hints import hint_for

_COMPANIONS = ("-wal", "-shm", "-journal")
_NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK)


def finish(file: Path) -> None:
    """Bring all of a database into its one file, and the file onto the disk."""
    with _opened(file) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    with file.open("rb") as opened:
        os.fsync(opened.fileno())


def put_in_place(new: Path, target: Path, aside: Path) -> Path | None:
    """Let `new` be `target` from one moment to the next; returns where the old file is now.

    Refused while another program has the old file open: what it wrote next would be lost.
    """
    try:
        if not target.exists():
            _move_companions(target, aside)
            new.replace(target)
            sync_folder(target.parent)
            return None
        _inherit_rights(target, new)
        with _held(target):
            _keep(target, aside)
            # A write-ahead log beside a file it does not belong to would be played into it.
            _move_companions(target, aside)
            new.replace(target)
            sync_folder(target.parent)
    except OSError as error:
        raise Unavailable(
            f"{target} cannot be replaced: {error}", "may this user write its folder?"
        ) from error
    return aside


def sync_folder(folder: Path) -> None:
    """Bring a folder's names onto the disk."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def remove(file: Path) -> None:
    """Take away a database that is not wanted any more."""
    for suffix in ("", *_COMPANIONS):
        with suppress(OSError):
            file.with_name(file.name + suffix).unlink()


@contextmanager
def _held(file: Path) -> Iterator[None]:
    with _opened(file) as connection:
        if _taken_alone(connection, file):
            yield
            return
    yield  # a damaged file is moved as it lies; nobody's close() may tidy up after the move


def _taken_alone(connection: sqlite3.Connection, file: Path) -> bool:
    """Lock a whole database whose write-ahead log is folded in; False when it is damaged."""
    try:
        # Only the one connection of a database may do this.
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        if "locked" not in str(error):
            raise
        raise Refused(
            f"{file} is in use", "stop every kiosk, board and window process of the hall first"
        ) from error
    except sqlite3.DatabaseError:
        return False
    return True


@contextmanager
def _opened(file: Path) -> Iterator[sqlite3.Connection]:
    address = f"file:{quote(str(file))}?mode=rw"
    try:
        with closing(
            sqlite3.connect(address, uri=True, isolation_level=None, timeout=2)
        ) as connection:
            yield connection
    except sqlite3.Error as error:
        raise Unavailable(f"the database {file} refused: {error}", hint_for(str(error))) from error


def _keep(file: Path, aside: Path) -> None:
    try:
        os.link(file, aside)  # the old name stays until the new file takes it
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        file.rename(aside)


def _move_companions(file: Path, aside: Path) -> None:
    for suffix in _COMPANIONS:
        companion = file.with_name(file.name + suffix)
        if companion.exists():
            companion.rename(aside.with_name(aside.name + suffix))


def _inherit_rights(old: Path, new: Path) -> None:
    shutil.copymode(old, new)
    known = old.stat()
    with suppress(PermissionError):  # only root gives files away
        os.chown(new, known.st_uid, known.st_gid)
