"""The kiosk without a touch: an audio keypad's arrows, tab, select, volume and help."""

import pytest
from PySide6.QtCore import Qt

from kiosk.modes import Contrast
from shared.usecases.context import Context
from tests.kiosk.conftest import OpenKiosks
from tests.kiosk.screen import KioskScreen
from tests.kiosk.test_window import FREQUENT, code_of, issued
from tests.kiosk.walk.stations import STATIONS, Station

MANY = 150
FOOTER = ["mode-large", "mode-contrast", "mode-speech", "mode-low", "mode-language"]
Key = Qt.Key


def go_to(kiosk: KioskScreen, name: str, key: Key = Key.Key_Down) -> None:
    """Press an arrow until a control has the focus."""
    for _ in range(MANY):
        if kiosk.focused() == name:
            return
        kiosk.press(key)
    raise AssertionError(f"{name} is not reached")


def ready(kiosk: KioskScreen, screen: str) -> None:
    kiosk.await_screen(screen)
    kiosk.frame()


def round_trip(kiosk: KioskScreen, key: Key) -> list[str]:
    """Press a key until the focus is where it began; returns what was passed."""
    kiosk.press(key)
    passed = [kiosk.focused()]
    for _ in range(MANY):
        kiosk.press(key)
        if kiosk.focused() == passed[0]:
            return passed
        passed.append(kiosk.focused())
    raise AssertionError(f"no end: {passed}")


@pytest.mark.parametrize("key", [Key.Key_Tab, Key.Key_Down, Key.Key_Right])
def test_the_way_through_home_is_complete_and_goes_round(kiosk: KioskScreen, key: Key) -> None:
    ready(kiosk, "home")
    passed = round_trip(kiosk, key)
    assert passed == [
        "take-number",
        "green-channel",
        "check-in",
        "look-up",
        "my-ticket",
        "ask-help",
        "report",
        *FOOTER,
    ]


def test_and_back(kiosk: KioskScreen) -> None:
    ready(kiosk, "home")
    forward = round_trip(kiosk, Key.Key_Tab)
    kiosk.press(Key.Key_Up)
    assert kiosk.focused() == forward[-1]
    backward = [forward[-1]]
    for _ in forward[1:]:
        kiosk.press(Key.Key_Backtab)
        backward.append(kiosk.focused())
    assert backward == forward[::-1]


def test_every_row_of_a_list_is_reached_and_left_again(kiosk: KioskScreen, ctx: Context) -> None:
    ready(kiosk, "home")
    go_to(kiosk, "take-number")
    kiosk.press(Key.Key_Return)
    ready(kiosk, "items")
    kiosk.until(lambda: kiosk.focused() != "")
    passed = round_trip(kiosk, Key.Key_Down)
    for name in ctx.hall.frequent:
        assert "item-" + code_of(ctx, name) in passed
    letters = [f"key-{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"]
    assert {*letters, "key-clear", "key-erase", "back", *FOOTER} <= set(passed)
    assert len(passed) == len(set(passed))
    for name in passed[1:12]:
        kiosk.press(Key.Key_Down)
        assert kiosk.focused() == name
        target = next(one for one in kiosk.targets() if one.name == name)
        assert target.seen == target.area  # scrolled into view


def test_a_whole_visit_by_keys(kiosk: KioskScreen, ctx: Context) -> None:
    ready(kiosk, "home")
    go_to(kiosk, "take-number")
    kiosk.press(Key.Key_Select)
    ready(kiosk, "items")
    for letter in (Key.Key_G, Key.Key_S, Key.Key_S, Key.Key_L):
        kiosk.press(letter)
    assert kiosk.read("typed", "typed") == "gssl"
    go_to(kiosk, "item-" + code_of(ctx, FREQUENT))
    kiosk.press(Key.Key_Enter)
    ready(kiosk, "done")
    assert kiosk.read("number") == "C001"
    kiosk.until(lambda: kiosk.focused() == "add-errand")
    go_to(kiosk, "done")
    kiosk.press(Key.Key_Return)
    ready(kiosk, "home")
    assert kiosk.touches == 0
    assert issued(ctx) == 1


def test_green_by_keys_alone(kiosk: KioskScreen) -> None:
    ready(kiosk, "home")
    go_to(kiosk, "green-channel", Key.Key_Tab)
    kiosk.press(Key.Key_Space)
    ready(kiosk, "done")
    assert kiosk.read("number") == "G001"


