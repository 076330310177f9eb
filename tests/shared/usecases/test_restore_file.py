"""Restoring into a SQLite file, and what has nothing to do with which database it is.

The file takes the old one's place at once, or nothing happens at all.
"""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from shared.domain.errors import BadInput, Refused, Unavailable
from shared.storage import Database
from shared.usecases.backup import backup_hall
from shared.usecases.context import open_hall
from shared.usecases.restore import restore_hall
from tests.support.archives import Files, changed, newer_schema, truncated, unknown_table
from tests.support.busy import Content, content, many_facts
from tests.support.halls import SampleHall, rewrite
from tests.support.killed import HallProcesses

pytestmark = pytest.mark.sqlite_only("files")


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def asides(hall: SampleHall) -> list[Path]:
    return list(hall.folder.glob("hall.db.before-restore-*"))


def test_a_new_folder_holds_the_hall_and_nothing_else(
    hall: SampleHall, backup: Path, tmp_path: Path
) -> None:
    restore_hall(backup, tmp_path / "new")
    assert names(tmp_path / "new") == {"hall.toml", "hall.db"}
    written = (tmp_path / "new" / "hall.toml").read_bytes()
    assert written == (hall.folder / "hall.toml").read_bytes()


def test_the_old_database_is_kept_beside_the_new_one(hall: SampleHall, backup: Path) -> None:
    at_backup = content(hall.ctx.database)
    hall.numbers(3)
    later = content(hall.ctx.database)
    hall.ctx.database.dispose()
    hall.file.chmod(0o660)
    done = restore_hall(backup, hall.folder, replace=True)
    assert done.config == "kept"
    assert content(hall.ctx.database) == at_backup
    assert hall.numbers(1) == ["C004"]
    assert [done.aside] == asides(hall)
    assert hall.file.stat().st_mode & 0o777 == 0o660
    old = Database(f"sqlite:///{done.aside}")
    assert content(old) == later
    old.dispose()


def test_a_hall_that_runs_is_not_replaced(hall: SampleHall, backup: Path) -> None:
    with hall.ctx.database.read() as tx:
        tx.exec_driver_sql("SELECT 1 FROM hall")  # whoever is connected counts, even idle
    with pytest.raises(Refused, match="is in use") as caught:
        restore_hall(backup, hall.folder, replace=True)
    assert "stop every" in caught.value.hint
    assert hall.numbers(1) == ["C004"]
    assert asides(hall) == list(hall.folder.glob("*.restoring-*")) == []


def test_a_damaged_database_is_replaced_and_kept(hall: SampleHall, backup: Path) -> None:
    before = content(hall.ctx.database)
    hall.ctx.database.dispose()
    wal = hall.folder / "hall.db-wal"
    hall.file.write_bytes(b"\xa5" * 20_000)
    wal.write_bytes(b"of the old one")
    done = restore_hall(backup, hall.folder, replace=True)
    assert done.aside is not None
    assert done.aside.read_bytes() == b"\xa5" * 20_000
    assert not wal.exists()
    assert content(hall.ctx.database) == before


def test_the_log_of_a_lost_database_is_not_played_into_the_new_one(
    hall: SampleHall, backup: Path
) -> None:
    before = content(hall.ctx.database)
    keep = sqlite3.connect(hall.file)  # so that the log is left
    keep.execute("SELECT count(*) FROM ticket").fetchone()
    hall.numbers(5)
    log = (hall.folder / "hall.db-wal").read_bytes()
    hall.ctx.database.dispose()
    keep.close()
    hall.file.unlink()
    (hall.folder / "hall.db-wal").write_bytes(log)
    assert len(log) > 0
    assert restore_hall(backup, hall.folder).aside is None
    assert content(hall.ctx.database) == before


def test_a_database_behind_a_link_stays_behind_it(
    hall: SampleHall, backup: Path, tmp_path: Path
) -> None:
    before = content(hall.ctx.database)
    hall.ctx.database.dispose()
    elsewhere = tmp_path / "disk2.db"
    hall.file.rename(elsewhere)
    hall.file.symlink_to(elsewhere)
    done = restore_hall(backup, hall.folder, replace=True)
    assert hall.file.is_symlink()
    assert done.aside is not None
    assert done.aside.parent == elsewhere.parent
    assert content(hall.ctx.database) == before


def test_a_hall_toml_that_is_there_is_kept(hall: SampleHall, backup: Path, tmp_path: Path) -> None:
    new = tmp_path / "new"
    new.mkdir()
    (new / "hall.toml").write_bytes((hall.folder / "hall.toml").read_bytes())
    rewrite(new, ('emblem = "罗"', 'emblem = "江"'))
    done = restore_hall(backup, new)
    assert done.config == "kept, the backup's is another"
    ctx = open_hall(new)
    assert ctx.hall.emblem == "江"
    ctx.database.dispose()


def test_the_address_is_written_into_hall_toml(backup: Path, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'other.db'}"
    done = restore_hall(backup, tmp_path / "new", url)
    assert done.database == url
    assert names(tmp_path / "new") == {"hall.toml"}
    open_hall(tmp_path / "new").database.dispose()
    with pytest.raises(BadInput, match="names another database already"):
        restore_hall(backup, tmp_path / "new", f"sqlite:///{tmp_path / 'third.db'}", replace=True)
    with pytest.raises(BadInput, match="not a database we know"):
        restore_hall(backup, tmp_path / "newer", "foo://x")
    assert not (tmp_path / "newer").exists()


