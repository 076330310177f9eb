"""One LED port: the newest text of every board is brought to it; what did not arrive is retried."""

import threading
import time
from collections.abc import Callable
from datetime import datetime
from typing import assert_never

from devices.led import LedBus, LedResult, Look, NoAnswer, NotSupported, Refused, Shown
from display.windows.led_schedule import Dim, Job, Ping, Schedule, SetClock, Show
from display.windows.led_style import LedStyle
from display.windows.plan import Board
from display.windows.texts import fits
from shared.log import logger

REST_S = 0.5
"""How long the thread sleeps at most while nothing is to be shown."""


class LedLine:
    """The boards on one port. `show` may be called from any thread; the newest text wins.

    Every board is asked once a turn; what is to be repeated is repeated by the schedule, so that
    no board ever holds the line for longer than one question. `on_result` hears what the board of
    a window said or did not say.
    """

    def __init__(
        self,
        bus: LedBus,
        boards: list[Board],
        style: LedStyle,
        hall_clock: Callable[[], datetime],
        clock: Callable[[], float] = time.monotonic,
        on_result: Callable[[int, LedResult], None] = lambda _window, _result: None,
    ) -> None:
        self._bus = bus
        self._boards = {board.window: board for board in boards}
        self._style = style
        self._hall_clock = hall_clock
        self._on_result = on_result
        self._clock = clock
        self._schedule = Schedule(self._boards)
        self._news = threading.Condition()
        self._stirred = False

    def show(
        self, window: int, text: str, *, latin: str = "", urgent: bool = False, again: bool = False
    ) -> None:
        """Want a text on a window's board: a call is `urgent` and goes before idle texts;
        `again` sends it even if it is there already; `latin` is for boards without Chinese.
        """
        words = latin if latin and self._bus.script == "latin" else text
        with self._news:
            if self._schedule.want(window, words, urgent=urgent, again=again):
                self._stir()

    def open(self) -> None:
        """Open the port; everything is shown anew, for nobody knows what the boards show."""
        self._bus.open()
        with self._news:
            self._schedule.forget()

    def close(self) -> None:
        """Let go of the port."""
        self._bus.close()

    def interrupt(self) -> None:
        """Make `work` return soon."""
        with self._news:
            self._stir()

    def work(self) -> None:
        """Do one job that is due, or wait for one."""
        hall_now = self._hall_clock()
        with self._news:
            now = self._clock()
            percent = self._style.percent_at(hall_now.time())
            job = self._schedule.next(now, percent, hall_now.date())
            if job is None:
                # Whoever stirred between the last look and this wait must not be slept over.
                if not self._stirred:
                    self._news.wait(min(REST_S, max(0.01, self._schedule.next_at(now) - now)))
                self._stirred = False
                return
        result = self._do(job, hall_now)
        self._note(job, result)
        self._on_result(job.window, result)

    def _stir(self) -> None:
        self._stirred = True
        self._news.notify()

    def _do(self, job: Job, hall_now: datetime) -> LedResult:
        board = self._boards[job.window]
        match job:
            case Show(_, text, urgent, _):
                look = self._look(board, text, urgent)
                return self._bus.show(board.address, text, look, patient=False)
            case Dim(_, percent):
                return self._bus.dim(board.address, percent, patient=False)
            case SetClock():
                return self._bus.set_clock(board.address, hall_now, patient=False)
            case Ping():
                return self._bus.ping(board.address, patient=False)
            case _:
                assert_never(job)

    def _look(self, board: Board, text: str, urgent: bool) -> Look:
        style = self._style
        mode = style.call_mode if urgent else "static"
        return Look(
            mode if fits(text, board.width) else "scroll",
            style.call_color if urgent else style.idle_color,
            board.width,
            board.height,
            style.speed,
            style.stay_s,
        )

    def _note(self, job: Job, result: LedResult) -> None:
        name = f"LED of window {job.window}"
        now = self._clock()
        with self._news:
            match result:
                case Shown(replaced, shortened):
                    if self._schedule.answered(job, now):
                        logger.info("%s answers again", name)
                    if replaced:
                        shown = "".join(dict.fromkeys(replaced))
                        logger.warning("%s cannot show %s in %s", name, shown, job)
                    if shortened:
                        logger.warning("%s cannot hold the whole of %s", name, job)
                case NotSupported():
                    self._schedule.refused(job, now)
                case Refused():
                    if self._schedule.refused(job, now):
                        logger.warning("%s refused %s: %s", name, job, result)
                case NoAnswer():
                    if self._schedule.unanswered(job, now):
                        logger.warning("%s does not answer; it is tried again", name)
                case _:
                    assert_never(result)
