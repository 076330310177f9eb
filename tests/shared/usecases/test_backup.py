"""A hall in one file: whole, of one moment, and never half."""

import os
import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from shared.domain.errors import BadInput, HallError
from shared.storage.archive_file import open_archive
from shared.storage.manifest import Manifest
from shared.usecases.backup import backup_hall
from shared.usecases.cases import open_case
from tests.support.archives import table_rows
from tests.support.busy import many_facts, work
from tests.support.halls import COMPANY, SampleHall
from tests.support.killed import HallProcesses
from tests.support.unprivileged import python_bound_by_permissions


def of_one_moment(archive: Path, manifest: Manifest) -> None:
    """Whatever was going on: facts, tickets and counters tell of the same moment."""
    facts, tickets, counters = (table_rows(archive, name) for name in ("fact", "ticket", "counter"))
    assert [fact["id"] for fact in facts] == list(range(1, manifest.newest_fact + 1))
    drawn = Counter(ticket["prefix"] for ticket in tickets)
    letters = {row["prefix"]: row["last"] for row in counters if len(row["prefix"]) == 1}
    assert drawn == letters
    assert sum(fact["kind"] == "TicketIssued" for fact in facts) == len(tickets)


def while_issuing(hall: SampleHall, act: Callable[[], None]) -> None:
    """Two threads draw numbers for as long as `act` takes."""
    done = threading.Event()
    failed: list[HallError] = []

    def issue() -> None:
        while not done.is_set():
            try:
                hall.issue(COMPANY)
            except HallError as error:
                failed.append(error)

    threads = [threading.Thread(target=issue) for _ in range(2)]
    for thread in threads:
        thread.start()
    try:
        act()
    finally:
        done.set()
        for thread in threads:
            thread.join()
    assert failed == []


def test_the_archive_says_what_it_holds(hall: SampleHall, tmp_path: Path) -> None:
    work(hall)
    open_case(hall.ctx, "complaint", {"method": "onsite", "request": "态度差"})
    target = tmp_path / "hall.zip"
    manifest = backup_hall(hall.ctx, target)
    assert (manifest.hall, manifest.taken_at) == ("luojiang", hall.clock())
    assert {name: entry.rows for name, entry in manifest.tables.items()} == {
        "hall": 1,
        "item": 336,
        "item_source": 360,
        "day": 1,
        "line": 7,
        "counter": 5,
        "ticket": 9,
        "errand": 2,
        "service": 8,
        "pace": 2,
        "alert": 2,
        "rating": 2,
        "print_job": 3,
        "fact": len(hall.facts()),
        "seal": 1,
        "calendar_year": 23,
        "calendar_day": 771,
        "case_file": 1,
        "case_entry": 1,
        "case_deadline": 1,
        "case_alarm": 3,
        "guide": 12,
        "guide_material": 38,
        "guide_step": 39,
        "staff": 0,
        "post_span": 0,
        "evacuation": 0,
        "alarm": 0,
        "helper_key": 0,
        "case_find": 0,
        "device": 2,
    }
    of_one_moment(target, manifest)
    with open_archive(target) as archive:
        archive.verify()
        assert archive.manifest == manifest
        assert archive.config() == (hall.folder / "hall.toml").read_bytes()
    assert list(tmp_path.glob(".*")) == []
    assert target.stat().st_mode & 0o777 == 0o600  # it holds visitors' data


def test_a_backup_while_numbers_are_drawn_is_of_one_moment(
    hall: SampleHall, tmp_path: Path
) -> None:
    newest = []

    def backups() -> None:
        for turn in range(5):
            target = tmp_path / f"{turn}.zip"
            manifest = backup_hall(hall.ctx, target)
            of_one_moment(target, manifest)
            newest.append(manifest.newest_fact)

    while_issuing(hall, backups)
    assert newest == sorted(newest)
    assert len(hall.facts()) > newest[-1]


def folder(path: Path) -> Path:
    path.mkdir()
    return path


def other_file(path: Path) -> Path:
    path.write_text("今天的号码")
    return path


