"""All about one item: who does it, where, and what the hall tells of it."""

from PySide6.QtCore import Property, QObject, Signal, Slot

from kiosk.offer import Offer
from kiosk.pages import Details
from kiosk.search import Entry
from kiosk.viewmodels.ticket_model import TicketModel
from kiosk.viewmodels.visiting import Visiting
from kiosk.viewmodels.waiting_model import WaitingModel
from shared.domain.said import named
from shared.ui.words import say


class DetailsModel(QObject):
    """The item whose page is open."""

    changed = Signal()

    def __init__(
        self,
        offer: Offer,
        visiting: Visiting,
        waiting: WaitingModel,
        ticket: TicketModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._offer = offer
        self._visiting = visiting
        self._waiting = waiting
        self._ticket = ticket
        visiting.shown.connect(self.changed)
        waiting.changed.connect(self.changed)

    @property
    def _entry(self) -> Entry | None:
        page = self._visiting.visit.page
        return self._offer.entry(page.code) if isinstance(page, Details) else None

    @Property(str, notify=changed)
    def name(self) -> str:
        entry = self._entry
        return entry.name if entry else ""

    @Property(str, notify=changed)
    def kind(self) -> str:
        entry = self._entry
        return say(named(entry.type)) if entry else ""

    @Property(str, notify=changed)
    def department(self) -> str:
        entry = self._entry
        return say(named(entry.department)) if entry else ""

    @Property(str, notify=changed)
    def place(self) -> str:
        entry = self._entry
        return say(self._offer.places.get(entry.queue, "")) if entry else ""

    @Property(int, notify=changed)
    def waiting(self) -> int:
        entry = self._entry
        return self._waiting.waiting.queues.get(entry.queue, 0) if entry else 0

    @Slot()
    def take(self) -> None:
        """Draw a number for this item."""
        entry = self._entry
        if entry is not None:
            self._ticket.takeFor(entry.code)
