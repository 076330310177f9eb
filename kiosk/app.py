"""The kiosk's window: model, feed and print worker."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtQml import QQmlApplicationEngine

from kiosk.code_image import CodeImages, code_image
from kiosk.offer import load_offer
from kiosk.options import KioskOptions
from kiosk.panel import Panel, panel_of
from kiosk.print_child import PrintChild
from kiosk.viewmodels.kiosk_model import KioskModel
from shared.config import KioskToml
from shared.ui.application import application, place_window
from shared.ui.bridge import Jobs
from shared.ui.follow import OpenScreen, open_screen
from shared.ui.remote import RemoteHand
from shared.ui.words import Languages
from shared.usecases.context import Context
from shared.usecases.queries import snapshot

MAIN = Path(__file__).parent / "qml" / "Kiosk" / "Main.qml"
QUIET_MS = 2000
"""After so long the first screen stands, and what the first number needs is loaded."""


OpenKiosk = OpenScreen[KioskModel]


def open_kiosk(
    ctx: Context,
    kiosk: KioskToml,
    *,
    landscape: bool = False,
    measured_mm: tuple[float, float] = (0.0, 0.0),
    monotonic: Callable[[], float] = time.monotonic,
) -> OpenKiosk:
    """Open the kiosk's window and follow the hall; needs a Qt application.

    `measured_mm` is what the screen tells of its own size, where the window fills it.
    """
    jobs = Jobs()
    engine = QQmlApplicationEngine()
    engine.addImageProvider("code", CodeImages())
    languages = Languages(engine, ctx.config.folder)
    width, height = kiosk.width, kiosk.height
    panel = _panel(kiosk, measured_mm)
    if landscape and height > width:
        width, height = height, width
        panel = panel.turned()
    model = KioskModel(ctx, kiosk, panel, load_offer(ctx), jobs, languages.use, monotonic)
    size = {"designWidth": width, "designHeight": height}
    start = snapshot(ctx, calls=1)
    if start.evacuation is not None:
        model.evacuate([start.evacuation.text, start.evacuation.text_en])
    properties = {"kiosk": model, **size}
    return open_screen(model, jobs, ctx.database, start.fact_id, engine, MAIN, properties)


def run(ctx: Context, kiosk: KioskToml, options: KioskOptions) -> int:
    """Open the kiosk and its print worker; returns the exit code."""
    app = application("hallcall-kiosk")
    screen = app.primaryScreen().physicalSize()
    measured = (screen.width(), screen.height()) if options.fullscreen else (0.0, 0.0)
    opened = open_kiosk(ctx, kiosk, landscape=options.landscape, measured_mm=measured)
    if options.remote:
        RemoteHand(opened.engine, opened.window, options.remote)
    place_window(opened.window, options.place, fullscreen=options.fullscreen)
    printer = PrintChild(ctx.config.folder, kiosk.id)
    opened.model.slipWanted.connect(printer.hurry)
    printer.start()
    QTimer.singleShot(QUIET_MS, lambda: code_image(""))
    code = app.exec()
    printer.stop()
    opened.close()
    return code


def _panel(kiosk: KioskToml, measured_mm: tuple[float, float]) -> Panel:
    stated = (kiosk.panel.width_mm, kiosk.panel.height_mm)
    return panel_of((kiosk.width, kiosk.height), stated, measured_mm, kiosk.panel.bottom_mm)
