"""Whole visits of somebody who cannot see: arrows, select, volume, help, and the speech alone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from shared.usecases.context import Context
from tests.kiosk.conftest import OpenKiosks
from tests.kiosk.ear import Ear
from tests.kiosk.screen import KioskScreen
from tests.kiosk.test_window import issued
from tests.kiosk.walk.stations import STATIONS, Station
from tests.shared.voice.conftest import HandSink
from tests.support.halls import COMPANY, SOCIAL_CARD

Key = Qt.Key
Hears = Callable[[], tuple[Ear, KioskScreen]]


@pytest.fixture
def hears(qtbot: QtBot, kiosks: OpenKiosks) -> Hears:
    """Stand before a kiosk with nothing but a keypad and an ear."""

    def stand() -> tuple[Ear, KioskScreen]:
        sink = HandSink()
        kiosk = kiosks(sink=sink)
        kiosk.await_screen("home")
        return Ear(qtbot, kiosk, sink), kiosk

    return stand


def begin(ear: Ear) -> list[str]:
    """The volume key is felt; the voice tells the rest."""
    ear.press(Key.Key_VolumeUp)
    return ear.listen_for("可以选：")


def leave(ear: Ear, kiosk: KioskScreen) -> None:
    """Say that all is done; the voice falls silent, for the next one may not want it."""
    ear.find("好了")
    kiosk.press(Key.Key_Select)
    kiosk.await_screen("home")
    assert not kiosk.model.speech.property("on")


def test_visits_by_ear_alone(hears: Hears, ctx: Context) -> None:
    ear, kiosk = hears()

    heard = begin(ear)
    assert heard[0] == "朗读已打开。上下键换选项，确认键选定，音量键调声音。"
    assert any(one.startswith("可以选：取号办事，绿色通道，预约签到") for one in heard)
    heard = ear.choose("取号办事", then="字母键盘")
    assert "要办哪件事？" in heard
    heard = ear.choose(COMPANY, then="可以选：")
    assert "您的号码 C001" in heard
    assert "请到3、4号窗口附近等候" in heard
    assert "前面还有：0 人" in heard

    heard = ear.choose("再加一件事", then="字母键盘")
    assert "C001再加哪件事？" in heard
    heard = ear.choose(SOCIAL_CARD, then="可以选：")
    assert "您的号码 C001" in heard
    assert any(one.startswith("办完后再到") for one in heard)
    assert issued(ctx) == 1
    leave(ear, kiosk)

    begin(ear)
    heard = ear.choose("绿色通道", then="可以选：")
    assert "绿色通道 · 您的号码 G001" in heard
    leave(ear, kiosk)
    assert issued(ctx) == 2
    assert kiosk.touches == 0


def test_help_search_and_english_by_ear(hears: Hears) -> None:
    ear, _kiosk = hears()
    begin(ear)
    ear.press(Key.Key_F1)
    assert "请到1号窗口咨询服务台，工作人员帮您。" in ear.listen_for("用按键")
    ear.choose("返回", then="可以选：")

    ear.choose("取号办事", then="字母键盘")
    for letter in (Key.Key_G, Key.Key_S, Key.Key_S, Key.Key_L):
        ear.press(letter)
    assert "g，s，s，l" in ear.listen_for("共 ")
    ear.find(COMPANY)
    assert ear.last[1].startswith("第1项，共")
    ear.press(Key.Key_F2)  # once more, please
    assert "要办哪件事？" in ear.listen_for("可以选：")
    ear.press(Key.Key_Escape)
    ear.listen_for("可以选：取号办事")

    ear.find("English", Key.Key_Up)
    heard = ear.press(Key.Key_Select)
    assert "Hello, how can we help?" in ear.listen_for("You can choose:"), heard
    assert ear.languages == {"zh_CN", "en"}
    heard = ear.choose("Green channel", then="You can choose:")
    assert "Green channel · your number G001" in heard
    ear.find("Done")


def test_the_question_is_heard_and_answered(hears: Hears) -> None:
    ear, kiosk = hears()
    begin(ear)
    ear.choose("取号办事", then="字母键盘")
    kiosk.idle(59)
    assert kiosk.model.presence.property("countdown") == 0
    kiosk.idle(2)
    heard = ear.listen_for("再看一会儿")
    assert "还在吗？" in heard
    kiosk.idle(1)
    assert kiosk.model.presence.property("countdown") > 0  # to hear it is no answer
    ear.press(Key.Key_Select)
    assert kiosk.model.presence.property("countdown") == 0
    kiosk.idle(60)
    kiosk.idle(20)
    kiosk.await_screen("home")
    assert not kiosk.model.speech.property("on")


HEARD = {"done-take"}
COMPLETE = [
    pytest.param(one, id=one.name, marks=() if one.name in HEARD else (pytest.mark.proof,))
    for one in STATIONS
    if not one.only
]


@pytest.mark.parametrize("station", COMPLETE)
def test_every_control_of_every_page_is_heard_and_left_again(
    station: Station, hears: Hears
) -> None:
    ear, kiosk = hears()
    ear.press(Key.Key_VolumeUp)
    station.reach(kiosk)
    kiosk.until(lambda: not kiosk.model.speech.speaking())
    kiosk.await_screen(kiosk.page.removesuffix("Page").lower())
    first = ear.press(Key.Key_Down)[-1]
    heard = {first}
    for _ in range(400):
        now = ear.press(Key.Key_Down)[0]
        if now in heard and heard >= {one.spoken for one in kiosk.targets() if one.enabled}:
            return
        heard.add(now)
    missing = {one.spoken for one in kiosk.targets() if one.enabled} - heard
    raise AssertionError(f"never heard: {missing}")
