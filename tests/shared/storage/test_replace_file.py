"""A finished database takes another's place from one moment to the next."""

import errno
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from shared.domain.errors import Refused, Unavailable
from shared.storage.replace_file import finish, put_in_place
from tests.support.halls import ROOT
from tests.support.unprivileged import python_bound_by_permissions


def made(path: Path, word: str) -> Path:
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("CREATE TABLE said (word)")
        database.execute("INSERT INTO said VALUES (?)", (word,))
        database.commit()
    return path


def said(path: Path) -> str:
    with closing(sqlite3.connect(path)) as database:
        return str(database.execute("SELECT word FROM said").fetchone()[0])


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return made(tmp_path / "hall.db", "旧")


@pytest.fixture
def new(tmp_path: Path) -> Path:
    path = made(tmp_path / "new.db", "新")
    finish(path)
    return path


_DIE = """
import os, sqlite3, sys
database = sqlite3.connect(sys.argv[1])
database.execute("UPDATE said SET word = 'in the log'")
database.commit()
os._exit(0)
"""


def test_what_was_only_in_the_log_of_the_old_one_is_kept(old: Path, new: Path) -> None:
    # The log of a process that died: nobody has folded it in.
    subprocess.run([sys.executable, "-c", _DIE, str(old)], check=True)
    assert old.with_name("hall.db-wal").stat().st_size > 0
    aside = put_in_place(new, old, old.with_name("aside"))
    assert (said(old), aside) == ("新", old.with_name("aside"))
    assert said(old.with_name("aside")) == "in the log"
    assert not new.exists()


def test_a_database_in_use_is_left_alone(old: Path, new: Path) -> None:
    with closing(sqlite3.connect(old)) as other:
        other.execute("SELECT * FROM said").fetchone()
        with pytest.raises(Refused, match="is in use"):
            put_in_place(new, old, old.with_name("aside"))
    assert (said(old), said(new)) == ("旧", "新")
    assert not old.with_name("aside").exists()


def test_where_there_are_no_links_the_old_one_is_renamed(
    old: Path, new: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:  # as on a FAT disk
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    put_in_place(new, old, old.with_name("aside"))
    assert (said(old), said(old.with_name("aside"))) == ("新", "旧")


def test_an_older_one_that_was_kept_is_not_overwritten(old: Path, new: Path) -> None:
    made(old.with_name("aside"), "older")
    with pytest.raises(Unavailable, match="File exists"):
        put_in_place(new, old, old.with_name("aside"))
    assert (said(old), said(old.with_name("aside"))) == ("旧", "older")


_PUT = """
import sys
from pathlib import Path
from shared.domain.errors import HallError
from shared.storage.replace_file import finish, put_in_place
new, old, what = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
if what != "permission":
    import resource
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(what), int(what)))
try:
    finish(new)
    put_in_place(new, old, old.with_name("aside"))
except HallError as error:
    print(type(error).__name__, error.message, "|", error.hint)
"""


def test_a_folder_that_cannot_be_written_is_told(old: Path, tmp_path: Path) -> None:
    made(tmp_path / "new.db", "新")
    (tmp_path / "new").mkdir()
    for name in ("new.db", "new.db-wal", "new.db-shm"):
        if (tmp_path / name).exists():
            (tmp_path / name).rename(tmp_path / "new" / name)
    tmp_path.chmod(0o500)
    try:
        done = python_bound_by_permissions(
            "-c", _PUT, str(tmp_path / "new" / "new.db"), str(old), "permission"
        )
    finally:
        tmp_path.chmod(0o700)
    assert done.stdout.startswith("Unavailable"), done.stdout + done.stderr
    assert "| " in done.stdout
    assert said(old) == "旧"


def test_a_disk_that_is_full_at_the_end_is_told(old: Path, tmp_path: Path) -> None:
    new = made(tmp_path / "new.db", "新")
    with closing(sqlite3.connect(new)) as database:
        database.execute("CREATE TABLE big (bytes)")
        for count in (100, 60):  # the file has the first, only its log the second
            database.execute("INSERT INTO big VALUES (zeroblob(?))", (count * 1024,))
            database.commit()
            if count == 100:
                database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        kept = {suffix: new.with_name(f"new.db{suffix}").read_bytes() for suffix in ("", "-wal")}
    other = tmp_path / "crashed.db"
    for suffix, data in kept.items():
        other.with_name(f"crashed.db{suffix}").write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-c", _PUT, str(other), str(old), str(130 * 1024)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.startswith("Unavailable"), done.stdout + done.stderr
    assert "disk" in done.stdout
    assert said(old) == "旧"
