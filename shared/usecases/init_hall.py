"""Make a hall's folder from a sample: configuration, database, catalogue."""

import shutil
from pathlib import Path

from shared.assets import CATALOG, sample_folder
from shared.catalog.read import read_catalog
from shared.clock import system_clock
from shared.config import load_hall
from shared.config.address import with_database
from shared.config.load import FILE_NAME, database_address
from shared.domain.errors import BadInput, Unavailable
from shared.storage import Database, identity
from shared.storage.database import schema_version
from shared.storage.migrate import migrate
from shared.usecases.calendar import seed_calendar
from shared.usecases.catalog import replace_catalog
from shared.usecases.context import Context
from shared.usecases.import_guides import import_guides
from shared.usecases.list_catalog import list_catalog


def init_hall(folder: Path, sample: str, database_url: str | None = None) -> Context:
    """Set up a hall in `folder`; what is there already is kept and brought up to date.

    The database is SQLite in the folder unless `database_url` names another; the address is
    written into hall.toml, so it should hold no password (use the server's own ways for that).
    """
    if database_url is not None:
        Database(database_url).dispose()  # an address nobody can use is never written down
    _write_config(folder, sample, database_url)
    config = load_hall(folder)
    if database_url is not None and config.database_url != database_address(
        config.folder, database_url
    ):
        raise BadInput(
            f"{config.folder / FILE_NAME} names another database already",
            "change url under [database] there, or choose another folder",
        )
    database = Database(config.database_url)
    database.create()
    fresh = schema_version(database) is None
    migrate(database)
    with database.write() as tx:
        identity.claim(tx, config.hall.code)
    ctx = Context(config, database, system_clock(config.hall.timezone))
    seed_calendar(ctx)
    if fresh or not list_catalog(ctx):
        catalog = read_catalog(CATALOG / "items.csv", document="004")
        replace_catalog(ctx, catalog, CATALOG / "departments.csv")
        import_guides(ctx, CATALOG / "sample_guides.csv")
    return ctx


def _write_config(folder: Path, sample: str, database_url: str | None) -> None:
    source = sample_folder(sample) / FILE_NAME
    target = folder / FILE_NAME
    if target.exists():
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        if database_url:
            changed = with_database(target.read_text(encoding="utf-8"), database_url)
            target.write_text(changed, encoding="utf-8")
    except OSError as error:
        raise Unavailable(
            f"{folder} cannot be written: {error}", "choose a folder this user may write"
        ) from error
