"""Brings a database's schema up to date, with its data."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, create_engine, inspect

from shared.domain.errors import BadInput
from shared.storage.database import Database

VERSION_TABLE = "alembic_version"


def migrate(database: Database, revision: str = "head") -> None:
    """Bring the schema up to `revision`, from empty or from any earlier release."""
    with database.migrating() as connection:
        try:
            upgrade(connection, revision)
        except CommandError as error:
            raise BadInput(
                f"the database {database.shown} is of another release: {error}",
                "update the program, or name another database",
            ) from error


def upgrade(tx: Connection, revision: str = "head") -> None:
    """Bring the schema up to `revision` as part of a transaction."""
    config = alembic_config()
    config.attributes["connection"] = tx
    command.upgrade(config, revision)


def knows(revision: str) -> bool:
    """Whether this program can read a database at `revision`."""
    script = ScriptDirectory.from_config(alembic_config())
    return revision in {known.revision for known in script.walk_revisions()}


def tables_at(revision: str) -> set[str]:
    """Return the names of the hall's tables at `revision`."""
    engine = create_engine("sqlite://")
    try:
        with engine.begin() as scratch:
            upgrade(scratch, revision)
            return {*inspect(scratch).get_table_names()} - {VERSION_TABLE}
    finally:
        engine.dispose()


def current_revision(tx: Connection) -> str | None:
    """Return the migration a database is at, None when it was never set up."""
    return MigrationContext.configure(tx).get_current_revision()


def alembic_config() -> Config:
    """Return the configuration of our migrations; the caller adds the connection."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config
