"""The staff screen: the PIN that leads there, and what staff do at the kiosk itself."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Property, QObject, Signal, Slot

from kiosk import flow, tending
from kiosk.health import Health, look_at
from kiosk.lockout import Lockout
from kiosk.modes import LOUDEST, VOLUME_STEP
from kiosk.pages import Pin, Staff
from kiosk.upkeep import Settings, Upkeep
from kiosk.viewmodels.visiting import Visiting
from shared.config.pin import FEWEST, is_pin, pin_is_set
from shared.domain.errors import HallError
from shared.domain.said import said
from shared.guard.guard import EXIT_AGAIN
from shared.log import logger
from shared.ui.bridge import Jobs
from shared.ui.words import say
from shared.usecases.context import Context
from shared.usecases.tend import PAPER

LOOK_EVERY = 5
"""Ticks between two looks at how everything is."""
_DONE = {
    PAPER: said("staff", "已记下换纸，并请打印机报告状态"),
    "test_slip": said("staff", "已请打印机打一张测试小票"),
    "close": said("staff", "本机已暂停取号"),
    "open": said("staff", "本机已恢复取号"),
    "volume": said("staff", "朗读的起始音量已改"),
}
_EXITS = {"restart": EXIT_AGAIN, "exit": 0}


class StaffModel(QObject):
    """What staff see and touch. `printer_asked` is told with what the print worker shall do,
    `ended` with the code the program shall end with.
    """

    changed = Signal()
    printer_asked = Signal(str)
    ended = Signal(int)

    def __init__(
        self,
        ctx: Context,
        upkeep: Upkeep,
        jobs: Jobs,
        visiting: Visiting,
        monotonic: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._upkeep = upkeep
        self._jobs = jobs
        self._visiting = visiting
        self._monotonic = monotonic
        self._lockout = Lockout(upkeep.tries)
        self._knocking = tending.Knocking()
        self._health: tuple[Health, ...] = ()
        self._ticks = 0
        self._guarded = False
        self.settings = Settings()
        self._set(upkeep.settings())
        visiting.shown.connect(self.changed)

    @Property(bool, notify=changed)
    def closed(self) -> bool:
        """Whether this kiosk gives out no numbers."""
        return self.settings.closed

    @Property(int, notify=changed)
    def volume(self) -> int:
        return self.settings.volume

    @Property(bool, notify=changed)
    def guarded(self) -> bool:
        """Whether somebody opens the program again after it has ended."""
        return self._guarded

    @property
    def _typed(self) -> str:
        page = self._visiting.visit.page
        return page.typed if isinstance(page, Pin) else ""

    @Property(int, notify=changed)
    def digits(self) -> int:
        """How many digits of the PIN are typed."""
        return len(self._typed)

    @Property(bool, notify=changed)
    def enough(self) -> bool:
        return len(self._typed) >= FEWEST

    @Property(bool, notify=changed)
    def wrong(self) -> bool:
        page = self._visiting.visit.page
        return isinstance(page, Pin) and page.wrong

    @Property(int, notify=changed)
    def pause(self) -> int:
        """Seconds until a PIN can be entered again."""
        return self._pause_s() if isinstance(self._visiting.visit.page, Pin) else 0

    @Property(list, notify=changed)
    def health(self) -> list[dict[str, str]]:
        """How everything is: name, words, and state: fine, warn, bad or unknown."""
        return [
            {"name": say(one.name), "words": say(one.words), "state": one.state}
            for one in self._health
        ]

    @Property(str, notify=changed)
    def told(self) -> str:
        """What came of the last act."""
        page = self._visiting.visit.page
        return say(page.said) if isinstance(page, Staff) else ""

    @Property(str, notify=changed)
    def sure(self) -> str:
        """The act that is asked about."""
        page = self._visiting.visit.page
        return page.sure if isinstance(page, Staff) else ""

    def guard(self, *, guarded: bool) -> None:
        """Tell whether somebody opens the program again after it has ended."""
        self._guarded = guarded

    @Slot()
    def knock(self) -> None:
        """The emblem was touched."""
        if self._knocking.knock(self._monotonic()) and pin_is_set(self._ctx.config.folder):
            self._visiting.step(tending.ask_pin)

    @Slot(str)
    def typeDigit(self, digit: str) -> None:
        self._visiting.step(lambda visit: tending.type_digit(visit, digit))

    @Slot()
    def erase(self) -> None:
        self._visiting.step(tending.erase)

    @Slot()
    def enter(self) -> None:
        """Try the PIN that is typed."""
        pin = self._typed
        if len(pin) < FEWEST or self._visiting.visit.busy or self._pause_s() > 0:
            return
        self._visiting.step(flow.asking)
        self._jobs.run(lambda: self._judge(pin), self._judged)

    @Slot(str)
    def ask(self, act: str) -> None:
        """Ask before an act that ends the program; "" takes the question back."""
        self._visiting.step(lambda visit: tending.ask_sure(visit, act))

    @Slot(str)
    def act(self, act: str) -> None:
        """Do something at the kiosk itself."""
        page = self._visiting.visit.page
        if not isinstance(page, Staff):
            return
        settings = self.settings
        detail = ""
        if act in ("louder", "softer"):
            step = VOLUME_STEP if act == "louder" else -VOLUME_STEP
            volume = max(VOLUME_STEP, min(LOUDEST, settings.volume + step))
            settings, act, detail = replace(settings, volume=volume), "volume", str(volume)
        elif act in ("close", "open"):
            settings = replace(settings, closed=act == "close")
        elif act not in _DONE and (act not in _EXITS or act != page.sure):
            return
        self._visiting.step(lambda visit: visit)

        def done() -> Settings:
            if settings != self.settings:
                self._upkeep.keep(settings)
            self._upkeep.tell(act, detail)
            return settings

        self._jobs.run(done, lambda result: self._did(act, result))

    def tick(self) -> None:
        """A second has passed."""
        self._ticks += 1
        staff = isinstance(self._visiting.visit.page, Staff)
        if self._ticks % LOOK_EVERY == 0:
            if staff:
                self._look()
            else:
                self._jobs.run(self._upkeep.tell_kept, lambda _result: None)
        if isinstance(self._visiting.visit.page, Pin):
            self.changed.emit()

    def _pause_s(self) -> int:
        return self._lockout.tries().pause_s(self._ctx.clock())

    def _judge(self, pin: str) -> bool:
        try:
            self._lockout.begin(self._ctx.clock())
        except OSError as error:  # a PIN that may be tried without end is none
            logger.error("tries of the PIN cannot be counted: %s", error)
            return False
        right = is_pin(self._ctx.config.folder, pin)
        if right:
            self._lockout.forget()
        return right

    def _judged(self, result: bool | HallError) -> None:
        act = "entered" if result is True else "refused"
        self._jobs.run(lambda: self._upkeep.tell(act), lambda _result: None)
        if result is True:
            self._health = ()
            self._visiting.show(tending.enter(self._visiting.visit))
            self.printer_asked.emit("state")
            self._look()
            return
        if isinstance(result, HallError):
            logger.error("the PIN could not be judged: %s", result.message)
        self._visiting.show(tending.refused(self._visiting.visit))

    def _did(self, act: str, result: Settings | HallError) -> None:
        if isinstance(result, HallError):
            logger.error("staff: %s: %s", act, result.message)
            words = said("staff", "没有办成：{why}").of(why=result.message)
            self._visiting.show(tending.done(self._visiting.visit, words))
            return
        self._set(result)
        if act in _EXITS:
            self.ended.emit(_EXITS[act])
            return
        if act in (PAPER, "test_slip"):
            self.printer_asked.emit("test" if act == "test_slip" else "state")
        self._visiting.show(tending.done(self._visiting.visit, _DONE[act]))
        self._look()

    def _set(self, settings: Settings) -> None:
        self.settings = settings
        visit = self._visiting.visit
        modes = replace(visit.modes, volume=settings.volume, usual=settings.volume)
        self._visiting.show(replace(visit, modes=modes))
        self.changed.emit()

    def _look(self) -> None:
        self._jobs.run(lambda: look_at(self._ctx, self._upkeep.kiosk), self._looked)

    def _looked(self, result: tuple[Health, ...] | HallError) -> None:
        if not isinstance(result, HallError):
            self._health = result
        self.changed.emit()
