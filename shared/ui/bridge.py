"""Brings facts and finished work from other threads to the GUI thread, by Qt signals."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from shared.domain.errors import HallError
from shared.domain.events import Fact
from shared.feed import Feed, FeedState
from shared.log import logger
from shared.storage import Database


class FeedBridge(QObject):
    """The feed as signals: `facts` (list of Fact) and `state` (Live or Lost)."""

    facts = Signal(list)
    state = Signal(object)

    def __init__(self, database: Database, after: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._feed = Feed(database, after, self._on_facts, self._on_state)

    def start(self) -> None:
        """Begin to deliver."""
        self._feed.start()

    def stop(self) -> None:
        """Stop delivering."""
        self._feed.stop()

    def _on_facts(self, facts: list[Fact]) -> None:
        self.facts.emit(facts)

    def _on_state(self, state: FeedState) -> None:
        self.state.emit(state)


class _Job(QRunnable):
    def __init__(self, jobs: "Jobs", work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        super().__init__()
        self._jobs = jobs
        self._work = work
        self._then = then

    def run(self) -> None:
        try:
            result = self._work()
        except HallError as error:
            result = error
        except Exception:
            logger.exception("a job of the screen failed")
            result = HallError("the program failed; the log tells more", "call the staff")
        self._jobs.finished.emit(self._then, result)


class Jobs(QObject):
    """Runs work off the GUI thread, one after the other, and hands the result back on it.

    `then` receives what the work returned, or the HallError it raised.
    """

    finished = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self.finished.connect(self._deliver)

    def run(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        """Run `work` on the worker thread and `then` with its result on this one."""
        self._pool.start(_Job(self, work, then))

    def wait(self) -> None:
        """Return when all work is done (for shutdown)."""
        self._pool.waitForDone()

    def _deliver(self, then: Callable[[Any], None], result: Any) -> None:
        then(result)
