"""Rows as lines and back: nothing is lost, changed or held in memory as a whole."""

import json
import tracemalloc
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    Double,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Numeric,
    String,
    Table,
    Text,
    cast,
    delete,
    insert,
    null,
    select,
)

from shared.domain.errors import BadInput
from shared.storage import Database, archive, ids
from shared.storage.declared import UtcDateTime
from tests.shared.conftest import NewDatabase
from tests.support.busy import many_facts, work
from tests.support.halls import ZONE, SampleHall

METADATA = MetaData()
ODD = Table(
    "odd",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("moment", UtcDateTime),
    Column("day", Date),
    Column("yes", Boolean),
    Column("words", String),
    Column("tree", JSON),
    Column("share", Float(53)),
    Column("minutes", Double),
    Column("place", BigInteger),
    Column("money", Numeric(10, 2)),
    Column("raw", LargeBinary),
    sqlite_autoincrement=True,
)
CHILD = Table(
    "child",
    METADATA,
    Column("odd", ForeignKey("odd.id"), primary_key=True),
    Column("name", String, nullable=False),
)

ROWS: list[dict[str, Any]] = [
    {
        "id": 7,
        "moment": datetime(2026, 11, 23, 10, 0, 0, 123_456, ZONE),
        "day": date(2026, 11, 23),
        "yes": True,
        "words": "综合窗口 “一”\n\t\\ \u2028 😀 '; DROP TABLE odd",
        "tree": {"名": ["值", 1, 2.5, None, True], "深": {"a": {}}},
        "share": 0.1 + 0.2,
        "minutes": 7.0,
        "place": -(2**63),
        "money": Decimal("1234.50"),
        "raw": bytes(range(256)),
    },
    {
        "id": 8,
        "moment": datetime.max.replace(tzinfo=UTC) - timedelta(days=1),
        "day": date.min,
        "yes": False,
        "words": "",
        "tree": JSON.NULL,
        "share": 1e300,
        "minutes": -5e-324,
        "place": 2**63 - 1,
        "money": Decimal("-0.01"),
        "raw": b"",
    },
    {"id": 9} | {column.name: null() for column in ODD.columns if column.name != "id"},
]


@pytest.fixture
def databases(backend: str, new_database: NewDatabase) -> Iterator[tuple[Database, Database]]:
    """Two of a kind: what moves between kinds is tested with a whole hall."""
    both = Database(new_database(backend)), Database(new_database(backend))
    for database in both:
        database.create()
        with database.write() as tx:
            METADATA.create_all(tx)
    yield both
    for database in both:
        database.dispose()


def test_every_kind_of_column_comes_back_exactly(databases: tuple[Database, Database]) -> None:
    source, copy = databases
    with source.write() as tx:
        for row in ROWS:
            tx.execute(insert(ODD).values(row))
        tx.execute(insert(CHILD), [{"odd": 7, "name": "七"}])
    with source.read() as tx:
        lines = {table.name: list(archive.dump(tx, table)) for table in (ODD, CHILD)}
        before = tx.execute(select(ODD)).all()
        stored = tx.exec_driver_sql("SELECT * FROM odd").all()
    assert json.loads(lines["odd"][0])["moment"] == "2026-11-23T02:00:00.123456Z"
    with copy.write() as tx:
        found = archive.reflected(tx, ["child", "odd"])
        assert [table.name for table in found] == ["odd", "child"]
        for table in found:
            archive.load(tx, table, lines[table.name])
    with copy.read() as tx:
        assert tx.execute(select(ODD)).all() == before
        assert tx.exec_driver_sql("SELECT * FROM odd").all() == stored
        assert tx.execute(select(CHILD)).all() == [(7, "七")]


def test_an_sql_null_and_a_json_null_stay_two_things(
    databases: tuple[Database, Database],
) -> None:
    source, copy = databases
    with source.write() as tx:
        for row in ROWS:
            tx.execute(insert(ODD).values(row))
    with source.read() as tx:
        lines = list(archive.dump(tx, ODD))
    with copy.write() as tx:
        archive.load(tx, archive.reflected(tx, ["odd"])[0], lines)
        kinds = select(cast(ODD.c.tree, Text)).where(ODD.c.id > 7).order_by(ODD.c.id)
        assert tx.scalars(kinds).all() == ["null", None]


