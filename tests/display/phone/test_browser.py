"""The phone page in a real browser: driven by taps, watched by axe, at the size of a phone."""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright

from shared.usecases.call_next import call_next
from shared.usecases.cases import open_case
from shared.usecases.duty.pages import close_page, open_page
from shared.usecases.phone import watch
from shared.usecases.window_actions import finish, recall
from tests.support.halls import LAND, SampleHall
from tests.support.phone_server import PhoneServer

CHROMIUM = os.environ.get("HALLCALL_CHROMIUM") or shutil.which("chromium")
pytestmark = [
    pytest.mark.timeout(120),
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium: .ci/system-packages installs it"),
]
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
}
PHONE: ViewportSize = {"width": 360, "height": 740}
WAIT_MS = 60_000
RECORD_SOUND = """
window.told = [];
navigator.vibrate = (pattern) => { window.told.push("vibrate"); return true; };
const start = OscillatorNode.prototype.start;
OscillatorNode.prototype.start = function (at) {
  window.told.push("tone");
  return start.call(this, at);
};
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A phone's browser that has never been here; an error on the page is an error of the test."""
    context = browser.new_context(
        viewport=PHONE, device_scale_factor=2, has_touch=True, locale="zh-CN"
    )
    errors: list[str] = []
    page = context.new_page()
    page.set_default_timeout(WAIT_MS)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda told: errors.append(told.text) if told.type == "error" else None)
    yield page
    assert context.cookies() == []
    context.close()
    assert errors == []


def check(page: Page, picture: str) -> None:
    """No barrier that axe knows of, nothing wider than the phone, every target large enough."""
    found = Axe().run(page, options={"runOnly": RULES["runOnly"], "resultTypes": ["violations"]})
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    for target in page.locator("button:visible, summary:visible, a:visible").all():
        box = target.bounding_box()
        assert box is not None
        assert box["height"] >= 44, target.inner_text()
    folder = os.environ.get("HALLCALL_PICTURES")
    if folder:
        page.screenshot(path=Path(folder) / f"phone-{picture}.png", full_page=True)


@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.proof)])
def test_watch_be_called_and_rate(
    phone_hall: SampleHall, server: PhoneServer, page: Page, language: str
) -> None:
    phone_hall.numbers(1, LAND)
    mine = phone_hall.issue(LAND)
    page.add_init_script(RECORD_SOUND)
    page.goto(f"{server.url}/t/{mine.key}")
    if language == "en":
        page.get_by_role("link", name="English").click()
    say = {"zh": 0, "en": 1}[language]
    people = ("1 人", "1")[say]
    expect(page.locator("dd").first).to_have_text(people, timeout=WAIT_MS)
    check(page, f"{language}-waiting")
    alert = page.locator("#alert")
    assert page.evaluate("window.told") == []  # nothing is loud before it was allowed
    alert.tap()
    expect(alert).to_have_attribute("aria-pressed", "true")
    assert "tone" in page.evaluate("window.told")
    phone_hall.call(7)
    headline = page.locator(".headline")
    expect(headline).to_have_text(("下一位就是您", "You are next")[say], timeout=WAIT_MS)
    assert page.locator("main").get_attribute("data-rang") is None
    page.evaluate("window.told = []")
    assert call_next(phone_hall.ctx, 7) is not None
    called = ("轮到您了，请到 7 号窗口", "Please go to window 7")[say]
    expect(headline).to_have_text(called, timeout=WAIT_MS)
    assert page.locator("main").get_attribute("data-rang") == "1"
    told = page.evaluate("window.told")
    assert told.count("tone") == 8
    assert "vibrate" in told
    expect(page).to_have_title(re.compile("^🔔"), timeout=WAIT_MS)
    assert page.locator("#now").get_attribute("aria-live") == "assertive"
    check(page, f"{language}-called")
    recall(phone_hall.ctx, 7)
    expect(page.locator("main")).to_have_attribute("data-rang", "2", timeout=WAIT_MS)
    finish(phone_hall.ctx, 7)
    face = page.get_by_role("button", name=("基本满意", "Fairly satisfied")[say])
    expect(face).to_be_visible(timeout=WAIT_MS)
    expect(alert).to_be_hidden()  # nobody will be called any more
    check(page, f"{language}-rate")
    face.tap()
    thanks = ("您的评价：基本满意。谢谢您", "Your rating: Fairly satisfied. Thank you")[say]
    expect(page.locator(".rated")).to_have_text(thanks, timeout=WAIT_MS)
    expect(page.locator(".rate")).to_have_count(0)
    assert watch(phone_hall.ctx, [mine.key]).views[mine.key].score == 3
    check(page, f"{language}-done")


def test_leaving_takes_two_taps(phone_hall: SampleHall, server: PhoneServer, page: Page) -> None:
    mine = phone_hall.issue(LAND)
    page.goto(f"{server.url}/t/{mine.key}?lang=zh")
    page.get_by_text("不等了").tap()
    check(page, "zh-leave")
    assert phone_hall.ticket(str(mine.number)).ticket.state == "waiting"
    page.get_by_role("button", name="确定，放弃排队").tap()
    expect(page.locator(".headline")).to_have_text("您已放弃排队")
    assert phone_hall.ticket(str(mine.number)).ticket.state == "abandoned"
    check(page, "zh-left")


def test_without_scripts(phone_hall: SampleHall, server: PhoneServer, browser: Browser) -> None:
    """A plain page that asks again by itself, and whose forms work."""
    mine = phone_hall.issue(LAND)
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server.url}/t/{mine.key}?lang=zh")
    assert '<meta http-equiv="refresh" content="20">' in page.content()
    expect(page.get_by_role("button", name="轮到我时")).to_have_count(0)
    phone_hall.call(7)
    page.get_by_role("link", name="刷新").click()
    expect(page.locator(".headline")).to_have_text("轮到您了，请到 7 号窗口")
    finish(phone_hall.ctx, 7)
    page.get_by_role("link", name="刷新").click()
    page.get_by_role("button", name="非常满意", exact=True).click()
    expect(page.locator(".rated")).to_have_text("您的评价：非常满意。谢谢您")
    context.close()


def test_a_page_that_is_no_ticket(server: PhoneServer, page: Page) -> None:
    answer = page.request.get(f"{server.url}/t/nobody?lang=zh")
    assert answer.status == 404
    page.set_content(answer.text())
    assert page.locator("h2").inner_text() == "没有找到这张号"


@pytest.mark.proof
def test_a_helper_follows_and_takes(
    phone_hall: SampleHall, server: PhoneServer, page: Page
) -> None:
    ctx = phone_hall.ctx
    key = open_page(ctx, "李明", "王主任")
    page.goto(f"{server.url}/h/{key}")
    opened = open_case(ctx, "complaint", {"method": "onsite", "window": "4"})  # while it is open
    alarm = page.locator(f'[data-alarm="complaint:{opened.code}"]')
    expect(alarm).to_contain_text("4号窗口", timeout=WAIT_MS)
    check(page, "helper")
    alarm.get_by_role("button", name="我去").tap()
    expect(alarm).to_contain_text("您已应答", timeout=WAIT_MS)
    alarm.get_by_role("button", name="已到场").tap()
    expect(alarm).to_have_count(0, timeout=WAIT_MS)
    close_page(ctx, "李明", "王主任")
