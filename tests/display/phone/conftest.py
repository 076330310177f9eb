"""A hall whose tickets have pages, and the server of these pages: one for all tests here."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from shared.clock import system_clock
from shared.domain.errors import Refused
from shared.usecases.call_next import call_next
from shared.usecases.context import open_hall
from shared.usecases.window_actions import finish
from tests.support.halls import HandClock, SampleHall, copy_hall, move_to_noon, rewrite
from tests.support.phone_server import PhoneServer, phone_server

PHONE = '[phone]\nbase_url = "https://hall.example"\n\n[catalog]'


@pytest.fixture(scope="package")
def phone_hall(
    hall_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SampleHall]:
    """A hall with real clocks and a public address for phones."""
    folder = copy_hall(hall_template, tmp_path_factory.mktemp("phones") / "hall")
    move_to_noon(folder)
    rewrite(folder, ("[catalog]", PHONE))
    ctx = open_hall(folder)
    yield SampleHall(ctx, HandClock(system_clock(ctx.hall.timezone)()))
    ctx.database.dispose()


@pytest.fixture(autouse=True)
def nobody_waits(request: pytest.FixtureRequest) -> None:
    """Each test finds windows 3 and 7 empty, and nobody in their lines."""
    if "phone_hall" not in request.fixturenames:
        return
    phone_hall: SampleHall = request.getfixturevalue("phone_hall")
    for window in (3, 7):
        while call_next(phone_hall.ctx, window) is not None:
            pass
        with suppress(Refused):
            finish(phone_hall.ctx, window)


@pytest.fixture(scope="package")
def server(phone_hall: SampleHall) -> Iterator[PhoneServer]:
    """The server; at the end it must stop well, and its log must name no key of a ticket."""
    with phone_server(phone_hall.folder) as started:
        yield started
        assert started.stop() == 0
        for stream in started.left_open:
            stream.close()
    log = "".join(started.log)
    assert "/t/" not in log
    assert "/h/" not in log
    assert "rror" not in log, log
