"""From the first release (schema 0001, with data) to this one, on both databases."""

import json
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import inspect, text

from shared.domain.ticket import TicketNumber
from shared.storage import Database, archive
from shared.storage.database import schema_version
from shared.storage.migrate import migrate, upgrade
from shared.storage.orm import IN_LINE_SQL, Base
from shared.usecases.audit import verify
from shared.usecases.queries import waiting_now
from shared.usecases.restore import restore_hall
from tests.support.halls import ZONE, HandClock, SampleHall, open_hall_with
from tests.support.postgres import Server

GOLDEN = Path(__file__).parent / "data" / "backup-format-1-schema-0001.zip"
"""Made by release 0.1.0: the file never changes, and can always be restored."""


@pytest.fixture
def restored(backend: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SampleHall]:
    with ExitStack() as stack:
        url = "sqlite:///hall.db"
        if backend == "postgres":
            server: Server = request.getfixturevalue("postgres")
            url = server.url(stack.enter_context(server.database()))
        done = restore_hall(GOLDEN, tmp_path / "hall", url)
        assert (done.manifest.format, done.manifest.schema) == (1, "0001")
        clock = HandClock(datetime(2026, 11, 23, 10, 30, tzinfo=ZONE))
        hall = SampleHall(open_hall_with(tmp_path / "hall", clock), clock)
        yield hall
        hall.ctx.database.dispose()


def golden(table: str) -> list[dict[str, Any]]:
    with zipfile.ZipFile(GOLDEN) as opened:
        return [json.loads(line) for line in opened.read(f"tables/{table}.jsonl").splitlines()]


def parsed(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [row | {"payload": json.loads(row["payload"])} for row in rows]


def test_nothing_is_lost_and_the_hall_goes_on(restored: SampleHall) -> None:
    with restored.ctx.database.read() as tx:
        for name in ("ticket", "service", "rating", "print_job", "fact"):
            count = tx.execute(text(f"SELECT count(*) FROM {name}")).scalar()
            assert count == len(golden(name)), name
        fact = Base.metadata.tables["fact"]
        lines = [json.loads(line) for line in archive.dump(tx, fact)]
        places = tx.execute(
            text(f"SELECT prefix, number FROM ticket WHERE {IN_LINE_SQL} ORDER BY place")
        ).all()
    assert parsed(lines) == parsed(golden("fact"))
    assert {ticket["business_day"] for ticket in golden("ticket")} == {"2026-11-23"}
    assert waiting_now(restored.ctx).total == len(places) > 0
    greens = sum(ticket["prefix"] == "G" for ticket in golden("ticket"))
    issued = restored.issue(None, green=True)  # this archive has no catalogue
    assert (issued.number.count, issued.ticket) == (greens + 1, len(golden("ticket")) + 1)
    called = [restored.call(window).number for window in (3, 1)]
    first = next(TicketNumber(*place) for place in places if place.prefix == "C")
    assert called == [first, issued.number]
    told = {t["number"]: t for t in golden("ticket") if t["prefix"] == "C"}
    kept = restored.ticket("C001").ticket.wait
    assert kept is not None
    assert (kept.low, kept.high) == (told[1]["wait_low_min"], told[1]["wait_high_min"])


def test_its_past_can_be_sealed_and_rebuilt(restored: SampleHall) -> None:
    restored.issue(None, green=True)
    assert verify(restored.ctx).whole


def test_a_migration_that_fails_leaves_the_first_release_as_it_was(
    empty_database: Database,
) -> None:
    with empty_database.migrating() as tx:
        upgrade(tx, "0001")
        tx.execute(text("INSERT INTO hall (code) VALUES ('luojiang')"))
        tx.execute(text("CREATE TABLE seal (mine INTEGER)"))  # stands in the way of ours
    with pytest.raises(Exception, match="already exists"):
        migrate(empty_database)
    assert schema_version(empty_database) == "0001"
    with empty_database.migrating() as tx:
        assert "line_day" not in {column["name"] for column in inspect(tx).get_columns("ticket")}
        tx.execute(text("DROP TABLE seal"))
    migrate(empty_database)
    with empty_database.read() as tx:
        assert tx.execute(text("SELECT code FROM hall")).scalar() == "luojiang"
