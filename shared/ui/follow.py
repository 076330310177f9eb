"""A window that follows the hall: model, feed and jobs, opened and closed together."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from shared.domain.events import Fact
from shared.feed import FeedState
from shared.storage import Database
from shared.ui.application import close_window, open_window
from shared.ui.bridge import FeedBridge, Jobs


class Follower(Protocol):
    """A view model that hears of facts and of the feed's own state."""

    def onFacts(self, facts: list[Fact]) -> None:
        """Take facts in, in order."""

    def onFeedState(self, state: FeedState) -> None:
        """Hear whether the feed is live."""

    def stop(self) -> None:
        """Tick no more."""


Model = TypeVar("Model", bound=Follower)


@dataclass(frozen=True)
class OpenScreen(Generic[Model]):
    """A window on the screen. Keep it while the window is wanted, then close it."""

    window: QQuickWindow
    model: Model
    feed: FeedBridge
    jobs: Jobs
    engine: QQmlApplicationEngine

    def close(self) -> None:
        """Stop the feed and take the window away."""
        self.feed.stop()
        self.jobs.wait()
        self.model.stop()
        close_window(self.engine, self.window)


def open_screen(
    model: Model,
    jobs: Jobs,
    database: Database,
    after: int,
    engine: QQmlApplicationEngine,
    qml: Path,
    properties: Mapping[str, Any],
) -> OpenScreen[Model]:
    """Open a window whose model follows the facts after `after`; needs a Qt application."""
    feed = FeedBridge(database, after)
    feed.facts.connect(model.onFacts)
    feed.state.connect(model.onFeedState)
    window = open_window(engine, qml, properties)
    feed.start()
    return OpenScreen(window, model, feed, jobs, engine)
