"""The kiosk's window: model, feed and print worker."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtQml import QQmlApplicationEngine

from kiosk.code_image import CodeImages
from kiosk.options import KioskOptions
from kiosk.print_child import PrintChild
from kiosk.search import Entry
from kiosk.viewmodels.kiosk_model import KioskModel
from kiosk.viewmodels.rows import Offer
from shared.config import KioskToml
from shared.domain.hall import window_place
from shared.ui.application import application, place_window
from shared.ui.bridge import Jobs
from shared.ui.follow import OpenScreen, open_screen
from shared.ui.remote import RemoteHand
from shared.usecases.context import Context
from shared.usecases.list_catalog import ListedItem, list_catalog
from shared.usecases.queries import snapshot

MAIN = Path(__file__).parent / "qml" / "Kiosk" / "Main.qml"


OpenKiosk = OpenScreen[KioskModel]


def open_kiosk(
    ctx: Context,
    kiosk: KioskToml,
    *,
    landscape: bool = False,
    monotonic: Callable[[], float] = time.monotonic,
) -> OpenKiosk:
    """Open the kiosk's window and follow the hall; needs a Qt application."""
    jobs = Jobs()
    model = KioskModel(ctx, kiosk, load_offer(ctx), jobs, monotonic)
    engine = QQmlApplicationEngine()
    engine.addImageProvider("code", CodeImages())
    width, height = kiosk.width, kiosk.height
    if landscape:
        width, height = max(width, height), min(width, height)
    size = {"designWidth": width, "designHeight": height}
    after = snapshot(ctx, calls=1).fact_id
    properties = {"kiosk": model, **size}
    return open_screen(model, jobs, ctx.database, after, engine, MAIN, properties)


def run(ctx: Context, kiosk: KioskToml, options: KioskOptions) -> int:
    """Open the kiosk and its print worker; returns the exit code."""
    app = application("hallcall-kiosk")
    opened = open_kiosk(ctx, kiosk, landscape=options.landscape)
    if options.remote:
        RemoteHand(opened.engine, opened.window, options.remote)
    place_window(opened.window, options.place, fullscreen=options.fullscreen)
    printer = PrintChild(ctx.config.folder, kiosk.id)
    opened.model.slipWanted.connect(printer.hurry)
    printer.start()
    code = app.exec()
    printer.stop()
    opened.close()
    return code


def load_offer(ctx: Context) -> Offer:
    """Read what the kiosk offers: every item somebody serves, and the hall's frequent ones."""
    listed = list_catalog(ctx)
    entries = tuple(_entry(one) for one in listed)
    by_name = {entry.name: entry for entry in entries} | {entry.code: entry for entry in entries}
    frequent = tuple(by_name[name] for name in ctx.hall.frequent if name in by_name)
    places = {
        queue.letter: window_place(ctx.hall.windows_for(queue.letter)) for queue in ctx.hall.queues
    }
    return Offer(entries, frequent, places)


def _entry(listed: ListedItem) -> Entry:
    item = listed.item
    return Entry(
        code=item.code,
        name=item.name,
        type=item.type,
        department=item.department,
        queue=listed.queue,
        pinyin=item.pinyin,
        initials=item.initials,
    )
