"""A scanner that types: its codes told from what people type, by prefix and speed."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickWindow

from devices.scanner import CodeForm, ScanResult, WedgeDecoder, recognised
from devices.scanner.wedge import GAP_S, Scanned, Typed


class TypingScanner(QObject):
    """Takes the scanner's keys out of a window's; what people type goes on."""

    def __init__(
        self,
        decoder: WedgeDecoder,
        forms: tuple[CodeForm, ...],
        heard: Callable[[ScanResult], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._decoder = decoder
        self._forms = forms
        self._heard = heard
        self._clock = clock
        self._window: QQuickWindow | None = None
        self._handing_on = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(lambda: self._take(self._decoder.flush(self._clock())))

    def follow(self, window: QQuickWindow) -> None:
        """Take the keys of a window from now on."""
        self._window = window
        window.installEventFilter(self)

    def stop(self) -> None:
        """Take the keys no more."""
        if self._window is not None:
            self._window.removeEventFilter(self)
            self._window = None

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
            self._heard(recognised(one.text, self._forms))

    def _hand_on(self, text: str) -> None:
        """Let the window have what a person typed."""
        self._handing_on = True
        for character in text:
            key = _KEYS.get(character, ord(character.upper()))
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, character)
                if self._window is not None:
                    QCoreApplication.sendEvent(self._window, event)
        self._handing_on = False


_KEYS = {
    "\r": Qt.Key.Key_Return.value,
    "\t": Qt.Key.Key_Tab.value,
    "\b": Qt.Key.Key_Backspace.value,
    "\x1b": Qt.Key.Key_Escape.value,
}