def another_hall(hall: SampleHall, backup: Path) -> Path:
    hall.ctx.database.dispose()
    hall.rewrite(('code = "luojiang"', 'code = "elsewhere"'))
    return backup


def no_archive(hall: SampleHall, _backup: Path) -> Path:
    return hall.file


def missing(_hall: SampleHall, backup: Path) -> Path:
    return backup.with_name("nowhere.zip")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (missing, "there is no file"),
        (no_archive, "is not an archive"),
        (another_hall, "is of the hall luojiang, not of elsewhere"),
        (lambda _hall, backup: truncated(backup), "is not an archive"),
        (lambda _hall, backup: newer_schema(backup), "has schema 9999"),
        (lambda _hall, backup: unknown_table(backup), "tables too many or too few: desk"),
    ],
)
def test_what_cannot_be_restored_changes_nothing(
    hall: SampleHall, backup: Path, make: Callable[[SampleHall, Path], Path], words: str
) -> None:
    file = make(hall, backup)
    before = content(hall.ctx.database)
    hall.ctx.database.dispose()
    there = names(hall.folder)
    with pytest.raises(BadInput, match=words) as caught:
        restore_hall(file, hall.folder, replace=True)
    assert caught.value.hint
    assert names(hall.folder) == there
    assert content(hall.ctx.database) == before


def test_a_hall_toml_of_another_age_can_be_mended(
    hall: SampleHall, tmp_path: Path, backup: Path
) -> None:
    text = (hall.folder / "hall.toml").read_bytes().replace(b"emblem", b"escutcheon")

    def old(files: Files) -> None:
        files["hall.toml"] = text

    changed(backup, old)
    new = tmp_path / "new"
    with pytest.raises(BadInput, match=r"does not fit.*escutcheon") as caught:
        restore_hall(backup, new)
    assert "mend it" in caught.value.hint
    new.mkdir()
    (new / "hall.toml").write_bytes(text.replace(b"escutcheon", b"emblem"))
    assert restore_hall(backup, new).config.startswith("kept")


def test_a_folder_that_cannot_be_made_is_unavailable(backup: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Unavailable, match="cannot be written") as caught:
        restore_hall(backup, tmp_path / "file" / "hall")
    assert caught.value.hint


@pytest.mark.parametrize("room", [3_000, pytest.param(20_000, marks=pytest.mark.proof), 100_000])
def test_a_full_disk_is_told_and_the_old_state_stays(
    hall: SampleHall, backup: Path, tmp_path: Path, processes: HallProcesses, room: int
) -> None:
    before = content(hall.ctx.database)
    hall.ctx.database.dispose()
    there = names(hall.folder)
    ended = processes.run("restore", backup, "--hall", hall.folder, "--replace", room=room)
    assert ended.code == 1, ended.told
    assert "Traceback" not in ended.told
    assert "  → " in ended.told
    assert names(hall.folder) == there
    assert content(hall.ctx.database) == before
    ended = processes.run("restore", backup, "--hall", tmp_path / "new", room=room)
    assert ended.code == 1, ended.told
    assert not (tmp_path / "new").exists()


def test_a_restore_that_is_killed_leaves_the_old_state(
    hall: SampleHall, tmp_path: Path, processes: HallProcesses
) -> None:
    many_facts(hall, 3_000)
    backup = tmp_path / "hall.zip"
    backup_hall(hall.ctx, backup)
    hall.numbers(2)
    before = content(hall.ctx.database)
    for size in (1, 1_000_000):
        hall.ctx.database.dispose()

        def begun(size: int = size) -> bool:
            built = hall.folder.glob("hall.db.restoring-*")
            return sum(path.stat().st_size for path in built if path.exists()) >= size

        processes.kill_when(begun, "restore", backup, "--hall", hall.folder, "--replace")
        assert content(hall.ctx.database) == before
    assert hall.numbers(1) == ["C004"]
    hall.ctx.database.dispose()
    restore_hall(backup, hall.folder, replace=True)
    assert hall.numbers(1) == ["C002"]


def killed_at_each_step(
    hall: SampleHall, backup: Path, processes: HallProcesses, first: int
) -> int:
    """Kill restores at this step and those that follow; returns the first with a new hall."""
    new = content(hall.ctx.database)
    hall.numbers(2)
    old = content(hall.ctx.database)
    for step in range(first, 50):
        hall.ctx.database.dispose()
        killed = processes.killed_before(
            step, "restore", backup, "--hall", hall.folder, "--replace"
        )
        found = content(hall.ctx.database)
        if found != old:
            break
    assert killed
    assert found == new
    assert any(content_of(path) == old for path in asides(hall))
    return step


def test_killed_at_the_last_steps_there_is_the_old_hall_or_the_new_one(
    hall: SampleHall, backup: Path, processes: HallProcesses
) -> None:
    assert killed_at_each_step(hall, backup, processes, first=5) > 6


@pytest.mark.proof
def test_killed_at_any_step_there_is_the_old_hall_or_the_new_one(
    hall: SampleHall, backup: Path, processes: HallProcesses
) -> None:
    assert killed_at_each_step(hall, backup, processes, first=0) > 6


def content_of(file: Path) -> Content:
    database = Database(f"sqlite:///{file}")
    try:
        return content(database)
    finally:
        database.dispose()
