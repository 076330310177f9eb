"""The board's window: snapshot, model, feed, and a clean end."""

from pathlib import Path

from PySide6.QtQml import QQmlApplicationEngine

from display.board.model import BoardModel
from display.board.state import KEPT, joined
from shared.config import BoardToml
from shared.ui.application import application, place_window
from shared.ui.bridge import Jobs
from shared.ui.follow import OpenScreen, open_screen
from shared.ui.remote import RemoteHand
from shared.usecases.context import Context
from shared.usecases.queries import snapshot

MAIN = Path(__file__).parent / "qml" / "Board" / "Main.qml"


OpenBoard = OpenScreen[BoardModel]


def open_board(ctx: Context, board: BoardToml) -> OpenBoard:
    """Open the board's window and follow the hall; needs a Qt application."""
    start = snapshot(ctx, KEPT)
    jobs = Jobs()
    model = BoardModel(ctx, board, joined(start), jobs)
    size = {"width": board.width, "height": board.height}
    return open_screen(
        model,
        jobs,
        ctx.database,
        start.fact_id,
        QQmlApplicationEngine(),
        MAIN,
        {"board": model, **size},
    )


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
