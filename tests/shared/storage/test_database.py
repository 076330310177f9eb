"""Connections, transactions, and clear words when a database cannot be used."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from shared.domain.errors import BadInput, HallError, Unavailable
from shared.storage import Database, engines, open_database
from tests.support.halls import COMPANY, HandClock, SampleHall, open_hall_with
from tests.support.unprivileged import python_bound_by_permissions


@pytest.mark.sqlite_only("its pragmas")
def test_every_connection_writes_ahead_and_fully(hall: SampleHall) -> None:
    database = hall.ctx.database
    for transaction in (database.read, database.write):
        with transaction() as tx:
            assert tx.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
            assert tx.exec_driver_sql("PRAGMA synchronous").scalar() == 2  # FULL
            assert tx.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_readers_do_not_wait_for_a_writer_and_see_one_snapshot(hall: SampleHall) -> None:
    database = hall.ctx.database
    with database.read() as reader:
        assert reader.exec_driver_sql("SELECT count(*) FROM ticket").scalar() == 0
        hall.issue()
        assert reader.exec_driver_sql("SELECT count(*) FROM ticket").scalar() == 0
    with database.read() as reader:
        assert reader.exec_driver_sql("SELECT count(*) FROM ticket").scalar() == 1


class PowerCut(Exception):
    """What a test raises where a process might die."""


def draw_and_die(hall: SampleHall) -> None:
    with hall.ctx.database.write() as tx:
        tx.exec_driver_sql("UPDATE counter SET last = last + 1")
        raise PowerCut


def test_numbers_stay_gapless_when_a_transaction_is_given_up(hall: SampleHall) -> None:
    assert hall.numbers(2) == ["C001", "C002"]
    for _ in range(3):
        with pytest.raises(PowerCut):
            draw_and_die(hall)
    assert hall.numbers(2) == ["C003", "C004"]


def text_file(path: Path) -> None:
    path.write_text("今天的号码写在这里。" * 500, encoding="utf-8")


def empty_file(path: Path) -> None:
    path.write_bytes(b"")


def foreign_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE notes (text)")
        other.commit()


def newer_hall(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE alembic_version (version_num)")
        other.execute("INSERT INTO alembic_version VALUES ('9999')")
        other.commit()


def folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize(
    ("make", "kind", "words"),
    [
        (text_file, Unavailable, "not a database"),
        (empty_file, BadInput, "schema none"),
        (foreign_database, BadInput, "schema none"),
        (newer_hall, BadInput, "schema 9999"),
        (folder, BadInput, "no database"),
    ],
)
def test_what_is_no_halls_database_is_told_plainly(
    tmp_path: Path, make: Callable[[Path], None], kind: type[HallError], words: str
) -> None:
    path = tmp_path / "hall.db"
    make(path)
    with pytest.raises(kind, match=words) as caught:
        open_database(f"sqlite:///{path}")
    assert str(path) in caught.value.message
    assert caught.value.hint


def test_opening_never_makes_a_database(tmp_path: Path) -> None:
    path = tmp_path / "hall.db"
    with pytest.raises(BadInput, match="there is no database") as caught:
        open_database(f"sqlite:///{path}")
    assert "hall init" in caught.value.hint
    with pytest.raises(Unavailable, match="unable to open"), Database(f"sqlite:///{path}").read():
        pass
    assert not path.exists()


@pytest.mark.parametrize("url", ["nonsense", "foo://x", "sqlite://", "sqlite:///:memory:", ""])
def test_an_address_of_no_database_is_bad_input(url: str) -> None:
    with pytest.raises(BadInput, match="not a database we know") as caught:
        Database(url)
    assert "sqlite:///" in caught.value.hint


def test_a_server_that_does_not_answer_is_unavailable_and_its_password_is_not_shown() -> None:
    database = Database("postgresql+psycopg://hall:geheim@127.0.0.1:1/hall")
    with pytest.raises(Unavailable) as caught, database.read():
        pass
    assert "geheim" not in caught.value.message
    assert "hall doctor" in caught.value.hint


def test_a_folder_with_odd_signs_in_its_name_holds_a_hall(
    hall_template: Path, tmp_path: Path, clock: HandClock
) -> None:
    folder = tmp_path / "大厅 50% #1"
    shutil.copytree(hall_template, folder)
    sample = SampleHall(open_hall_with(folder, clock), clock)
    assert sample.numbers(1) == ["C001"]
    sample.ctx.database.dispose()
    assert [path.name for path in tmp_path.iterdir()] == [folder.name]


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "BUSY_S", 0.05)


@pytest.fixture
def locked(impatient: None, hall: SampleHall) -> Iterator[sqlite3.Connection]:
    """Another program that writes and does not end."""
    hall.rewrite()  # opens the database again, under the short patience
    with closing(sqlite3.connect(hall.file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield other


@pytest.mark.sqlite_only("another program holds the file")
def test_a_locked_database_is_unavailable_and_gives_no_number(
    hall: SampleHall, locked: sqlite3.Connection
) -> None:
    with pytest.raises(Unavailable, match="locked") as caught:
        hall.issue()
    assert "another program" in caught.value.hint
    locked.execute("ROLLBACK")
    assert hall.numbers(1) == ["C001"]


@pytest.mark.sqlite_only("the file is damaged")
def test_a_damaged_database_is_unavailable(hall: SampleHall) -> None:
    hall.numbers(1)
    hall.ctx.database.dispose()
    size = hall.file.stat().st_size
    with hall.file.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xa5" * (size - 4096))
    with pytest.raises(Unavailable, match=r"malformed|not a database") as caught:
        hall.issue()
    assert "backup" in caught.value.hint


_ISSUE = """
import sys
from pathlib import Path
from shared.domain.errors import Unavailable
from shared.usecases.context import open_hall
from shared.usecases.issue_ticket import Request, issue_ticket
try:
    print(issue_ticket(open_hall(Path(sys.argv[1])), Request(sys.argv[2])).number)
except Unavailable as error:
    print("unavailable", error.message, error.hint)
"""


@pytest.mark.sqlite_only("the rights of a file and its folder")
@pytest.mark.parametrize("what", ["folder", "file"])
def test_a_hall_that_cannot_be_written_is_unavailable_and_gives_no_number(
    hall: SampleHall, what: str
) -> None:
    hall.ctx.database.dispose()
    for path in hall.folder.glob("hall.db-*"):
        path.unlink()
    target = hall.folder if what == "folder" else hall.file
    mode = target.stat().st_mode
    target.chmod(0o500 if what == "folder" else 0o400)
    try:
        done = python_bound_by_permissions("-c", _ISSUE, str(hall.folder), COMPANY)
    finally:
        target.chmod(mode)
    assert done.stdout.startswith("unavailable"), done.stdout + done.stderr
    assert "write" in done.stdout
    assert hall.numbers(1) == ["C001"]
