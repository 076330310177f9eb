"""One LED port: the newest text of every board is brought to it; what did not arrive is retried."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never

from devices.led import LedBus, LedResult, Look, Mode, NoAnswer, NotSupported, Refused, Shown
from display.windows.plan import Board
from display.windows.texts import fits
from shared.log import logger

RETRY_S = 10.0
"""When a board that did not answer is tried again."""

REST_S = 0.5
"""How long the thread sleeps at most while nothing is to be shown."""


@dataclass
class _Wanted:
    board: Board
    text: str | None = None
    shown: str | None = None
    urgent: bool = False
    known: bool = False
    due: float = 0.0


class LedLine:
    """The boards on one port. `show` may be called from any thread; the newest text wins."""

    def __init__(
        self,
        bus: LedBus,
        boards: list[Board],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._bus = bus
        self._clock = clock
        self._wanted = {board.window: _Wanted(board) for board in boards}
        self._news = threading.Condition()

    def show(self, window: int, text: str, *, urgent: bool = False, again: bool = False) -> None:
        """Want a text on a window's board: a call is `urgent` and goes before idle texts;
        `again` sends it even if it is there already.
        """
        with self._news:
            wanted = self._wanted[window]
            if again:
                wanted.shown = None
            if text != wanted.text or again:
                wanted.text, wanted.urgent, wanted.due = text, urgent, 0.0
                self._news.notify()

    def open(self) -> None:
        """Open the port; everything is shown anew, for nobody knows what the boards show."""
        self._bus.open()
        with self._news:
            for wanted in self._wanted.values():
                wanted.shown, wanted.due = None, 0.0

    def close(self) -> None:
        """Let go of the port."""
        self._bus.close()

    def interrupt(self) -> None:
        """Make `work` return soon."""
        with self._news:
            self._news.notify()

    def work(self) -> None:
        """Show one text that is due, or wait for one."""
        with self._news:
            wanted = self._next()
            if wanted is None:
                self._news.wait(REST_S)
                return
            text = wanted.text or ""
        board = wanted.board
        mode: Mode = "static" if fits(text, board.width) else "scroll"
        # A board that has never answered, or no longer does, is asked once: three patient
        # attempts at each of eight dead boards would hold a call up for ten seconds.
        result = self._bus.show(
            board.address,
            text,
            Look(mode=mode, width=board.width, height=board.height),
            patient=wanted.known,
        )
        self._note(wanted, text, result)

    def _next(self) -> _Wanted | None:
        now = self._clock()
        due = [
            wanted
            for wanted in self._wanted.values()
            if wanted.text is not None and wanted.text != wanted.shown and wanted.due <= now
        ]
        return min(
            due, key=lambda wanted: (not wanted.urgent, not wanted.known, wanted.due), default=None
        )

    def _note(self, wanted: _Wanted, text: str, result: LedResult) -> None:
        window = wanted.board.window
        with self._news:
            match result:
                case Shown(replaced):
                    wanted.shown, wanted.known = text, True
                    if replaced:
                        logger.warning("LED of window %s cannot show %s", window, replaced)
                case NoAnswer() | Refused() | NotSupported():
                    logger.warning("LED of window %s: %s", window, result)
                    wanted.known, wanted.due = False, self._clock() + RETRY_S
                case _:
                    assert_never(result)
