"""The duty panel for QML: follows the feed, counts the seconds, takes and meets alarms."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot

from display.duty.view import AlarmRow, LineRow, alarm_rows, dealt_rows, due_rows
from shared.domain.errors import HallError, Unavailable
from shared.domain.events import Fact
from shared.domain.said import said
from shared.feed import FeedState, Live
from shared.ui.bridge import Jobs
from shared.ui.rows import Rows
from shared.ui.words import say
from shared.usecases.context import Context
from shared.usecases.duty import DutyNow, duty_now, meet_alarm, take_alarm
from shared.usecases.evacuation import begin_evacuation, end_evacuation

TICK_MS = 1000
LOOK_S = 10.0
"""How often the hall is looked at though nothing was told."""

ARMED_S = 10.0
"""So long the second step of an evacuation is waited for."""

DONE = {
    "take": said("duty", "已应答，请过去"),
    "meet": said("duty", "已记录到场"),
    "evacuate": said("duty", "疏散通知已发出"),
    "end": said("duty", "疏散已解除"),
}
FAILED = said("duty", "没有办成：{why}")
AWAY = said("duty", "数据库没有应答，没有办成，请再试一次")


@dataclass(frozen=True)
class Told:
    """What came of the last act."""

    text: str = ""
    bad: bool = False


class DutyModel(QObject):
    """Everything the panel shows; `by` is who acts at it."""

    changed = Signal()
    ticked = Signal()
    told = Signal()

    def __init__(
        self,
        ctx: Context,
        by: str,
        sight: DutyNow,
        jobs: Jobs,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._ctx = ctx
        self._by = by
        self._sight = sight
        self._jobs = jobs
        self._monotonic = monotonic
        self._alarms = Rows(AlarmRow, self)
        self._due = Rows(LineRow, self)
        self._dealt = Rows(LineRow, self)
        self._live, self._busy, self._looking, self._again = True, False, False, False
        self._looked_at = monotonic()
        self._armed_at: float | None = None
        self._told = Told()
        self._derive()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.tick)
        self._timer.start(TICK_MS)

    # ---- what is shown ----

    @Property(str, constant=True)
    def hallName(self) -> str:
        return self._ctx.hall.name

    @Property(str, constant=True)
    def person(self) -> str:
        return self._by

    @Property(str, notify=ticked)
    def clock(self) -> str:
        return f"{self._ctx.clock():%H:%M:%S}"

    @Property(QObject, constant=True)
    def alarms(self) -> QObject:
        return self._alarms

    @Property(QObject, constant=True)
    def due(self) -> QObject:
        return self._due

    @Property(QObject, constant=True)
    def dealt(self) -> QObject:
        return self._dealt

    @Property(bool, notify=changed)
    def live(self) -> bool:
        return self._live

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        return self._busy

    @Property(str, notify=changed)
    def evacuation(self) -> str:
        """The words everybody is to leave by; empty in use."""
        return self._sight.evacuation.text if self._sight.evacuation else ""

    @Property(str, notify=changed)
    def evacuatingSince(self) -> str:
        found = self._sight.evacuation
        return f"{found.began_at.astimezone(self._ctx.zone):%H:%M}" if found else ""

    @Property(bool, notify=changed)
    def armed(self) -> bool:
        """Whether the next press begins (or ends) the evacuation."""
        return self._armed_at is not None

    @Property(dict, notify=told)
    def answer(self) -> dict[str, Any]:
        return {"text": say(self._told.text), "bad": self._told.bad}

    # ---- what is done ----

    @Slot(str)
    def take(self, alarm: str) -> None:
        """Go to an alarm."""
        self._act("take", lambda: take_alarm(self._ctx, alarm, self._by))

    @Slot(str)
    def meet(self, alarm: str) -> None:
        """Be there, or have dealt with it."""
        self._act("meet", lambda: meet_alarm(self._ctx, alarm, self._by))

    @Slot()
    def arm(self) -> None:
        """First step of beginning or ending an evacuation."""
        self._armed_at = self._monotonic()
        self.changed.emit()

    @Slot()
    def disarm(self) -> None:
        """Think better of it."""
        self._armed_at = None
        self.changed.emit()

    @Slot()
    def confirm(self) -> None:
        """Second step: begin the evacuation, or end the one that goes on."""
        if self._armed_at is None:
            return
        self.disarm()
        if self._sight.evacuation is None:
            self._act("evacuate", lambda: begin_evacuation(self._ctx, self._by))
        else:
            self._act("end", lambda: end_evacuation(self._ctx, self._by))

    @Slot()
    def dismiss(self) -> None:
        """The answer was read."""
        self._tell(Told())

    def _act(self, verb: str, work: Callable[[], Any]) -> None:
        if self._busy:
            return
        self._busy = True
        self._tell(Told())
        self.changed.emit()
        self._jobs.run(work, lambda result: self._answered(verb, result))

    def _answered(self, verb: str, result: Any) -> None:
        self._busy = False
        match result:
            case Unavailable():
                self._tell(Told(AWAY, bad=True))
            case HallError():
                self._tell(Told(result.public or FAILED.of(why=result.message), bad=True))
            case _:
                self._tell(Told(DONE[verb]))
        self.changed.emit()
        self.look()

    def _tell(self, told: Told) -> None:
        self._told = told
        self.told.emit()

    # ---- what happens ----

    @Slot(list)
    def onFacts(self, facts: list[Fact]) -> None:
        """Something happened in the hall: look at it."""
        self.look()

    @Slot(object)
    def onFeedState(self, state: FeedState) -> None:
        """Hear whether the feed is live."""
        self._live = isinstance(state, Live)
        self.changed.emit()
        if self._live:
            self.look()

    @Slot()
    def tick(self) -> None:
        """A second has passed: countdowns go on without asking the hall."""
        now = self._monotonic()
        if self._armed_at is not None and now - self._armed_at > ARMED_S:
            self.disarm()
        self._alarms.show(alarm_rows(self._sight.alarms, self._ctx.clock()))
        self.ticked.emit()
        if now - self._looked_at >= LOOK_S:
            self.look()

    def stop(self) -> None:
        """Tick no more."""
        self._timer.stop()

    def look(self) -> None:
        """Look at the hall; what is asked meanwhile becomes one look more."""
        if self._looking:
            self._again = True
            return
        self._looking, self._again = True, False
        self._looked_at = self._monotonic()
        self._jobs.run(lambda: duty_now(self._ctx), self._looked)

    def _looked(self, result: DutyNow | HallError) -> None:
        self._looking = False
        if isinstance(result, DutyNow) and result.fact_id >= self._sight.fact_id:
            if (result.evacuation is None) != (self._sight.evacuation is None):
                self._armed_at = None  # what would be confirmed is another thing now
            self._sight = result
            self._derive()
            self.changed.emit()
        if self._again:
            self.look()

    def _derive(self) -> None:
        self._alarms.show(alarm_rows(self._sight.alarms, self._ctx.clock()))
        self._due.show(due_rows(self._sight.due, self._ctx.registers.known, self._ctx.zone))
        self._dealt.show(dealt_rows(self._sight.dealt, self._ctx.zone))
