"""What the tests of backup and restore share."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from shared.storage import migrate
from shared.storage.database import SCHEMA
from shared.usecases.backup import backup_hall
from tests.support.busy import work
from tests.support.halls import SampleHall

if TYPE_CHECKING:
    from tests.support.killed import HallProcesses


@pytest.fixture
def backup(hall: SampleHall, tmp_path: Path) -> Path:
    """The archive of a hall that has seen a day's work."""
    work(hall)
    path = tmp_path / "hall.zip"
    backup_hall(hall.ctx, path)
    return path


@pytest.fixture(scope="session")
def processes() -> Iterator["HallProcesses"]:
    """Runs `hall` in processes that can be killed."""
    from tests.support.killed import HallProcesses

    started = HallProcesses()
    yield started
    started.close()


_NEWER = """
import sqlalchemy as sa
from alembic import op

revision = "9001"
down_revision = "{head}"


def upgrade() -> None:
    op.create_table("desk", sa.Column("id", sa.Integer(), primary_key=True))
    op.add_column("ticket", sa.Column("phone", sa.String(), server_default="", nullable=False))
    op.execute("INSERT INTO desk SELECT count(*) FROM ticket")
"""


@pytest.fixture
def next_release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Our program one migration later."""
    folder = tmp_path / "versions"
    folder.mkdir()
    (folder / "v9001.py").write_text(_NEWER.format(head=SCHEMA))
    ours = migrate.alembic_config

    def newer() -> object:
        config = ours()
        location = Path(config.get_main_option("script_location") or "") / "versions"
        config.set_main_option("path_separator", "newline")
        config.set_main_option("version_locations", f"{location}\n{folder}")
        return config

    monkeypatch.setattr(migrate, "alembic_config", newer)
    return "9001"
