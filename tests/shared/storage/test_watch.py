"""Waiting for commits: told at once, never missed, stopped at once."""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
from sqlalchemy import insert

from shared.domain.errors import Unavailable
from shared.domain.events import PadPressed, to_payload
from shared.storage import facts
from shared.storage import watch as watch_module
from shared.storage.orm import FactRow
from shared.storage.watch import ChangeWatch, open_watch
from tests.support.halls import MONDAY_10, SampleHall
from tests.support.postgres import Server


@pytest.fixture
def watch(hall: SampleHall) -> Iterator[ChangeWatch]:
    """A watch that has looked once."""
    with closing(open_watch(hall.ctx.database)) as watch:
        assert watch.wait(threading.Event())
        yield watch


def test_a_commit_ends_the_wait(no_poll: None, hall: SampleHall, watch: ChangeWatch) -> None:
    hall.issue()
    assert watch.wait(threading.Event())
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(watch.wait, threading.Event())
        hall.issue()
        assert waiting.result(timeout=60)


def test_a_stopped_wait_ends_at_once(no_poll: None, watch: ChangeWatch) -> None:
    stop = threading.Event()
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(watch.wait, stop)
        time.sleep(0.05)
        stop.set()
        assert waiting.result(timeout=60) is False


def test_after_closing_the_next_wait_begins_anew(no_poll: None, watch: ChangeWatch) -> None:
    watch.close()
    assert watch.wait(threading.Event())


def test_what_nobody_was_notified_of_is_found_all_the_same(
    hall: SampleHall, watch: ChangeWatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch_module, "SLOW_POLL_S", 0.01)
    kind, payload = to_payload(PadPressed(3, 0, "not_asked"))
    fact = {"at": MONDAY_10, "business_day": MONDAY_10.date(), "kind": kind, "payload": payload}
    with hall.ctx.database.write() as tx:
        tx.execute(insert(FactRow), fact)
    assert watch.wait(threading.Event())


@pytest.mark.postgres_only("its notifications")
def test_a_transaction_notifies_once_and_only_when_it_commits(hall: SampleHall) -> None:
    import psycopg

    address = hall.ctx.database.url.set(drivername="postgresql").render_as_string()
    with closing(psycopg.connect(address, autocommit=True)) as listener:
        listener.execute("LISTEN hallcall")
        with pytest.raises(ZeroDivisionError):
            give_up(hall)
        hall.issue(green=True)
        assert len(hall.events()) == 2
        assert len(list(listener.notifies(timeout=60, stop_after=1))) == 1
        assert list(listener.notifies(timeout=0)) == []


def give_up(hall: SampleHall) -> None:
    with hall.ctx.database.write() as tx:
        facts.append(tx, MONDAY_10, MONDAY_10.date(), PadPressed(3, 0, "not_asked"))
        raise ZeroDivisionError


@pytest.mark.postgres_only("its server ends")
def test_a_server_that_ends_is_unavailable_until_it_is_back(
    no_poll: None, watch: ChangeWatch, postgres: Server
) -> None:
    postgres.stop()
    try:
        with pytest.raises(Unavailable) as caught:
            watch.wait(threading.Event())
        assert "server running" in caught.value.hint
        watch.close()
        with pytest.raises(Unavailable):
            watch.wait(threading.Event())
    finally:
        postgres.start()
    assert watch.wait(threading.Event())
