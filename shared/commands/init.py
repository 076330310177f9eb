"""hall init: set up a hall's folder."""

from pathlib import Path
from typing import Annotated

import typer

from shared.commands.options import JsonOption, show


def init(
    folder: Annotated[Path, typer.Argument(help="Folder to make; kept if it is there.")],
    sample: Annotated[str, typer.Option(help="The sample hall to begin with.")] = "luojiang",
    database: Annotated[
        str | None,
        typer.Option(help="Database address; SQLite in the folder if left out."),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Set up a hall: hall.toml, database and catalogue. Run again, it brings the schema up."""
    from shared.usecases.init_hall import init_hall
    from shared.usecases.list_catalog import list_catalog

    ctx = init_hall(folder, sample, database)
    count = len(list_catalog(ctx))
    data = {
        "folder": str(ctx.config.folder),
        "hall": ctx.hall.name,
        "database": ctx.database.shown,
        "items": count,
    }
    text = (
        f"{ctx.hall.name} is set up in {ctx.config.folder}\n"
        f"  database {ctx.database.shown}\n"
        f"  {count} service items, {len(ctx.hall.windows)} windows, {len(ctx.hall.queues)} queues\n"
        f"Next: hall doctor --hall {folder}"
    )
    show(data, text, as_json)
