"""What the first release left is taken over by every later one, and the hall goes on from it."""

import json
import zipfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from shared.assets import CATALOG
from shared.catalog.read import read_catalog
from shared.domain.errors import BadInput
from shared.domain.estimate import Wait
from shared.domain.ticket import TicketNumber, TicketState
from shared.storage import Database, archive, days, open_database
from shared.storage.database import SCHEMA, orphaned
from shared.usecases import printing, window_actions
from shared.usecases.backup import backup_hall
from shared.usecases.call_next import call_next, resume
from shared.usecases.catalog import replace_catalog
from shared.usecases.init_hall import init_hall
from shared.usecases.restore import restore_hall
from tests.shared.conftest import NewDatabase
from tests.support.busy import PRINTER, content, lines_are_right, work
from tests.support.first_release import CROWD, FIRST_RELEASE, load_first_release
from tests.support.halls import COMPANY, SAMPLE, ZONE, HandClock, SampleHall, open_hall_with

TAKEN_AT = datetime(2026, 11, 23, 10, 3, 0, 123_458, ZONE)


def opened(folder: Path) -> SampleHall:
    clock = HandClock(TAKEN_AT)
    return SampleHall(open_hall_with(folder, clock), clock)


def all_items(hall: SampleHall) -> None:
    """Read the catalogue in: the archive holds its first items only."""
    catalog = read_catalog(CATALOG / "items.csv", document="004")
    replace_catalog(hall.ctx, catalog, CATALOG / "departments.csv")


@pytest.fixture
def restored(backend: str, new_database: NewDatabase, tmp_path: Path) -> Iterator[SampleHall]:
    """The archive that release 0.1.0 made, restored."""
    done = restore_hall(FIRST_RELEASE, tmp_path / "first", new_database(backend))
    assert (done.manifest.format, done.manifest.schema) == (1, "0001")
    hall = opened(done.folder)
    yield hall
    hall.ctx.database.dispose()


def facts(lines: bytes) -> list[dict[str, Any]]:
    """Facts with their payload read: how its text is spaced is no matter."""
    rows = [json.loads(line) for line in lines.splitlines()]
    return [row | {"payload": json.loads(row["payload"])} for row in rows]


def test_nothing_of_its_archive_is_lost(restored: SampleHall) -> None:
    database = restored.ctx.database
    with database.read() as tx:
        lines = {table.name: list(archive.dump(tx, table)) for table in archive.hall_tables()}
        assert orphaned(tx) is None
    with zipfile.ZipFile(FIRST_RELEASE) as golden:
        for name in ("hall", "counter", "item", "item_source", "rating"):
            assert sorted(lines[name]) == sorted(
                golden.read(f"tables/{name}.jsonl").splitlines(keepends=True)
            )
        assert facts(b"".join(lines["fact"])) == facts(golden.read("tables/fact.jsonl"))
        jobs = [json.loads(line) for line in lines["print_job"]]
        assert {(job.pop("case"), job.pop("paper")) for job in jobs} == {(None, None)}
        known = golden.read("tables/print_job.jsonl").splitlines()
        assert jobs == [json.loads(line) for line in known]
        services = [json.loads(line) for line in lines["service"]]
        assert {service.pop("recalled_at") for service in services} == {None}
        known = golden.read("tables/service.jsonl").splitlines()
        assert services == [json.loads(line) for line in known]
    assert [len(lines[name]) for name in ("ticket", "errand", "pace", "alert", "seal")] == [6] + [
        0
    ] * 4
    assert len(restored.events()) == 25


