"""A kiosk's window as a person has it: what can be seen and touched."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMetaObject, QObject, QPoint, QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtQml import QJSValue, QQmlComponent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from devices.scanner import recognised
from kiosk.app import open_kiosk
from kiosk.listening import Listening
from kiosk.readers import code_forms
from kiosk.voice import Voice
from shared.config import KioskToml
from shared.storage import items
from shared.ui.application import QML
from shared.usecases.context import Context
from shared.voice.outlet import NONE
from shared.voice.sinks import Sink
from tests.shared.voice.conftest import DeafSink
from tests.support.own_metaobjects import own_metaobjects

WAIT_MS = 40_000  # on a loaded machine; only failures wait so long
PATIENT_MS = 120_000
SURVEY = Path(__file__).parent / "Survey.qml"
FINDER = QML / "Hall" / "Finder.qml"


class Seconds:
    """A clock that only moves when it is told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@dataclass(frozen=True)
class SeenText:
    """A text on the screen: where it is painted, what of that is not clipped, and its surface."""

    text: str
    size: int
    cut: bool
    painted: QRectF
    seen: QRectF
    ground: QRectF
    target: str
    enabled: bool
    scrolls: bool


@dataclass(frozen=True)
class Target:
    """Something to touch; `seen` is what of it is not scrolled away."""

    name: str
    area: QRectF
    seen: QRectF
    enabled: bool
    spoken: str


def plain(styled: str) -> str:
    """Return styled text without its styles."""
    return re.sub("<[^>]*>", "", styled)


class KioskScreen:
    """One open kiosk and one finger; `touches` counts."""

    def __init__(
        self,
        qtbot: QtBot,
        ctx: Context,
        toml: KioskToml,
        monotonic: Seconds,
        listening: Listening | None = None,
        sink: Sink | None = None,
    ) -> None:
        self._qtbot = qtbot
        self.ctx = ctx
        self._clock = monotonic
        self.listening = listening or Listening()
        self.voice = Voice(ctx, toml.id, sink or DeafSink()) if toml.speaker != NONE else None
        self.opened = open_kiosk(
            ctx, toml, monotonic=monotonic, listening=self.listening, voice=self.voice
        )
        assert own_metaobjects(self.opened.model) == []
        self.model: Any = self.opened.model  # PySide types its properties as objects
        self.window = self.opened.window
        self._finger = QTest.createTouchDevice()
        self._finder = self._inside(FINDER)
        self._survey = self._inside(SURVEY)
        self.touches = 0

    def close(self) -> None:
        self.opened.close()

    def touch(self, name: str) -> None:
        """Touch an item once, as soon as it is there."""
        self.until(lambda: self._pressable(name))
        self.tap(self.where(name))

    def tap(self, at: QPoint) -> None:
        """Touch a place at once, whatever is there."""
        self.touches += 1
        QTest.touchEvent(self.window, self._finger).press(0, at, self.window).commit()
        QTest.touchEvent(self.window, self._finger).release(0, at, self.window).commit()

    def where(self, name: str) -> QPoint:
        """Return the centre of an item that is on the screen."""
        assert self._look(name), name
        centre: QPointF = self._finder.property("centre")
        return centre.toPoint()

    def has(self, name: str) -> bool:
        """Say whether an item is on the screen."""
        return self._look(name)

    def read(self, name: str, what: str = "text") -> Any:
        """Return a property of an item that is on the screen."""
        assert self._look(name, what), name
        return self._finder.property("value")

    def words(self) -> str:
        """Return every text on the screen, one per line."""
        return "\n".join(plain(text.text) for text in self.texts())

    def texts(self, within: str = "") -> list[SeenText]:
        return [SeenText(**plain) for plain in self._look_round(within, "texts")]

    def targets(self, within: str = "") -> list[Target]:
        return [Target(**plain) for plain in self._look_round(within, "targets")]

    def until(self, happened: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(happened, timeout=WAIT_MS)

    def patiently(self, happened: Callable[[], bool]) -> None:
        """Wait for what takes its time: a server, a port, a lock."""
        self._qtbot.waitUntil(happened, timeout=PATIENT_MS)

    @property
    def page(self) -> str:
        """The name of the page that is open."""
        return str(self.model.visit.property("page"))

    def await_page(self, name: str) -> None:
        """Wait until a page is there."""
        self.until(lambda: self.page == name)

    def await_screen(self, name: str) -> None:
        """Wait until a screen (home, items, done …) is there and can be touched."""
        self.await_page(name.title() + "Page")
        back = "take-number" if name == "home" else "back"
        self.until(lambda: self._pressable(back))

    def press(self, key: Qt.Key) -> None:
        """Press a key once."""
        QTest.keyClick(self.window, key)

    def focused(self) -> str:
        """Return the name of the item that keys go to."""
        QMetaObject.invokeMethod(self._survey, "lookAtFocus")
        return str(self._survey.property("focused"))

    def told(self) -> list[str]:
        """Return what is read aloud of the page that is open."""
        QMetaObject.invokeMethod(self._survey, "listen")
        found: Any = self._survey.property("told")
        return list(found.toVariant() if isinstance(found, QJSValue) else found)

    def code_of(self, name: str) -> str:
        """Return the code of an item by its full name."""
        with self.ctx.database.read() as tx:
            item = items.find(tx, name)
        assert item is not None, name
        return item.code

    def scan(self, text: str) -> None:
        """Hold a code before the scanner."""
        self.listening.scanned.emit(recognised(text, code_forms(self.ctx.config)))

    def idle(self, seconds: float) -> None:
        """Let nobody touch the kiosk for so long."""
        self._clock.now += seconds
        self.model.tick()

    def frame(self) -> None:
        """Return when everything that changed is laid out and drawn."""
        with self._qtbot.waitSignal(self.window.frameSwapped, timeout=WAIT_MS):
            self.window.update()

    def picture(self) -> QImage:
        return self.window.grabWindow()

    def _pressable(self, name: str) -> bool:
        return self._look(name) and bool(self._finder.property("pressable"))

    def _look(self, name: str, what: str = "") -> bool:
        self._finder.setProperty("name", name)
        self._finder.setProperty("wanted", what)
        QMetaObject.invokeMethod(self._finder, "look")
        return bool(self._finder.property("found"))

    def _look_round(self, within: str, kind: str) -> list[dict[str, Any]]:
        self._survey.setProperty("within", within)
        QMetaObject.invokeMethod(self._survey, "look")
        found: Any = self._survey.property(kind)
        plain: list[dict[str, Any]] = found.toVariant() if isinstance(found, QJSValue) else found
        return plain

    def _inside(self, qml: Path) -> QObject:
        component = QQmlComponent(self.opened.engine, QUrl.fromLocalFile(str(qml)))
        made = component.createWithInitialProperties({"root": self.window.contentItem()})
        assert made is not None, component.errorString()
        made.setParent(self.window)
        return made
