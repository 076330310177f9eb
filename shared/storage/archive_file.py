"""The archive of a hall: one zip of manifest.json, hall.toml and one file of lines per table."""

import hashlib
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TypeVar

import msgspec

from shared.domain.errors import BadInput
from shared.storage.manifest import FORMAT, PRODUCT, Kind, Manifest, TableEntry

_MANIFEST = "manifest.json"
_CONFIG = "hall.toml"
_HINT = "it is damaged or no backup of a hall: use another one"
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    KeyError,
    NotImplementedError,
    OverflowError,
    RuntimeError,  # a flipped bit can ask for a password
    ValueError,
    OSError,
)

_Read = TypeVar("_Read", bound=msgspec.Struct)


class ArchiveWriter:
    """Writes an archive into an open file: configuration, tables, and the manifest at the end."""

    def __init__(self, file: IO[bytes]) -> None:
        self._zip = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED)

    def __enter__(self) -> "ArchiveWriter":
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def config(self, text: bytes) -> str:
        """Write hall.toml; returns its digest."""
        self._zip.writestr(_CONFIG, text)
        return hashlib.sha256(text).hexdigest()

    def table(self, name: str, lines: Iterable[bytes], last_id: int | None) -> TableEntry:
        """Write a table's lines as they come; returns what was written."""
        rows, digest = 0, hashlib.sha256()
        with self._zip.open(_member(name), "w", force_zip64=True) as out:
            for line in lines:
                rows += 1
                digest.update(line)
                out.write(line)
        return TableEntry(rows, digest.hexdigest(), last_id)

    def manifest(self, manifest: Manifest) -> None:
        """Write what makes the archive complete."""
        text = msgspec.json.format(msgspec.json.encode(manifest), indent=2)
        self._zip.writestr(_MANIFEST, text)


class Archive:
    """An archive to read from; everything it hands out was held against the manifest."""

    def __init__(self, opened: zipfile.ZipFile, shown: Path) -> None:
        self._zip = opened
        self._shown = shown
        text = self._member(_MANIFEST)
        kind = self._as(Kind, text)
        if kind.product != PRODUCT:
            raise BadInput(f"{shown} is no backup of a hall", _HINT)
        if kind.format != FORMAT:
            raise BadInput(
                f"{shown} has format {kind.format}, this program reads {FORMAT}",
                "restore it with a program as new as the one that made it",
            )
        self.manifest = self._as(Manifest, text)

    def config(self) -> bytes:
        """Return hall.toml."""
        text = self._member(_CONFIG)
        if hashlib.sha256(text).hexdigest() != self.manifest.config_sha256:
            raise self._damaged(f"{_CONFIG} is not what was written")
        return text

    def lines(self, name: str) -> Iterator[bytes]:
        """Yield a table's lines; BadInput at the end if they are not what was written."""
        entry = self.manifest.tables[name]
        rows, digest = 0, hashlib.sha256()
        try:
            with self._zip.open(_member(name)) as file:
                for line in file:
                    rows += 1
                    digest.update(line)
                    yield line
        except _DAMAGE as error:
            raise self._damaged(error) from error
        if (rows, digest.hexdigest()) != (entry.rows, entry.sha256):
            raise self._damaged(f"{_member(name)} is not what was written")

    def verify(self) -> None:
        """Read everything; BadInput unless it is exactly what was written."""
        expected = {_MANIFEST, _CONFIG, *map(_member, self.manifest.tables)}
        if sorted(self._zip.namelist()) != sorted(expected):
            raise self._damaged("files are missing or too many")
        self.config()
        for name in self.manifest.tables:
            for _ in self.lines(name):
                pass

    def _member(self, name: str) -> bytes:
        try:
            return self._zip.read(name)
        except _DAMAGE as error:
            raise self._damaged(error) from error

    def _as(self, kind: type[_Read], text: bytes) -> _Read:
        try:
            return msgspec.json.decode(text, type=kind)
        except ValueError as error:
            raise self._damaged(f"{_MANIFEST}: {error}") from error

    def _damaged(self, why: object) -> BadInput:
        return BadInput(f"{self._shown} cannot be restored from: {why}", _HINT)


@contextmanager
def open_archive(path: Path, shown: Path | None = None) -> Iterator[Archive]:
    """Open an archive to read from it; BadInput tells what it is if it is none."""
    try:
        opened = zipfile.ZipFile(path)
    except FileNotFoundError as error:
        raise BadInput(f"there is no file {path}", "name the backup's file") from error
    except _DAMAGE as error:
        raise BadInput(f"{shown or path} is not an archive: {error}", _HINT) from error
    with opened:
        yield Archive(opened, shown or path)


def _member(table: str) -> str:
    return f"tables/{table}.jsonl"
