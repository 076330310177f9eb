"""Every screen in every orientation: nothing cut, nothing on top of other words, all in reach."""

from collections.abc import Callable, Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF

from kiosk.app import load_offer
from shared.domain.events import Fact, PrintChanged
from shared.domain.slip_trouble import SlipTrouble
from shared.feed import Lost
from shared.storage.print_jobs import PrintState
from shared.usecases.context import Context
from tests.kiosk.conftest import Elsewhere, OpenKiosks, Seconds
from tests.kiosk.screen import KioskScreen, SeenText
from tests.kiosk.test_window import AT_NINE, code_of, in_the_evening

FRAMES_TO_REST = 10
SIZES = [(1080, 1920), (1920, 1080), (1024, 768)]
TARGET_MM, GAP_MM = 12.7, 2.54
PANEL_MM, PANEL_PX = 268.0, 1080
"""A 21.5-inch panel, upright."""
PX_PER_MM = PANEL_PX / PANEL_MM
CAPITAL = 0.733
"""Height of a capital letter of the type, as a part of its size."""
CAPITAL_MM = 4.8
LONGEST = 3


def gap(one: QRectF, other: QRectF) -> float:
    """Return the distance of two rectangles, 0 when they touch."""
    x = max(one.left() - other.right(), other.left() - one.right(), 0)
    y = max(one.top() - other.bottom(), other.top() - one.bottom(), 0)
    return max(x, y)


def faults(kiosk: KioskScreen, within: str = "") -> list[str]:
    """Name whatever is wrong with the screen once its layout has come to rest."""
    found: list[str] = []
    for _ in range(FRAMES_TO_REST):
        kiosk.frame()
        kiosk.frame()
        found = _faults(kiosk, within)
        if not found:
            break
    return found


def _faults(kiosk: KioskScreen, within: str) -> list[str]:
    texts = [one for one in kiosk.texts(within) if one.seen.width() > 0 and one.seen.height() > 0]
    assert texts
    return [*_words(texts), *_overlaps(texts), *_targets(kiosk, within)]


def _words(texts: list[SeenText]) -> Iterator[str]:
    for one in texts:
        if one.cut:
            yield f"cut: {one.text}"
        # Half a pixel for rounding; a line scrolled half away is no fault of the line.
        room = one.ground.adjusted(-1, -1, 1, 1)
        if not room.contains(one.painted):
            yield f"beyond its surface: {one.text} {one.painted} {one.ground}"


def _overlaps(texts: list[SeenText]) -> Iterator[str]:
    for one, other in combinations(texts, 2):
        both = one.seen.intersected(other.seen)
        if both.width() > 1 and both.height() > 1:
            yield f"overlap: {one.text} / {other.text}"


def _targets(kiosk: KioskScreen, within: str) -> Iterator[str]:
    targets = [one for one in kiosk.targets(within) if one.seen == one.area]
    if kiosk.window.width() == PANEL_PX:
        for one in targets:
            if min(one.area.width(), one.area.height()) < TARGET_MM * PX_PER_MM:
                yield f"too small: {one.name} {one.area}"
    for one, other in combinations(targets, 2):
        if one.area.intersects(other.area):
            yield f"targets overlap: {one.name} / {other.name}"
        elif kiosk.window.width() == PANEL_PX and gap(one.area, other.area) < GAP_MM * PX_PER_MM:
            yield f"too near: {one.name} / {other.name}: {gap(one.area, other.area)}"


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def opened(request: pytest.FixtureRequest, kiosks: OpenKiosks) -> Callable[..., KioskScreen]:
    width, height = request.param

    def show(context: Context | None = None) -> KioskScreen:
        return kiosks(context, width, height)

    return show


def test_home_and_items(opened: Callable[..., KioskScreen], ctx: Context) -> None:
    kiosk = opened()
    assert faults(kiosk) == []
    kiosk.model.onFeedState(Lost("gone"))
    assert faults(kiosk) == []
    kiosk.touch("take-number")
    kiosk.await_screen("items")
    assert faults(kiosk) == []
    for way in ("way-type", "way-department"):
        kiosk.touch(way)
        kiosk.await_screen("items")
        assert faults(kiosk) == []
        groups = [one.name for one in kiosk.targets() if one.name.startswith("group-")]
        for group in groups:
            kiosk.model.enterGroup(group.removeprefix("group-"))
            assert faults(kiosk) == []
            kiosk.model.back()


