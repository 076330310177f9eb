"""我的号: a number of before, how it stands, its slip again, its rating, leaving the line."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Property, QObject, Signal, Slot

from kiosk import flow, mine
from kiosk.flow import Visit
from kiosk.given import given_of
from kiosk.listening import Listening
from kiosk.pages import Find, Mine, Notice, Rate
from kiosk.viewmodels.ticket_model import TicketModel
from kiosk.viewmodels.visiting import Visiting
from shared.domain.errors import BadInput, HallError
from shared.domain.rating import RatingSource, Score
from shared.domain.said import said
from shared.domain.ticket import TicketNumber
from shared.slips.ticket import wait_words
from shared.storage.tickets import Ticket
from shared.ui.bridge import Jobs
from shared.ui.words import say
from shared.usecases.context import Context
from shared.usecases.holder import Found, find_by_code, find_by_number, print_mine
from shared.usecases.phone import leave_line, rate_visit

_T = TypeVar("_T")
TROUBLE = said("holder", "系统暂时查不到您的号，请看大屏叫号，或到咨询台问工作人员")
STRANGE = said("holder", "这不是本大厅的码")


class MineModel(QObject):
    """The number somebody asks about. `printer` names the kiosk whose worker prints its slip."""

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
        listening.changed.connect(self.changed)
        visiting.shown.connect(self.changed)

    @property
    def _found(self) -> Found | None:
        page = self._visiting.visit.page
        return page.found if isinstance(page, Mine | Rate) else None

    @Property(bool, notify=changed)
    def scanner(self) -> bool:
        """Whether codes can be scanned here, now."""
        return self._listening.can_scan

    @Property(str, constant=True)
    def letters(self) -> str:
        """The letters that numbers of this hall begin with."""
        return "".join(sorted(queue.letter for queue in self._ctx.hall.queues))

    @Property(str, notify=changed)
    def typed(self) -> str:
        page = self._visiting.visit.page
        return page.typed if isinstance(page, Find) else ""

    @Property(str, notify=changed)
    def number(self) -> str:
        return self._found.view.number if self._found else ""

    @Property(bool, notify=changed)
    def green(self) -> bool:
        return bool(self._found and self._found.view.green)

    @Property(str, notify=changed)
    def stage(self) -> str:
        """A `Stage`: waiting, called …"""
        return self._found.view.stage if self._found else ""

    @Property(int, notify=changed)
    def ahead(self) -> int:
        """People ahead; -1 where that says nothing."""
        ahead = self._found.view.ahead if self._found else None
        return -1 if ahead is None else ahead

    @Property(str, notify=changed)
    def wait(self) -> str:
        wait = self._found.view.wait if self._found else None
        return say(wait_words(wait)) if wait else ""

    @Property(str, notify=changed)
    def place(self) -> str:
        return say(self._found.view.place) if self._found else ""

    @Property(int, notify=changed)
    def window(self) -> int:
        """The window that asks for the number, 0 for none."""
        return (self._found.view.window or 0) if self._found else 0

    @Property(str, notify=changed)
    def bookedFor(self) -> str:
        booked = self._found.view.booked_for if self._found else None
        return f"{booked.astimezone(self._ctx.zone):%H:%M}" if booked else ""

    @Property(str, notify=changed)
    def item(self) -> str:
        return self._found.view.item if self._found else ""

    @Property(bool, notify=changed)
    def byCode(self) -> bool:
        """Whether its holder has shown the code."""
        return bool(self._found and self._found.key)

    @Property(bool, notify=changed)
    def leaving(self) -> bool:
        page = self._visiting.visit.page
        return isinstance(page, Mine) and page.leaving

    @Property(bool, notify=changed)
    def mayLeave(self) -> bool:
        return bool(self._found and self._found.view.may_leave)

    @Property(bool, notify=changed)
    def mayPrint(self) -> bool:
        return bool(self._found and self._found.may_reprint)

    @Property(int, notify=changed)
    def rateWindow(self) -> int:
        """The window whose service may be rated now, 0 for none."""
        to_rate = self._found.view.to_rate if self._found else None
        return to_rate[1] if to_rate else 0

    @Property(int, notify=changed)
    def score(self) -> int:
        """The rating of the newest service, 0 for none."""
        return (self._found.view.score or 0) if self._found else 0

    @Slot()
    def open(self) -> None:
        self._visiting.step(mine.ask_which)

    @Slot(str)
    def typeSign(self, sign: str) -> None:
        self._visiting.step(lambda visit: mine.type_sign(visit, sign))

    @Slot()
    def erase(self) -> None:
        self._visiting.step(mine.erase)

    @Slot()
    def look(self) -> None:
        """Look for the number that was typed."""
        page = self._visiting.visit.page
        if not isinstance(page, Find) or len(page.typed) < 2:
            return
        try:
            number = TicketNumber.parse(page.typed)
        except BadInput:
            self._visiting.step(lambda visit: flow.turn(visit, Find(page.typed[:1])))
            return
        self._ask(lambda: find_by_number(self._ctx, number), mine.show)

    def scanned(self, key: str) -> None:
        """A ticket's code was held before the scanner."""
        if mine.may_scan(self._visiting.visit):
            self._ask(lambda: find_by_code(self._ctx, key), mine.show)

    def strange(self) -> None:
        """Something else was held before the scanner."""
        visit = self._visiting.visit
        if mine.may_scan(visit) and not isinstance(visit.page, Notice):
            self._visiting.step(lambda now: flow.refused(now, STRANGE))

    @Slot(bool)
    def askLeaving(self, leaving: bool) -> None:
        self._visiting.step(lambda visit: mine.ask_leaving(visit, leaving))

    @Slot()
    def leave(self) -> None:
        """Give the number up."""
        found = self._found
        if found is None or not self.leaving:
            return

        def left() -> Found:
            leave_line(self._ctx, found.key, "kiosk")
            return find_by_code(self._ctx, found.key)

        self._ask(left, mine.show)

    @Slot()
    def askRating(self) -> None:
        self._visiting.step(mine.ask_rating)

    @Slot(int)
    def rate(self, score: int) -> None:
        """Rate the service, 5 best."""
        found = self._found
        if found is None or found.view.to_rate is None:
            return
        service = found.view.to_rate[0]

        def rated() -> Found:
            rate_visit(self._ctx, found.key, service, Score.parse(score), RatingSource.KIOSK)
            return find_by_code(self._ctx, found.key)

        self._ask(rated, mine.show)

    @Slot()
    def printAgain(self) -> None:
        """Print its slip again; the page with the number tells what becomes of it."""
        found = self._found
        if found is not None and found.may_reprint:
            self._ask(
                lambda: print_mine(self._ctx, found, self._printer),
                lambda visit, ticket: flow.given(visit, given_of(self._ctx, ticket, found.view)),
            )

    def count(self) -> None:
        """Something has happened in the hall: look again at the number on the screen."""
        page = self._visiting.visit.page
        if isinstance(page, Mine) and not self._visiting.visit.busy:
            self._jobs.run(lambda: _again(self._ctx, page.found), self._counted)

    def _counted(self, result: Found | HallError) -> None:
        if isinstance(result, Found):
            self._visiting.show(mine.stands(self._visiting.visit, result))

    def _ask(self, work: Callable[[], _T], then: Callable[[Visit, _T], Visit]) -> None:
        """Ask the hall for something; nothing else can be pressed until it answers."""
        if self._visiting.visit.busy:
            return
        self._visiting.step(flow.asking)

        def answered(result: _T | HallError) -> None:
            visit = self._visiting.visit
            if isinstance(result, HallError):
                self._visiting.show(flow.refused(visit, result.public or TROUBLE))
                return
            self._visiting.show(then(visit, result))
            if isinstance(result, Ticket):
                self._ticket.awaits(str(result.number))

        self._jobs.run(work, answered)


def _again(ctx: Context, found: Found) -> Found:
    if found.key:
        return find_by_code(ctx, found.key)
    return find_by_number(ctx, TicketNumber.parse(found.view.number))
