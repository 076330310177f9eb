"""The feed: committed facts, each once, in order, through losses."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from queue import Queue

import pytest
from sqlalchemy import insert

from shared import feed as feed_module
from shared.domain.events import DayBegan, Fact, TicketCalled, TicketIssued
from shared.feed import Feed, FeedState, Live, Lost
from shared.storage import Transaction
from shared.storage.orm import FactRow
from tests.support.crowd import together
from tests.support.halls import COMPANY, MONDAY_10, SampleHall, drain, move_to_noon
from tests.support.postgres import Server


class Follower:
    """Somebody who follows a hall; that a day began is heard, but not kept."""

    def __init__(self, hall: SampleHall, after: int = 0) -> None:
        self.facts: Queue[Fact] = Queue()
        self.states: Queue[FeedState] = Queue()
        self.feed = Feed(hall.ctx.database, after, self._hear, self.states.put)
        self.feed.start()

    def _hear(self, facts: list[Fact]) -> None:
        for fact in facts:
            if not isinstance(fact.event, DayBegan):
                self.facts.put(fact)

    def ids(self, count: int) -> list[int]:
        """The next facts, numbered from the first after the hall's day began."""
        return [fact.id - 1 for fact in drain(self.facts, count)]

    def state(self) -> FeedState:
        return drain(self.states, 1)[0]


@pytest.fixture
def quick_retry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed_module, "RETRY_S", 0.02)


def test_facts_of_another_process_arrive_in_the_order_they_were_committed(
    hall: SampleHall,
) -> None:
    move_to_noon(hall.folder)
    follower = Follower(hall)
    try:
        assert follower.state() == Live()
        together(hall.folder, ("issue", "20", COMPANY), ("issue", "20", COMPANY))
        facts = drain(follower.facts, 40)
    finally:
        follower.feed.stop()
    ids = [fact.id for fact in facts]
    assert ids == sorted(ids)
    numbers = [fact.event.number for fact in facts if isinstance(fact.event, TicketIssued)]
    assert numbers == [f"C{count:03d}" for count in range(1, 41)]


def test_facts_of_many_threads_arrive_in_the_order_they_were_committed(hall: SampleHall) -> None:
    follower = Follower(hall)
    try:
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(lambda _: hall.issue(), range(40)))
            list(pool.map(lambda turn: hall.call(3 + turn % 2), range(40)))
        committed = hall.facts(after=1)
        assert drain(follower.facts, len(committed)) == committed
    finally:
        follower.feed.stop()


def test_who_joins_later_hears_only_what_came_after(hall: SampleHall) -> None:
    hall.numbers(3)
    follower = Follower(hall, after=3)
    try:
        assert follower.ids(1) == [3]
        hall.call(3)
        heard = drain(follower.facts, 1)
    finally:
        follower.feed.stop()
    assert [fact.event for fact in heard] == [
        TicketCalled("C001", "C", "ordinary", 3, "first_come", serving=True)
    ]
    assert follower.facts.empty()


def test_more_facts_than_one_reading_holds_all_arrive(hall: SampleHall) -> None:
    with hall.ctx.database.write() as tx:
        add_facts(tx, "TicketVanished", 1200)  # kinds of a newer release
    hall.numbers(2)
    with hall.ctx.database.write() as tx:
        add_facts(tx, "TicketVanished", 600)
    hall.numbers(1)
    follower = Follower(hall)
    try:
        assert follower.ids(3) == [1201, 1202, 1803]
    finally:
        follower.feed.stop()


def add_facts(tx: Transaction, kind: str, count: int) -> None:
    one = {"at": MONDAY_10, "business_day": MONDAY_10.date(), "kind": kind, "payload": {}}
    tx.execute(insert(FactRow), [one] * count)


def test_what_was_given_up_is_never_heard(hall: SampleHall) -> None:
    follower = Follower(hall)
    try:
        assert follower.state() == Live()
        with pytest.raises(ZeroDivisionError):
            fail_after_a_fact(hall)
        hall.numbers(1)
        heard = drain(follower.facts, 1)
    finally:
        follower.feed.stop()
    assert [fact.event for fact in heard] == hall.events()
    assert follower.facts.empty()


def fail_after_a_fact(hall: SampleHall) -> None:
    with hall.ctx.database.write() as tx:
        add_facts(tx, "PadPressed", 1)
        raise ZeroDivisionError


