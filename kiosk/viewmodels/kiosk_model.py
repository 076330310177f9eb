"""The kiosk for QML: the visit, the list, the number; touches come in as slots."""

import time
from collections.abc import Callable

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot

from kiosk import flow
from kiosk.flow import Given, Mode, Paper, Screen, Visit
from kiosk.idle import Active, Asking, Gone, presence
from kiosk.viewmodels.item_list import ItemList
from kiosk.viewmodels.rows import Offer, rows
from shared.config import KioskToml
from shared.domain.errors import HallError, Refused
from shared.domain.events import Fact, PrintChanged
from shared.domain.line import Waiting
from shared.domain.ticket import TicketClass
from shared.feed import FeedState, Live
from shared.slips.ticket import wait_words
from shared.storage.print_jobs import PrintState
from shared.ui.bridge import Jobs
from shared.usecases.context import Context
from shared.usecases.issue_ticket import IssuedTicket, Request, issue_ticket
from shared.usecases.printing import reprint
from shared.usecases.queries import waiting_now

TICK_MS = 1000
PRINT_PATIENCE_S = 20
"""How long 正在打印 is believed; after that the screen says that the slip may not come."""

_PAPER = {
    PrintState.PENDING: Paper.PRINTING,
    PrintState.SENDING: Paper.PRINTING,
    PrintState.SENT: Paper.TAKE,
    PrintState.CONFIRMED: Paper.TAKE,
    PrintState.UNCERTAIN: Paper.UNSURE,
    PrintState.FAILED: Paper.NONE,
}
_WEEKDAYS = "一二三四五六日"
TROUBLE = "系统暂时不能取号，请到咨询台，工作人员帮您办"


