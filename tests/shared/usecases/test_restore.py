"""A hall comes back exactly as it was, from and into any database, or nothing happens at all."""

from collections.abc import Callable
from pathlib import Path

import pytest

from shared.domain.errors import BadInput, Refused
from shared.storage import Database, archive
from shared.storage.database import schema_version
from shared.usecases.backup import backup_hall
from shared.usecases.restore import restore_hall
from tests.shared.conftest import NewDatabase
from tests.support.archives import hall_code_in_data, wrong_last_row, wrong_newest_fact
from tests.support.busy import PRINTER, content, lines_are_right
from tests.support.halls import SampleHall, open_hall_with


def new_ids(hall: SampleHall) -> tuple[int, int, int | None]:
    """What the next fact, ticket and print job are counted as."""
    before = hall.facts()[-1].id
    issued = hall.issue(printer=PRINTER)
    return hall.facts(before)[0].id, issued.ticket, issued.job


def lines(database: Database) -> dict[str, list[bytes]]:
    with database.read() as tx:
        return {table.name: sorted(archive.dump(tx, table)) for table in archive.hall_tables()}


@pytest.mark.parametrize("target", ["sqlite", "postgres"])
def test_a_hall_moves_from_any_database_to_any(
    hall: SampleHall, backup: Path, new_database: NewDatabase, tmp_path: Path, target: str
) -> None:
    before, folder = content(hall.ctx.database), tmp_path / "深" / "hall"
    done = restore_hall(backup, folder, new_database(target))
    assert (done.folder, done.aside, done.config) == (folder, None, "written")
    new = SampleHall(open_hall_with(folder, hall.clock), hall.clock)
    assert done.database == new.ctx.database.shown
    assert content(new.ctx.database) == before
    assert lines(new.ctx.database) == lines(hall.ctx.database)
    again = backup_hall(new.ctx, tmp_path / "again.zip")
    assert again.newest_fact == done.manifest.newest_fact
    assert again.tables.keys() == done.manifest.tables.keys()
    for name, entry in again.tables.items():
        assert entry.last_id == done.manifest.tables[name].last_id
    assert new_ids(new) == new_ids(hall)
    assert new.numbers(2) == hall.numbers(2) == ["C005", "C006"]  # no number twice
    assert new.events() == hall.events()
    assert lines_are_right(new.ctx.database)
    new.ctx.database.dispose()


def test_a_hall_that_is_there_is_replaced_only_when_asked(hall: SampleHall, backup: Path) -> None:
    at_backup = content(hall.ctx.database)
    hall.numbers(3)
    later = content(hall.ctx.database)
    with pytest.raises(Refused, match=r"holds a hall already|there is a database already") as told:
        restore_hall(backup, hall.folder)
    assert "--replace" in told.value.hint
    assert content(hall.ctx.database) == later
    hall.ctx.database.dispose()
    assert restore_hall(backup, hall.folder, replace=True).config == "kept"
    assert content(hall.ctx.database) == at_backup
    assert hall.numbers(1) == ["C004"]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (wrong_last_row, "does not take rating"),
        (wrong_newest_fact, "newest fact"),
        (hall_code_in_data, "belongs to the hall elsewhere"),
    ],
)
def test_what_does_not_fit_changes_nothing(
    hall: SampleHall, backup: Path, change: Callable[[Path], Path], words: str
) -> None:
    before = content(hall.ctx.database)
    hall.ctx.database.dispose()
    there = set(hall.folder.iterdir())
    with pytest.raises(BadInput, match=words) as caught:
        restore_hall(change(backup), hall.folder, replace=True)
    assert caught.value.hint
    assert set(hall.folder.iterdir()) == there
    assert content(hall.ctx.database) == before


def test_a_failed_restore_leaves_nothing_behind(
    backup: Path, backend: str, new_database: NewDatabase, tmp_path: Path
) -> None:
    address = new_database(backend)
    with pytest.raises(BadInput, match="does not take rating"):
        restore_hall(wrong_last_row(backup), tmp_path / "new", address)
    assert not (tmp_path / "new").exists()
    database = Database(address)
    if database.file is None:
        assert schema_version(database) is None
    else:
        assert not database.file.exists()
    database.dispose()


def test_an_older_archive_is_brought_up_to_date(
    hall: SampleHall,
    backup: Path,
    backend: str,
    new_database: NewDatabase,
    tmp_path: Path,
    next_release: str,
) -> None:
    before = content(hall.ctx.database)
    done = restore_hall(backup, tmp_path / "new", new_database(backend))
    database = Database(done.database)
    assert schema_version(database) == next_release
    assert content(database) == before
    with database.read() as tx:
        assert tx.exec_driver_sql("SELECT id FROM desk").all() == [(9,)]
    database.dispose()
