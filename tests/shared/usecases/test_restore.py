"""A hall comes back exactly as it was, or nothing happens at all."""

import json
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from shared.domain.errors import BadInput, Refused, Unavailable
from shared.storage import Database, migrate
from shared.storage.database import SCHEMA, schema_version
from shared.usecases.backup import backup_hall
from shared.usecases.context import open_hall
from shared.usecases.restore import restore_hall
from tests.support.busy import Content, content, many_facts, work
from tests.support.halls import HandClock, SampleHall, open_hall_with, rewrite
from tests.support.killed import hall_process, kill_when, killed_before

pytestmark = pytest.mark.sqlite_only("the server's restore: test_backup_postgres")

GOLDEN = Path(__file__).parent / "data" / "backup-format-1-schema-0001.zip"


@pytest.fixture
def backup(hall: SampleHall, tmp_path: Path) -> Path:
    """The archive of a hall that has seen a day's work."""
    work(hall)
    path = tmp_path / "hall.zip"
    backup_hall(hall.ctx, path)
    return path


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def asides(hall: SampleHall) -> list[Path]:
    return list(hall.folder.glob("hall.db.before-restore-*"))


def test_a_hall_comes_back_in_a_new_folder(
    hall: SampleHall, backup: Path, tmp_path: Path, clock: HandClock
) -> None:
    new = tmp_path / "深" / "hall"
    done = restore_hall(backup, new)
    assert (done.folder, done.aside, done.config) == (new, None, "written")
    assert names(new) == {"hall.toml", "hall.db"}
    assert (new / "hall.toml").read_bytes() == (hall.folder / "hall.toml").read_bytes()
    copy = SampleHall(open_hall_with(new, clock), clock)
    assert content(copy.ctx.database) == content(hall.ctx.database)
    assert copy.numbers(2) == hall.numbers(2) == ["C004", "C005"]  # no number twice
    assert [fact.id for fact in copy.facts()] == [fact.id for fact in hall.facts()]
    copy.ctx.database.dispose()


def test_a_hall_that_is_there_is_not_replaced_unasked(hall: SampleHall, backup: Path) -> None:
    hall.numbers(1)
    before = content(hall.ctx.database)
    with pytest.raises(Refused, match="there is a database already") as caught:
        restore_hall(backup, hall.folder)
    assert "--replace" in caught.value.hint
    assert content(hall.ctx.database) == before
    assert asides(hall) == []


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


def truncated(_hall: SampleHall, backup: Path) -> Path:
    backup.write_bytes(backup.read_bytes()[:-100])
    return backup


def no_archive(hall: SampleHall, _backup: Path) -> Path:
    return hall.file


def missing(_hall: SampleHall, backup: Path) -> Path:
    return backup.with_name("nowhere.zip")


def newer_schema(_hall: SampleHall, backup: Path) -> Path:
    return changed(backup, lambda _files: None, schema="9999")


def wrong_last_row(_hall: SampleHall, backup: Path) -> Path:
    """Digests are right, but a rating belongs to no service."""

    def orphan(files: dict[str, bytes]) -> None:
        files["tables/rating.jsonl"] = files["tables/rating.jsonl"].replace(
            b'"service":1,', b'"service":99,'
        )

    return changed(backup, orphan)


def wrong_newest_fact(_hall: SampleHall, backup: Path) -> Path:
    return changed(backup, lambda _files: None, newest_fact=12345)


def hall_code_in_data(_hall: SampleHall, backup: Path) -> Path:
    def other(files: dict[str, bytes]) -> None:
        files["tables/hall.jsonl"] = b'{"code":"elsewhere"}\n'

    return changed(backup, other)


def unknown_table(_hall: SampleHall, backup: Path) -> Path:
    def more(files: dict[str, bytes]) -> None:
        files["tables/desk.jsonl"] = b""

    return changed(backup, more)


