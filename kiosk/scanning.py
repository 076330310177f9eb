"""The kiosk's scanner at work: a port heard on its own thread, or keys that a scanner types."""

import time
from collections.abc import Callable
from typing import assert_never

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickWindow

from devices.polling import PollLine
from devices.port import BackingOff, Connecting, Identifying, PortState, Stopped, Working
from devices.scanner import (
    CodeForm,
    KnownCode,
    LineScanner,
    ScanResult,
    UnknownCode,
    Unreadable,
    WedgeDecoder,
    recognised,
)
from devices.scanner.wedge import GAP_S, Scanned, Typed
from devices.supervisor import Supervisor
from shared.domain.devices import DeviceState
from shared.log import logger


class Scanning(QObject):
    """What a scanner sees, told on the GUI thread: `ticket` with its key, or `strange`.

    `state` is told when the scanner's port comes or goes.
    """

    ticket = Signal(str)
    strange = Signal()
    state = Signal(str, str)

    def __init__(self, scanner: LineScanner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        line = PollLine(scanner, self._heard)
        self._supervisor = Supervisor("scanner", line, self._told, cut=scanner.interrupt)

    def start(self) -> None:
        """Begin to listen; a port that is away is tried again and again."""
        self._supervisor.start()

    def stop(self) -> None:
        """Listen no more."""
        self._supervisor.stop()

    def _heard(self, results: list[ScanResult]) -> None:
        for result in results:
            match result:
                case KnownCode(groups=groups):
                    self.ticket.emit(groups["key"])
                case UnknownCode():
                    self.strange.emit()
                case Unreadable(why):
                    logger.warning("the scanner sent what is no code: %s", why)
                case _:
                    assert_never(result)

    def _told(self, state: PortState) -> None:
        match state:
            case Working():
                self.state.emit(DeviceState.WORKING, "")
            case BackingOff(reason=reason):
                self.state.emit(DeviceState.AWAY, reason)
            case Stopped(bug=bug):
                self.state.emit(DeviceState.OFF, bug)
            case Connecting() | Identifying():
                return
            case _:
                assert_never(state)


class Typing(QObject):
    """A scanner that types, told from people by its prefix and speed; what people type goes on."""

    ticket = Signal(str)
    strange = Signal()

    def __init__(
        self,
        decoder: WedgeDecoder,
        forms: tuple[CodeForm, ...],
        window: QQuickWindow,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(window)
        self._decoder = decoder
        self._forms = forms
        self._window = window
        self._clock = clock
        self._handing_on = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(lambda: self._take(self._decoder.flush(self._clock())))
        window.installEventFilter(self)

    def stop(self) -> None:
        """Take the keys no more."""
        self._window.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the characters that are typed; keys without one pass."""
        if self._handing_on or not isinstance(event, QKeyEvent) or not event.text():
            return False
        if event.isAutoRepeat():  # nobody's scanner holds a key down
            return False
        if event.type() is QEvent.Type.KeyPress:
            self._take(self._decoder.feed(event.text(), self._clock()))
            if self._decoder.holds:
                self._timer.start(round(GAP_S * 1000) + 1)
        return True

    def _take(self, keys: list[Typed | Scanned]) -> None:
        for one in keys:
            if isinstance(one, Typed):
                self._hand_on(one.text)
                continue
            match recognised(one.text, self._forms):
                case KnownCode(groups=groups):
                    self.ticket.emit(groups["key"])
                case UnknownCode():
                    self.strange.emit()

    def _hand_on(self, text: str) -> None:
        """Let the window have what a person typed."""
        self._handing_on = True
        for character in text:
            key = _KEYS.get(character, ord(character.upper()))
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, character)
                QCoreApplication.sendEvent(self._window, event)
        self._handing_on = False


_KEYS = {
    "\r": Qt.Key.Key_Return.value,
    "\t": Qt.Key.Key_Tab.value,
    "\b": Qt.Key.Key_Backspace.value,
    "\x1b": Qt.Key.Key_Escape.value,
}
