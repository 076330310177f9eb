"""Brings a database's schema up to date, with its data."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError

from shared.domain.errors import BadInput
from shared.storage.database import Database


def migrate(database: Database, revision: str = "head") -> None:
    """Bring the schema up to `revision`, from empty or from any earlier release."""
    with database.migrating() as connection:
        config = alembic_config()
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, revision)
        except CommandError as error:
            raise BadInput(
                f"the database {database.shown} is of another release: {error}",
                "update the program, or name another database",
            ) from error


def alembic_config() -> Config:
    """Return the configuration of our migrations; the caller adds the connection."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config