def changed(backup: Path, change: Callable[[dict[str, bytes]], None], **values: object) -> Path:
    """Another archive with right digests."""
    from hashlib import sha256

    with zipfile.ZipFile(backup) as opened:
        files = {name: opened.read(name) for name in opened.namelist()}
    change(files)
    manifest = json.loads(files.pop("manifest.json")) | values
    manifest["tables"] = {
        name.removeprefix("tables/").removesuffix(".jsonl"): {
            "rows": len(data.splitlines()),
            "sha256": sha256(data).hexdigest(),
            "last_id": None,
        }
        for name, data in files.items()
        if name.startswith("tables/")
    }
    with zipfile.ZipFile(backup, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in files.items():
            out.writestr(name, data)
        out.writestr("manifest.json", json.dumps(manifest))
    return backup


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (missing, "there is no file"),
        (no_archive, "is not an archive"),
        (truncated, "is not an archive"),
        (another_hall, "is of the hall luojiang, not of elsewhere"),
        (newer_schema, "has schema 9999"),
        (wrong_last_row, "rows of rating refer to rows that are not there"),
        (wrong_newest_fact, "newest fact"),
        (hall_code_in_data, "belongs to the hall elsewhere"),
        (unknown_table, "tables too many or too few: desk"),
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


def test_a_failed_restore_leaves_no_folder_behind(
    hall: SampleHall, backup: Path, tmp_path: Path
) -> None:
    with pytest.raises(BadInput):
        restore_hall(wrong_last_row(hall, backup), tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_a_hall_toml_of_another_age_can_be_mended(
    hall: SampleHall, tmp_path: Path, backup: Path
) -> None:
    from hashlib import sha256

    text = (hall.folder / "hall.toml").read_bytes().replace(b"emblem", b"escutcheon")

    def old(files: dict[str, bytes]) -> None:
        files["hall.toml"] = text

    changed(backup, old, config_sha256=sha256(text).hexdigest())
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


@pytest.mark.parametrize("room", [3_000, 20_000, 100_000])
def test_a_full_disk_is_told_and_the_old_state_stays(
    hall: SampleHall, backup: Path, tmp_path: Path, room: int
) -> None:
    before = content(hall.ctx.database)
    hall.ctx.database.dispose()
    there = names(hall.folder)
    words = ("restore", backup, "--hall", hall.folder, "--replace")
    process = hall_process(*words, file_limit=room)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 1, told
    assert "Traceback" not in told
    assert "  → " in told
    assert names(hall.folder) == there
    assert content(hall.ctx.database) == before
    process = hall_process("restore", backup, "--hall", tmp_path / "new", file_limit=room)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 1, told
    assert not (tmp_path / "new").exists()


def test_a_restore_that_is_killed_leaves_the_old_state(
    hall: SampleHall, tmp_path: Path, clock: HandClock
) -> None:
    many_facts(hall, 20_000)
    backup = tmp_path / "hall.zip"
    backup_hall(hall.ctx, backup)
    hall.numbers(2)
    before = content(hall.ctx.database)
    for size in (0, 1_000_000):
        hall.ctx.database.dispose()
        process = hall_process("restore", backup, "--hall", hall.folder, "--replace")

        def begun(size: int = size) -> bool:
            built = hall.folder.glob("hall.db.restoring-*")
            return sum(path.stat().st_size for path in built if path.exists()) >= max(size, 1)

        kill_when(process, begun)
        assert content(hall.ctx.database) == before
    assert hall.numbers(1) == ["C004"]
    hall.ctx.database.dispose()
    restore_hall(backup, hall.folder, replace=True)
    assert hall.numbers(1) == ["C002"]


def test_killed_at_any_step_there_is_the_old_hall_or_the_new_one(
    hall: SampleHall, backup: Path
) -> None:
    new = content(hall.ctx.database)
    hall.numbers(2)
    old = content(hall.ctx.database)
    found = []
    for step in range(3, 50):  # before them nothing is written
        hall.ctx.database.dispose()
        killed_before(step, "restore", backup, "--hall", hall.folder, "--replace")
        found.append(content(hall.ctx.database))
        if found[-1] != old:
            break
    assert found[-1] == new
    assert all(state == old for state in found[:-1])
    assert len(found) > 3
    assert any(content_of(path) == old for path in asides(hall))


def content_of(file: Path) -> Content:
    database = Database(f"sqlite:///{file}")
    try:
        return content(database)
    finally:
        database.dispose()


_NEWER = """
import sqlalchemy as sa
from alembic import op

revision = "9001"
down_revision = "{head}"


def upgrade() -> None:
    op.create_table("desk", sa.Column("id", sa.Integer(), primary_key=True))
    op.add_column("ticket", sa.Column("phone", sa.String(), server_default="", nullable=False))
    op.execute("INSERT INTO desk SELECT count(*) FROM ticket")
"""


@pytest.fixture
def next_release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Our program one migration later."""
    folder = tmp_path / "versions"
    folder.mkdir()
    (folder / "v9001.py").write_text(_NEWER.format(head=SCHEMA))
    ours = migrate.alembic_config

    def newer() -> object:
        config = ours()
        location = Path(config.get_main_option("script_location") or "") / "versions"
        config.set_main_option("path_separator", "newline")
        config.set_main_option("version_locations", f"{location}\n{folder}")
        return config

    monkeypatch.setattr(migrate, "alembic_config", newer)
    return "9001"


def test_an_older_archive_is_brought_up_to_date(
    hall: SampleHall, backup: Path, tmp_path: Path, next_release: str
) -> None:
    before = content(hall.ctx.database)
    restore_hall(backup, tmp_path / "new")
    database = Database(f"sqlite:///{tmp_path / 'new' / 'hall.db'}")
    assert schema_version(database) == next_release
    assert content(database) == before
    with database.read() as tx:
        assert tx.exec_driver_sql("SELECT id FROM desk").all() == [(6,)]
    database.dispose()
