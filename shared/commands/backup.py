"""hall backup, hall restore: a hall in one file, and back."""

from pathlib import Path
from typing import Annotated

import typer

from shared.commands.options import HallOption, JsonOption, context, show


def backup(
    file: Annotated[Path, typer.Argument(help="The archive to write; an older one is replaced.")],
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Write the whole hall to one file, while it is open. The file holds visitors' data."""
    from shared.usecases.backup import backup_hall

    manifest = backup_hall(context(hall), file)
    rows = {name: entry.rows for name, entry in manifest.tables.items()}
    size = file.stat().st_size
    data = {
        "file": str(file.resolve()),
        "bytes": size,
        "hall": manifest.hall,
        "taken_at": manifest.taken_at.isoformat(),
        "schema": manifest.schema,
        "newest_fact": manifest.newest_fact,
        "rows": rows,
    }
    text = (
        f"{manifest.hall} is backed up in {file}: {sum(rows.values())} rows, {size} bytes, "
        f"read back and right\n"
        f"  up to fact {manifest.newest_fact}; keep it safe: it holds visitors' data"
    )
    show(data, text, as_json)


def restore(
    file: Annotated[Path, typer.Argument(help="An archive of hall backup.")],
    hall: Annotated[Path, typer.Option("--hall", help="The hall's folder; made if not there.")],
    database: Annotated[
        str | None, typer.Option(help="Database address; else the one in hall.toml.")
    ] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Put it in the place of a hall that is there.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Bring a hall back from an archive, also into another kind of database."""
    from shared.usecases.restore import restore_hall

    done = restore_hall(file, hall, database, replace=replace)
    taken = done.manifest.taken_at
    data = {
        "folder": str(done.folder),
        "hall": done.hall,
        "database": done.database,
        "taken_at": taken.isoformat(),
        "newest_fact": done.manifest.newest_fact,
        "rows": {name: entry.rows for name, entry in done.manifest.tables.items()},
        "hall_toml": done.config,
        "old_database": None if done.aside is None else str(done.aside),
    }
    lines = [
        f"{done.hall} is restored in {done.folder} as of {taken:%Y-%m-%d %H:%M} UTC",
        f"  database {done.database}",
        f"  hall.toml {done.config}",
    ]
    if done.aside is not None:
        lines.append(f"  the old database is kept: {done.aside}")
    lines.append(f"Next: hall doctor --hall {hall}")
    show(data, "\n".join(lines), as_json)