def pipe(path: Path) -> Path:
    os.mkfifo(path)
    return path


@pytest.mark.sqlite_only("where a file may be is no matter of databases")
@pytest.mark.parametrize(
    ("make", "words"),
    [
        (folder, "is a folder"),
        (lambda path: path / "deep" / "hall.zip", "there is no folder"),
        (other_file, "is there and is no backup"),
        (pipe, "is there and is no backup"),
    ],
)
def test_a_place_where_no_backup_can_be_is_told(
    hall: SampleHall, tmp_path: Path, make: Callable[[Path], Path], words: str
) -> None:
    target = make(tmp_path / "place")
    before = target.read_bytes() if target.is_file() else None
    with pytest.raises(BadInput, match=words) as caught:
        backup_hall(hall.ctx, target)
    assert str(tmp_path / "place") in caught.value.message
    assert caught.value.hint
    assert (target.read_bytes() if target.is_file() else None) == before


@pytest.mark.sqlite_only("a link is no matter of databases")
def test_a_link_goes_on_naming_the_newest(hall: SampleHall, tmp_path: Path) -> None:
    (tmp_path / "disk2").mkdir()
    link = tmp_path / "hall.zip"
    link.symlink_to(tmp_path / "disk2" / "hall.zip")
    for _ in range(2):
        hall.numbers(1)
        manifest = backup_hall(hall.ctx, link)
    assert link.is_symlink()
    with open_archive(link) as archive:
        assert archive.manifest == manifest


@pytest.mark.sqlite_only("the database is a file")
def test_the_database_itself_is_never_overwritten(hall: SampleHall) -> None:
    with pytest.raises(BadInput, match="is no backup"):
        backup_hall(hall.ctx, hall.file)
    assert hall.numbers(1) == ["C001"]


_BACKUP = "import sys; sys.argv[0] = 'hall'; from shared.cli import main; main()"


@pytest.mark.sqlite_only("a folder's rights are no matter of databases")
def test_a_folder_that_cannot_be_written_is_told(hall: SampleHall, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    closed.chmod(0o500)
    done = python_bound_by_permissions(
        "-c", _BACKUP, "backup", str(closed / "hall.zip"), "--hall", str(hall.folder)
    )
    closed.chmod(0o700)
    assert done.returncode == 1
    assert "cannot be written: Permission denied" in done.stderr
    assert "  → " in done.stderr


@pytest.mark.sqlite_only("a full disk is no matter of databases")
@pytest.mark.parametrize("room", [100, 9000])
def test_a_full_disk_is_told_and_the_older_backup_stays(
    hall: SampleHall, tmp_path: Path, processes: HallProcesses, room: int
) -> None:
    place = tmp_path / "backups"
    place.mkdir()
    target = place / "hall.zip"
    backup_hall(hall.ctx, target)
    before = target.read_bytes()
    hall.numbers(3)
    ended = processes.run("backup", target, "--hall", hall.folder, room=room)
    assert ended.code == 1, ended.told
    assert f"{target} cannot be written: File too large" in ended.told
    assert "room on the disk" in ended.told
    assert "Traceback" not in ended.told
    assert "Exception ignored" not in ended.told
    assert target.read_bytes() == before
    assert list(place.iterdir()) == [target]


@pytest.mark.sqlite_only("the file is written alike from both")
def test_a_backup_that_is_killed_leaves_the_older_one(
    hall: SampleHall, tmp_path: Path, processes: HallProcesses
) -> None:
    many_facts(hall, 3_000)
    target = tmp_path / "hall.zip"
    backup_hall(hall.ctx, target)
    before = target.read_bytes()
    for size in (0, len(before) // 2):

        def begun(size: int = size) -> bool:
            return any(part.stat().st_size >= size for part in tmp_path.glob(".hall.zip.*.part"))

        processes.kill_when(begun, "backup", target, "--hall", hall.folder)
        assert target.read_bytes() == before
        for part in tmp_path.glob(".hall.zip.*.part"):
            part.unlink()
    hall.numbers(1)
    assert backup_hall(hall.ctx, target).newest_fact == 3_001
