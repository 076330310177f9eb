"""Faults of the database itself: clear refusals, nothing lost, nothing untrue; then it goes on."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from shared.domain.errors import HallError, Unavailable
from shared.storage import engines
from shared.usecases.call_next import call_next
from shared.usecases.init_hall import init_hall
from tests.support.halls import COMPANY, SAMPLE, HandClock, SampleHall, open_hall_with
from tests.support.killed import HallProcesses
from tests.support.lines import waiting
from tests.support.postgres import Server


@pytest.mark.sqlite_only("a file cannot grow")
@pytest.mark.parametrize("room", [0, 20_000, 60_000])
def test_on_a_full_disk_a_number_is_given_out_whole_or_refused(
    hall_folder: Path, processes: HallProcesses, room: int
) -> None:
    words = ("ticket", "issue", "--service", COMPANY, "--hall", hall_folder, "--json")
    full = processes.run(*words, room=room)
    assert full.code in (0, 1)
    assert ("C001" in full.told) == (full.code == 0), full.told
    if full.code:
        assert "→" in full.told  # says what to do
    done = processes.run(*words)
    assert done.code == 0
    assert ("C002" if full.code == 0 else "C001") in done.told


@pytest.mark.postgres_only("its lock is held by another program")
def test_a_hall_whose_lock_is_held_is_unavailable_and_gives_no_number(
    hall: SampleHall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "BUSY_S", 0.2)
    patient = hall.ctx
    hall.ctx = open_hall_with(hall.folder, hall.clock)
    with patient.database.write(), pytest.raises(Unavailable, match="lock timeout") as caught:
        hall.issue()
    assert "another program" in caught.value.hint
    assert hall.numbers(1) == ["C001"]
    patient.database.dispose()


@pytest.mark.postgres_only("the server takes nothing in")
def test_a_server_that_only_reads_is_unavailable_and_gives_no_number(
    hall: SampleHall, postgres: Server
) -> None:
    name = hall.ctx.database.url.database
    postgres.command(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    hall.ctx.database.dispose()
    with pytest.raises(Unavailable, match="read-only") as caught:
        hall.issue()
    assert "read-only mode" in caught.value.hint
    assert waiting(hall) == {}
    postgres.command(f"ALTER DATABASE {name} RESET default_transaction_read_only")
    hall.ctx.database.dispose()
    assert hall.numbers(1) == ["C001"]


@pytest.fixture
def safe_server() -> Iterator[Server]:
    """A server with the settings of a hall's: what it has committed is on the disk."""
    server = Server(safe=True)
    yield server
    server.close()


@pytest.mark.postgres_only("it is killed and started again")
@pytest.mark.timeout(180)
def test_a_server_killed_in_mid_load_has_lost_nothing_it_confirmed(
    backend: str, safe_server: Server, tmp_path: Path
) -> None:
    with safe_server.database() as name:
        url = safe_server.url(name)
        init_hall(tmp_path / "hall", SAMPLE, url).database.dispose()
        clock = HandClock()
        hall = SampleHall(open_hall_with(tmp_path / "hall", clock), clock)
        busy = Event()
        confirmed: list[str] = []

        def issue(_: int) -> None:
            try:
                while True:
                    confirmed.append(str(hall.issue().number))
                    if len(confirmed) > 30:
                        busy.set()
            except HallError:
                return

        with ThreadPoolExecutor(4) as pool:
            work = pool.map(issue, range(4))
            assert busy.wait(60)
            safe_server.kill()
            list(work)
        with pytest.raises(Unavailable) as caught:
            hall.issue()
        assert caught.value.hint
        safe_server.start()
        there = waiting(hall)["C"]
        assert len(set(confirmed)) == len(confirmed) <= there
        assert hall.numbers(1) == [f"C{there + 1:03d}"]  # no gap, no clash
        called = call_next(hall.ctx, 3)
        assert called is not None
        assert str(called.number) == "C001"
        hall.ctx.database.dispose()
