"""The panel's window: what is known of its window, feed, and a clean end."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtQml import QQmlApplicationEngine

from display.desk.cases_model import CasesModel
from display.desk.line_model import LineModel
from display.desk.model import DeskModel
from display.desk.post_model import PostModel
from display.desk.preferences import path_of, read
from display.desk.settings import SettingsModel
from display.desk.sight import look
from shared.ui.application import application, place_window
from shared.ui.bridge import Jobs
from shared.ui.follow import OpenScreen, open_screen
from shared.ui.remote import RemoteHand
from shared.ui.words import Languages
from shared.usecases.context import Context

MAIN = Path(__file__).parent / "qml" / "Desk" / "Main.qml"


OpenDesk = OpenScreen[DeskModel]


def open_desk(
    ctx: Context, window: int, monotonic: Callable[[], float] = time.monotonic
) -> OpenDesk:
    """Open the panel of a window and follow the hall; needs a Qt application."""
    sight = look(ctx, window)
    jobs = Jobs()
    engine = QQmlApplicationEngine()
    languages = Languages(engine, ctx.config.folder)
    model = DeskModel(ctx, window, sight, jobs, monotonic)
    post = PostModel(ctx, model)
    cases = CasesModel(ctx, model, post)
    path = path_of(ctx.config.folder, window)
    settings = SettingsModel(read(path), path, languages.use, model)
    settings.reworded.connect(model.reword)
    settings.reworded.connect(post.changed)
    settings.reworded.connect(cases.changed)
    line = LineModel(ctx, model, lambda: post.acting)
    properties = {"desk": model, "line": line, "post": post, "cases": cases, "settings": settings}
    return open_screen(model, jobs, ctx.database, sight.desk.fact_id, engine, MAIN, properties)


def run(ctx: Context, window: int, *, place: str | None, remote: str | None) -> int:
    """Show the panel until it is closed; returns the exit code."""
    app = application("hallcall-desk")
    opened = open_desk(ctx, window)
    if remote:
        RemoteHand(opened.engine, opened.window, remote)
    place_window(opened.window, place)
    code = app.exec()
    opened.close()
    return code
