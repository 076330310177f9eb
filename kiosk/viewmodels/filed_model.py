"""The request that was taken in: its number, what happens next, and what becomes of its slip."""

from collections.abc import Mapping

from PySide6.QtCore import Property, QObject, Signal, Slot

from kiosk import flow
from kiosk.pages import Filed, Paper, Receipt
from kiosk.viewmodels.ticket_model import TicketModel
from kiosk.viewmodels.visiting import Visiting
from shared.domain.errors import HallError, Refused
from shared.domain.said import named
from shared.ui.bridge import Jobs
from shared.ui.words import say
from shared.usecases.context import Context

SOON_S = 3600
"""A moment nearer than this is counted down."""


class FiledModel(QObject):
    """The request on the screen. `printer` names the kiosk whose worker prints its slip."""

    changed = Signal()
    ticked = Signal()

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
        visiting.shown.connect(self._shown)

    @property
    def _filed(self) -> Filed | None:
        page = self._visiting.visit.page
        return page if isinstance(page, Filed) else None

    @property
    def _receipt(self) -> Receipt | None:
        return self._filed.receipt if self._filed else None

    @Property(str, notify=changed)
    def number(self) -> str:
        return self._receipt.code if self._receipt else ""

    @Property(str, notify=changed)
    def heading(self) -> str:
        return say(named(self._receipt.title)) if self._receipt else ""

    @Property(str, notify=changed)
    def note(self) -> str:
        """What happens next."""
        return say(named(self._receipt.note)) if self._receipt and self._receipt.note else ""

    @Property(str, notify=changed)
    def place(self) -> str:
        """Where to go, "" for nowhere."""
        return say(self._receipt.place) if self._receipt else ""

    @Property(list, notify=changed)
    def due(self) -> list[Mapping[str, str]]:
        """What happens by when: `label` and `when`."""
        due = self._receipt.due if self._receipt else ()
        return [{"label": say(named(label)), "when": say(when)} for label, when in due]

    @Property(int, notify=ticked)
    def secondsLeft(self) -> int:
        """Until somebody has to be here; 0 when it is over, -1 when it is hours away or unknown."""
        due = self._receipt.first_due if self._receipt else None
        if due is None:
            return -1
        left = int((due - self._ctx.clock()).total_seconds())
        return -1 if left > SOON_S else max(0, left)

    @Property(str, notify=changed)
    def code(self) -> str:
        """What the QR code of the slip holds."""
        return self._receipt.qr if self._receipt else ""

    @Property(str, notify=changed)
    def paper(self) -> str:
        return self._filed.paper if self._filed else Paper.PRINTING

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """What stands in the slip's way, a `SlipTrouble`; "" for nothing, or nobody knows."""
        return self._ticket.trouble_of(self._receipt.code) if self._receipt else ""

    @Slot()
    def printAgain(self) -> None:
        """Print the slip of the request on the screen again, marked 补打."""
        from shared.usecases.papers import print_case

        filed = self._filed
        if filed is None or filed.paper is Paper.PRINTING:
            return
        code = filed.receipt.code
        self._ticket.awaits(code)
        self._visiting.step(lambda visit: flow.printed(visit, code, Paper.PRINTING))
        self._jobs.run(
            lambda: print_case(self._ctx, code, self._printer),
            lambda result: self._reprinted(code, result),
        )

    def tick(self) -> None:
        """A second has passed."""
        self.ticked.emit()

    @Slot()
    def _shown(self) -> None:
        self.changed.emit()
        self.ticked.emit()

    def _reprinted(self, code: str, result: int | HallError) -> None:
        # Refused: a slip of this number is in work already, and its facts will tell.
        if isinstance(result, HallError) and not isinstance(result, Refused):
            self._visiting.show(flow.printed(self._visiting.visit, code, Paper.NONE))
        self._ticket.slip_wanted.emit()
