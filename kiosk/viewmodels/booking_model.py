"""Check-in for an appointment: digits, codes, cards, and the number that comes of it."""

from PySide6.QtCore import Property, QObject, Signal, Slot

from devices.id_reader import (
    CardRead,
    NoAnswer,
    NoCard,
    ReaderFault,
    ReaderReady,
    UnknownCard,
    Unreadable,
)
from kiosk import checking_in, flow
from kiosk.listening import Listening
from kiosk.pages import Booking, Card, Home
from kiosk.viewmodels.ticket_model import TicketModel
from kiosk.viewmodels.visiting import Visiting
from shared.domain.errors import HallError
from shared.domain.said import said
from shared.ui.bridge import Jobs
from shared.ui.words import say
from shared.usecases import check_in
from shared.usecases.check_in import CheckedIn, Claim
from shared.usecases.context import Context

_NOT_OURS = said("check_in", "这不是预约告知单上的码，请换一张，或输入预约号")
_AGAIN = said("check_in", "没有读到，请把身份证拿起来，再放一次")
_OTHER_CARD = said("check_in", "读不了这种证件，请输入预约号")
_READER_OUT = said("check_in", "读卡器现在用不了，请返回输入预约号，或到咨询台")


class BookingModel(QObject):
    """The booking that somebody checks in for. `printer` names the kiosk."""

    changed = Signal()

    def __init__(
        self,
        ctx: Context,
        printer: str,
        jobs: Jobs,
        visiting: Visiting,
        ticket: TicketModel,
        listening: Listening,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._printer = printer
        self._jobs = jobs
        self._visiting = visiting
        self._ticket = ticket
        self._listening = listening
        visiting.shown.connect(self._visit_changed)
        listening.changed.connect(self.changed)
        listening.card.connect(self._card)

    @property
    def _digits(self) -> str:
        page = self._visiting.visit.page
        return page.typed if isinstance(page, Booking) else ""

    @Property(str, notify=changed)
    def typed(self) -> str:
        return self._digits

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """Whether what is typed can be a number."""
        return len(self._digits) >= checking_in.LEAST_DIGITS

    @Property(bool, notify=changed)
    def canScan(self) -> bool:
        return self._listening.can_scan

    @Property(bool, notify=changed)
    def canReadCard(self) -> bool:
        return self._listening.can_read

    @Property(bool, notify=changed)
    def agreed(self) -> bool:
        page = self._visiting.visit.page
        return isinstance(page, Card) and page.agreed

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """What went wrong with the card."""
        page = self._visiting.visit.page
        if not isinstance(page, Card):
            return ""
        return say(page.trouble if self._listening.can_read else _READER_OUT)

    @Slot()
    def begin(self) -> None:
        self._visiting.step(checking_in.begin)

    @Slot(str)
    def typeDigit(self, digit: str) -> None:
        self._visiting.step(lambda visit: checking_in.type_digit(visit, digit))

    @Slot()
    def erase(self) -> None:
        self._visiting.step(checking_in.erase)

    @Slot()
    def clear(self) -> None:
        self._visiting.step(checking_in.clear)

    @Slot()
    def submit(self) -> None:
        """Check in with the digits that were typed."""
        if self.ready:
            self._claim(check_in.Typed(self._digits))

    @Slot()
    def useCard(self) -> None:
        self._visiting.step(checking_in.use_card)

    @Slot()
    def agree(self) -> None:
        self._visiting.step(checking_in.agree)

    @Slot()
    def _visit_changed(self) -> None:
        self._listening.want_card(checking_in.card_wanted(self._visiting.visit))
        self.changed.emit()

    def scanned(self, case: str) -> None:
        """A booking's code was held before the scanner."""
        if isinstance(self._visiting.visit.page, Home | Booking):
            self._claim(check_in.Scanned(case))

    def strange(self) -> None:
        """Something else was, where a booking's code is asked for."""
        self._visiting.step(lambda visit: flow.refused(visit, _NOT_OURS))

    @Slot(object)
    def _card(self, result: object) -> None:
        visit = self._visiting.visit
        if not checking_in.card_wanted(visit):
            return  # read a moment before it was no longer wanted: forgotten
        match result:
            case CardRead(holder):
                self._claim(check_in.Card(holder.digest))
            case UnknownCard():
                self._visiting.step(lambda now: checking_in.not_read(now, _OTHER_CARD))
            case Unreadable():
                self._visiting.step(lambda now: checking_in.not_read(now, _AGAIN))
            case NoCard() | NoAnswer() | ReaderFault() | ReaderReady():
                pass

    def _claim(self, claim: Claim) -> None:
        if self._visiting.visit.busy:
            return
        self._visiting.step(flow.asking)
        self._jobs.run(lambda: check_in.check_in(self._ctx, claim, self._printer), self._checked_in)

    def _checked_in(self, result: CheckedIn | HallError) -> None:
        if isinstance(result, HallError):
            self._ticket.refused(result)
        else:
            self._ticket.given_out(result.ticket, result.words)
