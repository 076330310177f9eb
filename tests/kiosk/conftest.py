"""A real hall in a folder, its kiosk on an offscreen screen, other people in other processes."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kiosk.listening import Listening
from shared.config import KioskToml
from shared.ui.words import I18N
from shared.usecases.context import Context, open_hall
from shared.voice.sinks import Sink
from tests.kiosk.screen import KioskScreen, Seconds
from tests.support.elsewhere import Elsewhere as Others
from tests.support.halls import rewrite

Change = tuple[str, str]
OpenKiosks = Callable[..., KioskScreen]
Elsewhere = Callable[[str], None]


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    return QGuiApplication


@pytest.fixture(scope="session", autouse=True)
def words_built() -> None:
    """Build the words of other languages where they are older than their source."""
    for source in I18N.glob("*.ts"):
        built = source.with_suffix(".qm")
        if not built.exists() or built.stat().st_mtime < source.stat().st_mtime:
            tool = Path(sys.executable).with_name("pyside6-lrelease")
            subprocess.run([tool, "-silent", source, "-qm", built], check=True, timeout=60)


@pytest.fixture
def ctx(hall_folder: Path) -> Iterator[Context]:
    context = open_hall(hall_folder)
    yield context
    context.database.dispose()


@pytest.fixture
def changed(ctx: Context) -> Iterator[Callable[..., Context]]:
    """Change lines of hall.toml and open the hall again."""
    opened: list[Context] = []

    def change(*changes: Change) -> Context:
        rewrite(ctx.config.folder, *changes)
        opened.append(open_hall(ctx.config.folder))
        return opened[-1]

    yield change
    for context in opened:
        context.database.dispose()


@pytest.fixture
def elsewhere(ctx: Context, other_process: Others) -> Elsewhere:
    """Do something in the hall from a process of its own."""
    return partial(other_process.run, ctx.config.folder)


@pytest.fixture
def monotonic() -> Seconds:
    return Seconds()


@pytest.fixture
def kiosks(
    qtbot: QtBot, qapp: QGuiApplication, ctx: Context, monotonic: Seconds
) -> Iterator[OpenKiosks]:
    opened: list[KioskScreen] = []

    def show(
        context: Context | None = None,
        width: int = 1080,
        height: int = 1920,
        idle_s: int = 30,
        toml: KioskToml | None = None,
        listening: Listening | None = None,
        sink: Sink | None = None,
    ) -> KioskScreen:
        toml = toml or KioskToml("K1", "sim:printer", width, height, idle_s)
        opened.append(KioskScreen(qtbot, context or ctx, toml, monotonic, listening, sink))
        return opened[-1]

    yield show
    for kiosk in opened:
        kiosk.close()


@pytest.fixture
def kiosk(kiosks: OpenKiosks) -> KioskScreen:
    return kiosks()
