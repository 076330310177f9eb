"""The kiosk's window over a real hall, touched as people touch it."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import text

from kiosk.viewmodels.ticket_model import TROUBLE
from shared.domain.ticket import TicketNumber
from shared.storage import items
from shared.usecases.context import Context
from shared.usecases.queries import show_ticket, waiting_now
from tests.kiosk.conftest import Change, Elsewhere, OpenKiosks
from tests.kiosk.screen import KioskScreen, plain

FREQUENT = "公司设立登记"
Changed = Callable[..., Context]


def code_of(ctx: Context, name: str) -> str:
    with ctx.database.read() as tx:
        item = items.find(tx, name)
    assert item is not None, name
    return item.code


def issued(ctx: Context) -> int:
    with ctx.database.read() as tx:
        return int(tx.scalar(text("SELECT count(*) FROM ticket")) or 0)


def test_two_touches_to_a_number(kiosk: KioskScreen, ctx: Context) -> None:
    kiosk.touch("take-number")
    kiosk.touch("item-" + code_of(ctx, FREQUENT))
    kiosk.await_screen("done")
    assert kiosk.touches == 2
    assert kiosk.read("number") == "C001"
    words = kiosk.words()
    assert FREQUENT in words
    assert "请到3、4号窗口附近等候" in words
    assert show_ticket(ctx, TicketNumber("C", 1)).print_state == "pending"


def test_one_touch_to_a_green_number(kiosk: KioskScreen) -> None:
    kiosk.touch("green-channel")
    kiosk.await_screen("done")
    assert kiosk.touches == 1
    assert kiosk.read("number") == "G001"
    assert "绿色通道 · 您的号码" in kiosk.words()


def test_search_by_letters(kiosk: KioskScreen, ctx: Context) -> None:
    kiosk.touch("take-number")
    for letter in "gssl":
        kiosk.touch(f"key-{letter}")
    assert kiosk.read("typed", "typed") == "gssl"
    names = [one.text for one in kiosk.texts() if one.target.startswith("item-")]
    assert names[0] == "<u><font color='#0b3a82'>公司设立</font></u>登记"
    assert kiosk.has("item-" + code_of(ctx, "非公司企业法人设立登记"))
    assert kiosk.read("way-search") == f"匹配 {kiosk.model.items.property('found')} 项"
    kiosk.touch("key-erase")
    assert kiosk.read("typed", "typed") == "gss"
    kiosk.touch("key-clear")
    assert not kiosk.has("way-search")
    for letter in "gssl":
        kiosk.touch(f"key-{letter}")
    kiosk.touch("item-" + code_of(ctx, FREQUENT))
    kiosk.await_screen("done")
    assert kiosk.read("number") == "C001"


def test_a_search_without_a_match_says_who_helps(kiosk: KioskScreen) -> None:
    kiosk.touch("take-number")
    for letter in "vvvv":
        kiosk.touch(f"key-{letter}")
    assert kiosk.model.items.property("found") == 0
    assert "没有找到？" in kiosk.words()
    assert "请到1号窗口咨询服务台，工作人员帮您查" in kiosk.words()


def test_by_department(kiosk: KioskScreen, ctx: Context) -> None:
    kiosk.touch("take-number")
    kiosk.touch("way-department")
    kiosk.touch("group-市场监督管理局")
    kiosk.until(lambda: kiosk.read("way-department") == "市场监督管理局")
    kiosk.touch("back")
    kiosk.touch("group-市场监督管理局")
    first = next(one for one in kiosk.targets() if one.name.startswith("item-"))
    kiosk.touch(first.name)
    kiosk.await_screen("done")
    assert kiosk.read("number") == "C001"


def test_by_type(kiosk: KioskScreen) -> None:
    kiosk.touch("take-number")
    kiosk.touch("way-type")
    kiosk.touch("group-公共服务")
    kiosk.until(lambda: kiosk.read("way-type") == "公共服务")
    kiosk.touch(next(one.name for one in kiosk.targets() if one.name.startswith("item-")))
    kiosk.await_screen("done")


AT_NINE: Change = ("from = 00:00:00\nto = 00:00:00", "from = 09:00:00\nto = 17:00:00")


def in_the_evening(ctx: Context) -> Context:
    zone = ctx.clock().tzinfo
    return ctx.with_clock(lambda: datetime(2025, 11, 21, 20, 0, tzinfo=zone))


def test_a_closed_queue_says_when_it_opens_and_back_keeps_ones_place(
    kiosks: OpenKiosks, changed: Changed, ctx: Context
) -> None:
    kiosk = kiosks(in_the_evening(changed(AT_NINE)))
    kiosk.touch("take-number")
    kiosk.touch("item-" + code_of(ctx, FREQUENT))
    kiosk.await_screen("notice")
    assert kiosk.read("notice") == "市场监管现在不取号，明天9:00开始取号"
    kiosk.touch("back")
    kiosk.await_screen("items")
    assert kiosk.model.items.property("way") == "frequent"
    kiosk.touch("back")
    kiosk.touch("green-channel")
    kiosk.await_screen("notice")
    kiosk.touch("back")
    kiosk.await_screen("home")
    assert issued(ctx) == 0


def test_without_its_database_the_kiosk_says_so_and_recovers(
    kiosk: KioskScreen, ctx: Context
) -> None:
    with ctx.database.write() as tx:
        tx.execute(text("ALTER TABLE ticket RENAME TO ticket_away"))
    kiosk.touch("green-channel")
    kiosk.await_screen("notice")
    assert kiosk.read("notice") == TROUBLE
    kiosk.touch("back")
    kiosk.await_screen("home")
    with ctx.database.write() as tx:
        tx.execute(text("ALTER TABLE ticket_away RENAME TO ticket"))
    kiosk.touch("green-channel")
    kiosk.await_screen("done")


def test_lost_facts_make_the_home_screen_say_so(
    kiosk: KioskScreen, ctx: Context, elsewhere: Elsewhere
) -> None:
    with ctx.database.write() as tx:
        tx.execute(text("ALTER TABLE fact RENAME TO fact_away"))
    kiosk.until(lambda: "等候人数暂时读不到，请以窗口叫号为准" in kiosk.words())
    with ctx.database.write() as tx:
        tx.execute(text("ALTER TABLE fact_away RENAME TO fact"))
    kiosk.until(lambda: "当前等候" in kiosk.words())
    elsewhere("issue_ticket(ctx, Request(green=True)); issue_ticket(ctx, Request('不动产登记'))")
    kiosk.until(lambda: kiosk.model.waiting.property("total") == 2)


def test_frantic_taps_give_one_ticket(kiosk: KioskScreen, ctx: Context) -> None:
    kiosk.touch("take-number")
    item = "item-" + code_of(ctx, FREQUENT)
    kiosk.until(lambda: kiosk.has(item))
    kiosk.await_screen("items")
    at = kiosk.where(item)
    for _ in range(20):
        kiosk.tap(at)
    kiosk.await_screen("done")
    for _ in range(20):
        kiosk.tap(at)
    kiosk.opened.jobs.wait()
    assert issued(ctx) == 1
    assert kiosk.page == "DonePage"


def test_a_double_tap_presses_nothing_on_the_screen_that_appears(
    kiosk: KioskScreen, ctx: Context
) -> None:
    kiosk.await_screen("home")
    at = kiosk.where("take-number")
    kiosk.tap(at)
    kiosk.tap(at)
    kiosk.opened.jobs.wait()
    assert kiosk.page == "ItemsPage"
    kiosk.touch("way-department")
    kiosk.await_screen("items")
    group = next(one for one in kiosk.targets() if one.name.startswith("group-"))
    for _ in range(2):
        kiosk.tap(group.area.center().toPoint())
    kiosk.opened.jobs.wait()
    assert kiosk.model.items.property("group") == group.name.removeprefix("group-")
    assert issued(ctx) == 0


def test_nobody_there_leads_home(kiosk: KioskScreen) -> None:
    kiosk.touch("take-number")
    for letter in "gs":
        kiosk.touch(f"key-{letter}")
    kiosk.idle(29)
    assert not kiosk.has("still-here")
    kiosk.idle(1)
    assert "还在吗？" in kiosk.words()
    assert "20秒后回到首页" in kiosk.words()
    kiosk.touch("still-here")
    assert not kiosk.has("still-here")
    assert kiosk.read("typed", "typed") == "gs"
    kiosk.idle(49)
    assert "1秒后回到首页" in kiosk.words()
    kiosk.idle(1)
    kiosk.await_screen("home")
    assert not kiosk.has("still-here")
    kiosk.touch("take-number")
    kiosk.await_screen("items")
    assert kiosk.model.items.property("typed") == ""


def test_at_home_nobody_is_asked(kiosk: KioskScreen) -> None:
    kiosk.idle(3600)
    assert not kiosk.has("still-here")


def test_a_tap_on_nothing_is_somebody(kiosk: KioskScreen) -> None:
    kiosk.touch("green-channel")
    kiosk.await_screen("done")
    kiosk.idle(21)  # nobody tells of the slip: from then on it counts
    kiosk.idle(29)
    assert not kiosk.has("still-here")
    kiosk.idle(1)
    assert kiosk.has("still-here")
    kiosk.tap(kiosk.where("number"))
    assert not kiosk.has("still-here")


def test_people_waiting_are_counted_as_others_take_numbers(
    kiosk: KioskScreen, ctx: Context, elsewhere: Elsewhere
) -> None:
    kiosk.touch("take-number")
    kiosk.await_screen("items")
    elsewhere(f"for _ in range(3): issue_ticket(ctx, Request({FREQUENT!r}))")
    code = code_of(ctx, FREQUENT)

    def waiting() -> list[str]:
        return [plain(one.text) for one in kiosk.texts() if one.target == f"item-{code}"]

    kiosk.until(lambda: "等候 3 人" in waiting())
    assert waiting_now(ctx).queues == {"C": 3}
