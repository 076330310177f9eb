"""The number: drawn, shown, for one thing more; and what becomes of its slip."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Property, QObject, Signal, Slot

from kiosk import flow, looking
from kiosk.given import given_of
from kiosk.pages import Details, Done, Filed, Given, Home, Items, Paper, Purpose, Told
from kiosk.viewmodels.visiting import Visiting
from shared.domain.errors import HallError, Refused
from shared.domain.events import PrintChanged
from shared.domain.hall import window_place
from shared.domain.said import said
from shared.domain.ticket import TicketClass
from shared.slips.ticket import wait_words
from shared.storage.print_jobs import PrintState
from shared.storage.tickets import Ticket
from shared.ui.bridge import Jobs
from shared.ui.words import say
from shared.usecases.add_errand import AddedErrand, add_errand
from shared.usecases.context import Context
from shared.usecases.holder import left_hanging
from shared.usecases.issue_ticket import IssuedTicket, Request, issue_ticket
from shared.usecases.printing import reprint

PRINT_PATIENCE_S = 20
"""How long 正在打印 is believed; after that the screen says that the slip may not come."""
JUST_NOW = timedelta(seconds=90)
"""How long after a number was given out its holder may still stand before a kiosk that fell."""

_PAPER = {
    PrintState.PENDING: Paper.PRINTING,
    PrintState.SENDING: Paper.PRINTING,
    PrintState.SENT: Paper.TAKE,
    PrintState.CONFIRMED: Paper.TAKE,
    PrintState.UNCERTAIN: Paper.UNSURE,
    PrintState.FAILED: Paper.NONE,
}
TROUBLE = said("ticket", "系统暂时不能取号，请到咨询台，工作人员帮您办")
CLOSED = said("ticket", "本机暂停取号，请用旁边的取号机，或到咨询台")


class TicketModel(QObject):
    """The number of this visit. `printer` names the kiosk whose worker prints its slip; while
    `closed`, no number is given out here.

    `slip_wanted` is told when the print worker has something to do, `paper_settled` when a slip
    has come out, or will not.
    """

    changed = Signal()
    slip_wanted = Signal()
    paper_settled = Signal()

    def __init__(
        self,
        ctx: Context,
        printer: str,
        jobs: Jobs,
        visiting: Visiting,
        monotonic: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._printer = printer
        self._jobs = jobs
        self._visiting = visiting
        self._monotonic = monotonic
        self._asked_at = monotonic()
        self.closed = False
        self._papers: dict[str, Paper] = {}
        self._troubles: dict[str, str] = {}
        visiting.shown.connect(self.changed)

    @property
    def _done(self) -> Done | None:
        return flow.in_hand(self._visiting.visit)

    @property
    def _slip(self) -> Done | Told | Filed | None:
        return flow.on_paper(self._visiting.visit)

    def _given(self, field: str) -> str:
        done = self._done
        return say(getattr(done.given, field)) if done else ""

    @Property(str, notify=changed)
    def number(self) -> str:
        return self._given("number")

    @Property(bool, notify=changed)
    def green(self) -> bool:
        done = self._done
        return bool(done and done.given.ticket_class is TicketClass.GREEN)

    @Property(str, notify=changed)
    def service(self) -> str:
        return self._given("service")

    @Property(int, notify=changed)
    def ahead(self) -> int:
        done = self._done
        return done.given.ahead if done else 0

    @Property(str, notify=changed)
    def wait(self) -> str:
        return self._given("wait")

    @Property(str, notify=changed)
    def place(self) -> str:
        return self._given("place")

    @Property(str, notify=changed)
    def after(self) -> str:
        """Where the visit goes on afterwards."""
        return self._given("after")

    @Property(str, notify=changed)
    def code(self) -> str:
        """What the QR code of the slip holds."""
        return self._given("code")

    @Property(str, notify=changed)
    def paper(self) -> str:
        """What becomes of the slip on the screen, a number's or a notice's."""
        slip = self._slip
        return slip.paper if slip else Paper.PRINTING

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """What stands in the slip's way, a `SlipTrouble`; "" for nothing, or nobody knows."""
        slip = self._slip
        return self._troubles.get(slip.number, "") if slip else ""

    @Slot()
    def greenChannel(self) -> None:
        self._issue(Request(green=True, printer=self._printer))

    @Slot(str)
    def takeFor(self, code: str) -> None:
        self._issue(Request(service=code, printer=self._printer))

    @Slot()
    def addMore(self) -> None:
        """Ask which item the number shall be for as well."""
        if isinstance(self._visiting.visit.page, Done):
            self._visiting.step(lambda visit: looking.look_for(visit, Purpose.ADD))

    @Slot(str)
    def add(self, code: str) -> None:
        done = self._done
        if done is None or self._visiting.visit.busy:
            return
        self._visiting.step(flow.asking)
        self._jobs.run(
            lambda: add_errand(self._ctx, done.given.ticket, code, printer=self._printer),
            lambda result: self._added(done.given, result),
        )

    @Slot()
    def printAgain(self) -> None:
        """Print the slip of the number on the screen again, marked 补打."""
        done = self._done
        if done is None or done.paper is Paper.PRINTING:
            return
        number = done.given.number
        self._asked_at = self._monotonic()
        self._visiting.step(lambda visit: flow.printed(visit, number, Paper.PRINTING))
        self._jobs.run(
            lambda: reprint(self._ctx, done.given.ticket, self._printer),
            lambda result: self._reprinted(number, result),
        )

    def restore(self) -> None:
        """Show a number that was given out here just before the program fell, if its slip is not
        known to have come out.
        """
        self._jobs.run(lambda: left_hanging(self._ctx, self._printer, JUST_NOW), self._restored)

    def heard(self, event: PrintChanged) -> None:
        """A slip has changed, somewhere in the hall."""
        paper = _PAPER[PrintState(event.state)]
        self._papers = {**self._papers, event.number: paper}
        self._troubles = {**self._troubles, event.number: event.trouble}
        self._show_paper(event.number, paper)

    def tick(self) -> None:
        """Stop believing in a slip that nobody tells of."""
        slip = self._slip
        waited = self._monotonic() - self._asked_at
        if slip and slip.paper is Paper.PRINTING and waited > PRINT_PATIENCE_S:
            self._show_paper(slip.number, Paper.UNSURE)

    def awaits(self, number: str) -> Paper:
        """A slip was wanted by this number: begin to believe in it; returns what is known of it."""
        self.slip_wanted.emit()
        self._asked_at = self._monotonic()
        # The slip may be out before this thread hears of the number.
        paper = self._papers.get(number, Paper.PRINTING)
        self._papers = {}
        self._troubles = {number: self._troubles.get(number, "")}
        return paper

    def _restored(self, result: tuple[Ticket, PrintState] | HallError | None) -> None:
        visit = self._visiting.visit
        if result is None or isinstance(result, HallError) or not visit.at_rest:
            return
        given = given_of(self._ctx, result[0])
        paper = self._papers.get(given.number, _PAPER[result[1]])
        self._asked_at = self._monotonic()
        self._visiting.step(lambda now: flow.given(now, given, paper))

    def trouble_of(self, number: str) -> str:
        """Return what stands in the way of a slip, a `SlipTrouble`; "" for nothing known."""
        return self._troubles.get(number, "")

    def _show_paper(self, number: str, paper: Paper) -> None:
        before = self._visiting.visit
        self._visiting.show(flow.printed(before, number, paper))
        if self._visiting.visit != before and paper is not Paper.PRINTING:
            self.paper_settled.emit()

    def _issue(self, request: Request) -> None:
        visit = self._visiting.visit
        if visit.busy or not isinstance(visit.page, Home | Items | Details):
            return
        if self.closed:
            self._visiting.step(lambda now: flow.refused(now, CLOSED))
            return
        self._visiting.step(flow.asking)
        self._jobs.run(lambda: issue_ticket(self._ctx, request), self._issued)

    def _issued(self, result: IssuedTicket | HallError) -> None:
        if isinstance(result, HallError):
            self.refused(result)
        else:
            self.given_out(result)

    def given_out(self, result: IssuedTicket, when: str = "") -> None:
        """Show a number that was given out; `when` says when it is called, if that is known."""
        given = Given(
            ticket=result.ticket,
            number=str(result.number),
            ticket_class=result.ticket_class,
            service=result.service or "",
            ahead=result.ahead,
            wait=wait_words(result.wait) if result.wait else "",
            place=result.window_place,
            code=self._ctx.config.ticket_code(result.key),
            after=when or self._after(result.stops),
        )
        paper = self.awaits(given.number)
        self._visiting.show(flow.given(self._visiting.visit, given, paper))

    def _added(self, given: Given, result: AddedErrand | HallError) -> None:
        if isinstance(result, HallError):
            self.refused(result)
            return
        self.slip_wanted.emit()
        more = replace(
            given,
            service=result.service,
            place=result.window_place,
            after=self._after(result.stops),
        )
        if result.moved is not None:
            ahead, wait = result.moved
            more = replace(more, ahead=ahead, wait=wait_words(wait) if wait else "")
        self._asked_at = self._monotonic()
        self._visiting.show(flow.given(self._visiting.visit, more))

    def _after(self, stops: tuple[str, ...]) -> str:
        """Say where the visit goes on after its first stop."""
        later = tuple(
            str(window.number) for stop in stops[1:] for window in self._ctx.hall.windows_for(stop)
        )
        if not later:
            return ""
        windows = sorted({int(number) for number in later})
        place = window_place([self._ctx.hall.window(number) for number in windows])
        return said("ticket", "办完后再到{place}").of(place=place)

    def refused(self, error: HallError) -> None:
        """Say why the hall gave nothing out, and what to do."""
        words = error.public or TROUBLE
        self._visiting.show(flow.refused(self._visiting.visit, words))

    def _reprinted(self, number: str, result: int | HallError) -> None:
        self.slip_wanted.emit()
        # Refused: a slip of this number is in work already, and its facts will tell.
        if isinstance(result, HallError) and not isinstance(result, Refused):
            self._show_paper(number, Paper.NONE)
