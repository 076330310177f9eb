"""The migrations lead exactly to the tables the code writes to, and lose nothing on the way."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, insert, inspect, select
from sqlalchemy.exc import IntegrityError

from shared.domain.errors import BadInput
from shared.storage import Database, archive, open_database
from shared.storage.database import SCHEMA, orphaned, schema_version
from shared.storage.migrate import VERSION_TABLE, alembic_config, migrate
from shared.storage.orm import Base, PrintJobRow, TicketRow
from tests.shared.conftest import NewDatabase
from tests.support.busy import content, lines_are_right, work
from tests.support.first_release import CROWD, load_first_release
from tests.support.halls import SampleHall

Rows = dict[str, list[dict[str, Any]]]


def test_there_is_one_head_and_the_code_needs_it() -> None:
    assert ScriptDirectory.from_config(alembic_config()).get_heads() == [SCHEMA]


def structure(tx: Connection) -> dict[str, object]:
    """Every table as the database itself describes it, indexes with their conditions."""
    look = inspect(tx)
    found: dict[str, object] = {
        table: {
            "columns": {
                column["name"]: (str(column["type"]), column["nullable"])
                for column in look.get_columns(table)
            },
            "key": look.get_pk_constraint(table)["constrained_columns"],
            "unique": sorted(u["column_names"] for u in look.get_unique_constraints(table)),
            "references": sorted(
                (key["constrained_columns"], key["referred_table"], key["referred_columns"])
                for key in look.get_foreign_keys(table)
            ),
        }
        for table in look.get_table_names()
        if table != VERSION_TABLE
    }
    indexes = (
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        if tx.dialect.name == "sqlite"
        else "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' "
        f"AND tablename <> '{VERSION_TABLE}'"
    )
    return found | {name: " ".join(sql.split()) for name, sql in tx.exec_driver_sql(indexes)}


def everything(database: Database) -> Rows:
    """Every row of the tables there are, whatever the schema, by its key."""
    with database.read() as tx:
        tables = archive.reflected(tx, {*inspect(tx).get_table_names()} - {VERSION_TABLE})
        return {
            table.name: [
                dict(row._mapping)
                for row in tx.execute(select(table).order_by(*table.primary_key.columns))
            ]
            for table in tables
        }


@pytest.fixture
def first_release(empty_database: Database) -> Database:
    """A database at schema 0001 in which a busy hall is at work."""
    load_first_release(empty_database)
    return empty_database


@pytest.fixture
def of_the_orm(backend: str, new_database: NewDatabase) -> Iterator[dict[str, object]]:
    """What the tables of the ORM look like in a database of this kind."""
    database = Database(new_database(backend))
    database.create()
    with database.write() as tx:
        Base.metadata.create_all(tx)
        yield structure(tx)
    database.dispose()


def test_the_migrations_make_the_tables_of_the_orm(
    empty_database: Database, of_the_orm: dict[str, object]
) -> None:
    assert schema_version(empty_database) is None
    migrate(empty_database)
    assert schema_version(empty_database) == SCHEMA
    with empty_database.read() as tx:
        context = MigrationContext.configure(tx, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
        assert structure(tx) == of_the_orm


def in_schema_0002(ticket: dict[str, Any]) -> dict[str, Any]:
    """A ticket of schema 0001 as it is to be: waits in seconds, room between places."""
    old = dict(ticket)
    low, high = old.pop("wait_low_min"), old.pop("wait_high_min")
    return old | {
        "place": old["place"] * 2**20,
        "line_day": old["business_day"],
        "since": old["issued_at"],
        "category": None,
        "booked_for": None,
        "wait_low_s": None if low is None else low * 60,
        "wait_high_s": None if high is None else high * 60,
        "wait_mean_s": None if low is None else (low + high) * 30,
    }


def test_nothing_of_the_first_release_is_lost(
    first_release: Database, of_the_orm: dict[str, object]
) -> None:
    before = everything(first_release)
    migrate(first_release)
    after = everything(first_release)
    assert after.pop("ticket") == [in_schema_0002(ticket) for ticket in before.pop("ticket")]
    assert {service.pop("recalled_at") for service in after["service"]} == {None}
    assert {(job.pop("case"), job.pop("paper")) for job in after["print_job"]} == {(None, None)}
    assert {name: after[name] for name in before} == before
    new = {name: rows for name, rows in after.items() if name not in before}
    assert {name for name, rows in new.items() if rows} == {"day", "line"}
    assert new["day"] == [
        {
            "business_day": day,
            "began_at": min(p["issued_at"] for p in CROWD if p["business_day"] == day),
            "first_fact": min(
                (f["id"] for f in before["fact"] if f["business_day"] == day), default=0
            ),
            "closed_at": None,
            "closed_queues": {},
            "carried": 0,
        }
        for day in sorted({person["business_day"] for person in CROWD})
    ]
    assert lines_are_right(first_release)
    with first_release.read() as tx:
        assert structure(tx) == of_the_orm


def test_what_refers_to_tickets_still_does_and_ids_go_on(first_release: Database) -> None:
    migrate(first_release)
    with first_release.read() as tx:
        assert orphaned(tx) is None
        jobs = [dict(row._mapping) for row in tx.execute(select(PrintJobRow.__table__))]
    lost = jobs[0] | {"id": 9999, "ticket": 9999}
    with pytest.raises(IntegrityError), first_release.write() as tx:
        tx.execute(insert(PrintJobRow), lost)
    with pytest.raises(IntegrityError), first_release.write() as tx:
        tx.exec_driver_sql("DELETE FROM ticket WHERE id = 6")
    with first_release.write() as tx:
        ticket = dict(tx.execute(select(TicketRow.__table__).limit(1)).one()._mapping)
        del ticket["id"]
        ticket |= {"number": 9999, "key": "new"}
        new = tx.execute(insert(TicketRow).returning(TicketRow.id), ticket).scalar_one()
    assert new == CROWD[-1]["id"] + 1


def test_a_migration_that_fails_half_way_leaves_the_first_release(
    first_release: Database,
) -> None:
    with first_release.write() as tx:
        tx.exec_driver_sql("CREATE TABLE seal (mine INTEGER PRIMARY KEY)")  # in the way of our last
        was = structure(tx)
    before = everything(first_release)
    with pytest.raises(Exception, match="already exists"):
        migrate(first_release)
    assert schema_version(first_release) == "0001"
    assert everything(first_release) == before
    with first_release.write() as tx:
        assert structure(tx) == was
        tx.exec_driver_sql("DROP TABLE seal")
    migrate(first_release)
    assert schema_version(first_release) == SCHEMA
    assert len(everything(first_release)["ticket"]) == len(before["ticket"])


@pytest.mark.sqlite_only("it alone lets other programs write what refers to nothing")
def test_rows_that_refer_to_nothing_are_told_and_stay(first_release: Database) -> None:
    with closing(sqlite3.connect(str(first_release.file))) as other:
        other.execute("UPDATE print_job SET ticket = 9999 WHERE id = 1")
        other.commit()
    before = everything(first_release)
    with pytest.raises(BadInput, match="rows of print_job refer") as caught:
        migrate(first_release)
    assert caught.value.hint
    assert schema_version(first_release) == "0001"
    assert everything(first_release) == before
    with first_release.write() as tx:
        assert tx.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_migrating_again_changes_nothing(hall: SampleHall) -> None:
    work(hall)
    before = content(hall.ctx.database)
    migrate(hall.ctx.database)
    assert content(hall.ctx.database) == before
    assert hall.numbers(1) == ["C004"]


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