def test_the_hall_has_no_kind_of_column_that_was_not_tried() -> None:
    tried = {type(column.type) for column in ODD.columns}
    for table in archive.hall_tables():
        for column in table.columns:
            assert type(column.type) in tried, f"add one like {column} to ODD"


def test_the_halls_own_tables_come_back_line_for_line(hall: SampleHall) -> None:
    work(hall)
    with hall.ctx.database.write() as tx:
        lines = {table.name: list(archive.dump(tx, table)) for table in archive.hall_tables()}
        tables = archive.reflected(tx, lines)
        archive.clear(tx, tables)
        assert {archive.count(tx, table) for table in tables} == {0}
        for table in tables:
            archive.load(tx, table, lines[table.name])
        again = {table.name: list(archive.dump(tx, table)) for table in archive.hall_tables()}
    assert again == lines


def test_memory_does_not_grow_with_the_table(
    hall: SampleHall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "_BATCH", 100)
    many_facts(hall, 3_000)
    fact = next(table for table in archive.hall_tables() if table.name == "fact")
    with hall.ctx.database.write() as tx:
        lines = list(archive.dump(tx, fact))
        tables = archive.reflected(tx, ["fact"])
        tracemalloc.start()
        try:
            assert sum(1 for _ in archive.dump(tx, fact)) == 3_000
            reading = tracemalloc.get_traced_memory()[1]
            archive.clear(tx, tables)
            tracemalloc.reset_peak()
            archive.load(tx, tables[0], iter(lines))
            writing = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
    assert sum(map(len, lines)) > 1_500_000
    assert reading < 1_000_000
    assert writing < 1_000_000


@pytest.mark.parametrize("last", [None, 9, 5000])
def test_ids_go_on_after_the_last_one_ever_given(
    databases: tuple[Database, Database], last: int | None
) -> None:
    source, copy = databases
    with source.write() as tx:
        assert ids.last_id(tx, CHILD) is None
        assert ids.last_id(tx, ODD) is None
        if last is not None:
            ids.continue_after(tx, ODD, last - 1)
            tx.execute(insert(ODD).values(yes=True))
            tx.execute(delete(ODD))  # as housekeeping may
        assert ids.last_id(tx, ODD) == last
        known = ids.last_id(tx, ODD)
    with copy.write() as tx:
        odd = archive.reflected(tx, ["odd"])[0]
        ids.continue_after(tx, odd, known)
        new = tx.execute(insert(odd).returning(odd.c.id), {"yes": True}).scalar_one()
    assert new == (last or 0) + 1


@pytest.mark.sqlite_only("what no database gets to see")
@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{",
        b"[]",
        b'{"odd":7}',
        b'{"odd":7,"name":null}',
        b'{"odd":"seven","name":"x"}',
        b'{"odd":7,"name":"x","more":1}',
        b'{"odd":7,"name":"\xff"}',
    ],
)
def test_a_row_that_is_none_is_bad_input(databases: tuple[Database, Database], line: bytes) -> None:
    with pytest.raises(BadInput, match="child") as caught, databases[0].write() as tx:
        archive.load(tx, archive.reflected(tx, ["child"])[0], [line + b"\n"])
    assert caught.value.hint


def test_a_row_that_refers_to_nothing_is_bad_input(databases: tuple[Database, Database]) -> None:
    line = b'{"odd":7,"name":"x"}\n'
    with pytest.raises(BadInput, match="child") as caught, databases[0].write() as tx:
        archive.load(tx, archive.reflected(tx, ["child"])[0], [line])
    assert caught.value.hint


def test_a_moment_far_from_utc_is_the_same_moment(databases: tuple[Database, Database]) -> None:
    moment = datetime(2026, 1, 1, 0, 0, 0, 1, tzinfo=UTC) + timedelta(microseconds=1)
    with databases[0].write() as tx:
        tx.execute(insert(ODD).values(id=1, moment=moment.astimezone(ZONE)))
        (line,) = archive.dump(tx, ODD)
    assert json.loads(line)["moment"] == "2026-01-01T00:00:00.000002Z"
