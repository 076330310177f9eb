"""Who serves at a window, on its LED and its pad, over real wires; and what each board reads."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from devices.pad.screen import Away, Idle, ScreenPadClient, ScreenPadSimulator, Serving
from devices.pad.screen import Staff as PadStaff
from devices.transport import transport_for
from display.windows.people import four_facts
from display.windows.texts import page_at, window_view
from shared.config.secret import PAD_KEY, hall_secret
from shared.domain.post import Leave
from shared.usecases import posts
from shared.usecases.cases import open_case
from shared.usecases.day import close_day
from shared.usecases.posts import shown_now
from shared.usecases.queries import snapshot
from shared.usecases.staff import keep_staff
from tests.display.windows.conftest import Desk
from tests.display.windows.test_screen_line import WAS, free_port
from tests.support.halls import COMPANY, MONDAY_10, SampleHall
from tests.support.staff import WANG, employ, meeting

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(64))
PAGE_S = 0.4
LONG_S = 60.0


def test_a_page_stays_as_long_as_it_is() -> None:
    pages = ("王芳 离岗", "去向：三楼会议室东侧第二间办公室")
    assert page_at(pages, 160, 0.0) == ("王芳 离岗", 6.0)
    assert page_at(pages, 160, 5.0) == ("王芳 离岗", 1.0)
    assert page_at(pages, 160, 6.0) == (pages[1], 12.0)
    assert page_at(pages, 160, 18.5) == ("王芳 离岗", 5.5)


def test_the_four_facts_say_when() -> None:
    leave = Leave("开会", "三楼", "8001", MONDAY_10 + timedelta(hours=1, minutes=5))
    assert four_facts(leave, MONDAY_10)[3] == "返岗时间：11:05"
    assert four_facts(leave, MONDAY_10 - timedelta(days=1))[3] == "返岗时间：11月23日11:05"


def pages(hall: SampleHall, window: int) -> tuple[str, ...]:
    ctx = hall.ctx
    view = window_view(ctx.hall.window(window), snapshot(ctx), shown_now(ctx), hall.clock())
    return view.pages


def test_what_a_board_reads(hall: SampleHall) -> None:
    employ(hall)
    assert pages(hall, 3) == ("3号窗口 分领域综窗·市场监管 暂停服务",)
    posts.sign_in(hall.ctx, 3, "1001")
    posts.sign_in(hall.ctx, 4, "1003")
    assert pages(hall, 3) == ("3号窗口 分领域综窗·市场监管 党员 王芳",)
    close_day(hall.ctx, "陈")
    hall.clock.now = MONDAY_10.replace(hour=17, minute=20)
    told = {"item": COMPANY, "window": "4", "staff": "赵敏", "kind": "at_once"}
    told |= {"begun": "2026-11-23T17:20", "higher_network": "no"}
    open_case(hall.ctx, "extended_hours", told)
    assert pages(hall, 4) == ("4号窗口 分领域综窗·市场监管 赵敏 延时服务",)
    posts.sign_out(hall.ctx, 3)
    assert pages(hall, 3) == ("3号窗口 已下班",)


class PowerPad:
    """A pad with a screen that forgets everything when its power goes."""

    def __init__(self, desk: Desk, port: int) -> None:
        self._desk, self._port = desk, port
        self.plug_in()

    def plug_in(self) -> None:
        self.shows = ScreenPadSimulator("PAD3", hall_secret(self._desk.hall.folder, PAD_KEY))
        self.shows.on_change = self._desk.changed.set
        wire = transport_for(f"tcp://127.0.0.1:{self._port}")
        self._client = ScreenPadClient(self.shows, wire)
        self._client.start()

    def pull_out(self) -> None:
        self._client.stop()

    @property
    def scene(self) -> object:
        return self.shows.shown.scene if self.shows.shown else None


@pytest.fixture
def staffed(hall: SampleHall, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Desk, PowerPad]]:
    """Window 3 with its LED and a pad with a screen; pages turn fast."""
    monkeypatch.setattr("display.windows.texts.PAGE_S", PAGE_S)
    monkeypatch.setattr("tests.display.windows.conftest.PATIENCE_S", LONG_S)
    employ(hall)
    (hall.folder / "photos").mkdir()
    (hall.folder / "photos" / "1001.png").write_bytes(PNG)
    keep_staff(hall.ctx, [replace(WANG, photo="1001.png")])
    port = free_port()
    hall.rewrite((WAS, f'pad = "screen+listen://127.0.0.1:{port}?id=PAD3"'))
    desk = Desk(hall)
    pad = PowerPad(desk, port)
    desk.serve()
    yield desk, pad
    pad.pull_out()
    desk.close()


def test_led_and_pad_tell_who_serves_and_where_they_are(staffed: tuple[Desk, PowerPad]) -> None:
    desk, pad = staffed
    ctx = desk.hall.ctx
    wang = PadStaff("王芳", "市场监管局 窗口负责人", "1001", True, PNG)
    li = PadStaff("李强", "市场监管局 科员", "1002")
    desk.until(lambda: pad.scene == Idle(), "nobody is there yet")
    desk.until(lambda: desk.led(3).endswith("暂停服务"), desk.led(3))
    posts.sign_in(ctx, 3, "1001")
    desk.until(lambda: desk.led(3).endswith("市场监管 党员 王芳"), desk.led(3))
    desk.until(lambda: pad.scene == Idle(wang), "who serves")
    desk.hall.numbers(1)
    desk.hall.call(3)
    desk.called(3, "C001")
    desk.until(lambda: pad.scene == Serving("C001", wang), "who is served by whom")
    desk.hall.clock.forward(minutes=1)
    posts.leave(ctx, 3, meeting(desk.hall))  # C001 was called before: now the message counts
    facts = {"3号窗口 王芳 离岗", "事由：开会", "去向：三楼会议室", "联系方式：8001"}
    facts.add("返岗时间：11:01")
    seen: set[str] = set()

    def all_seen() -> bool:
        seen.add(desk.led(3))
        return facts <= seen

    desk.until(all_seen, f"{facts - seen}")
    message = "事由：开会，去向：三楼会议室，联系方式：8001，返岗时间：11:01"
    desk.until(lambda: pad.scene == Away(message, wang), "the message")
    pad.pull_out()
    pad.plug_in()
    desk.until(lambda: pad.scene == Away(message, wang), "told again after its power was gone")
    posts.take_over(ctx, 3, "1002")
    desk.until(lambda: pad.scene == Serving("C001", li), "B serves")
    desk.called(3, "C001")
    posts.come_back(ctx, 3, "一件已办")
    desk.until(lambda: pad.scene == Serving("C001", wang), "A serves again")
