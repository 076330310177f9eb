"""The visit as QML sees it: which page, whether something is asked of the hall, the way back."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot

from kiosk import flow, looking
from kiosk.flow import Visit
from kiosk.pages import Home, Purpose
from kiosk.screens import SCREENS


class Visiting(QObject):
    """Holds the visit of this moment; all other view models of the kiosk read it from here.

    `changed` is told with the visit before.
    """

    changed = Signal(object)
    shown = Signal()
    stepped = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.visit = flow.home()

    def show(self, visit: Visit) -> None:
        """Show another state of the visit."""
        if visit == self.visit:
            return
        before, self.visit = self.visit, visit
        self.changed.emit(before)
        self.shown.emit()

    def step(self, step: Callable[[Visit], Visit]) -> None:
        """The visitor did something: show it, and count it as presence."""
        self.stepped.emit()
        self.show(step(self.visit))

    @Property(str, notify=shown)
    def page(self) -> str:
        """The name of the QML file in qml/Kiosk."""
        return SCREENS[type(self.visit.page)]

    @Property(int, notify=shown)
    def depth(self) -> int:
        """How many pages 返回 leads through."""
        return len(self.visit.trail)

    @Property(bool, notify=shown)
    def canGoBack(self) -> bool:
        return not isinstance(self.visit.page, Home)

    @Property(bool, notify=shown)
    def busy(self) -> bool:
        return self.visit.busy

    @Slot()
    def takeNumber(self) -> None:
        self.step(lambda visit: looking.look_for(visit, Purpose.TAKE))

    @Slot()
    def lookUp(self) -> None:
        self.step(lambda visit: looking.look_for(visit, Purpose.LOOK_UP))

    @Slot()
    def back(self) -> None:
        self.step(flow.back)

    @Slot()
    def help(self) -> None:
        self.step(flow.help_me)

    @Slot()
    def finish(self) -> None:
        self.step(flow.begin_anew)
