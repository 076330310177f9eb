"""What the walk does not hold: the longest names, a long hall, many people, closed queues."""

from collections.abc import Callable

import pytest

from kiosk.modes import Modes
from shared.domain.events import Fact, PrintChanged
from shared.domain.slip_trouble import SlipTrouble
from shared.feed import Lost
from shared.storage.print_jobs import PrintState
from shared.usecases.context import Context
from tests.kiosk.conftest import Elsewhere, OpenKiosks
from tests.kiosk.screen import KioskScreen
from tests.kiosk.test_window import AT_NINE, code_of, in_the_evening
from tests.kiosk.walk.checks import measure
from tests.kiosk.walk.settings import PANELS, PanelSize, Setting
from tests.kiosk.walk.stations import begin

FRAMES_TO_REST = 10
LONGEST = 2


def faults(kiosk: KioskScreen, setting: Setting, within: str = "") -> list[str]:
    """Name whatever is wrong with the screen once its layout has come to rest."""
    found: list[str] = []
    for _ in range(FRAMES_TO_REST):
        kiosk.frame()
        kiosk.frame()
        found = measure(kiosk, setting, within).faults
        if not found:
            break
    return found


@pytest.fixture(params=PANELS, ids=lambda panel: panel.name)
def panel(request: pytest.FixtureRequest) -> PanelSize:
    found: PanelSize = request.param
    return found


def test_the_longest_names(panel: PanelSize, kiosks: OpenKiosks) -> None:
    kiosk = kiosks(toml=panel.toml())
    large = Setting(panel, Modes(large=True))
    begin(kiosk, large.modes)
    entries = sorted(kiosk.model._items._offer.entries, key=lambda one: -len(one.name))
    for entry in entries[:LONGEST]:
        kiosk.model.visit.takeNumber()
        for letter in entry.initials:
            kiosk.model.items.typeLetter(letter)
        kiosk.until(lambda: kiosk.has("item-" + entry.code))  # noqa: B023
        assert faults(kiosk, large) == [], entry.name
        kiosk.model.items.choose(entry.code)
        kiosk.await_page("DonePage")
        for state in (PrintState.PENDING, PrintState.FAILED, PrintState.CONFIRMED):
            event = PrintChanged(kiosk.model.ticket.property("number"), 1, state)
            kiosk.model.onFacts([Fact(1, kiosk.ctx.clock(), event)])
            assert faults(kiosk, large) == [], (entry.name, state)
        begin(kiosk, large.modes)


def test_many_people(panel: PanelSize, kiosks: OpenKiosks, elsewhere: Elsewhere) -> None:
    elsewhere("for _ in range(130): issue_ticket(ctx, Request(green=True))")
    kiosk = kiosks(toml=panel.toml())
    usual = Setting(panel, Modes())
    kiosk.until(lambda: kiosk.model.waiting.property("total") == 130)
    assert faults(kiosk, usual) == []
    kiosk.model.ticket.greenChannel()
    kiosk.await_page("DonePage")
    assert faults(kiosk, usual) == []
    number = kiosk.model.ticket.property("number")
    for trouble in SlipTrouble:
        for state in (PrintState.PENDING, PrintState.FAILED):
            event = PrintChanged(number, 1, state, "", trouble)
            kiosk.model.onFacts([Fact(1, kiosk.ctx.clock(), event)])
        assert faults(kiosk, usual) == [], trouble


def test_closed_queues(
    panel: PanelSize, kiosks: OpenKiosks, changed: Callable[..., Context], ctx: Context
) -> None:
    kiosk = kiosks(in_the_evening(changed(AT_NINE)), toml=panel.toml())
    for name in ("公司设立登记", "户政业务办理", "不动产登记"):
        begin(kiosk, Modes())
        kiosk.model.visit.takeNumber()
        kiosk.model.items.choose(code_of(ctx, name))
        kiosk.await_page("NoticePage")
        assert faults(kiosk, Setting(panel, Modes())) == []


def test_a_hall_with_a_long_name(
    panel: PanelSize, kiosks: OpenKiosks, changed: Callable[..., Context]
) -> None:
    name = "四川省德阳市罗江区经济开发区政务服务和公共资源中心"[:24]
    desk = 'name = "咨询、引导、帮办代办与投诉受理综合服务台"'
    context = changed(
        AT_NINE,
        ('name = "罗江经开区政务服务中心"', f'name = "{name}"'),
        ('name = "咨询服务台"', desk),
    )
    kiosk = kiosks(context, toml=panel.toml())
    usual = Setting(panel, Modes())
    assert faults(kiosk, usual) == []
    kiosk.model.visit.takeNumber()
    assert faults(kiosk, usual) == []
    kiosk.model.visit.finish()
    kiosk.model.ticket.greenChannel()
    kiosk.until(lambda: kiosk.page != "HomePage")
    assert faults(kiosk, usual) == []
    kiosk.model.onFeedState(Lost("gone"))
    kiosk.model.visit.finish()
    assert faults(kiosk, usual) == []


def test_the_height_of_capitals_is_what_the_checks_take_it_for(kiosk: KioskScreen) -> None:
    kiosk.touch("green-channel")
    kiosk.await_screen("done")
    kiosk.frame()
    number = next(one for one in kiosk.texts() if one.text == "G001")
    picture = kiosk.picture().copy(number.painted.toAlignedRect())
    ground = picture.pixel(0, 0)
    rows = [
        y
        for y in range(picture.height())
        if any(
            picture.pixel(x, y) != ground for x in range(picture.width() * 3 // 4, picture.width())
        )
    ]
    assert (rows[-1] - rows[0]) / number.size == pytest.approx(0.733, abs=0.03)
