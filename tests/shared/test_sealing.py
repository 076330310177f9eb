"""The sealer: seals by itself, survives a lost database, stops at once."""

import time
from collections.abc import Callable

import pytest

from shared import sealing
from shared.domain.errors import Unavailable
from shared.sealing import Sealer
from shared.usecases.audit import head
from tests.support.halls import SampleHall
from tests.support.pasts import check, live
from tests.support.postgres import Server


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "EVERY_S", 0.02)


def until(true: Callable[[], bool], seconds: float = 20.0) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.01)


def test_what_happens_is_sealed_by_itself(hall: SampleHall, quick: None) -> None:
    sealer = Sealer(hall.ctx)
    sealer.start()
    try:
        live(hall)
        until(lambda: head(hall.ctx).unsealed == 0)
        hall.numbers(2)
        until(lambda: head(hall.ctx).end.last_fact == 27)
    finally:
        sealer.stop()
    assert check(hall) == ""


def test_it_stops_at_once(hall: SampleHall) -> None:
    sealer = Sealer(hall.ctx)
    sealer.start()
    until(lambda: head(hall.ctx).unsealed == 0)
    began = time.monotonic()
    sealer.stop()
    assert time.monotonic() - began < 0.2


def test_one_that_never_began_can_be_stopped(hall: SampleHall) -> None:
    Sealer(hall.ctx).stop()


def test_a_database_that_does_not_answer_is_not_waited_for(
    hall: SampleHall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing, "seal_batch", lambda *_, **__: time.sleep(0.6))
    sealer = Sealer(hall.ctx)
    sealer.start()
    began = time.monotonic()
    sealer.stop()
    assert time.monotonic() - began < 0.2


def test_a_loss_is_told_once_and_survived(
    hall: SampleHall, quick: None, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    asked = 0

    def lost(*_: object, **__: object) -> int:
        nonlocal asked
        asked += 1
        raise Unavailable("the database is gone", "bring it back")

    sealer = Sealer(hall.ctx)
    with monkeypatch.context() as patch:
        patch.setattr(sealing, "seal_batch", lost)
        sealer.start()
        until(lambda: asked > 3)
    until(lambda: head(hall.ctx).unsealed == 0)
    sealer.stop()
    assert caplog.messages == ["sealing waits: the database is gone"]


@pytest.mark.postgres_only("an embedded database has no server to stop")
def test_a_server_that_was_stopped_is_asked_again(
    hall: SampleHall, quick: None, postgres: Server
) -> None:
    sealer = Sealer(hall.ctx)
    sealer.start()
    try:
        until(lambda: head(hall.ctx).unsealed == 0)
        postgres.stop()
        time.sleep(0.2)
        postgres.start()
        hall.ctx.database.dispose()
        hall.numbers(2)
        until(lambda: head(hall.ctx).unsealed == 0)
    finally:
        sealer.stop()
    assert check(hall) == ""
