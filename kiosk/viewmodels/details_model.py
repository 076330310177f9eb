"""All about one item: who does it, where, and what the hall tells of it."""

from PySide6.QtCore import Property, QObject, Signal, Slot

from kiosk.offer import Offer
from kiosk.pages import Details
from kiosk.search import Entry
from kiosk.viewmodels.ticket_model import TicketModel
from kiosk.viewmodels.visiting import Visiting
from kiosk.viewmodels.waiting_model import WaitingModel
from shared.domain.errors import HallError
from shared.domain.guide import Guide, sections
from shared.domain.said import named
from shared.ui.bridge import Jobs
from shared.ui.words import say
from shared.usecases.context import Context
from shared.usecases.guides import guide_of


class DetailsModel(QObject):
    """The item whose page is open, with its guide once that is read.

    `told` is when what is told of the item is another; `changed` whenever anything changed.
    """

    changed = Signal()
    told = Signal()

    def __init__(
        self,
        ctx: Context,
        jobs: Jobs,
        offer: Offer,
        visiting: Visiting,
        waiting: WaitingModel,
        ticket: TicketModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._jobs = jobs
        self._offer = offer
        self._visiting = visiting
        self._waiting = waiting
        self._ticket = ticket
        self._read = ""
        self._guide: Guide | None = None
        self._looked = False
        visiting.shown.connect(self._visit_changed)
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

    @Property(bool, notify=told)
    def guided(self) -> bool:
        """Whether the hall has a guide for this item."""
        return self._guide is not None

    @Property(bool, notify=told)
    def unguided(self) -> bool:
        """Whether it is known that there is no guide to be shown."""
        return self._looked and self._guide is None

    @Property(bool, notify=told)
    def sample(self) -> bool:
        """Whether the guide was made up."""
        return self._guide is not None and self._guide.sample

    @Property(list, notify=told)
    def lines(self) -> list[dict[str, object]]:
        """The guide line by line: `text`, and whether it is a heading."""
        found: list[dict[str, object]] = []
        for section in sections(self._guide) if self._guide else ():
            found.append({"text": say(section.title), "heading": True})
            found += [{"text": say(line), "heading": False} for line in section.lines]
        return found

    @Slot()
    def take(self) -> None:
        """Draw a number for this item."""
        entry = self._entry
        if entry is not None:
            self._ticket.takeFor(entry.code)

    def said_anew(self) -> None:
        """Show the same in another language."""
        self.told.emit()
        self.changed.emit()

    @Slot()
    def _visit_changed(self) -> None:
        entry = self._entry
        code = entry.code if entry else ""
        if code != self._read:
            self._read = code
            self._show(None, looked=False)
            if code:
                self._jobs.run(
                    lambda: guide_of(self._ctx, code), lambda found: self._found(code, found)
                )
        self.changed.emit()

    def _found(self, code: str, found: Guide | HallError | None) -> None:
        if code == self._read:
            self._show(found if isinstance(found, Guide) else None, looked=True)

    def _show(self, guide: Guide | None, *, looked: bool) -> None:
        self._guide, self._looked = guide, looked
        self.told.emit()