class KioskModel(QObject):
    """Everything the kiosk's screens show. Work that may block runs in `Jobs`."""

    changed = Signal()
    ticked = Signal()
    waitingChanged = Signal()
    slipWanted = Signal()

    def __init__(
        self,
        ctx: Context,
        kiosk: KioskToml,
        offer: Offer,
        jobs: Jobs,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._ctx = ctx
        self._kiosk = kiosk
        self._offer = offer
        self._jobs = jobs
        self._visit = flow.home()
        self._waiting = Waiting({})
        self._live = True
        self._papers: dict[str, Paper] = {}
        self._counting = self._count_again = False
        self._monotonic = monotonic
        self._touched_at = self._given_at = monotonic()
        self._list = ItemList()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.tick)
        self._timer.start(TICK_MS)
        self._count()

    # ---- what is shown ----

    @Property(str, notify=changed)
    def screen(self) -> str:
        return self._visit.screen

    @Property(str, constant=True)
    def hallName(self) -> str:
        return self._ctx.hall.name

    @Property(str, constant=True)
    def emblem(self) -> str:
        return self._ctx.hall.emblem

    @Property(str, notify=ticked)
    def clock(self) -> str:
        return f"{self._ctx.clock():%H:%M}"

    @Property(str, notify=ticked)
    def date(self) -> str:
        now = self._ctx.clock()
        return f"{now.month}月{now.day}日 星期{_WEEKDAYS[now.weekday()]}"

    @Property(str, constant=True)
    def desk(self) -> str:
        """Where a person helps: the hall's desk, by number and name."""
        desks = [window for window in self._ctx.hall.windows if "咨询" in window.name]
        return f"{desks[0].number}号窗口{desks[0].name}" if desks else "咨询台"

    @Property(int, notify=waitingChanged)
    def waiting(self) -> int:
        return self._waiting.total

    @Property(int, constant=True)
    def windows(self) -> int:
        return len(self._ctx.hall.windows)

    @Property(bool, notify=waitingChanged)
    def live(self) -> bool:
        return self._live

    @Property(QObject, constant=True)
    def items(self) -> QObject:
        return self._list

    @Property(str, notify=changed)
    def mode(self) -> str:
        return self._visit.looking.mode

    @Property(str, notify=changed)
    def group(self) -> str:
        return self._visit.looking.group

    @Property(str, notify=changed)
    def typed(self) -> str:
        return self._visit.looking.typed

    @Property(int, notify=changed)
    def found(self) -> int:
        return self._list.rowCount()

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        return self._visit.busy

    @Property(str, notify=changed)
    def notice(self) -> str:
        return self._visit.notice

    @Property(str, notify=changed)
    def number(self) -> str:
        return self._visit.given.number if self._visit.given else ""

    @Property(bool, notify=changed)
    def green(self) -> bool:
        return bool(self._visit.given and self._visit.given.ticket_class is TicketClass.GREEN)

    @Property(str, notify=changed)
    def service(self) -> str:
        return self._visit.given.service if self._visit.given else ""

    @Property(int, notify=changed)
    def ahead(self) -> int:
        return self._visit.given.ahead if self._visit.given else 0

    @Property(str, notify=changed)
    def wait(self) -> str:
        return self._visit.given.wait if self._visit.given else ""

    @Property(str, notify=changed)
    def place(self) -> str:
        return self._visit.given.place if self._visit.given else ""

    @Property(str, notify=changed)
    def code(self) -> str:
        return self._visit.given.code if self._visit.given else ""

    @Property(str, notify=changed)
    def paper(self) -> str:
        return self._visit.paper

    @Property(int, notify=ticked)
    def countdown(self) -> int:
        """Seconds left of 还在吗, 0 while somebody is there."""
        if self._visit.screen is Screen.HOME:
            return 0
        state = presence(self._idle_s(), self._kiosk.idle_s)
        return state.left if isinstance(state, Asking) else 0

    # ---- what is touched ----

    @Slot()
    def touched(self) -> None:
        """Somebody is there."""
        self._touched_at = self._monotonic()
        self.ticked.emit()

    @Slot()
    def takeNumber(self) -> None:
        self._step(flow.look_for_item(self._visit))

    @Slot(str)
    def lookBy(self, mode: str) -> None:
        self._step(flow.look_by(self._visit, Mode(mode)))

    @Slot(str)
    def enterGroup(self, group: str) -> None:
        self._step(flow.enter_group(self._visit, group))

    @Slot(str)
    def typeLetter(self, letter: str) -> None:
        self._step(flow.type_letter(self._visit, letter))

    @Slot()
    def erase(self) -> None:
        self._step(flow.erase(self._visit))

    @Slot()
    def clear(self) -> None:
        self._step(flow.clear(self._visit))

    @Slot()
    def back(self) -> None:
        self._step(flow.back(self._visit))

    @Slot()
    def finish(self) -> None:
        self._step(flow.home())

    @Slot(str)
    def chooseItem(self, code: str) -> None:
        self._issue(Request(service=code, printer=self._kiosk.id))

    @Slot()
    def greenChannel(self) -> None:
        self._issue(Request(green=True, printer=self._kiosk.id))

    @Slot()
    def printAgain(self) -> None:
        """Print the slip of the number on the screen again, marked 补打."""
        given = self._visit.given
        if given is None or self._visit.paper is Paper.PRINTING:
            return
        self._given_at = self._monotonic()
        self._step(flow.printed(self._visit, given.number, Paper.PRINTING))
        self._jobs.run(
            lambda: reprint(self._ctx, given.ticket, self._kiosk.id),
            lambda result: self._reprinted(given.number, result),
        )

    # ---- what happens elsewhere ----

    @Slot(list)
    def onFacts(self, facts: list[Fact]) -> None:
        for fact in facts:
            if isinstance(fact.event, PrintChanged):
                paper = _PAPER[PrintState(fact.event.state)]
                self._papers = {**self._papers, fact.event.number: paper}
                self._show(flow.printed(self._visit, fact.event.number, paper))
        self._count()

    @Slot(object)
    def onFeedState(self, state: FeedState) -> None:
        self._live = isinstance(state, Live)
        self.waitingChanged.emit()

    # ---- inside ----

    def _step(self, visit: Visit) -> None:
        """The visitor did something: show it, and count it as presence."""
        self.touched()
        self._show(visit)

    def _issue(self, request: Request) -> None:
        if self._visit.busy or self._visit.screen not in (Screen.HOME, Screen.ITEMS):
            return
        self._step(flow.asking(self._visit))
        self._jobs.run(lambda: issue_ticket(self._ctx, request), self._issued)

    def _issued(self, result: IssuedTicket | HallError) -> None:
        if isinstance(result, HallError):
            self._show(flow.refused(self._visit, result.public or TROUBLE))
            return
        self.slipWanted.emit()
        given = Given(
            ticket=result.ticket,
            number=str(result.number),
            ticket_class=result.ticket_class,
            service=result.service or "",
            ahead=result.ahead,
            wait=wait_words(result.wait) if result.wait else "",
            place=result.window_place,
            code=self._ctx.config.ticket_code(result.key),
        )
        # The slip may be out before this thread hears of the number.
        self._given_at = self._monotonic()
        paper = self._papers.get(given.number, Paper.PRINTING)
        self._papers = {}
        self._show(flow.printed(flow.given(self._visit, given), given.number, paper))

    def _reprinted(self, number: str, result: int | HallError) -> None:
        self.slipWanted.emit()
        # Refused: a slip of this number is in work already, and its facts will tell.
        if isinstance(result, HallError) and not isinstance(result, Refused):
            self._show(flow.printed(self._visit, number, Paper.NONE))

    def _count(self) -> None:
        """Count who waits; requests that come while one is under way become one more."""
        if self._counting:
            self._count_again = True
            return
        self._counting = True
        self._jobs.run(lambda: waiting_now(self._ctx), self._counted)

    def _counted(self, result: Waiting | HallError) -> None:
        self._counting = False
        if self._count_again:
            self._count_again = False
            self._count()
        self._live = not isinstance(result, HallError)
        if isinstance(result, Waiting):
            self._waiting = result
            self._list.replace(rows(self._offer, self._visit.looking, self._waiting.queues))
        self.waitingChanged.emit()

    def _show(self, visit: Visit) -> None:
        if visit == self._visit:
            return
        before, self._visit = self._visit, visit
        if visit.looking != before.looking or visit.screen is not before.screen:
            self._list.replace(rows(self._offer, visit.looking, self._waiting.queues))
        self.changed.emit()

    def _idle_s(self) -> float:
        return self._monotonic() - self._touched_at

    def stop(self) -> None:
        """Tick no more. A timer still running would outlive a model that another thread's garbage
        collection takes away, and the event loop would call into nothing.
        """
        self._timer.stop()

    def tick(self) -> None:
        """End the visit when nobody is there, and show the time."""
        given = self._visit.given
        waited = self._monotonic() - self._given_at
        if given and self._visit.paper is Paper.PRINTING and waited > PRINT_PATIENCE_S:
            self._show(flow.printed(self._visit, given.number, Paper.UNSURE))
        if self._visit.screen is not Screen.HOME and not self._visit.busy:
            match presence(self._idle_s(), self._kiosk.idle_s):
                case Gone():
                    self._show(flow.home())
                case Active() | Asking():
                    pass
        self.ticked.emit()
