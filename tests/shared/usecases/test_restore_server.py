"""Restoring into a PostgreSQL server: one transaction, whoever reads, writes or follows."""

from collections.abc import Callable
from pathlib import Path

import pytest

from shared.domain.errors import BadInput, Unavailable
from shared.log import EXIT_THREAD_FAILED
from shared.storage import Database, identity
from shared.storage.database import schema_version
from shared.storage.migrate import migrate
from shared.usecases.backup import backup_hall
from shared.usecases.restore import restore_hall
from tests.shared.conftest import NewDatabase
from tests.support.archives import Files, changed
from tests.support.busy import Content, content, many_facts
from tests.support.halls import SampleHall
from tests.support.killed import HallProcesses, hall_process

pytestmark = pytest.mark.postgres_only("what a server alone can do")


def test_nobody_sees_a_half_restored_hall(hall: SampleHall, backup: Path) -> None:
    """A reader's snapshot outlives the restore; a writer waits for it and goes on after it."""
    at_backup = content(hall.ctx.database)
    hall.numbers(3)
    with hall.ctx.database.read() as tx:
        assert tx.exec_driver_sql("SELECT count(*) FROM counter").scalar() == 4
        restore_hall(backup, hall.folder, replace=True)
        assert tx.exec_driver_sql("SELECT count(*) FROM ticket").scalar() == 12
    assert content(hall.ctx.database) == at_backup


def test_another_halls_database_is_left_alone(
    backup: Path, new_database: NewDatabase, tmp_path: Path
) -> None:
    other = Database(address := new_database("postgres"))
    migrate(other)
    with other.write() as tx:
        identity.claim(tx, "elsewhere")
    before = content(other)
    with pytest.raises(BadInput, match="belongs to the hall elsewhere"):
        restore_hall(backup, tmp_path / "new", address, replace=True)
    assert content(other) == before
    assert not (tmp_path / "new").exists()
    other.dispose()


def test_a_database_of_a_newer_release_is_left_alone(hall: SampleHall, backup: Path) -> None:
    before = content(hall.ctx.database)
    with hall.ctx.database.write() as tx:
        tx.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(BadInput, match="schema 9999, which this program does not know") as caught:
        restore_hall(backup, hall.folder, replace=True)
    assert "update the program" in caught.value.hint
    assert content(hall.ctx.database) == before


def test_text_that_postgres_cannot_hold_is_told(
    backup: Path, new_database: NewDatabase, tmp_path: Path
) -> None:
    def nul(files: Files) -> None:
        jobs = files["tables/print_job.jsonl"]
        files["tables/print_job.jsonl"] = jobs.replace("打印完成".encode(), b"\\u0000")

    with pytest.raises(BadInput, match="does not take print_job"):
        restore_hall(changed(backup, nul), tmp_path / "new", new_database("postgres"))


def test_a_server_that_does_not_answer_is_unavailable(backup: Path, tmp_path: Path) -> None:
    with pytest.raises(Unavailable) as caught:
        restore_hall(backup, tmp_path / "new", "postgresql+psycopg://hall@127.0.0.1:1/hall")
    assert "hall doctor" in caught.value.hint
    assert not (tmp_path / "new").exists()


def test_an_older_archive_is_brought_up_to_date_in_the_place_of_a_newer_hall(
    hall: SampleHall, backup: Path, next_release: str
) -> None:
    at_backup = content(hall.ctx.database)
    hall.numbers(1)
    database = hall.ctx.database
    for turn in range(2):  # in the place of a hall as old as the archive, then of a newer one
        restore_hall(backup, hall.folder, replace=True)
        assert schema_version(database) == next_release, turn
        assert content(database) == at_backup
    with database.read() as tx:
        assert tx.exec_driver_sql("SELECT phone FROM ticket").all() == [("",)] * 9


def holds_writers_lock(database: Database) -> Callable[[], bool]:
    """Whether some transaction writes to a database: a restore, where nobody else does."""

    def look() -> bool:
        with database.read() as tx:
            found = tx.exec_driver_sql(
                "SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = database "
                "WHERE locktype = 'advisory' AND datname = current_database()"
            )
            return bool(found.scalar())

    return look


def settled(database: Database) -> Content:
    """What is there once the server has heard that the restore is dead."""
    with database.write():
        pass
    return content(database)


def test_a_restore_that_is_killed_leaves_the_old_state(
    hall: SampleHall, tmp_path: Path, processes: HallProcesses
) -> None:
    many_facts(hall, 3_000)
    backup = tmp_path / "hall.zip"
    backup_hall(hall.ctx, backup)
    hall.numbers(2)
    before = content(hall.ctx.database)
    writing = holds_writers_lock(hall.ctx.database)
    for pause in (0, 10):

        def begun(left: list[int] = [pause]) -> bool:  # noqa: B006
            left[0] -= writing()
            return left[0] < 0

        processes.kill_when(begun, "restore", backup, "--hall", hall.folder, "--replace")
        assert settled(hall.ctx.database) == before
    assert hall.numbers(1) == ["C004"]
    restore_hall(backup, hall.folder, replace=True)
    assert hall.numbers(1) == ["C002"]


def test_a_process_that_follows_the_hall_ends_and_says_why(hall: SampleHall, backup: Path) -> None:
    hall.numbers(3)
    follower = hall_process("windows", "--hall", hall.folder)
    assert follower.stderr is not None
    for line in follower.stderr:
        if "Live()" in line:
            break
    restore_hall(backup, hall.folder, replace=True)
    _, told = follower.communicate(timeout=60)
    assert follower.returncode == EXIT_THREAD_FAILED
    assert "went back in time, as after a restore: start this process again" in told
