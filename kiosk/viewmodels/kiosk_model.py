"""The kiosk for QML: the hall, the time, and one small view model for each concern."""

import time
from collections.abc import Callable

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot

from kiosk import flow
from kiosk.listening import Listening
from kiosk.offer import Offer
from kiosk.pages import Notice
from kiosk.panel import Panel
from kiosk.upkeep import Upkeep
from kiosk.viewmodels.booking_model import BookingModel
from kiosk.viewmodels.details_model import DetailsModel
from kiosk.viewmodels.filed_model import FiledModel
from kiosk.viewmodels.hearing import Hearing
from kiosk.viewmodels.items_model import ItemsModel
from kiosk.viewmodels.mine_model import MineModel
from kiosk.viewmodels.modes_model import ModesModel
from kiosk.viewmodels.presence_model import PresenceModel
from kiosk.viewmodels.request_model import RequestModel
from kiosk.viewmodels.speech_model import SpeechModel
from kiosk.viewmodels.staff_model import StaffModel
from kiosk.viewmodels.ticket_model import TicketModel
from kiosk.viewmodels.told_model import ToldModel
from kiosk.viewmodels.visiting import Visiting
from kiosk.viewmodels.waiting_model import WaitingModel
from kiosk.voice import Voice
from shared.config import KioskToml
from shared.domain.events import EvacuationBegan, EvacuationEnded, Fact, PrintChanged
from shared.domain.opening import WEEKDAYS
from shared.domain.said import named, said
from shared.feed import FeedState
from shared.ui.bridge import Jobs
from shared.ui.words import say
from shared.usecases.context import Context

TICK_MS = 1000


