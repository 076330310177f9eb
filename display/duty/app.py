"""The duty panel's window: what the hall knows, model, feed, and a clean end."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtQml import QQmlApplicationEngine

from display.duty.model import DutyModel
from shared.ui.application import application, place_window
from shared.ui.bridge import Jobs
from shared.ui.follow import OpenScreen, open_screen
from shared.ui.remote import RemoteHand
from shared.usecases.context import Context
from shared.usecases.duty import duty_now

MAIN = Path(__file__).parent / "qml" / "Duty" / "Main.qml"

OpenDuty = OpenScreen[DutyModel]


def open_duty(
    ctx: Context,
    by: str,
    *,
    landscape: bool = False,
    monotonic: Callable[[], float] = time.monotonic,
) -> OpenDuty:
    """Open the panel and follow the hall; needs a Qt application."""
    sight = duty_now(ctx)
    jobs = Jobs()
    model = DutyModel(ctx, by, sight, jobs, monotonic)
    engine = QQmlApplicationEngine()
    properties = {"duty": model, "landscape": landscape}
    return open_screen(model, jobs, ctx.database, sight.fact_id, engine, MAIN, properties)


def run(ctx: Context, by: str, *, landscape: bool, place: str | None, remote: str | None) -> int:
    """Show the panel until it is closed; returns the exit code."""
    app = application("hallcall-duty")
    opened = open_duty(ctx, by, landscape=landscape)
    if remote:
        RemoteHand(opened.engine, opened.window, remote)
    place_window(opened.window, place)
    code = app.exec()
    opened.close()
    return code
