"""Back a hall up into one file, while it goes on serving."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC
from importlib.metadata import version
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

from shared.config.load import FILE_NAME
from shared.domain.errors import BadInput, Unavailable
from shared.storage import Transaction, archive, facts, ids
from shared.storage.archive_file import ArchiveWriter, open_archive
from shared.storage.database import SCHEMA
from shared.storage.manifest import FORMAT, PRODUCT, Manifest
from shared.storage.replace_file import sync_folder
from shared.usecases.context import Context
from shared.usecases.permitted import permitted

_ZIP_BEGINS = b"PK"


@permitted
def backup_hall(ctx: Context, target: Path) -> Manifest:
    """Write the hall as it is in this moment to `target`; what was there stays until all is well.

    The archive was read back and found right before it takes the place of an older one.
    """
    target = target.resolve()  # a link stays one
    _check(target)
    config = _config(ctx)
    with _finished_only(target) as file:
        with ArchiveWriter(file) as writer, ctx.database.read() as tx:
            writer.manifest(_write(ctx, tx, writer, config))
        file.flush()
        os.fsync(file.fileno())
        with open_archive(Path(file.name), shown=target) as written:
            written.verify()
            manifest = written.manifest
    return manifest


def _write(ctx: Context, tx: Transaction, writer: ArchiveWriter, config: bytes) -> Manifest:
    digest = writer.config(config)
    archive.hold(tx)
    newest = facts.last_id(tx)
    return Manifest(
        product=PRODUCT,
        format=FORMAT,
        version=version(PRODUCT),
        schema=SCHEMA,
        hall=ctx.hall.code,
        taken_at=ctx.clock().astimezone(UTC),
        newest_fact=newest,
        config_sha256=digest,
        tables={
            table.name: writer.table(table.name, archive.dump(tx, table), ids.last_id(tx, table))
            for table in archive.hall_tables()
        },
    )


def _check(target: Path) -> None:
    if target.is_dir():
        raise BadInput(f"{target} is a folder", f"name a file in it: {target / 'hall.zip'}")
    if not target.parent.is_dir():
        raise BadInput(f"there is no folder {target.parent}", "make it first, or name another one")
    if target.exists() and not _may_be_replaced(target):
        raise BadInput(
            f"{target} is there and is no backup", "name another file; nothing was overwritten"
        )


def _may_be_replaced(target: Path) -> bool:
    if not target.is_file():
        return False
    try:
        with target.open("rb") as there:
            return there.read(len(_ZIP_BEGINS)) in (b"", _ZIP_BEGINS)
    except OSError:  # what cannot be read was not made by this user
        return False


def _config(ctx: Context) -> bytes:
    path = ctx.config.folder / FILE_NAME
    try:
        return path.read_bytes()
    except OSError as error:
        raise Unavailable(
            f"{path} cannot be read: {error}", "may this user read the hall's folder?"
        ) from error


@contextmanager
def _finished_only(target: Path) -> Iterator[IO[bytes]]:
    """A new file beside `target`, for this user's eyes; takes its name if all went well."""
    new: Path | None = None
    try:
        with NamedTemporaryFile(
            dir=target.parent, prefix=f".{target.name}.", suffix=".part", delete=False
        ) as file:
            new = Path(file.name)
            yield file
        new.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        raise Unavailable(
            f"{target} cannot be written: {error.strerror or error}",
            "is there room on the disk, and may this user write that folder?",
        ) from error
    finally:
        if new is not None:
            new.unlink(missing_ok=True)
