"""朗读 by touch: it begins at once, stops when something is pressed, and the kiosk outlives it."""

import math
from collections.abc import Callable
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from kiosk.pages import Paper
from kiosk.wiring import checks
from shared.config import KioskToml
from shared.doctor import Bad
from shared.storage.print_jobs import PrintState
from shared.usecases.context import Context
from shared.voice.speaker import USUAL_VOLUME, Spoken
from tests.kiosk.conftest import OpenKiosks
from tests.kiosk.test_window import FREQUENT, code_of
from tests.kiosk.walk.stations import tell
from tests.shared.voice.conftest import HandSink

LONG_MS = 60_000


class Listener:
    """A kiosk with a loudspeaker, and the words that were given to it."""

    def __init__(self, qtbot: QtBot, kiosks: OpenKiosks) -> None:
        self._qtbot = qtbot
        self.sink = HandSink()
        self.kiosk = kiosks(sink=self.sink)
        assert self.kiosk.voice is not None
        self.speaker = self.kiosk.voice.speaker
        self.said: list[Spoken] = []
        self.speaker.transcript = self.said.append
        self.speaker.late_s = math.inf

    def until(self, happened: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(happened, timeout=LONG_MS)

    def until_said(self, words: str) -> None:
        self.until(lambda: any(words in one.text for one in self.said))


@pytest.fixture
def listener(qtbot: QtBot, kiosks: OpenKiosks) -> Listener:
    return Listener(qtbot, kiosks)


def test_speech_with_a_finger(listener: Listener) -> None:
    kiosk, sink, speaker, said = listener.kiosk, listener.sink, listener.speaker, listener.said
    # Off, it says nothing, however much is pressed.
    kiosk.touch("take-number")
    kiosk.touch("back")
    kiosk.await_screen("home")
    assert not kiosk.has("volume-up")
    assert said == []

    # On, it begins at once; pressing something silences it, and what follows is read.
    sink.held = held = Event()
    kiosk.touch("mode-speech")
    listener.until_said("可以选：取号办事")
    listener.until(lambda: sink.sounding == 1)
    said.clear()
    kiosk.touch("take-number")
    listener.until(lambda: not speaker.speaking or bool(said))
    listener.until_said("要办哪件事？")
    assert not any("您好" in one.text for one in said)
    held.set()

    # Louder and softer without a word lost, never to silence, and told when nothing else is.
    listener.until(lambda: not speaker.speaking)
    said.clear()
    kiosk.touch("volume-up")
    listener.until_said("音量80")
    for _ in range(5):
        kiosk.touch("volume-down")
    assert sink.volume == 20

    # Who listens is there: a minute of speech is no minute without a touch.
    sink.held = held = Event()
    kiosk.touch("mode-language")
    listener.until_said("You can choose:")
    for _ in range(10):
        kiosk.idle(10)
    assert kiosk.model.presence.property("countdown") == 0
    held.set()
    listener.until(lambda: not speaker.speaking)


def test_sound_that_is_lost_and_comes_back(
    listener: Listener, ctx: Context, caplog: pytest.LogCaptureFixture
) -> None:
    kiosk, sink, speaker, said = listener.kiosk, listener.sink, listener.speaker, listener.said
    kiosk.touch("mode-language")
    kiosk.touch("mode-speech")
    kiosk.touch("take-number")
    # The slip's fate is told when it is known.
    kiosk.touch("item-" + code_of(ctx, FREQUENT))
    kiosk.await_screen("done")
    listener.until_said("Your number C001")
    said.clear()
    tell(kiosk, PrintState.CONFIRMED)
    listener.until(lambda: kiosk.model.ticket.property("paper") == Paper.TAKE)
    listener.until_said("Please take your ticket")

    # No sound: the screen goes on, the doctor knows; sound again: the page is read anew.
    sink.lost = True
    kiosk.touch("volume-up")
    listener.until(lambda: "kiosk K1 is silent (unplugged)" in caplog.text)
    listener.until(lambda: not kiosk.model.speech._audible)
    assert not speaker.speaking  # nothing waits: 还在吗 comes as ever
    found = {check.name: check.result for check in checks(ctx.config)}
    assert isinstance(found["kiosk K1 voice"], Bad)
    said.clear()
    kiosk.touch("add-errand")
    kiosk.await_screen("items")
    assert said == []
    sink.lost = False
    listener.until_said("What else for C001")

    # The next visitor finds it off, and as loud as ever.
    kiosk.idle(61)
    listener.until(lambda: not speaker.speaking)
    kiosk.idle(90)
    kiosk.await_screen("home")
    assert not kiosk.model.speech.property("on")
    assert sink.volume == USUAL_VOLUME
    assert "C001" not in caplog.text


def test_a_kiosk_without_a_loudspeaker_has_no_switch_for_it(kiosks: OpenKiosks) -> None:
    kiosk = kiosks(toml=KioskToml("K1", "sim:printer", speaker="none"))
    kiosk.await_screen("home")
    assert kiosk.has("mode-large")
    assert not kiosk.has("mode-speech")
