"""How many people wait, counted anew whenever something happens in the hall."""

from PySide6.QtCore import Property, QObject, Signal

from shared.domain.errors import HallError
from shared.domain.line import Waiting
from shared.feed import FeedState, Live
from shared.ui.bridge import Jobs
from shared.usecases.context import Context
from shared.usecases.queries import waiting_now


class WaitingModel(QObject):
    """People in line; not `live` while the hall cannot be asked."""

    changed = Signal()

    def __init__(self, ctx: Context, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._jobs = jobs
        self.waiting = Waiting({})
        self._live = True
        self._counting = self._count_again = False
        self.count()

    @Property(int, notify=changed)
    def total(self) -> int:
        return self.waiting.total

    @Property(int, constant=True)
    def windows(self) -> int:
        return len(self._ctx.hall.windows)

    @Property(bool, notify=changed)
    def live(self) -> bool:
        return self._live

    def heard(self, state: FeedState) -> None:
        """Hear whether the feed is live."""
        self._live = isinstance(state, Live)
        self.changed.emit()

    def count(self) -> None:
        """Count who waits; requests that come while one is under way become one more."""
        if self._counting:
            self._count_again = True
            return
        self._counting = True
        self._jobs.run(lambda: waiting_now(self._ctx), self._counted)

    def _counted(self, result: Waiting | HallError) -> None:
        self._counting = False
        if self._count_again:
            self._count_again = False
            self.count()
        self._live = not isinstance(result, HallError)
        if isinstance(result, Waiting):
            self.waiting = result
        self.changed.emit()
