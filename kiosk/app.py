"""The kiosk's window: model, feed and print worker."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtQml import QQmlApplicationEngine

from kiosk.code_image import CodeImages
from kiosk.print_child import PrintChild
from kiosk.search import Entry
from kiosk.viewmodels.kiosk_model import KioskModel
from kiosk.viewmodels.rows import Offer
from shared.config import KioskToml
from shared.domain.hall import window_place
from shared.ui.application import application, close_window, open_window
from shared.ui.bridge import FeedBridge, Jobs
from shared.ui.remote import RemoteHand
from shared.usecases.context import Context
from shared.usecases.list_catalog import ListedItem, list_catalog
from shared.usecases.queries import snapshot

MAIN = Path(__file__).parent / "qml" / "Kiosk" / "Main.qml"


@dataclass(frozen=True)
class KioskOptions:
    """How the window is opened; `remote` is the socket of the demo's hand."""

    fullscreen: bool = False
    landscape: bool = False
    remote: str | None = None


def run(ctx: Context, kiosk: KioskToml, options: KioskOptions) -> int:
    """Open the kiosk and return its exit code."""
    app = application("hallcall-kiosk")
    jobs = Jobs()
    model = KioskModel(ctx, kiosk, load_offer(ctx), jobs)
    feed = FeedBridge(ctx.database, snapshot(ctx, calls=1).fact_id)
    feed.facts.connect(model.onFacts)
    feed.state.connect(model.onFeedState)
    engine = QQmlApplicationEngine()
    engine.addImageProvider("code", CodeImages())
    width, height = kiosk.width, kiosk.height
    if options.landscape:
        width, height = max(width, height), min(width, height)
    window = open_window(
        engine,
        MAIN,
        {"kiosk": model, "designWidth": width, "designHeight": height},
    )
    if options.remote:
        RemoteHand(engine, window, options.remote)
    if options.fullscreen:
        window.showFullScreen()
    printer = PrintChild(ctx.config.folder, kiosk.id)
    printer.start()
    feed.start()
    code = app.exec()
    feed.stop()
    printer.stop()
    jobs.wait()
    close_window(engine, window)
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
