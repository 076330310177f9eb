"""Closing and opening: the day, and single queues; what people are told."""

from collections.abc import Callable

import pytest

from shared.domain.errors import BadInput, HallError, Refused
from shared.domain.events import (
    DayClosed,
    DayReopened,
    QueueClosed,
    QueueOpened,
    TicketVoided,
)
from shared.usecases.day import close_day, close_queue, open_queue, reopen_day
from shared.usecases.helpers import alerts_now
from shared.usecases.intake import IntakeState
from shared.usecases.overview import QueueNow, day_now, queues_now
from tests.support.halls import COMPANY, LAND, SOCIAL_CARD, SampleHall
from tests.support.lines import waiting


def queue_now(hall: SampleHall, letter: str) -> QueueNow:
    return next(queue for queue in queues_now(hall.ctx) if queue.letter == letter)


def test_a_closed_day_gives_out_no_number_and_serves_who_waits(hall: SampleHall) -> None:
    hall.numbers(2)
    assert [str(number) for number in close_day(hall.ctx, "李主任")] == ["C001", "C002"]
    assert hall.events()[-1] == DayClosed("2026-11-23", "李主任")
    for service, green in ((COMPANY, False), (None, True)):
        with pytest.raises(Refused, match="the hall has closed for 2026-11-23") as caught:
            hall.issue(service, green=green)
        assert caught.value.public == "今天的取号已结束，请改日再来"
        assert "hall day reopen" in caught.value.hint
    assert waiting(hall) == {"C": 2}
    assert [hall.next_number() for _ in range(3)] == ["C001", "C002", None]
    assert waiting(hall) == {}
    assert {queue.state for queue in queues_now(hall.ctx)} == {IntakeState.CLOSED}


def test_closing_twice_is_told_once(hall: SampleHall) -> None:
    close_day(hall.ctx, "李主任")
    close_day(hall.ctx, "王芳")
    assert hall.events() == [DayClosed("2026-11-23", "李主任")]


def test_a_day_is_opened_again(hall: SampleHall) -> None:
    with pytest.raises(Refused, match="the day is not closed"):
        reopen_day(hall.ctx, "李主任")
    close_day(hall.ctx, "李主任")
    assert day_now(hall.ctx).closed_at == hall.clock.now
    reopen_day(hall.ctx, "李主任")
    assert hall.events()[-1] == DayReopened("2026-11-23", "李主任")
    assert day_now(hall.ctx).closed_at is None
    assert hall.numbers(1) == ["C001"]
    assert waiting(hall) == {"C": 1}


def test_who_is_left_may_be_sent_home(hall: SampleHall) -> None:
    hall.numbers(2)
    hall.issue(None, green=True)
    hall.call(3)
    left = close_day(hall.ctx, "李主任", void_left=True)
    assert [str(number) for number in left] == ["C002", "G001"]
    assert hall.events()[-2:] == [
        TicketVoided("C002", "C", "day_end", "李主任", from_line=True),
        TicketVoided("G001", "G", "day_end", "李主任", from_line=True),
    ]
    assert waiting(hall) == {}
    assert alerts_now(hall.ctx) == []
    assert hall.ticket("C001").window == 3  # who is served is served
    assert close_day(hall.ctx, "李主任", void_left=True) == []


def test_the_next_day_is_open(hall: SampleHall) -> None:
    close_day(hall.ctx, "李主任")
    close_queue(hall.ctx, "H", "停电", "李主任")
    hall.clock.forward(days=1)
    assert day_now(hall.ctx).began_at is None
    assert hall.numbers(1) + hall.numbers(1, LAND) == ["C001", "H001"]
    now = day_now(hall.ctx)
    assert (now.began_at, now.closed_at, now.closed_queues) == (hall.clock.now, None, {})
    assert waiting(hall) == {"C": 1, "H": 1}


