"""The panel of a window over a real hall, on an offscreen screen, used as a clerk would."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMetaObject, QObject, QPointF, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QJSValue, QQmlComponent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from display.desk.app import open_desk
from shared.ui.application import QML
from shared.ui.words import I18N
from shared.usecases.context import Context
from tests.display.windows.conftest import desk  # noqa: F401 (its keypads, beside the panel)
from tests.support.halls import SampleHall

WAIT_MS = 40_000
"""Only failures wait so long."""
SURVEY = Path(__file__).parents[2] / "kiosk" / "Survey.qml"


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


class Panel:
    """One open panel; `seconds` is its own clock, which moves by two with every press: presses of
    one person, not of one double click.
    """

    def __init__(self, qtbot: QtBot, ctx: Context, window: int) -> None:
        self._qtbot = qtbot
        self.seconds = 100.0
        self.opened = open_desk(ctx, window, lambda: self.seconds)
        self.model: Any = self.opened.model
        self.window = self.opened.window
        self._finder = self._inside(QML / "Hall" / "Finder.qml")
        self._survey = self._inside(SURVEY)
        self.window.requestActivate()
        self.until(self.window.isActive)

    def close(self) -> None:
        self.opened.close()

    def until(self, happened: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(happened, timeout=WAIT_MS)

    def rest(self) -> None:
        """Wait until the last press was answered."""
        self.until(lambda: not self.model.property("busy"))

    def key(self, key: Qt.Key, control: bool = False) -> None:
        """Press a key, once what was pressed before is answered."""
        self.rest()
        self.seconds += 2
        modifier = Qt.KeyboardModifier.ControlModifier
        QTest.keyClick(self.window, key, modifier if control else Qt.KeyboardModifier.NoModifier)

    def next(self) -> None:
        self.key(Qt.Key.Key_Return, control=True)

    def click(self, name: str) -> None:
        """Click an item as soon as it can be clicked."""
        self.rest()
        self.seconds += 2
        self.until(lambda: self.has(name) and bool(self._finder.property("pressable")))
        self.frame()
        self.click_at_once(name)

    def click_at_once(self, name: str) -> None:
        assert self.has(name), name
        centre: QPointF = self._finder.property("centre")
        QTest.mouseClick(
            self.window,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            centre.toPoint(),
        )

    def has(self, name: str, what: str = "") -> bool:
        self._finder.setProperty("name", name)
        self._finder.setProperty("wanted", what)
        QMetaObject.invokeMethod(self._finder, "look")
        return bool(self._finder.property("found"))

    def read(self, name: str, what: str = "text") -> Any:
        return self._finder.property("value") if self.has(name, what) else None

    def write(self, name: str, text: str) -> None:
        """Type into a field, as an input method would hand it over."""
        self.until(lambda: self.has(f"{name}-text"))
        self.click_at_once(f"{name}-text")
        cases: Any = self.window.property("cases")
        cases.give(name.removeprefix("field-"), text)

    def shows(self, name: str, text: str) -> None:
        """Wait until an item says something."""
        self.until(lambda: self.read(name) == text)

    def answered(self, text: str, *, bad: bool = False) -> None:
        self.until(lambda: self.model.property("answer") == {"text": text, "bad": bad})

    def sheet(self, name: str) -> None:
        """Wait until a sheet (or, with "", none) is open."""
        self.until(lambda: self.window.property("sheet") == name)

    def frame(self) -> None:
        """Return when everything that changed is laid out and drawn."""
        with self._qtbot.waitSignal(self.window.frameSwapped, timeout=WAIT_MS):
            self.window.update()

    def texts(self) -> list[dict[str, Any]]:
        QMetaObject.invokeMethod(self._survey, "look")
        found: Any = self._survey.property("texts")
        plain: list[dict[str, Any]] = found.toVariant() if isinstance(found, QJSValue) else found
        return plain

    def cut(self) -> list[str]:
        """Return the texts that do not fit where they stand."""
        return [text["text"] for text in self.texts() if text["cut"]]

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

    def show(window: int = 3, ctx: Context | None = None) -> Panel:
        opened.append(Panel(qtbot, ctx or hall.ctx, window))
        return opened[-1]

    yield show
    for panel in opened:
        panel.close()
