"""The board's window: snapshot, model, feed, and a clean end."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from display.board.model import BoardModel
from display.board.state import KEPT, joined
from shared.config import BoardToml
from shared.ui.application import application, close_window, open_window, place_window
from shared.ui.bridge import FeedBridge, Jobs
from shared.ui.remote import RemoteHand
from shared.usecases.context import Context
from shared.usecases.queries import snapshot

MAIN = Path(__file__).parent / "qml" / "Board" / "Main.qml"


@dataclass(frozen=True)
class OpenBoard:
    """A board on the screen. Keep it while the window is wanted, then close it."""

    window: QQuickWindow
    model: BoardModel
    feed: FeedBridge
    jobs: Jobs
    engine: QQmlApplicationEngine

    def close(self) -> None:
        """Stop the feed and take the window away."""
        self.feed.stop()
        self.jobs.wait()
        self.model.stop()
        close_window(self.engine, self.window)


def open_board(ctx: Context, board: BoardToml) -> OpenBoard:
    """Open the board's window and follow the hall; needs a Qt application."""
    day = ctx.today()
    start = snapshot(ctx, KEPT)
    jobs = Jobs()
    model = BoardModel(ctx, board, joined(start, day), jobs)
    feed = FeedBridge(ctx.database, start.fact_id)
    feed.facts.connect(model.onFacts)
    feed.state.connect(model.onFeedState)
    engine = QQmlApplicationEngine()
    size = {"width": board.width, "height": board.height}
    window = open_window(engine, MAIN, {"board": model, **size})
    feed.start()
    return OpenBoard(window, model, feed, jobs, engine)


def run(
    ctx: Context, board: BoardToml, *, fullscreen: bool, place: str | None, remote: str | None
) -> int:
    """Show the board until it is told to stop; returns the exit code."""
    app = application("hallcall-board")
    opened = open_board(ctx, board)
    if remote:
        RemoteHand(opened.engine, opened.window, remote)
    place_window(opened.window, place, fullscreen=fullscreen)
    code = app.exec()
    opened.close()
    return code
