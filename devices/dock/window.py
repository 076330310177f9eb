"""The dock's window."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from devices.dock.bench import Bench
from devices.dock.images import NAME, DockImages
from devices.dock.model import DockModel

QML = Path(__file__).parent / "qml"


def open_dock(engine: QQmlApplicationEngine, bench: Bench, title: str) -> QQuickWindow:
    """Open a window on a bench, which may be started before or after.

    Raises RuntimeError when its QML does not load; the engine's warnings say why.
    """
    engine.addImportPath(str(QML))
    engine.addImageProvider(NAME, DockImages(bench))
    model = DockModel(bench, title, engine)
    engine.setInitialProperties({"dock": model})
    before = len(engine.rootObjects())
    engine.load(QUrl.fromLocalFile(str(QML / "Dock" / "DockWindow.qml")))
    roots = engine.rootObjects()[before:]
    if not roots or not isinstance(roots[0], QQuickWindow):
        model.release()
        raise RuntimeError("the dock's window did not open")
    roots[0].destroyed.connect(model.release)
    return roots[0]
