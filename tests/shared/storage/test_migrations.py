"""The migrations lead exactly to the tables the code writes to."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from shared.domain.errors import BadInput
from shared.storage import Database, open_database
from shared.storage.database import SCHEMA, schema_version
from shared.storage.migrate import alembic_config, migrate
from shared.storage.orm import Base
from tests.support.halls import SampleHall


@pytest.fixture
def empty(tmp_path: Path) -> Database:
    database = Database(f"sqlite:///{tmp_path / 'hall.db'}")
    database.create()
    return database


def test_there_is_one_head_and_the_code_needs_it() -> None:
    assert ScriptDirectory.from_config(alembic_config()).get_heads() == [SCHEMA]


def test_the_migrations_make_the_tables_of_the_orm(empty: Database) -> None:
    assert schema_version(empty) is None
    migrate(empty)
    assert schema_version(empty) == SCHEMA
    with empty.read() as tx:
        context = MigrationContext.configure(tx, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_migrating_again_changes_nothing(hall: SampleHall) -> None:
    hall.numbers(2)
    before = hall.facts()
    migrate(hall.ctx.database)
    assert hall.facts() == before
    assert hall.numbers(1) == ["C003"]


def test_a_database_of_a_newer_release_is_left_alone(empty: Database) -> None:
    migrate(empty)
    with empty.write() as tx:
        tx.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(BadInput, match="another release") as caught:
        migrate(empty)
    assert "update the program" in caught.value.hint
    assert schema_version(empty) == "9999"


def test_a_migration_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "hall.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE ticket (mine)")  # stands in the way of ours
        other.commit()
    database = Database(f"sqlite:///{path}")
    with pytest.raises(Exception, match="already exists"):
        migrate(database)
    with closing(sqlite3.connect(path)) as other:
        names = [row[0] for row in other.execute("SELECT name FROM sqlite_master")]
    assert names == ["ticket"]
    with pytest.raises(BadInput, match="schema none"):
        open_database(f"sqlite:///{path}")
