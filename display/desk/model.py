"""The panel for QML: follows the window, and does what its keys say."""

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot

from display.desk import words
from display.desk.acts import ACTS
from display.desk.sight import Sight, look
from display.desk.view import AlertRow, Row, Shown, Told, derive, lasting
from shared.domain.errors import HallError
from shared.domain.events import Fact
from shared.domain.ticket import StartMode
from shared.feed import FeedState, Live
from shared.ui.bridge import Jobs
from shared.ui.rows import Rows
from shared.ui.words import say
from shared.usecases.context import Context

TICK_MS = 1000
LOOK_S = 15.0
"""How often the window is looked at though nothing happened: an appointment's time comes."""

AGAIN_S = 1.0
"""The same key twice within this time after its answer is one press: a double click, a bounce."""

NEWS_S = 5.0
"""How long it is said that something was done; what was not done is said until the next press."""


class DeskModel(QObject):
    """Everything the panel shows of its window.

    `told` is emitted when an act was answered, `looked` when the window was looked at anew, `did`
    when an act was done: with its verb and what it returned.
    """

    changed = Signal()
    ticked = Signal()
    told = Signal()
    looked = Signal()
    did = Signal(str, object)

    def __init__(
        self,
        ctx: Context,
        window: int,
        sight: Sight,
        jobs: Jobs,
        monotonic: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._window = ctx.hall.window(window)
        self._jobs = jobs
        self._monotonic = monotonic
        self._acting = ctx
        self._barred = False
        self.sight = sight
        self._live = True
        self._told = Told()
        self._busy = False
        self._pressed, self._answered_at = "", float("-inf")
        self._looking = self._look_again = False
        self._looked_at = monotonic()
        self._rows = {name: Rows(Row, self) for name in ("waiting", "parked", "missed")}
        self._alerts = Rows(AlertRow, self)
        self._shown = Shown()
        self._derive()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.tick)
        self._timer.start(TICK_MS)

    # ---- what is shown ----

    @property
    def number(self) -> int:
        """The window's number."""
        return self._window.number

    @Property(int, constant=True)
    def window(self) -> int:
        return self._window.number

    @Property(str, constant=True)
    def windowName(self) -> str:
        return self._window.name

    @Property(bool, constant=True)
    def explicit(self) -> bool:
        """Whether serving starts with a key of its own."""
        return self._ctx.hall.start is StartMode.EXPLICIT

    @Property(str, notify=ticked)
    def clock(self) -> str:
        return f"{self._ctx.clock():%H:%M}"

    @Property(str, notify=ticked)
    def lasting(self) -> str:
        """How long the ticket has been at the window, minutes and seconds."""
        return lasting(self._shown, self._ctx.clock())

    @Property(dict, notify=changed)
    def shown(self) -> dict[str, Any]:
        one = self._shown
        return {
            "number": one.number,
            "green": one.green,
            "service": say(one.service),
            "state": say(one.state),
            "rating": say(one.rating),
            "next": one.next_number,
            "nextGreen": one.next_green,
            "why": say(one.why),
            "waiting": one.waiting,
        }

    @Property(dict, notify=changed)
    def can(self) -> dict[str, bool]:
        """Which keys do something now."""
        free = not self._busy and not self._barred
        return {verb: free and verb in self._shown.can for verb in (*ACTS, "transfer")}

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        return self._busy

    @Property(bool, notify=changed)
    def live(self) -> bool:
        return self._live

    @Property(dict, notify=told)
    def answer(self) -> dict[str, Any]:
        return {"text": say(self._told.text), "bad": self._told.bad}

    @Property(QObject, constant=True)
    def waiting(self) -> QObject:
        return self._rows["waiting"]

    @Property(QObject, constant=True)
    def parked(self) -> QObject:
        return self._rows["parked"]

    @Property(QObject, constant=True)
    def missed(self) -> QObject:
        return self._rows["missed"]

    @Property(dict, notify=changed)
    def counts(self) -> dict[str, int]:
        lines = self._shown.lines
        return {
            "waiting": self._shown.waiting,
            "parked": len(lines.parked),
            "missed": len(lines.missed),
        }

    @Property(QObject, constant=True)
    def alerts(self) -> QObject:
        return self._alerts

    # ---- what is done ----

    @Slot(str)
    def press(self, verb: str) -> None:
        """Do what a key says to the ticket that is shown."""
        if self._barred or verb not in self._shown.can or self._is_double(verb):
            return
        act, seen = ACTS[verb], self.seen
        self.act(verb, lambda ctx: act(ctx, self._window.number, seen))

    @property
    def seen(self) -> int:
        """The newest service that is shown; 0 when the window has had none."""
        latest = self.sight.desk.latest
        return latest.id if latest is not None else 0

    def act(self, verb: str, work: Callable[[Context], Any]) -> None:
        """Do something in the hall, off this thread; one thing at a time."""
        if self._busy:
            return
        self._busy, self._pressed = True, verb
        self._tell(Told())
        self.changed.emit()
        self._jobs.run(lambda: self._with_sight(work), lambda result: self._answered(verb, result))

    def _with_sight(self, work: Callable[[Context], Any]) -> tuple[Any, Sight]:
        """Do it and look at the window: what was just committed is shown now."""
        return work(self._acting), look(self._ctx, self._window.number)

    def _is_double(self, verb: str) -> bool:
        recent = self._monotonic() - self._answered_at < AGAIN_S
        return recent and verb == self._pressed

    def _answered(self, verb: str, result: tuple[Any, Sight] | HallError) -> None:
        self._busy = False
        self._answered_at = self._monotonic()
        if isinstance(result, HallError):
            self._tell(Told(words.failure(result), bad=True))
            self.look()
        else:
            done, sight = result
            self._tell(Told(words.answer(verb, done)))
            self._see(sight)
            self.did.emit(verb, done)
        self.changed.emit()

    def _tell(self, told: Told) -> None:
        self._told = told
        self.told.emit()

    # ---- what happens ----

    @Slot(list)
    def onFacts(self, facts: list[Fact]) -> None:
        """Something happened in the hall: look at the window."""
        self.look()

    @Slot(object)
    def onFeedState(self, state: FeedState) -> None:
        """Hear whether the feed is live."""
        self._live = isinstance(state, Live)
        self._derive()
        if self._live:
            self.look()

    @Slot()
    def tick(self) -> None:
        """A second has passed."""
        self.ticked.emit()
        stale = self._monotonic() - self._answered_at > NEWS_S
        if self._told.text and not self._told.bad and stale:
            self._tell(Told())
        if self._monotonic() - self._looked_at >= LOOK_S:
            self.look()

    def stop(self) -> None:
        """Tick no more."""
        self._timer.stop()

    def look(self) -> None:
        """Look at the window; what is asked meanwhile becomes one look more."""
        if self._looking:
            self._look_again = True
            return
        self._looking, self._look_again = True, False
        self._looked_at = self._monotonic()
        self._jobs.run(lambda: look(self._ctx, self._window.number), self._looked)

    def _looked(self, result: Sight | HallError) -> None:
        self._looking = False
        if isinstance(result, Sight):
            self._see(result)
        if self._look_again:
            self.look()

    def _see(self, sight: Sight) -> None:
        if sight.desk.fact_id >= self.sight.desk.fact_id:
            self.sight = sight
            self._derive()
            self.looked.emit()

    def act_as(self, number: str) -> None:
        """Let somebody of the staff act from now on; "": nobody."""
        self._acting = self._ctx.acting_as(number) if number else self._ctx

    def bar(self, *, barred: bool) -> None:
        """Take no keys while nobody has signed in."""
        self._barred = barred
        self.changed.emit()

    def reword(self) -> None:
        """Say everything anew: the language has changed."""
        for rows in (*self._rows.values(), self._alerts):
            rows.reword()
        self.changed.emit()
        self.told.emit()

    def _derive(self) -> None:
        self._shown = derive(self.sight.desk, self._ctx.hall, self._window, live=self._live)
        lines = self._shown.lines
        for name, rows in self._rows.items():
            rows.show(getattr(lines, name))
        self._alerts.show(self._shown.alerts)
        self.changed.emit()
        self.ticked.emit()