def test_a_closed_queue_takes_nobody_in_and_says_why(hall: SampleHall) -> None:
    hall.issue(LAND)
    close_queue(hall.ctx, "h", " 系统升级 ", "李主任")
    assert hall.events()[-1] == QueueClosed("H", "系统升级", "李主任")
    for green in (False, True):
        with pytest.raises(
            Refused, match="queue H 自然资源与不动产 was closed by the staff: 系统升级"
        ) as caught:
            hall.issue(LAND, green=green)
        assert caught.value.public == "自然资源与不动产暂停取号（系统升级），请到咨询台"
        assert caught.value.hint.endswith("hall queue open H")
    closed = queue_now(hall, "H")
    assert (closed.state, closed.waiting, closed.opens_at) == (IntakeState.CLOSED, 1, None)
    assert "系统升级" in closed.why
    assert hall.numbers(1) == ["C001"]  # others go on
    assert hall.next_number(7) == "H001"
    assert waiting(hall) == {"C": 1}
    open_queue(hall.ctx, "H", "李主任")
    assert hall.events()[-1] == QueueOpened("H", "李主任")
    assert hall.numbers(1, LAND) == ["H002"]
    assert waiting(hall) == {"C": 1, "H": 1}


def test_a_visit_needs_all_its_queues(hall: SampleHall) -> None:
    close_queue(hall.ctx, "E", "停电", "李主任")
    with pytest.raises(Refused, match="queue E"):
        hall.want(COMPANY, SOCIAL_CARD)
    assert waiting(hall) == {}
    assert hall.numbers(1) == ["C001"]


def test_what_cannot_be_closed_or_opened_is_said(hall: SampleHall) -> None:
    close_queue(hall.ctx, "H", "停电", "李主任")
    cases: list[tuple[type[HallError], str, Callable[[], None]]] = [
        (Refused, "queue H is closed already", lambda: close_queue(hall.ctx, "H", "x", "b")),
        (Refused, "queue C is not closed", lambda: open_queue(hall.ctx, "C", "b")),
        (BadInput, "there is no queue Z", lambda: close_queue(hall.ctx, "Z", "x", "b")),
        (BadInput, "there is no queue Z", lambda: open_queue(hall.ctx, "Z", "b")),
        (BadInput, "no reason was given", lambda: close_queue(hall.ctx, "C", " ", "b")),
    ]
    for error, words, act in cases:
        with pytest.raises(error, match=words) as caught:
            act()
        assert caught.value.hint
    assert day_now(hall.ctx).closed_queues == {"H": "停电"}


def test_queues_tell_when_they_open_and_how_full_they_are(hall: SampleHall) -> None:
    hall.rewrite(
        (
            "from = 00:00:00\nto = 00:00:00  # midnight to midnight",
            "from = 09:00:00\nto = 12:00:00\ndaily_cap = 2",
        )
    )
    hall.numbers(2)
    hall.issue(None, green=True)
    hall.issue(None, green=True)
    tomorrow = hall.clock.now.replace(day=24, hour=9)
    full = queue_now(hall, "C")
    assert (full.state, full.waiting, full.opens_at) == (IntakeState.FULL, 2, tomorrow)
    assert "today's 2 numbers" in full.why
    green = queue_now(hall, "G")  # never capped
    assert (green.state, green.waiting, green.why) == (IntakeState.OPEN, 2, "")
    hall.clock.forward(hours=3)
    assert queue_now(hall, "E").opens_at == tomorrow
    assert queue_now(hall, "E").state is IntakeState.CLOSED
    hall.rewrite(('queues = ["B"]', "queues = []"))
    assert "no window serves queue B" in queue_now(hall, "B").why
    assert waiting(hall) == {"C": 2, "G": 2}


def test_a_day_begun_early_is_open_again_on_its_own_date(hall: SampleHall) -> None:
    hall.clock.forward(days=1)
    hall.begin_day()  # by a clock that was wrong
    hall.clock.forward(days=-1)
    close_day(hall.ctx, "李主任")
    with pytest.raises(Refused, match="has closed"):
        hall.issue()
    hall.clock.forward(days=1)
    assert hall.numbers(1) == ["C001"]


def test_a_skipped_number_does_not_count_against_the_cap(hall: SampleHall) -> None:
    hall.rewrite(
        ("[pad]", "[day]\ncarry_over_h = 24\n\n[pad]"),
        ("to = 00:00:00", "daily_cap = 2\nto = 00:00:00"),
    )
    assert hall.numbers(2) == ["C001", "C002"]
    hall.clock.forward(hours=15)
    assert hall.numbers(2) == ["C003", "C004"]
    with pytest.raises(Refused, match="given out today's 2"):
        hall.issue()
