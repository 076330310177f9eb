"""The board for QML: follows the feed, the clock and the business day."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot

from display.board import state as board
from display.board.pages import pages
from display.board.state import BoardState
from display.board.view import Shown, clock_words, derive
from shared.config import BoardToml
from shared.domain.day import business_day
from shared.domain.errors import HallError
from shared.domain.events import Fact
from shared.feed import FeedState, Live, Lost
from shared.ui.bridge import Jobs
from shared.usecases.context import Context
from shared.usecases.queries import Snapshot, snapshot

TICK_MS = 1000
PAGE_MS = 12_000


class BoardModel(QObject):
    """Everything the board shows. `called` is emitted for each new call, which then flashes."""

    changed = Signal()
    ticked = Signal()
    pageChanged = Signal()
    called = Signal()

    def __init__(self, ctx: Context, settings: BoardToml, state: BoardState, jobs: Jobs) -> None:
        super().__init__()
        self._ctx = ctx
        self._rows = settings.rows
        self._jobs = jobs
        self._state = state
        self._serial = 0
        self._shown = self._derive()
        self._snapshot_due = self._joining = False
        self._while_joining: list[Fact] = []
        self._pages = pages(ctx.hall)
        self._page = 0
        self._clock = clock_words(ctx.clock())
        self._timers: list[QTimer] = []
        self._every(TICK_MS, self.tick)
        self._every(PAGE_MS, self.turnPage)

    def _every(self, interval_ms: int, slot: Callable[[], None]) -> None:
        timer = QTimer(self)
        timer.timeout.connect(slot)
        timer.start(interval_ms)
        self._timers.append(timer)

    # ---- what is shown ----

    @Property(str, constant=True)
    def hallName(self) -> str:
        return self._ctx.hall.name

    @Property(str, constant=True)
    def notice(self) -> str:
        return self._ctx.hall.notice

    @Property(str, notify=ticked)
    def clock(self) -> str:
        return self._clock

    @Property(str, notify=changed)
    def waiting(self) -> str:
        return self._shown.waiting

    @Property(int, notify=changed)
    def serial(self) -> int:
        return self._serial

    @Property(str, notify=changed)
    def number(self) -> str:
        return self._shown.newest.number if self._shown.newest else ""

    @Property(str, notify=changed)
    def window(self) -> str:
        return str(self._shown.newest.window) if self._shown.newest else ""

    @Property(bool, notify=changed)
    def green(self) -> bool:
        return self._shown.newest is not None and self._shown.newest.green

    @Property(bool, notify=changed)
    def again(self) -> bool:
        return self._shown.newest is not None and self._shown.newest.again

    @Property(list, notify=changed)
    def history(self) -> list[dict[str, Any]]:
        return [
            {"number": call.number, "window": str(call.window), "green": call.green}
            for call in self._shown.history
        ]

    @Property(int, constant=True)
    def historyRows(self) -> int:
        return self._rows - 1

    @Property(bool, notify=changed)
    def stale(self) -> bool:
        return self._shown.stale

    @Property(dict, notify=changed)
    def staleWords(self) -> dict[str, str]:
        return {
            "title": self._shown.stale_title,
            "advice": self._shown.stale_advice,
            "since": self._shown.stale_since,
            "history": self._shown.stale_history,
        }

    @Property(list, notify=changed)
    def evacuation(self) -> list[str]:
        """The words everybody is to leave by, Chinese and English; empty in use."""
        return list(self._state.evacuation or ())

    @Property(dict, notify=pageChanged)
    def page(self) -> dict[str, Any]:
        page = self._pages[self._page]
        # QML takes a list for a list, a tuple for nothing.
        return {**asdict(page), "entries": [asdict(entry) for entry in page.entries]}

    @Property(int, notify=pageChanged)
    def pageIndex(self) -> int:
        return self._page

    @Property(int, constant=True)
    def pageCount(self) -> int:
        return len(self._pages)

    # ---- what happens ----

    @Slot(list)
    def onFacts(self, facts: list[Fact]) -> None:
        """Facts of the feed, in commit order."""
        if self._joining:
            self._while_joining.extend(facts)
        self._show(board.after_facts(self._state, facts))

    @Slot(object)
    def onFeedState(self, feed: FeedState) -> None:
        """The feed is live or lost."""
        match feed:
            case Live():
                self._show(board.live(self._state))
            case Lost():
                self._show(board.lost(self._state, self._ctx.clock()))

    def stop(self) -> None:
        """Tick no more. A timer still running would outlive a model that another thread's garbage
        collection takes away, and the event loop would call into nothing.
        """
        for timer in self._timers:
            timer.stop()

    @Slot()
    def tick(self) -> None:
        """Look at the clock; a new business day begins with an empty board."""
        words = clock_words(self._ctx.clock())
        if words != self._clock:
            self._clock = words
            self.ticked.emit()
        today = business_day(self._ctx.clock(), self._state.day)
        if today != self._state.day:
            self._show(board.new_day(self._state, today))
            self._snapshot_due = True
        if self._snapshot_due and not self._joining:
            self._join()

    @Slot()
    def turnPage(self) -> None:
        """Show the next information page."""
        self._page = (self._page + 1) % len(self._pages)
        self.pageChanged.emit()

    def _join(self) -> None:
        self._joining = True
        self._while_joining = []
        self._jobs.run(lambda: snapshot(self._ctx, board.KEPT), self._on_joined)

    def _on_joined(self, found: Snapshot | HallError) -> None:
        self._joining = False
        if isinstance(found, HallError) or found.day != self._state.day:
            return  # the next tick tries again
        self._snapshot_due = False
        fresh = board.after_facts(board.joined(found), self._while_joining)
        self._show(board.with_feed_of(self._state, fresh))

    def _show(self, state: BoardState) -> None:
        is_call = state.serial > self._serial
        self._state = state
        self._serial = max(self._serial, state.serial)
        self._shown = self._derive()
        self.changed.emit()
        if is_call and self._shown.newest:
            self.called.emit()

    def _derive(self) -> Shown:
        return derive(self._state, self._ctx.hall.queues, self._rows)
