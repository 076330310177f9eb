"""One window in a process of its own, as P5 and P6 look at it: it prints when frames are drawn.

`bare` is the least such a window can be: Chinese text, and SQLAlchemy imported.
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

BARE = """
import QtQuick
Window {
    width: 1080; height: 1920; visible: true
    Text { anchors.centerIn: parent; text: "政务服务中心 A012"; font.pixelSize: 60 }
}
""".encode()
SETTLED_MS = 500

_KEPT: list[object] = []


def tell(*words: object) -> None:
    """Say something to the parent."""
    print(*words, flush=True)


def memory() -> int:
    """Return the bytes of memory that are this process's own, and its share of the rest."""
    rollup = Path("/proc/self/smaps_rollup").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in rollup.splitlines() if line[:4] == "Pss:") * 1024


def main() -> None:
    """Open the window named first; tell of its first frame, its memory, and each call drawn."""
    kind, folder = sys.argv[1], Path(sys.argv[2])
    window, called = _opened(kind, folder)
    begun: list[str] = []

    def drawn() -> None:
        now = time.monotonic()
        if not begun:
            begun.append(kind)
            tell("first", now)
            QTimer.singleShot(SETTLED_MS, lambda: tell("memory", memory()))
        elif called:
            called.clear()
            tell("call", now)

    window.frameSwapped.connect(drawn)
    app = QCoreApplication.instance()
    assert app is not None
    sys.exit(app.exec())


def _opened(kind: str, folder: Path) -> tuple[QQuickWindow, list[int]]:
    """Return a window, and the list in which its calls wait to be drawn."""
    called: list[int] = []
    if kind == "bare":
        return _bare(), called
    from shared.ui.application import application
    from shared.usecases.context import open_hall

    ctx = open_hall(folder)
    application("hallcall-bench")
    if kind == "kiosk":
        from kiosk.app import open_kiosk

        kiosk = open_kiosk(ctx, ctx.config.kiosk(None))
        _KEPT.append(kiosk)
        return kiosk.window, called
    from display.board.app import open_board

    board = open_board(ctx, ctx.config.board(None))
    board.model.called.connect(lambda: called.append(board.model.property("serial")))
    _KEPT.append(board)
    return board.window, called


def _bare() -> QQuickWindow:
    import sqlalchemy

    app = QGuiApplication(sys.argv[:1])
    app.setFont(QFont("Noto Sans CJK SC"))
    engine = QQmlApplicationEngine()
    engine.loadData(BARE)
    _KEPT.extend((sqlalchemy, app, engine))
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    return window


if __name__ == "__main__":
    main()