class KioskModel(QObject):
    """Everything the kiosk's pages show. Work that may block runs in `Jobs`."""

    reworded = Signal()
    ticked = Signal()
    evacuated = Signal()
    slipWanted = Signal()

    def __init__(
        self,
        ctx: Context,
        kiosk: KioskToml,
        panel: Panel,
        offer: Offer,
        jobs: Jobs,
        use_language: Callable[[str], None],
        monotonic: Callable[[], float] = time.monotonic,
        listening: Listening | None = None,
        voice: Voice | None = None,
    ) -> None:
        super().__init__()
        self._ctx = ctx
        self._jobs = jobs
        self._visit = Visiting(self)
        self._evacuation: list[str] = []
        self._modes = ModesModel(self._visit, panel, use_language, self)
        self._presence = PresenceModel(self._visit, kiosk.idle_s, monotonic, self)
        self._speech = SpeechModel(self._visit, self._presence, voice, self)
        self._waiting = WaitingModel(ctx, jobs, self)
        self._ticket = TicketModel(ctx, kiosk.id, jobs, self._visit, monotonic, self)
        self._request = RequestModel(ctx, kiosk.id, jobs, self._visit, self._ticket, self)
        self._filed = FiledModel(ctx, kiosk.id, jobs, self._visit, self._ticket, self)
        self._items = ItemsModel(
            ctx, offer, jobs, self._visit, self._waiting, self._ticket, self._request, self
        )
        self._listening = listening or Listening()
        self._details = DetailsModel(
            ctx, jobs, offer, self._visit, self._waiting, self._ticket, self
        )
        self._told = ToldModel(ctx, kiosk.id, jobs, self._visit, self._ticket, self)
        self._booking = BookingModel(
            ctx, kiosk.id, jobs, self._visit, self._ticket, self._listening, self
        )
        self._mine = MineModel(
            ctx, kiosk.id, jobs, self._visit, self._ticket, self._listening, self
        )
        hearing = Hearing(
            ctx, kiosk.id, jobs, self._visit, self._listening, self._booking, self._mine, self
        )
        hearing.heard.connect(self._presence.touched)
        upkeep = Upkeep(ctx, kiosk.id)
        self._staff = StaffModel(ctx, upkeep, jobs, self._visit, monotonic, self)
        self._staff.changed.connect(self._tended)
        self._tended()
        self._modes.language_changed.connect(self._said_anew)
        self._visit.shown.connect(self.reworded)
        self._ticket.paper_settled.connect(self._presence.touched)
        self._ticket.slip_wanted.connect(self.slipWanted)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.tick)
        self._timer.start(TICK_MS)

    @Property(QObject, constant=True)
    def visit(self) -> QObject:
        return self._visit

    @Property(QObject, constant=True)
    def modes(self) -> QObject:
        return self._modes

    @Property(QObject, constant=True)
    def presence(self) -> QObject:
        return self._presence

    @Property(QObject, constant=True)
    def speech(self) -> QObject:
        return self._speech

    @Property(QObject, constant=True)
    def waiting(self) -> QObject:
        return self._waiting

    @Property(QObject, constant=True)
    def ticket(self) -> QObject:
        return self._ticket

    @Property(QObject, constant=True)
    def items(self) -> QObject:
        return self._items

    @Property(QObject, constant=True)
    def details(self) -> QObject:
        return self._details

    @Property(QObject, constant=True)
    def staff(self) -> QObject:
        return self._staff

    @Property(QObject, constant=True)
    def mine(self) -> QObject:
        return self._mine

    @Property(QObject, constant=True)
    def told(self) -> QObject:
        return self._told

    @Property(QObject, constant=True)
    def booking(self) -> QObject:
        return self._booking

    @Property(QObject, constant=True)
    def request(self) -> QObject:
        return self._request

    @Property(QObject, constant=True)
    def filed(self) -> QObject:
        return self._filed

    @Property(str, notify=reworded)
    def hallName(self) -> str:
        return say(named(self._ctx.hall.name))

    @Property(str, constant=True)
    def emblem(self) -> str:
        return self._ctx.hall.emblem

    @Property(str, notify=ticked)
    def clock(self) -> str:
        return f"{self._ctx.clock():%H:%M}"

    @Property(str, notify=ticked)
    def date(self) -> str:
        now = self._ctx.clock()
        weekday = WEEKDAYS[now.weekday()]
        return say(
            said("when", "{month}月{day}日 {weekday}").of(
                month=now.month, day=now.day, weekday=weekday
            )
        )

    @Property(str, notify=reworded)
    def desk(self) -> str:
        """Where a person helps: the hall's desk, by number and name."""
        desks = [window for window in self._ctx.hall.windows if "咨询" in window.name]
        if not desks:
            return say(said("place", "咨询台"))
        number, name = desks[0].number, named(desks[0].name)
        return say(said("place", "{number}号窗口{name}").of(number=number, name=name))

    @Property(str, notify=reworded)
    def notice(self) -> str:
        """What happened, on the notice page."""
        page = self._visit.visit.page
        return say(page.words) if isinstance(page, Notice) else ""

    @Property(list, notify=evacuated)
    def evacuation(self) -> list[str]:
        """The words everybody is to leave by, Chinese and English; empty in use."""
        return self._evacuation

    def evacuate(self, words: list[str]) -> None:
        """Have everybody leave; without words the kiosk may be used again. The visit is over."""
        self._evacuation = words
        self._visit.show(flow.home())
        self.evacuated.emit()

    @Slot(list)
    def onFacts(self, facts: list[Fact]) -> None:
        for fact in facts:
            match fact.event:
                case PrintChanged() as changed:
                    self._ticket.heard(changed)
                case EvacuationBegan(text=text, text_en=text_en):
                    self.evacuate([text, text_en])
                case EvacuationEnded():
                    self.evacuate([])
                case _:
                    pass
        self._waiting.count()
        self._mine.count()

    @Slot(object)
    def onFeedState(self, state: FeedState) -> None:
        self._waiting.heard(state)

    @property
    def tending(self) -> StaffModel:
        """What staff do at this kiosk."""
        return self._staff

    def restore(self) -> None:
        """Show what the person before the screen must not lose, after the program fell."""
        self._ticket.restore()

    @Slot()
    def tick(self) -> None:
        """A second has passed."""
        self._ticket.tick()
        self._filed.tick()
        self._speech.tick()
        self._presence.tick()
        self._staff.tick()
        self.ticked.emit()

    def stop(self) -> None:
        """Tick no more. A timer still running would outlive a model that another thread's garbage
        collection takes away, and the event loop would call into nothing.
        """
        self._timer.stop()
        self._listening.stop()
        self._speech.stop()

    @Slot()
    def _tended(self) -> None:
        self._ticket.closed = self._staff.settings.closed

    @Slot()
    def _said_anew(self) -> None:
        self._items.said_anew()
        self._ticket.changed.emit()
        self._mine.changed.emit()
        self._staff.changed.emit()
        self._details.said_anew()
        self._booking.changed.emit()
        self._request.changed.emit()
        self._filed.changed.emit()
        self.reworded.emit()
        self.ticked.emit()
