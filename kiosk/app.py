"""The kiosk's window: model, feed and print worker."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtQml import QQmlApplicationEngine

from kiosk.code_image import CodeImages, code_image
from kiosk.listening import Listening
from kiosk.offer import load_offer
from kiosk.options import KioskOptions
from kiosk.panel import Panel, panel_of
from kiosk.print_child import PrintChild
from kiosk.readers import code_forms, id_reader_of, scanner_of
from kiosk.viewmodels.kiosk_model import KioskModel
from kiosk.voice import Voice, voice_of
from shared.config import KioskToml
from shared.ui.application import application, is_guarded, place_window
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
    listening: Listening | None = None,
    voice: Voice | None = None,
) -> OpenKiosk:
    """Open the kiosk's window and follow the hall; needs a Qt application.

    `measured_mm` is what the screen tells of its own size, where the window fills it, `listening`
    the kiosk's reader and scanner, which are let go of with the window; it starts and stops the
    `voice`.
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
    model = KioskModel(
        ctx, kiosk, panel, load_offer(ctx), jobs, languages.use, monotonic, listening, voice
    )
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
    listening = listening_of(ctx, kiosk)
    opened = open_kiosk(
        ctx,
        kiosk,
        landscape=options.landscape,
        measured_mm=measured,
        listening=listening,
        voice=voice_of(ctx, kiosk),
    )
    if options.remote:
        RemoteHand(opened.engine, opened.window, options.remote)
    place_window(opened.window, options.place, fullscreen=options.fullscreen)
    printer = PrintChild(ctx.config.folder, kiosk.id)
    opened.model.slipWanted.connect(printer.hurry)
    opened.model.tending.printer_asked.connect(printer.ask)
    opened.model.tending.ended.connect(app.exit)
    opened.model.tending.guard(guarded=is_guarded(app))
    printer.start()
    listening.start(opened.window)
    QTimer.singleShot(QUIET_MS, lambda: code_image(""))
    opened.model.restore()
    code = app.exec()
    printer.stop()
    opened.close()
    return code


def listening_of(ctx: Context, kiosk: KioskToml) -> Listening:
    """Return the kiosk's reader and scanner, not listening yet. BadInput, Unavailable."""
    return Listening(
        id_reader_of(ctx.config, kiosk), scanner_of(ctx.config, kiosk), code_forms(ctx.config)
    )


def _panel(kiosk: KioskToml, measured_mm: tuple[float, float]) -> Panel:
    stated = (kiosk.panel.width_mm, kiosk.panel.height_mm)
    return panel_of((kiosk.width, kiosk.height), stated, measured_mm, kiosk.panel.bottom_mm)
