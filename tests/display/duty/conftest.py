"""The duty panel over a real hall, on an offscreen screen."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMetaObject, QObject, QPointF, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QJSValue, QQmlComponent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from display.duty.app import open_duty
from shared.ui.application import QML
from shared.usecases.context import Context
from tests.support.halls import SampleHall
from tests.support.own_metaobjects import own_metaobjects

WAIT_MS = 40_000
"""Only failures wait so long."""
SURVEY = Path(__file__).parents[2] / "kiosk" / "Survey.qml"


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    return QGuiApplication


class Panel:
    """One open panel; `seconds` is its own clock."""

    def __init__(self, qtbot: QtBot, ctx: Context, by: str, landscape: bool) -> None:
        self._qtbot = qtbot
        self.seconds = 100.0
        self.opened = open_duty(ctx, by, landscape=landscape, monotonic=lambda: self.seconds)
        self.model: Any = self.opened.model
        self.window = self.opened.window
        assert own_metaobjects(self.model) == []
        self._finder = self._inside(QML / "Hall" / "Finder.qml")
        self._survey = self._inside(SURVEY)
        self.window.requestActivate()
        self.until(self.window.isActive)

    def close(self) -> None:
        self.opened.close()

    def until(self, happened: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(happened, timeout=WAIT_MS)

    def key(self, key: Qt.Key) -> None:
        self.until(lambda: not self.model.property("busy"))
        QTest.keyClick(self.window, key)

    def click(self, name: str) -> None:
        """Click an item as soon as it stands still and can be clicked."""
        self.until(lambda: not self.model.property("busy"))
        self.until(lambda: self.has(name) and bool(self._finder.property("pressable")))
        self.frame()
        assert self.has(name), name
        centre: QPointF = self._finder.property("centre")
        none = Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(self.window, Qt.MouseButton.LeftButton, none, centre.toPoint())

    def has(self, name: str, what: str = "") -> bool:
        self._finder.setProperty("name", name)
        self._finder.setProperty("wanted", what)
        QMetaObject.invokeMethod(self._finder, "look")
        return bool(self._finder.property("found"))

    def read(self, name: str, what: str = "text") -> Any:
        return self._finder.property("value") if self.has(name, what) else None

    def answered(self, text: str, *, bad: bool = False) -> None:
        self.until(lambda: self.model.property("answer") == {"text": text, "bad": bad})

    def frame(self) -> None:
        """Return when everything that changed is laid out and drawn."""
        with self._qtbot.waitSignal(self.window.frameSwapped, timeout=WAIT_MS):
            self.window.update()

    def cut(self) -> list[str]:
        """Return the texts that do not fit where they stand."""
        QMetaObject.invokeMethod(self._survey, "look")
        found: Any = self._survey.property("texts")
        texts = found.toVariant() if isinstance(found, QJSValue) else found
        return [text["text"] for text in texts if text["cut"]]

    def _inside(self, qml: Path) -> QObject:
        component = QQmlComponent(self.opened.engine, QUrl.fromLocalFile(str(qml)))
        made = component.createWithInitialProperties({"root": self.window.contentItem()})
        assert made is not None, component.errorString()
        made.setParent(self.window)
        return made


Panels = Callable[..., Panel]


@pytest.fixture
def panels(qtbot: QtBot, qapp: QGuiApplication, hall: SampleHall) -> Iterator[Panels]:
    opened: list[Panel] = []

    def show(by: str = "王主任", landscape: bool = False) -> Panel:
        opened.append(Panel(qtbot, hall.ctx, by, landscape))
        return opened[-1]

    yield show
    for panel in opened:
        panel.close()
