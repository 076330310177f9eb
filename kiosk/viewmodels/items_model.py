"""The items page: which items, how they are looked for, and what tapping one does."""

from PySide6.QtCore import Property, QObject, Signal, Slot

from kiosk import looking
from kiosk.flow import Visit
from kiosk.offer import Offer, frequent_now
from kiosk.pages import Items, Purpose, Way
from kiosk.viewmodels.item_list import ItemList
from kiosk.viewmodels.request_model import RequestModel
from kiosk.viewmodels.rows import rows
from kiosk.viewmodels.ticket_model import TicketModel
from kiosk.viewmodels.visiting import Visiting
from kiosk.viewmodels.waiting_model import WaitingModel
from shared.domain.errors import HallError
from shared.domain.said import named
from shared.ui.bridge import Jobs
from shared.ui.words import say
from shared.usecases.context import Context


class ItemsModel(QObject):
    """The list, and the way one looks for an item."""

    changed = Signal()

    def __init__(
        self,
        ctx: Context,
        offer: Offer,
        jobs: Jobs,
        visiting: Visiting,
        waiting: WaitingModel,
        ticket: TicketModel,
        request: RequestModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._offer = offer
        self._jobs = jobs
        self._visiting = visiting
        self._waiting = waiting
        self._ticket = ticket
        self._request = request
        self._list = ItemList(self)
        visiting.changed.connect(self._visit_changed)
        waiting.changed.connect(self._count_anew)

    @property
    def _page(self) -> Items:
        page = self._visiting.visit.page
        return page if isinstance(page, Items) else Items()

    @Property(QObject, constant=True)
    def rows(self) -> QObject:
        return self._list

    @Property(str, notify=changed)
    def purpose(self) -> str:
        return self._page.purpose

    @Property(str, notify=changed)
    def way(self) -> str:
        return self._page.looking.way

    @Property(str, notify=changed)
    def group(self) -> str:
        """The department or type that is open, in the visitor's language."""
        return say(named(self._page.looking.group))

    @Property(str, notify=changed)
    def typed(self) -> str:
        return self._page.looking.typed

    @Property(int, notify=changed)
    def found(self) -> int:
        return self._list.rowCount()

    @Slot(str)
    def lookBy(self, way: str) -> None:
        self._visiting.step(lambda visit: looking.look_by(visit, Way(way)))

    @Slot(str)
    def enterGroup(self, group: str) -> None:
        self._visiting.step(lambda visit: looking.enter_group(visit, group))

    @Slot(str)
    def typeLetter(self, letter: str) -> None:
        self._visiting.step(lambda visit: looking.type_letter(visit, letter))

    @Slot()
    def erase(self) -> None:
        self._visiting.step(looking.erase)

    @Slot()
    def clear(self) -> None:
        self._visiting.step(looking.clear)

    @Slot(str)
    def choose(self, code: str) -> None:
        """An item was touched: what it was looked for happens."""
        if not isinstance(self._visiting.visit.page, Items):
            return
        match self._page.purpose:
            case Purpose.TAKE:
                self._ticket.takeFor(code)
            case Purpose.ADD:
                self._ticket.add(code)
            case Purpose.LOOK_UP:
                self._visiting.step(lambda visit: looking.read_about(visit, code))
            case Purpose.REQUEST:
                self._request.answer(code)

    def said_anew(self) -> None:
        """Show the same in another language."""
        self._list.said_anew()
        self.changed.emit()

    @Slot(object)
    def _visit_changed(self, before: Visit) -> None:
        visit = self._visiting.visit
        if visit.page == before.page:
            return
        if isinstance(visit.page, Items):
            self._fill()
        elif visit.at_rest:
            self._fill()
            entries = self._offer.entries
            self._jobs.run(lambda: frequent_now(self._ctx, entries), self._frequent_are)
        self.changed.emit()

    def _frequent_are(self, result: tuple[str, ...] | HallError) -> None:
        if not isinstance(result, HallError) and self._visiting.visit.at_rest:
            self._offer = self._offer.with_frequent(result)

    @Slot()
    def _count_anew(self) -> None:
        self._fill()
        self.changed.emit()

    def _fill(self) -> None:
        self._list.replace(rows(self._offer, self._page.looking, self._waiting.waiting.queues))
