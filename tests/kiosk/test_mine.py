"""我的号: a number of before, by its slip's code and by typing it."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from devices.scanner import ScannerSimulator
from devices.transport import PtyListener
from kiosk.app import listening_of
from shared.config import KioskToml
from shared.domain.events import ServiceRated, TicketAbandoned
from shared.domain.slip_trouble import SlipTrouble
from shared.storage.facts import since
from shared.storage.print_jobs import PrintState
from shared.usecases import printing
from shared.usecases.call_next import call_next
from shared.usecases.context import Context
from shared.usecases.issue_ticket import Request, issue_ticket
from shared.usecases.window_actions import finish
from tests.kiosk.conftest import OpenKiosks
from tests.kiosk.screen import KioskScreen
from tests.support.halls import LAND

TOML = KioskToml("K1", "sim:printer", scanner="scan+sim:scanner")


@pytest.fixture
def scanner(ctx: Context) -> Iterator[ScannerSimulator]:
    simulator, wire = ScannerSimulator(), PtyListener()
    wire.start(simulator.feed)
    simulator.emit = wire.send
    ctx.config.run_dir.mkdir(exist_ok=True)
    (ctx.config.run_dir / "scanner.url").write_text(wire.url)
    yield simulator
    wire.stop()


def events_of(ctx: Context, kind: type) -> list[object]:
    with ctx.database.read() as tx:
        return [fact.event for fact in since(tx, 0, 1000) if isinstance(fact.event, kind)]


def settle(ctx: Context, state: PrintState) -> str:
    work = printing.take(ctx, "K1")
    assert work is not None
    printing.settle(ctx, work, state, "", SlipTrouble.NONE)
    return "补打" if work.slip.reprint else "first"


def by_number(kiosk: KioskScreen, number: str) -> None:
    kiosk.touch("my-ticket")
    for sign in number:
        kiosk.touch(f"sign-{sign}")
    kiosk.touch("sign-go")


def test_by_its_code_everything(
    kiosks: OpenKiosks, ctx: Context, scanner: ScannerSimulator
) -> None:
    first = issue_ticket(ctx, Request(LAND))
    mine = issue_ticket(ctx, Request(LAND, printer="K1"))
    assert settle(ctx, PrintState.CONFIRMED) == "first"
    kiosk = kiosks(toml=TOML, listening=listening_of(ctx, TOML))
    kiosk.listening.start(kiosk.window)
    kiosk.await_screen("home")
    kiosk.until(lambda: _seen(scanner, f"HC1:{mine.key}", kiosk, "MinePage"))
    assert kiosk.read("mine-number") == "H002"
    assert kiosk.read("mine-news") == "前面还有 1 人"
    assert f"办理事项：{LAND}" in kiosk.words()
    call_next(ctx, 7)
    kiosk.until(lambda: bool(kiosk.read("mine-news") == "下一位就是您"))
    kiosk.touch("mine-print")
    kiosk.await_screen("done")
    assert kiosk.read("number") == "H002"
    assert settle(ctx, PrintState.CONFIRMED) == "补打"
    kiosk.until(lambda: bool(kiosk.read("paper-title") == "请取走小票"))
    kiosk.touch("done")
    kiosk.await_screen("home")
    finish(ctx, 7)
    kiosk.scan(f"HC1:{first.key}")
    kiosk.touch("mine-rate")
    kiosk.touch("score-4")
    kiosk.await_page("MinePage")
    assert "您的评价：满意。谢谢您" in kiosk.words()
    assert not kiosk.has("mine-rate")
    assert events_of(ctx, ServiceRated) == [ServiceRated("H001", 7, 4, "kiosk")]
    kiosk.scan(f"HC1:{mine.key}")
    kiosk.until(lambda: kiosk.has("mine-leave"))
    kiosk.touch("mine-leave")
    kiosk.touch("mine-leave-no")
    kiosk.touch("mine-leave")
    kiosk.touch("mine-leave-yes")
    kiosk.until(lambda: bool(kiosk.read("mine-news") == "您已放弃排队"))
    assert events_of(ctx, TicketAbandoned) == [TicketAbandoned("H002", "H", "kiosk", True)]
    kiosk.touch("mine-done")
    kiosk.await_screen("home")
    kiosk.until(lambda: _seen(scanner, "https://elsewhere.example/x", kiosk, "NoticePage"))
    assert kiosk.read("notice") == "这不是本大厅的码"
    kiosk.until(lambda: not kiosk.model.visit.property("busy"))
    kiosk.scan("HC1:nobodys-key")
    kiosk.opened.jobs.wait()
    assert kiosk.read("notice") == "这不是本大厅的码"


def _seen(scanner: ScannerSimulator, code: str, kiosk: KioskScreen, page: str) -> bool:
    """Hold a code before the scanner until its port is open: what comes before is not heard."""
    if kiosk.page == page:
        return True
    scanner.scan(code)
    return False


def test_by_its_number_only_what_the_board_shows(kiosk: KioskScreen, ctx: Context) -> None:
    issue_ticket(ctx, Request(LAND, printer="K1"))
    settle(ctx, PrintState.CONFIRMED)
    kiosk.await_screen("home")
    by_number(kiosk, "H009")
    kiosk.await_screen("notice")
    assert kiosk.read("notice") == "今天没有H009号，请再看一下小票上的号码"
    kiosk.touch("back")
    kiosk.touch("back")
    by_number(kiosk, "H1")
    kiosk.await_page("MinePage")
    assert kiosk.read("mine-news") == "下一位就是您"
    assert "请在7号窗口附近等候" in kiosk.words()
    assert LAND not in kiosk.words()
    assert not any(map(kiosk.has, ("mine-print", "mine-rate", "mine-leave")))
    assert "二维码对准" not in kiosk.words()
    kiosk.touch("mine-done")
    lost = issue_ticket(ctx, Request(LAND, printer="K1"))
    settle(ctx, PrintState.FAILED)
    by_number(kiosk, str(lost.number))
    kiosk.touch("mine-print")
    kiosk.await_screen("done")
    assert settle(ctx, PrintState.SENT) == "补打"
    kiosk.until(lambda: bool(kiosk.read("paper-title") == "请取走小票"))


def type_in(kiosk: KioskScreen, text: str) -> None:
    for character in text:
        key: Any = Qt.Key.Key_Return if character == "\r" else character  # as PySide takes it
        QTest.keyClick(kiosk.window, key)


def test_a_scanner_that_types_is_told_from_a_person(kiosks: OpenKiosks, ctx: Context) -> None:
    key = issue_ticket(ctx, Request(LAND)).key
    toml = KioskToml("K1", "sim:printer", scanner="wedge:?prefix=~~&suffix=%0D")
    kiosk = kiosks(toml=toml, listening=listening_of(ctx, toml))
    kiosk.listening.start(kiosk.window)
    kiosk.touch("take-number")
    kiosk.await_screen("items")
    kiosk.press(Qt.Key.Key_Down)
    type_in(kiosk, "gs")
    kiosk.until(lambda: kiosk.model.items.property("typed") == "gs")
    kiosk.touch("back")
    kiosk.await_screen("home")
    type_in(kiosk, f"~~HC1:{key}\r")
    kiosk.await_page("MinePage")
    assert kiosk.read("mine-number") == "H001"
