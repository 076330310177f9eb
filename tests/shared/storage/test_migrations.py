"""The migrations lead exactly to the tables the code writes to."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from shared.domain.errors import BadInput
from shared.storage import Database, open_database
from shared.storage.database import SCHEMA, schema_version
from shared.storage.migrate import alembic_config, migrate
from shared.storage.orm import Base
from tests.support.halls import SampleHall


def test_there_is_one_head_and_the_code_needs_it() -> None:
    assert ScriptDirectory.from_config(alembic_config()).get_heads() == [SCHEMA]


def test_the_migrations_make_the_tables_of_the_orm(empty_database: Database) -> None:
    assert schema_version(empty_database) is None
    migrate(empty_database)
    assert schema_version(empty_database) == SCHEMA
    with empty_database.read() as tx:
        context = MigrationContext.configure(tx, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_migrating_again_changes_nothing(hall: SampleHall) -> None:
    hall.numbers(2)
    before = hall.facts()
    migrate(hall.ctx.database)
    assert hall.facts() == before
    assert hall.numbers(1) == ["C003"]


def test_a_database_of_a_newer_release_is_left_alone(empty_database: Database) -> None:
    migrate(empty_database)
    with empty_database.write() as tx:
        tx.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(BadInput, match="another release") as caught:
        migrate(empty_database)
    assert "update the program" in caught.value.hint
    assert schema_version(empty_database) == "9999"


def test_a_migration_that_fails_leaves_nothing_behind(empty_database: Database) -> None:
    with empty_database.write() as tx:
        tx.exec_driver_sql("CREATE TABLE ticket (mine INTEGER)")  # stands in the way of ours
    with pytest.raises(Exception, match="already exists"):
        migrate(empty_database)
    with empty_database.read() as tx:
        assert inspect(tx).get_table_names() == ["ticket"]
    with pytest.raises(BadInput, match="schema none"):
        open_database(empty_database.url.render_as_string(hide_password=False))
