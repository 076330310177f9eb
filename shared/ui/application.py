"""The Qt application every window of ours runs in, and how a QML window is opened."""

import gc
import signal
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, QUrl
from PySide6.QtGui import QFont, QGuiApplication, QSurfaceFormat
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from shared.domain.errors import Unavailable
from shared.guard.pulse import BEAT_S, Pulse
from shared.ui.screen import Place, has_screen

QML = Path(__file__).parent / "qml"
FAMILY = "Noto Sans CJK SC"
_SIGNAL_POLL_MS = 200
_COLLECT_MS = 5000
_GUARDED = "guarded"
WHOLE = Place(0.0, 0.0, 1.0, 0.94)
"""The screen, with room for a window's frame."""


def application(name: str) -> QGuiApplication:
    """Return the Qt application, made on the first call; Ctrl+C and SIGTERM end it in order."""
    existing = QGuiApplication.instance()
    if isinstance(existing, QGuiApplication):
        return existing
    if not has_screen():
        raise Unavailable(
            "there is no screen to open a window on", "start a desktop, or set DISPLAY to one"
        )
    surface = QSurfaceFormat.defaultFormat()
    surface.setSamples(4)  # line drawings would have steps without it
    QSurfaceFormat.setDefaultFormat(surface)
    app = QGuiApplication(sys.argv[:1])
    app.setApplicationName(name)
    app.setFont(QFont(FAMILY))
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: app.quit())
    # Python runs signal handlers only between its own steps: give it some.
    timer = QTimer(app)
    timer.timeout.connect(lambda: None)
    timer.start(_SIGNAL_POLL_MS)
    _collect_here(app)
    _tell_guard(app)
    return app


def _collect_here(app: QGuiApplication) -> None:
    """Let Python's garbage be collected on the GUI thread alone: on another it could take away a
    Qt object that the event loop is about to call.
    """
    gc.disable()
    gc.freeze()  # what was imported stays: looking through it each time would cost a frame
    timer = QTimer(app)
    timer.timeout.connect(gc.collect)
    timer.start(_COLLECT_MS)


def _tell_guard(app: QGuiApplication) -> None:
    """Beat while the event loop runs, where a guard listens (`hall guard`)."""
    pulse = Pulse.of_this_process()
    if pulse is None:
        return
    app.setProperty(_GUARDED, True)
    timer = QTimer(app)
    timer.timeout.connect(pulse.beat)
    timer.start(round(BEAT_S * 1000))


def is_guarded(app: QGuiApplication) -> bool:
    """Whether a guard opens this program again after it has ended."""
    return bool(app.property(_GUARDED))


def open_window(
    engine: QQmlApplicationEngine, qml: Path, properties: Mapping[str, Any]
) -> QQuickWindow:
    """Load a QML file whose root is a window, with its required properties."""
    engine.addImportPath(str(QML))
    engine.setInitialProperties(dict(properties))
    engine.load(QUrl.fromLocalFile(str(qml)))
    roots = engine.rootObjects()
    if not roots or not isinstance(roots[0], QQuickWindow):
        raise Unavailable(f"the window {qml.name} did not open", "the lines above say why")
    return roots[0]


def place_window(
    window: QQuickWindow, place: str | None, *, fullscreen: bool = False, keep_shape: bool = True
) -> None:
    """Put a window into a part of the screen, as large as it fits there in its own shape.

    Without a place that is the whole screen. Pictures taken offscreen keep the window's own size.
    """
    if fullscreen:
        window.showFullScreen()
        return
    if QGuiApplication.platformName() == "offscreen":
        return
    part = Place.parse(place) if place else WHOLE
    area = window.screen().availableGeometry()
    room_width, room_height = area.width() * part.width, area.height() * part.height
    width, height = room_width, room_height
    if keep_shape:
        scale = min(1.0, room_width / window.width(), room_height / window.height())
        width, height = window.width() * scale, window.height() * scale
    window.setGeometry(
        area.left() + round(area.width() * part.left),
        area.top() + round(area.height() * part.top),
        round(width),
        round(height),
    )


def close_window(engine: QQmlApplicationEngine, window: QQuickWindow) -> None:
    """Take a window and its engine away now, while what they show is still there."""
    window.close()
    engine.deleteLater()
    QCoreApplication.sendPostedEvents(engine, QEvent.Type.DeferredDelete.value)
    # Each closed window asked the application to quit once more; such a request would meet
    # whatever runs next in this process.
    application = QCoreApplication.instance()
    if application is not None:
        QCoreApplication.removePostedEvents(application, QEvent.Type.Quit.value)