def test_its_tickets_stand_as_they_stood(restored: SampleHall) -> None:
    states = {
        number: restored.ticket(number).ticket.state
        for number in ("C001", "C002", "C003", "D001", "H001", "G001")
    }
    assert states == {
        "C001": TicketState.PARKED,
        "C002": TicketState.DONE,
        "C003": TicketState.WAITING,
        "D001": TicketState.SERVING,
        "H001": TicketState.WAITING,
        "G001": TicketState.DONE,
    }
    ticket = restored.ticket("C003").ticket
    assert ticket.wait == Wait(low_s=360, high_s=1920, mean_s=1140)
    assert ticket.since == ticket.issued_at == TAKEN_AT - timedelta(minutes=3, microseconds=1)
    assert ticket.line_day == ticket.business_day == TAKEN_AT.date()
    with restored.ctx.database.read() as tx:
        day = days.newest(tx)
    assert day == days.Day(TAKEN_AT.date(), ticket.issued_at, 1, None, {}, 0)
    assert lines_are_right(restored.ctx.database)


def test_the_hall_goes_on_from_it(restored: SampleHall, tmp_path: Path) -> None:
    all_items(restored)
    new = restored.issue()
    assert (str(new.number), new.ahead) == ("C004", 1)
    assert new.ticket == 7
    assert [str(restored.call(3).number) for _ in range(2)] == ["C003", "C004"]
    assert call_next(restored.ctx, 3) is None
    assert lines_are_right(restored.ctx.database)
    assert str(restored.call(7).number) == "H001"
    assert str(resume(restored.ctx, 7).number) == "C001"
    assert window_actions.finish(restored.ctx, 7).number == TicketNumber("C", 1)
    assert window_actions.finish(restored.ctx, 5).number == TicketNumber("D", 1)
    slip = printing.take(restored.ctx, PRINTER)
    assert slip is not None
    assert slip.job == 2
    restored.numbers(2)
    assert lines_are_right(restored.ctx.database)
    assert backup_hall(restored.ctx, tmp_path / "now.zip").schema == SCHEMA
    restored.clock.forward(days=1)
    assert restored.numbers(2) == ["C001", "C002"]
    assert str(restored.call(3).number) == "C001"
    assert lines_are_right(restored.ctx.database)


def test_its_archive_takes_the_place_of_a_hall_of_today(
    hall: SampleHall, restored: SampleHall
) -> None:
    wanted = content(restored.ctx.database)
    work(hall)
    hall.ctx.database.dispose()
    restore_hall(FIRST_RELEASE, hall.folder, replace=True)
    assert content(hall.ctx.database) == wanted
    assert str(hall.issue(None, green=True).number) == "G002"


def test_a_hall_that_was_at_work_is_taken_over_by_hall_init(
    backend: str, new_database: NewDatabase, tmp_path: Path
) -> None:
    old = Database(new_database(backend))
    old.create()
    load_first_release(old)
    address = old.url.render_as_string(hide_password=False)
    with pytest.raises(BadInput, match="schema 0001") as caught:
        open_database(address)
    assert "hall init" in caught.value.hint
    init_hall(tmp_path / "hall", SAMPLE, address).database.dispose()
    once = content(old)
    init_hall(tmp_path / "hall", SAMPLE, address).database.dispose()
    assert content(old) == once
    old.dispose()
    hall = opened(tmp_path / "hall")
    assert lines_are_right(hall.ctx.database)
    all_items(hall)
    new = hall.issue().number
    assert new.count == 1 + max(person["number"] for person in CROWD if person["prefix"] == "C")
    called = []
    while (one := call_next(hall.ctx, 3)) is not None:
        called.append(one.number.count)
    assert called == [*waiting_for_c(), new.count]
    assert len(called) > 10
    assert lines_are_right(hall.ctx.database)
    hall.clock.forward(days=1)
    assert hall.numbers(1, COMPANY) == ["C001"]
    assert lines_are_right(hall.ctx.database)
    hall.ctx.database.dispose()


def waiting_for_c() -> list[int]:
    """The numbers that wait for queue C today, in the order the first release would call them."""
    crowd = [
        (person["ticket_class"] != "green", person["place"], person["number"])
        for person in CROWD
        if person["state"] == "waiting"
        and person["queue"] == "C"
        and person["business_day"] == TAKEN_AT.date()
    ]
    of_the_archive = (True, 3, 3)
    return [number for *_, number in sorted([*crowd, of_the_archive])]