def test_the_longest_names(opened: Callable[..., KioskScreen], ctx: Context) -> None:
    kiosk = opened()
    kiosk.touch("take-number")
    kiosk.await_screen("items")
    entries = sorted(load_offer(ctx).entries, key=lambda one: -len(one.name))
    for entry in entries[:LONGEST]:
        kiosk.model.clear()
        for letter in entry.initials:
            kiosk.model.typeLetter(letter)
        kiosk.until(lambda: kiosk.has("item-" + entry.code))  # noqa: B023
        assert faults(kiosk) == [], entry.name
        kiosk.model.chooseItem(entry.code)
        kiosk.until(lambda: kiosk.has("number"))
        for state in PrintState:
            tell(kiosk, state)
            assert faults(kiosk) == [], (entry.name, state)
        kiosk.model.finish()
        kiosk.model.takeNumber()


def tell(kiosk: KioskScreen, state: PrintState, trouble: str = "") -> None:
    """Tell the kiosk of the slip of its number."""
    event = PrintChanged(kiosk.read("number"), 1, state, "", trouble)
    kiosk.model.onFacts([Fact(1, kiosk.model._ctx.clock(), event)])


def test_a_green_number_with_many_ahead(
    opened: Callable[..., KioskScreen], elsewhere: Elsewhere, monotonic: Seconds
) -> None:
    elsewhere("for _ in range(130): issue_ticket(ctx, Request(green=True))")
    kiosk = opened()
    kiosk.until(lambda: kiosk.model.property("waiting") == 130)
    assert faults(kiosk) == []
    kiosk.touch("green-channel")
    kiosk.await_screen("done")
    for state in PrintState:
        tell(kiosk, state)
        assert faults(kiosk) == [], state
    for trouble in SlipTrouble:
        tell(kiosk, PrintState.PENDING)
        tell(kiosk, PrintState.FAILED, trouble)
        assert faults(kiosk) == [], trouble
    monotonic.now += 31
    kiosk.model.tick()
    assert faults(kiosk, "still-there") == []


def test_notices(
    opened: Callable[..., KioskScreen], changed: Callable[..., Context], ctx: Context
) -> None:
    kiosk = opened(in_the_evening(changed(AT_NINE)))
    for name in ("公司设立登记", "户政业务办理", "不动产登记"):
        kiosk.model.takeNumber()
        kiosk.model.chooseItem(code_of(ctx, name))
        kiosk.until(lambda: kiosk.has("notice"))
        assert faults(kiosk) == []
        kiosk.model.finish()


def test_words_on_the_panel_are_large_enough(kiosks: OpenKiosks) -> None:
    kiosk = kiosks()
    for touched in ("", "take-number"):
        if touched:
            kiosk.touch(touched)
        small = {
            one.text: one.size
            for one in kiosk.texts()
            if one.size * CAPITAL < CAPITAL_MM * PX_PER_MM
        }
        assert small == {}


def test_a_hall_with_a_long_name(
    opened: Callable[..., KioskScreen], changed: Callable[..., Context]
) -> None:
    name = "四川省德阳市罗江区经济开发区政务服务和公共资源中心"[:24]
    desk = 'name = "咨询、引导、帮办代办与投诉受理综合服务台"'
    kiosk = opened(
        changed(
            AT_NINE,
            ('name = "罗江经开区政务服务中心"', f'name = "{name}"'),
            ('name = "咨询服务台"', desk),
        )
    )
    assert faults(kiosk) == []
    kiosk.model.takeNumber()
    assert faults(kiosk) == []
    kiosk.model.finish()
    kiosk.model.greenChannel()
    kiosk.until(lambda: kiosk.model.property("screen") != "home")
    assert faults(kiosk) == []
    kiosk.model.onFeedState(Lost("gone"))
    kiosk.model.finish()
    assert faults(kiosk) == []