def test_a_key_held_down_gives_one_number(kiosk: KioskScreen, ctx: Context) -> None:
    ready(kiosk, "home")
    go_to(kiosk, "green-channel")
    for _ in range(20):
        kiosk.press(Key.Key_Return)
    ready(kiosk, "done")
    kiosk.opened.jobs.wait()
    assert issued(ctx) == 1


def test_help_volume_and_back(kiosk: KioskScreen) -> None:
    ready(kiosk, "home")
    for key in (Key.Key_Help, Key.Key_F1):
        kiosk.press(key)
        ready(kiosk, "help")
        assert "请到1号窗口咨询服务台，工作人员帮您。" in kiosk.words()
        kiosk.press(Key.Key_Escape)
        ready(kiosk, "home")
    before = kiosk.model.modes.property("volume")
    kiosk.press(Key.Key_VolumeUp)
    assert kiosk.model.modes.property("volume") == before + 20
    assert kiosk.model.modes.property("speech") is True
    kiosk.press(Key.Key_VolumeDown)
    assert kiosk.model.modes.property("volume") == before


def test_the_question_takes_the_focus_and_gives_it_back(kiosk: KioskScreen) -> None:
    ready(kiosk, "home")
    go_to(kiosk, "take-number")
    kiosk.press(Key.Key_Return)
    ready(kiosk, "items")
    kiosk.until(lambda: kiosk.focused() == "way-frequent")
    go_to(kiosk, "way-type")
    kiosk.idle(31)
    kiosk.until(lambda: kiosk.focused() == "still-here")
    kiosk.press(Key.Key_Return)
    assert not kiosk.has("still-here")
    kiosk.until(lambda: kiosk.focused() == "way-type")
    kiosk.until(lambda: bool(kiosk.read("way-type", "visualFocus")))


def test_keys_are_somebody(kiosk: KioskScreen) -> None:
    ready(kiosk, "home")
    go_to(kiosk, "take-number")
    kiosk.press(Key.Key_Return)
    ready(kiosk, "items")
    kiosk.idle(29)
    kiosk.press(Key.Key_Down)
    kiosk.idle(29)
    assert not kiosk.has("still-here")


@pytest.mark.parametrize("contrast", list(Contrast))
def test_the_focus_is_seen(kiosk: KioskScreen, contrast: Contrast) -> None:
    """A ring of two colours around the control, far from each other and one far from the ground."""
    ready(kiosk, "home")
    while kiosk.model.modes.property("contrast") != contrast:
        kiosk.model.modes.switchContrast()
    kiosk.frame()
    before = kiosk.picture()
    go_to(kiosk, "look-up")
    kiosk.frame()
    after = kiosk.picture()
    target = next(one for one in kiosk.targets() if one.name == "look-up").area.toRect()
    middle = target.center().x()
    changed = [
        (before.pixelColor(middle, y).name(), after.pixelColor(middle, y).name())
        for y in range(target.top() - 8, target.top() + 8)
        if before.pixel(middle, y) != after.pixel(middle, y)
    ]
    assert len(changed) >= 8
    assert len({now for _, now in changed}) >= 2


SAMPLED = {"details", "done-take", "done-printing", "notice", "help"}
COMPLETE = [
    pytest.param(one, id=one.name, marks=() if one.name in SAMPLED else (pytest.mark.proof,))
    for one in STATIONS
    if not one.only
]


@pytest.mark.parametrize("station", COMPLETE)
def test_the_way_through_every_page_is_complete(kiosk: KioskScreen, station: Station) -> None:
    ready(kiosk, "home")
    station.reach(kiosk)
    ready(kiosk, kiosk.page.removesuffix("Page").lower())
    passed = round_trip(kiosk, Key.Key_Tab)
    there = [one.name for one in kiosk.targets() if one.enabled]
    assert sorted(set(there) - set(passed)) == []
    assert len(passed) == len(set(passed))


def test_a_touch_takes_the_ring_away_again(kiosks: OpenKiosks) -> None:
    kiosk = kiosks()
    ready(kiosk, "home")
    go_to(kiosk, "take-number")
    kiosk.touch("take-number")
    ready(kiosk, "items")
    kiosk.frame()
    assert kiosk.focused() in ("", "take-number")
