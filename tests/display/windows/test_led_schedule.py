"""Whose turn it is on a line of boards, without any wire."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest

from display.windows.led_schedule import (
    BACK_OFF_S,
    PING_S,
    REFRESH_S,
    RUN,
    TRIES,
    Dim,
    Job,
    Ping,
    Schedule,
    SetClock,
    Show,
)

TODAY = date(2026, 11, 23)


class Line:
    """A schedule whose boards answer at once, but for the dead."""

    def __init__(self, windows: range, dead: tuple[int, ...] = ()) -> None:
        self.schedule = Schedule(windows)
        self.dead = set(dead)
        self.now = 0.0
        self.percent: int | None = None
        self.today = TODAY

    def want(self, window: int, text: str, *, urgent: bool = False, again: bool = False) -> bool:
        return self.schedule.want(window, text, urgent=urgent, again=again)

    def turn(self) -> Job | None:
        job = self.schedule.next(self.now, self.percent, self.today)
        if job is not None:
            self.now += 0.4 if job.window in self.dead else 0.1
            if job.window in self.dead:
                self.schedule.unanswered(job, self.now)
            else:
                self.schedule.answered(job, self.now)
        return job

    def settle(self) -> list[Job]:
        """Take turns until nothing is due."""
        jobs = []
        while (job := self.turn()) is not None:
            jobs.append(job)
            assert len(jobs) < 1000
        return jobs


def test_a_call_goes_before_idle_texts_and_equals_take_turns() -> None:
    line = Line(range(1, 5))
    for window in (1, 2, 3):
        line.want(window, "idle")
    line.want(4, "call", urgent=True)
    assert [job.window for job in line.settle() if isinstance(job, Show)] == [4, 1, 2, 3]
    for window in (3, 4, 1, 2):
        line.want(window, "next call", urgent=True)
    order = [job.window for job in line.settle()]
    assert order[:4] == [4, 1, 2, 3], "who has waited longest for a turn is first"


def test_the_newest_text_wins_and_the_same_is_no_news() -> None:
    line = Line(range(1, 2))
    assert line.want(1, "old")
    assert line.want(1, "new")
    assert not line.want(1, "new")
    assert [job.text for job in line.settle() if isinstance(job, Show)] == ["new"]
    assert not line.want(1, "new")
    assert line.want(1, "new", again=True)
    assert isinstance(line.turn(), Show)


def test_a_recall_during_its_own_call_is_not_lost() -> None:
    line = Line(range(1, 2))
    line.want(1, "call", urgent=True)
    job = line.schedule.next(0, None, TODAY)
    assert job is not None
    line.want(1, "call", urgent=True, again=True)
    line.schedule.answered(job, 0.1)
    assert isinstance(line.turn(), Show)


def test_a_dead_board_is_asked_less_and_less_and_gets_the_text_of_then() -> None:
    line = Line(range(1, 2), dead=(1,))
    line.want(1, "old", urgent=True)
    asked = []
    for _ in range(3000):
        if line.turn() is not None:
            asked.append(line.now)
        line.now += 0.05
    gaps = [later - sooner for sooner, later in pairwise(asked)]
    assert gaps[-1] > max(BACK_OFF_S)
    assert len(asked) <= TRIES + len(BACK_OFF_S) + 150 / max(BACK_OFF_S)
    line.want(1, "new", urgent=True)
    line.dead.clear()
    job = line.turn()
    assert isinstance(job, Show)
    assert job.text == "new", "a new text does not wait for the end of a pause"


@pytest.mark.parametrize("dead", [(1,), (1, 2, 3, 4), (1, 2, 3, 4, 5, 6, 7)])
def test_dead_boards_never_starve_the_living(dead: tuple[int, ...]) -> None:
    line = Line(range(1, 9), dead=dead)
    random = Random(7)
    for window in range(1, 9):
        line.want(window, f"idle {window}")
    line.settle()
    waits = []
    for number in range(300):
        window = random.randrange(1, 9)
        line.want(window, f"call {number}", urgent=True)
        wanted = line.now
        while window not in line.dead:
            job = line.turn()
            assert job is not None
            if job.window == window and isinstance(job, Show):
                waits.append(line.now - wanted)
                break
        line.now += random.uniform(0, 2)
        line.turn()
    assert max(waits) <= 0.1 + 1e-9, "a call to a living board is the very next thing said"


def test_a_busy_line_still_finds_the_board_that_came_back() -> None:
    line = Line(range(1, 9), dead=(8,))
    for window in range(1, 9):
        line.want(window, "idle")
    line.settle()
    line.now += 100
    line.dead.clear()
    jobs: list[Job] = []
    for number in range(2 * RUN):
        line.want(1 + number % 7, f"call {number}", urgent=True)
        job = line.turn()
        assert job is not None
        jobs.append(job)
    assert 8 in [job.window for job in jobs[: RUN + 1]], "one turn in nine is for the others"
    assert Counter(job.window == 8 for job in jobs)[True] <= 2


def test_brightness_and_clock_follow_the_texts_and_come_back_with_a_board() -> None:
    line = Line(range(1, 3))
    line.percent = 40
    for window in (1, 2):
        line.want(window, "idle")
    jobs = line.settle()
    assert [type(job) for job in jobs[:2]] == [Show, Show]
    assert set(jobs[2:]) == {
        Dim(1, 40),
        Dim(2, 40),
        SetClock(1, TODAY),
        SetClock(2, TODAY),
    }
    line.percent, line.today = 100, TODAY + timedelta(days=1)
    assert len(line.settle()) == 4
    line.dead = {1}
    line.now += PING_S
    line.settle()
    line.dead.clear()
    line.now += max(BACK_OFF_S)
    assert [type(job) for job in line.settle() if job.window == 1][:3] == [Show, Dim, SetClock]


def test_idle_boards_are_pinged_and_told_again_now_and_then() -> None:
    line = Line(range(1, 3))
    for window in (1, 2):
        line.want(window, "idle")
    line.settle()
    assert line.turn() is None
    assert 0 < line.schedule.next_at(line.now) - line.now <= PING_S
    line.now += PING_S
    assert {type(job) for job in line.settle()} == {Ping}
    line.now += REFRESH_S
    assert {type(job) for job in line.settle()} == {Show}


def test_what_a_board_refuses_is_not_repeated_at_once() -> None:
    line = Line(range(1, 2))
    line.want(1, "text")
    job = line.schedule.next(0, None, TODAY)
    assert job is not None
    assert line.schedule.refused(job, 0)
    assert line.schedule.next(0.5, None, TODAY) is None
    job = line.schedule.next(2, None, TODAY)
    assert isinstance(job, Show)
    assert not line.schedule.refused(job, 2), "it has been told"
    line.schedule.answered(job, 2)
    clock = line.schedule.next(2, None, TODAY)
    assert isinstance(clock, SetClock)
    line.schedule.refused(clock, 2)
    assert line.schedule.next(2, None, TODAY) is None, "no clock: it is not asked again today"


def test_after_the_port_was_away_all_is_said_anew() -> None:
    line = Line(range(1, 3))
    for window in (1, 2):
        line.want(window, "idle")
    line.settle()
    line.schedule.forget()
    assert [type(job) for job in line.settle()][:2] == [Show, Show]
