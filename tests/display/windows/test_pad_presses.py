"""Keys of pads pressed while the database is away: none is lost, none rates somebody else."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import text

from devices.keypad import Key
from display.windows import pad_presses
from display.windows.pad_presses import PadPresses
from display.windows.pads import PadKeyPressed
from shared.domain.events import PadPressed, RatingAsked, ServiceRated
from shared.storage import engines
from shared.usecases.rate import ask_rating
from tests.display.windows.conftest import Desk
from tests.support.halls import MONDAY_10, SampleHall, open_hall_with

ASK_S = 120
PRESSED = MONDAY_10.isoformat()


@pytest.fixture
def hasty(hall: SampleHall, monkeypatch: pytest.MonkeyPatch) -> SampleHall:
    """The hall, giving up on its database soon; window 3 has asked C001 to rate."""
    monkeypatch.setattr(engines, "BUSY_S", 0.1)
    hall.ctx.database.dispose()
    hall.ctx = open_hall_with(hall.folder, hall.clock)
    hall.numbers(2)
    hall.call(3)
    ask_rating(hall.ctx, 3)
    return hall


@contextmanager
def away(hall: SampleHall) -> Iterator[None]:
    """Take the database from everybody else."""
    other = open_hall_with(hall.folder, hall.clock)
    with other.database.write():
        yield
    other.database.dispose()


def rated_at(hall: SampleHall) -> list[tuple[int, str]]:
    with hall.ctx.database.read() as tx:
        rows = tx.execute(text("SELECT score, CAST(at AS TEXT) AS at FROM rating")).all()
    return [(row.score, row.at[11:16]) for row in rows]


def test_a_key_pressed_meanwhile_rates_with_its_moment(
    hasty: SampleHall, caplog: pytest.LogCaptureFixture
) -> None:
    presses = PadPresses(hasty.ctx)
    with caplog.at_level(logging.ERROR, logger="hallcall"):
        with away(hasty):
            presses.take(PadKeyPressed(3, 1), hasty.clock())
            hasty.clock.forward(seconds=10)
            presses.take(PadKeyPressed(3, 4), hasty.clock())
            presses.store()
        assert len(presses) == 2
    hasty.clock.forward(seconds=10 * ASK_S)  # the press was in time, the database was not
    presses.store()
    assert len(presses) == 0
    later = MONDAY_10.replace(second=10).isoformat()
    assert hasty.events()[-2:] == [
        ServiceRated("C001", 3, 4, "pad", PRESSED),
        PadPressed(3, 4, "already_rated", later),
    ]
    assert rated_at(hasty) == [(4, "02:00")]  # stored in UTC
    presses.store()
    assert len(hasty.events()) == 6
    assert "window 3: pad 1 waits" in caplog.text


def test_a_key_pressed_too_late_is_a_fact(hasty: SampleHall) -> None:
    presses = PadPresses(hasty.ctx)
    hasty.clock.forward(seconds=ASK_S + 1)
    pressed = hasty.clock()
    with away(hasty):
        presses.take(PadKeyPressed(3, 0), pressed)
    presses.store()
    assert hasty.events()[-1] == PadPressed(3, 0, "late", pressed.isoformat())


@pytest.mark.parametrize("asked_again", [False, True])
def test_whoever_was_called_since_is_not_rated(hasty: SampleHall, asked_again: bool) -> None:
    presses = PadPresses(hasty.ctx)
    with away(hasty):
        presses.take(PadKeyPressed(3, 0), hasty.clock())
    hasty.clock.forward(seconds=5)
    hasty.call(3)  # another program was quicker
    if asked_again:
        ask_rating(hasty.ctx, 3)
    presses.store()
    assert hasty.events()[-1] == PadPressed(3, 0, "late", PRESSED)
    assert rated_at(hasty) == []


def test_a_key_pressed_before_the_question_is_no_answer(hasty: SampleHall) -> None:
    presses = PadPresses(hasty.ctx)
    with away(hasty):
        presses.take(PadKeyPressed(3, 0), hasty.clock())
    hasty.clock.forward(seconds=5)
    ask_rating(hasty.ctx, 3)
    presses.store()
    assert hasty.events()[-1] == PadPressed(3, 0, "not_asked", PRESSED)


def test_a_pad_that_repeats_is_told_and_not_kept(hasty: SampleHall) -> None:
    presses = PadPresses(hasty.ctx)
    told: list[bool] = []
    with away(hasty):
        presses.take(PadKeyPressed(3, 0, None, told.append), hasty.clock())
    assert len(presses) == 0
    presses.take(PadKeyPressed(3, 0, None, told.append), hasty.clock())
    assert told == [False, True]


def test_more_than_a_day_of_keys_is_not_kept(
    hasty: SampleHall, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(pad_presses, "MOST", 2)
    presses = PadPresses(hasty.ctx)
    with away(hasty), caplog.at_level(logging.ERROR, logger="hallcall"):
        for code in range(3):
            presses.take(PadKeyPressed(3, code), hasty.clock())
    assert len(presses) == 2
    assert "pad 2 is lost" in caplog.text


def test_on_the_wire(desk: Desk, hasty: SampleHall) -> None:
    """The whole hub: the key comes over the bus, the database comes back, the next call follows."""
    desk.hall.ctx = hasty.ctx
    desk.serve()
    desk.until(lambda: desk.digits(3) == "001001")
    with away(hasty):
        desk.rate(3, 2)
        desk.until(lambda: desk.pad_acknowledged(103) == 1)
        desk.press(3, Key.CALL_NEXT)
        desk.until(lambda: desk.beeps(3) == 1)
    desk.press(3, Key.CALL_NEXT)
    desk.called(3, "C002")
    assert RatingAsked("C001", 3) in desk.hall.events()
    assert ServiceRated("C001", 3, 3, "pad", PRESSED) in desk.hall.events()
