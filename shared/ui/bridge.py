"""Brings facts and finished work from other threads to the GUI thread, by Qt signals."""

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

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


@dataclass(frozen=True)
class _Job:
    work: Callable[[], Any]
    then: Callable[[Any], None]


class Jobs(QObject):
    """Runs work off the GUI thread, one after the other, and hands the result back on it.

    `then` receives what the work returned, or the HallError it raised. A thread and a queue of
    Python's own: runnables of a Qt thread pool written in Python are deleted twice now and then.
    """

    finished = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="jobs", daemon=True)
        self._thread.start()
        self.finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        """Run `work` on the worker thread and `then` with its result on this one."""
        self._queue.put(_Job(work, then))

    def wait(self) -> None:
        """Finish all work and end the thread (for shutdown)."""
        self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (job := self._queue.get()) is not None:
            self.finished.emit(job.then, self._result(job))

    def _result(self, job: _Job) -> Any:
        try:
            return job.work()
        except HallError as error:
            return error
        except Exception:
            logger.exception("a job of the screen failed")
            return HallError("the program failed; the log tells more", "call the staff")

    @Slot(object, object)
    def _deliver(self, then: Callable[[Any], None], result: Any) -> None:
        then(result)
