"""The Qt application every window of ours runs in, and how a QML window is opened."""

import signal
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, QUrl
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from shared.domain.errors import Unavailable

QML = Path(__file__).parent / "qml"
FAMILY = "Noto Sans CJK SC"
_SIGNAL_POLL_MS = 200


def application(name: str) -> QGuiApplication:
    """Return the Qt application, made on the first call; Ctrl+C and SIGTERM end it in order."""
    existing = QGuiApplication.instance()
    if isinstance(existing, QGuiApplication):
        return existing
    app = QGuiApplication(sys.argv[:1])
    app.setApplicationName(name)
    app.setFont(QFont(FAMILY))
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: app.quit())
    # Python runs signal handlers only between its own steps: give it some.
    timer = QTimer(app)
    timer.timeout.connect(lambda: None)
    timer.start(_SIGNAL_POLL_MS)
    return app


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


def close_window(engine: QQmlApplicationEngine, window: QQuickWindow) -> None:
    """Take a window and its engine away now, while what they show is still there."""
    window.close()
    engine.deleteLater()
    QCoreApplication.sendPostedEvents(engine, QEvent.Type.DeferredDelete.value)
