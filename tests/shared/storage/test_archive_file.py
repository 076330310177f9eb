"""An archive that is not exactly what was written is never read from."""

import json
import random
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from shared.domain.errors import BadInput
from shared.storage.archive_file import open_archive
from tests.support.first_release import FIRST_RELEASE


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A small archive: what may happen to a file does not depend on who wrote it."""
    return shutil.copyfile(FIRST_RELEASE, tmp_path / "hall.zip")


def everything(path: Path) -> list[object]:
    """Read an archive as a restore does."""
    with open_archive(path) as opened:
        opened.verify()
        tables = opened.manifest.tables
        return [opened.manifest, opened.config(), {t: list(opened.lines(t)) for t in tables}]


def damaged(path: Path, data: bytes) -> BadInput:
    path.write_bytes(data)
    with pytest.raises(BadInput) as caught:
        everything(path)
    assert str(path) in caught.value.message
    assert caught.value.hint
    return caught.value


def test_a_truncated_archive_is_told(archive: Path) -> None:
    whole = archive.read_bytes()
    lengths = [0, 1, 3, 4, 100, len(whole) - 1, len(whole) - 21, len(whole) - 22, len(whole) - 23]
    for length in [*lengths, *range(1000, len(whole), 997)]:
        damaged(archive, whole[:length])


def told(archive: Path, before: list[object]) -> bool:
    """Whether a damage is told; fails if it is not and changes what is read."""
    try:
        after = everything(archive)
    except BadInput as error:
        return bool(error.hint)
    assert after == before
    return False


def flipped(whole: bytes, where: int, bit: int) -> bytes:
    copy = bytearray(whole)
    copy[where] ^= 1 << bit
    return bytes(copy)


def test_a_flipped_bit_is_told_or_changes_nothing(archive: Path) -> None:
    whole = archive.read_bytes()
    before = everything(archive)
    chance = random.Random(20261123)
    found = 0
    for _ in range(200):
        archive.write_bytes(flipped(whole, chance.randrange(len(whole)), chance.randrange(8)))
        found += told(archive, before)
    assert found > 160  # the rest: a file's date or rights, nothing that is read


def test_a_flipped_bit_in_the_directory_is_told_or_changes_nothing(archive: Path) -> None:
    whole = archive.read_bytes()
    before = everything(archive)
    for where in range(len(whole) - 200, len(whole)):
        archive.write_bytes(flipped(whole, where, where % 8))
        told(archive, before)


@pytest.mark.parametrize("data", [b"", b"PK", "今天".encode() * 99, b"\x00" * 5000])
def test_what_is_no_archive_is_told(tmp_path: Path, data: bytes) -> None:
    assert "is not an archive" in damaged(tmp_path / "x.zip", data).message


def test_a_file_that_is_not_there_and_a_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="there is no file"), open_archive(tmp_path / "no.zip"):
        pass
    with pytest.raises(BadInput, match="Is a directory"), open_archive(tmp_path):
        pass


def rewritten(archive: Path, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """The archive with other files in it, each with a right checksum."""
    with zipfile.ZipFile(archive) as opened:
        files = {name: opened.read(name) for name in opened.namelist()}
    change(files)
    with zipfile.ZipFile(archive, "w") as out:
        for name, data in files.items():
            out.writestr(name, data)
    return archive.read_bytes()


def manifest(**values: object) -> Callable[[dict[str, bytes]], None]:
    def change(files: dict[str, bytes]) -> None:
        files["manifest.json"] = json.dumps(json.loads(files["manifest.json"]) | values).encode()

    return change


def no_member(name: str) -> Callable[[dict[str, bytes]], None]:
    def change(files: dict[str, bytes]) -> None:
        del files[name]

    return change


def replaced(name: str, data: bytes) -> Callable[[dict[str, bytes]], None]:
    return lambda files: files.update({name: data})


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (manifest(product="other"), "no backup of a hall"),
        (manifest(format=2), "has format 2, this program reads 1"),
        (manifest(format="one"), "manifest.json"),
        (manifest(tables=[]), "manifest.json"),
        (no_member("manifest.json"), "manifest.json"),
        (no_member("hall.toml"), "missing or too many"),
        (no_member("tables/fact.jsonl"), "missing or too many"),
        (replaced("notes.txt", b"mine"), "missing or too many"),
        (replaced("hall.toml", b""), "hall.toml is not what was written"),
        (replaced("tables/hall.jsonl", b'{"code":"x"}\n'), "hall.jsonl is not what was written"),
        (replaced("manifest.json", b"{}"), "manifest.json"),
        (replaced("manifest.json", b"\xff"), "manifest.json"),
    ],
)
def test_an_archive_that_was_changed_is_told(
    archive: Path, change: Callable[[dict[str, bytes]], None], words: str
) -> None:
    assert words in damaged(archive, rewritten(archive, change)).message


def test_a_newer_format_asks_for_a_newer_program(archive: Path) -> None:
    hint = damaged(archive, rewritten(archive, manifest(format=2))).hint
    assert "as new as" in hint
