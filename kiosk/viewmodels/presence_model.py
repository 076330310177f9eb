"""Whether somebody is there: 还在吗, its countdown, and the end of a visit."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot

from kiosk import flow
from kiosk.idle import STAFF_S, UNHURRIED, Asking, Gone, presence
from kiosk.pages import Pin, Staff
from kiosk.viewmodels.visiting import Visiting


class PresenceModel(QObject):
    """Counts the seconds without a touch (`idle_s`: how many before it asks)."""

    ticked = Signal()

    def __init__(
        self,
        visiting: Visiting,
        idle_s: int,
        monotonic: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._visiting = visiting
        self._idle_s = idle_s
        self._monotonic = monotonic
        self._touched_at = monotonic()
        visiting.stepped.connect(self.touched)

    @Property(int, notify=ticked)
    def countdown(self) -> int:
        """Seconds left of 还在吗, 0 while somebody is there."""
        if self._visiting.visit.at_rest or self._staff:
            return 0
        state = presence(self._idle(), self._limit())
        return state.left if isinstance(state, Asking) else 0

    @Slot()
    def touched(self) -> None:
        """Somebody is there, or something goes on that is worth waiting for."""
        self._touched_at = self._monotonic()
        self.ticked.emit()

    def tick(self) -> None:
        """End the visit when nobody is there."""
        visit = self._visiting.visit
        over = isinstance(presence(self._idle(), self._limit()), Gone)
        if self._staff:
            over = self._idle() >= STAFF_S
        if over and not visit.at_rest and not visit.busy:
            self._visiting.show(flow.begin_anew(visit))
        self.ticked.emit()

    @property
    def _staff(self) -> bool:
        return isinstance(self._visiting.visit.page, Pin | Staff)

    def _idle(self) -> float:
        return self._monotonic() - self._touched_at

    def _limit(self) -> int:
        return self._idle_s * (UNHURRIED if self._visiting.visit.modes.unhurried else 1)
