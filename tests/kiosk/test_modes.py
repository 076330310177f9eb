"""大字, 高对比, 低位, 朗读, English: switched by touch, combined, and gone with the visitor."""

import logging
import re

import pytest
from PySide6.QtCore import QCoreApplication

from kiosk.modes import Modes
from shared.domain.errors import Unavailable
from shared.usecases.context import Context
from tests.kiosk.conftest import OpenKiosks
from tests.kiosk.screen import KioskScreen
from tests.kiosk.test_window import FREQUENT, code_of

SWITCHES = ["mode-large", "mode-contrast", "mode-speech", "mode-low", "mode-language"]


def switched(kiosk: KioskScreen) -> Modes:
    found: Modes = kiosk.model.visit.visit.modes
    return found


def test_all_at_once_and_gone_with_the_visitor(kiosk: KioskScreen, ctx: Context) -> None:
    for name in SWITCHES:
        kiosk.touch(name)
        kiosk.await_screen("home")
    assert "Take a number" in kiosk.words()
    kiosk.touch("take-number")
    kiosk.touch("item-" + code_of(ctx, FREQUENT))
    kiosk.await_screen("done")
    words = kiosk.words()
    assert "Please wait near windows 3, 4" in words
    assert kiosk.read("mode-large", "checked")
    kiosk.touch("done")
    kiosk.await_screen("home")
    assert switched(kiosk) == Modes()
    assert "取号办事" in kiosk.words()
    assert not any(kiosk.read(name, "checked") for name in SWITCHES)
    assert kiosk.read("mode-large") == "大字"


def test_modes_stay_on_the_way_back(kiosk: KioskScreen) -> None:
    kiosk.touch("mode-language")
    kiosk.touch("take-number")
    kiosk.touch("back")
    kiosk.await_screen("home")
    assert "Take a number" in kiosk.words()


def test_modes_left_on_at_home_end_by_themselves(kiosk: KioskScreen) -> None:
    kiosk.touch("mode-large")
    kiosk.idle(59)
    assert not kiosk.has("still-here")
    kiosk.idle(1)
    assert kiosk.has("still-here")
    kiosk.idle(20)
    assert switched(kiosk) == Modes()
    assert not kiosk.has("still-here")


def test_what_was_refused_is_told_in_the_language_shown(kiosk: KioskScreen, ctx: Context) -> None:
    kiosk.touch("take-number")
    kiosk.touch("item-" + code_of(ctx, FREQUENT))
    kiosk.await_screen("done")
    kiosk.touch("add-errand")
    kiosk.await_screen("items")
    kiosk.touch("item-" + code_of(ctx, FREQUENT))
    kiosk.await_screen("notice")
    assert kiosk.read("notice") == "C001已经包括这件事"
    kiosk.touch("mode-language")
    kiosk.until(lambda: bool(kiosk.read("notice") == "C001 is for this already"))


def test_a_language_that_was_not_built_leaves_the_kiosk_as_it_is(
    kiosk: KioskScreen, caplog: pytest.LogCaptureFixture
) -> None:
    def gone(_language: str) -> None:
        raise Unavailable("the words of en were not built", "run: make words")

    kiosk.model.modes._use_language = gone
    kiosk.touch("mode-language")
    assert "取号办事" in kiosk.words()
    assert "were not built" in caplog.text


def test_the_low_page_is_within_reach_and_says_where_to_touch(kiosk: KioskScreen) -> None:
    kiosk.touch("mode-low")
    kiosk.frame()
    assert "请在下方操作" in kiosk.words()
    top = (900 + 476 - 1220) / 476 * kiosk.window.height()
    assert min(one.area.top() for one in kiosk.targets()) >= top


def test_where_all_is_within_reach_there_is_no_low_switch(kiosks: OpenKiosks) -> None:
    kiosk = kiosks(width=1920, height=1080)
    kiosk.await_screen("home")
    assert kiosk.has("mode-large")
    assert not kiosk.has("mode-low")


def test_nothing_of_a_visitor_is_left_on_screen_or_in_logs(
    kiosk: KioskScreen, ctx: Context, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    fresh = sorted(kiosk.words().splitlines())
    kiosk.touch("mode-contrast")
    kiosk.touch("take-number")
    for letter in "bzz":
        kiosk.touch(f"key-{letter}")
    kiosk.touch("item-" + code_of(ctx, FREQUENT))
    kiosk.await_screen("done")
    number, key = kiosk.read("number"), kiosk.model.ticket.property("code")
    kiosk.idle(21)
    kiosk.idle(50)
    kiosk.await_screen("home")
    kiosk.until(lambda: kiosk.model.waiting.property("total") == 1)
    now = sorted(kiosk.words().splitlines())
    moving = re.compile(r"等候|^\d\d:\d\d$")  # people come, minutes pass
    assert [line for line in now if not moving.search(line)] == [
        line for line in fresh if not moving.search(line)
    ]
    assert number not in caplog.text
    assert key not in caplog.text
    assert "bzz" not in caplog.text
    assert QCoreApplication.translate("HomePage", "取号办事") == "取号办事"


def test_frantic_switching_breaks_nothing(kiosk: KioskScreen) -> None:
    kiosk.await_screen("home")
    for _ in range(5):
        for name in SWITCHES:
            kiosk.tap(kiosk.where(name))
    kiosk.frame()
    assert switched(kiosk).large
    assert kiosk.page == "HomePage"
