"""Bring a hall back from its archive; until the last moment the old state stands."""

import os
from dataclasses import dataclass
from pathlib import Path

from shared.clock import system_clock
from shared.config.load import FILE_NAME
from shared.domain.errors import Refused, Unavailable
from shared.storage import Database, replace_file
from shared.storage.archive_file import Archive, open_archive
from shared.storage.fill import check, fill, make_room
from shared.storage.manifest import Manifest
from shared.storage.migrate import current_revision
from shared.usecases.restore_plan import Plan, plan_for

_REPLACE_HINT = "to put the backup in its place: --replace; or name another folder or --database"


@dataclass(frozen=True)
class Restored:
    """What was restored where; `aside` is the old database, `config` what became of hall.toml."""

    manifest: Manifest
    folder: Path
    hall: str
    database: str
    aside: Path | None
    config: str


def restore_hall(
    file: Path, folder: Path, database_url: str | None = None, *, replace: bool = False
) -> Restored:
    """Restore an archive into `folder`; a hall.toml that is there is kept, and so is its database.

    With `replace` the hall that is there gives way: a SQLite file is kept beside the new
    one, on a server the old rows are gone.
    """
    if database_url is not None:
        Database(database_url).dispose()
    with open_archive(file) as archive:
        archive.verify()
        check(archive.manifest)
        plan = plan_for(archive, file, folder.resolve(), database_url)
        database = Database(plan.config.database_url)
        try:
            aside = _restore(archive, plan, database, replace)
        finally:
            database.dispose()
    return Restored(
        archive.manifest,
        plan.config.folder,
        plan.config.hall.name,
        database.shown,
        aside,
        plan.said,
    )


def _restore(archive: Archive, plan: Plan, database: Database, replace: bool) -> Path | None:
    folder = plan.config.folder
    made = not folder.exists()
    ready = folder / f"{FILE_NAME}.restoring-{os.getpid()}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if plan.text is not None:
            _write(ready, plan.text)
        if database.file is None:
            aside = _into_server(archive, plan, database, replace)
        else:
            aside = _into_file(archive, plan, database.file.resolve(), replace)
        if plan.text is not None:
            ready.replace(folder / FILE_NAME)
            replace_file.sync_folder(folder)
    except OSError as error:
        raise Unavailable(
            f"{folder} cannot be written: {error}", "choose a folder this user may write"
        ) from error
    finally:
        if folder.is_dir():
            ready.unlink(missing_ok=True)
            if made and not any(folder.iterdir()):
                folder.rmdir()
    return aside


def _write(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _into_server(archive: Archive, plan: Plan, database: Database, replace: bool) -> Path | None:
    with database.migrating() as tx:
        if current_revision(tx) is not None and not replace:
            raise Refused(f"the database {database.shown} holds a hall already", _REPLACE_HINT)
        make_room(tx, archive.manifest, plan.config.hall.code)
        fill(tx, archive, plan.config.hall.code)
    return None


def _into_file(archive: Archive, plan: Plan, target: Path, replace: bool) -> Path | None:
    occupied = target.exists() and target.stat().st_size > 0
    if occupied and not replace:
        raise Refused(f"there is a database already: {target}", _REPLACE_HINT)
    now = system_clock(plan.config.hall.timezone)()
    aside = target.with_name(f"{target.name}.before-restore-{now:%Y%m%d-%H%M%S}")
    building = target.with_name(f"{target.name}.restoring-{os.getpid()}")
    new = Database(f"sqlite:///{building}")
    try:
        new.create()
        with new.migrating() as tx:
            fill(tx, archive, plan.config.hall.code)
        new.dispose()
        replace_file.finish(building)
        return replace_file.put_in_place(building, target, aside)
    finally:
        new.dispose()
        replace_file.remove(building)
