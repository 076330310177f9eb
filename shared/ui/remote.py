"""A remote hand for the demo: touches a window as a finger would, and takes its picture.

It listens on a local socket only when a process is started with `--remote`; requests and answers
are JSON lines: {"do": "touch", "item": NAME}, {"do": "grab", "file": PATH},
{"do": "read", "item": NAME, "property": NAME}, {"do": "quit"}.
"""

import json
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QMetaObject, QObject, QPoint, QPointF, QTimer, QUrl, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from shared.domain.errors import Unavailable
from shared.ui.application import QML

Action = Callable[[dict[str, Any]], dict[str, Any]]
"""A request's fields → the answer's."""


class RemoteHand(QObject):
    """Serves one window; errors are answers, so that the demo can tell what it missed."""

    def __init__(self, engine: QQmlEngine, window: QQuickWindow, name: str) -> None:
        super().__init__(window)
        self._window = window
        self._finger = QTest.createTouchDevice()
        self._finder = self._make_finder(engine)
        self._server = QLocalServer(self)
        QLocalServer.removeServer(name)
        if not self._server.listen(name):
            raise Unavailable(
                f"{name} cannot be listened on: {self._server.errorString()}", "choose another name"
            )
        self._server.newConnection.connect(self._accept)
        self._actions: dict[str, Action] = {
            "touch": self._touch,
            "grab": self._grab,
            "read": self._value,
            "quit": self._quit,
        }

    def add(self, name: str, action: Action) -> None:
        """Let the hand do one thing more."""
        self._actions[name] = action

    def _make_finder(self, engine: QQmlEngine) -> QObject:
        component = QQmlComponent(engine, QUrl.fromLocalFile(str(QML / "Hall" / "Finder.qml")))
        finder = component.createWithInitialProperties({"root": self._window.contentItem()})
        finder.setParent(self)
        return finder

    @Slot()
    def _accept(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(lambda: self._read(socket))

    def _read(self, socket: QLocalSocket) -> None:
        while socket.canReadLine():
            request = json.loads(bytes(socket.readLine().data()))
            answer = json.dumps(self._answer(request), ensure_ascii=False)
            socket.write(answer.encode() + b"\n")
            socket.flush()

    def _answer(self, request: dict[str, Any]) -> dict[str, Any]:
        action = self._actions.get(request.get("do", ""))
        if action is None:
            return {"error": f"unknown request {request}"}
        try:
            return action(request)
        except LookupError as error:
            return {"error": str(error)}

    def _look(self, request: dict[str, Any]) -> QPoint:
        """Have the finder look at an item; returns its centre. LookupError when it is not there."""
        self._finder.setProperty("name", request["item"])
        self._finder.setProperty("wanted", request.get("property", ""))
        QMetaObject.invokeMethod(self._finder, "look")
        if not self._finder.property("found"):
            raise LookupError(f"nothing named {request['item']} is on the screen")
        centre: QPointF = self._finder.property("centre")
        return centre.toPoint()

    def _touch(self, request: dict[str, Any]) -> dict[str, Any]:
        centre = self._look(request)
        if not self._finder.property("pressable"):
            raise LookupError(f"{request['item']} cannot be touched now")
        QTest.touchEvent(self._window, self._finger).press(0, centre, self._window).commit()
        QTest.touchEvent(self._window, self._finger).release(0, centre, self._window).commit()
        return {"touched": [centre.x(), centre.y()]}

    def _grab(self, request: dict[str, Any]) -> dict[str, Any]:
        image = self._window.grabWindow()
        if image.isNull() or not image.save(request["file"]):
            raise LookupError(f"no picture could be written to {request['file']}")
        return {"file": request["file"], "size": [image.width(), image.height()]}

    def _value(self, request: dict[str, Any]) -> dict[str, Any]:
        self._look(request)
        value = self._finder.property("value")
        if value is None:
            raise LookupError(f"{request['item']} has no {request['property']}")
        return {"value": value}

    def _quit(self, _request: dict[str, Any]) -> dict[str, Any]:
        QTimer.singleShot(0, QGuiApplication.quit)  # the answer leaves first
        return {"bye": True}
