"""Somebody who cannot see the kiosk: keys, and what the loudspeaker played. Nothing else."""

import math

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from shared.voice.speaker import Spoken
from tests.kiosk.screen import KioskScreen
from tests.shared.voice.conftest import HandSink

PATIENCE_MS = 60_000
"""How long something is waited for; only a failure takes it."""

MANY = 150


class Ear:
    """Presses keys and hears. What was said is known from its samples, as the sink got them."""

    def __init__(self, qtbot: QtBot, kiosk: KioskScreen, sink: HandSink) -> None:
        self._qtbot = qtbot
        self._kiosk = kiosk
        self._sink = sink
        self._known: dict[bytes, str] = {}
        self._said = 0
        self._heard = 0
        self.languages: set[str] = set()
        assert kiosk.voice is not None
        self._speaker = kiosk.voice.speaker
        self._speaker.transcript = self._note
        self._speaker.late_s = math.inf  # on a busy machine a word may come late; here it must come
        self.last: list[str] = []

    def press(self, key: Qt.Key) -> list[str]:
        """Press a key and listen until all is said; returns what was heard since."""
        before = self._said
        QTest.keyClick(self._kiosk.window, key)
        self._qtbot.waitUntil(
            lambda: self._said > before and not self._speaker.speaking, timeout=PATIENCE_MS
        )
        return self._listen()

    def listen_for(self, words: str) -> list[str]:
        """Listen until these words were heard, and all is said; returns what was heard."""
        heard = [*self.last]

        def there() -> bool:
            heard.extend(self._listen())
            return any(words in one for one in heard) and not self._speaker.speaking

        self._qtbot.waitUntil(there, timeout=PATIENCE_MS)
        self.last = [*heard, *self._listen()]
        return self.last

    def find(self, words: str, key: Qt.Key = Qt.Key.Key_Down) -> None:
        """Go from control to control until one says these words."""
        first: list[str] = []
        for _ in range(MANY):
            heard = self.press(key)
            if heard and heard[0].startswith(words):
                return
            assert heard != first, f"{words} is nowhere: back at {first}"
            first = first or heard
        raise AssertionError(f"{words} is not heard")

    def choose(self, words: str, then: str) -> list[str]:
        """Go to a control, press it, and hear what comes of it."""
        self.find(words)
        self.press(Qt.Key.Key_Select)
        return self.listen_for(then)

    def _note(self, spoken: Spoken) -> None:
        pieces = self._speaker.reader.pieces(spoken.text, spoken.language)
        self._known[self._speaker.book.render(pieces).tobytes()] = spoken.text
        self.languages.add(spoken.language)
        self._said += 1

    def _listen(self) -> list[str]:
        new = self._sink.heard[self._heard :]
        self._heard += len(new)
        self.last = [self._known[pcm.tobytes()] for _at, pcm in new]
        return self.last