@pytest.mark.sqlite_only("its file is moved away")
def test_a_database_that_goes_away_is_told_and_what_was_missed_follows(
    hall: SampleHall, quick_retry: None
) -> None:
    hall.numbers(1)
    follower = Follower(hall)
    away = hall.folder / "away"
    away.mkdir()
    try:
        assert follower.ids(1) == [1]
        assert follower.state() == Live()
        hall.file.rename(away / "hall.db")
        lost = follower.state()
        assert isinstance(lost, Lost)
        assert str(hall.file) in lost.reason
        assert not hall.file.exists(), "an empty database was made in its place"
        (away / "hall.db").rename(hall.file)
        assert follower.state() == Live()
        hall.numbers(2)
        assert follower.ids(2) == [2, 3]
    finally:
        follower.feed.stop()


@pytest.mark.sqlite_only("its file is replaced")
def test_a_database_replaced_by_its_backup_is_followed(hall: SampleHall, quick_retry: None) -> None:
    hall.ctx.database.dispose()
    backup = hall.folder / "backup.db"
    backup.write_bytes(hall.file.read_bytes())
    follower = Follower(hall)
    try:
        assert follower.state() == Live()
        backup.replace(hall.file)
        together(hall.folder, ("issue", "1", COMPANY))  # another process writes the new file
        assert follower.ids(1) == [1]
    finally:
        follower.feed.stop()


@pytest.mark.postgres_only("its notifications")
def test_a_server_tells_at_once(hall: SampleHall, no_poll: None) -> None:
    move_to_noon(hall.folder)
    follower = Follower(hall)
    try:
        assert follower.state() == Live()
        together(hall.folder, ("issue", "3", COMPANY))
        assert len(follower.ids(3)) == 3
    finally:
        follower.feed.stop()


@pytest.mark.postgres_only("one of its connections is cut")
def test_a_feed_whose_connection_is_cut_misses_nothing(
    hall: SampleHall, postgres: Server, no_poll: None
) -> None:
    follower = Follower(hall)
    try:
        assert follower.state() == Live()
        postgres.command(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            f"WHERE datname = '{hall.ctx.database.url.database}' AND query = 'LISTEN hallcall'"
        )
        assert isinstance(follower.state(), Lost)
        hall.numbers(3)
        assert follower.state() == Live()
        hall.numbers(2)
        assert follower.ids(5) == [1, 2, 3, 4, 5]
    finally:
        follower.feed.stop()


@pytest.mark.postgres_only("its server ends and begins again")
def test_a_server_that_is_started_again_is_followed(
    hall: SampleHall, postgres: Server, quick_retry: None, no_poll: None
) -> None:
    hall.numbers(1)
    follower = Follower(hall)
    try:
        assert follower.ids(1) == [1]
        assert follower.state() == Live()
        postgres.stop()
        try:
            assert isinstance(follower.state(), Lost)
        finally:
            postgres.start()
        hall.numbers(3)
        assert follower.ids(3) == [2, 3, 4]
        while (state := follower.state()) != Live():
            assert isinstance(state, Lost)  # in other words: it is starting up
    finally:
        follower.feed.stop()


@pytest.mark.postgres_only("its server lets nobody in")
def test_a_server_that_goes_away_is_told_and_what_was_missed_follows(
    hall: SampleHall, postgres: Server, quick_retry: None
) -> None:
    name = hall.ctx.database.url.database
    follower = Follower(hall)
    try:
        assert follower.state() == Live()
        postgres.command(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
        postgres.command(
            f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
        )
        assert isinstance(follower.state(), Lost)
        postgres.command(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
        assert follower.state() == Live()
        hall.numbers(1)
        assert follower.ids(1) == [1]
    finally:
        follower.feed.stop()


def test_a_feed_stops_at_once_however_rarely_it_polls(hall: SampleHall, no_poll: None) -> None:
    follower = Follower(hall)
    assert follower.state() == Live()
    begun = time.monotonic()
    follower.feed.stop()
    assert time.monotonic() - begun < 5


def test_a_stopped_feed_delivers_nothing_more_and_its_thread_has_ended(hall: SampleHall) -> None:
    follower = Follower(hall)
    assert follower.state() == Live()
    follower.feed.stop()
    hall.numbers(1)
    assert [thread for thread in threading.enumerate() if thread.name == "feed"] == []
    assert follower.facts.empty()


def test_a_feed_that_was_never_started_can_be_stopped(hall: SampleHall) -> None:
    Feed(hall.ctx.database, 0, lambda _: None).stop()
