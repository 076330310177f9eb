"""The one-time notice of an item: asked for, on its way onto paper, printed again."""

from PySide6.QtCore import Property, QObject, Signal, Slot

from kiosk import flow
from kiosk.pages import Details, Paper
from kiosk.pages import Told as ToldPage
from kiosk.viewmodels.ticket_model import TicketModel
from kiosk.viewmodels.visiting import Visiting
from shared.domain.errors import HallError
from shared.ui.bridge import Jobs
from shared.usecases.context import Context
from shared.usecases.papers import print_case
from shared.usecases.tell_notice import PAPER, Told, tell_notice


class ToldModel(QObject):
    """The notice on the screen. `printer` names the kiosk whose worker prints it."""

    changed = Signal()

    def __init__(
        self,
        ctx: Context,
        printer: str,
        jobs: Jobs,
        visiting: Visiting,
        ticket: TicketModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._printer = printer
        self._jobs = jobs
        self._visiting = visiting
        self._ticket = ticket
        visiting.shown.connect(self.changed)
        ticket.changed.connect(self.changed)

    @property
    def _page(self) -> ToldPage | None:
        page = self._visiting.visit.page
        return page if isinstance(page, ToldPage) else None

    @Property(str, notify=changed)
    def item(self) -> str:
        return self._page.item if self._page else ""

    @Property(str, notify=changed)
    def number(self) -> str:
        return self._page.number if self._page else ""

    @Property(str, notify=changed)
    def code(self) -> str:
        """What the QR code of the notice holds."""
        return self._page.code if self._page else ""

    @Property(str, notify=changed)
    def paper(self) -> str:
        """What becomes of its paper, as of a number's slip."""
        return str(self._ticket.paper)

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """What stands in its way."""
        return str(self._ticket.trouble)

    @Slot()
    def tell(self) -> None:
        """Give the notice of the item whose page is open."""
        page = self._visiting.visit.page
        if not isinstance(page, Details) or self._visiting.visit.busy:
            return
        self._visiting.step(flow.asking)
        self._jobs.run(lambda: tell_notice(self._ctx, page.code, self._printer), self._told)

    @Slot()
    def tellAgain(self) -> None:
        """Print the same notice again, marked 补打."""
        page = self._page
        if page is None or page.paper is Paper.PRINTING:
            return
        number = page.number
        self._visiting.step(lambda visit: flow.printed(visit, number, Paper.PRINTING))
        self._ticket.awaits(number)
        self._jobs.run(
            lambda: print_case(self._ctx, number, self._printer, PAPER),
            lambda result: self._wanted_again(number, result),
        )

    def _told(self, result: Told | HallError) -> None:
        if isinstance(result, HallError):
            self._ticket.refused(result)
            return
        page = ToldPage(result.case, result.item, result.code, self._ticket.awaits(result.case))
        self._visiting.show(flow.go(flow.answered(self._visiting.visit), page))

    def _wanted_again(self, number: str, result: int | HallError) -> None:
        self._ticket.slip_wanted.emit()
        if isinstance(result, HallError):
            self._visiting.show(flow.printed(self._visiting.visit, number, Paper.NONE))
