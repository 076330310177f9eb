"""The kiosk's process as a whole."""

import subprocess
import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from kiosk.app import run
from kiosk.options import KioskOptions
from shared.usecases.context import Context

OPENED = """
import sys
from pathlib import Path
from kiosk.app import open_kiosk
from shared.ui.application import application
from shared.usecases.context import open_hall
ctx = open_hall(Path(sys.argv[1]))
app = application("test")
opened = open_kiosk(ctx, ctx.config.kiosk(None))
app.processEvents()
opened.close()
heavy = ("escpos", "pypinyin", "alembic", "openpyxl", "typer", "rich")
print([name for name in heavy if name in sys.modules])
"""


def test_the_window_loads_none_of_the_heavy_libraries(ctx: Context) -> None:
    command = [sys.executable, "-c", OPENED, str(ctx.config.folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"


def test_run_opens_and_ends_in_order(qapp: QGuiApplication, ctx: Context) -> None:
    QTimer.singleShot(500, QGuiApplication.quit)
    options = KioskOptions(fullscreen=True, landscape=True, remote=f"kiosk-{id(ctx)}")
    assert run(ctx, ctx.config.kiosk(None), options) == 0
