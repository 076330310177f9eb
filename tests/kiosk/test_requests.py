"""Asking for help, and reporting, from the first touch to the end of the visit."""

import logging
import re
import threading

import pytest
from PySide6.QtCore import Qt

from kiosk import flow
from kiosk.slip_printer import ReceiptSlipPrinter
from shared.domain.events import CaseAlarmed, HelperAsked
from shared.printing import print_waiting
from shared.storage.facts import since
from shared.ui.words import I18N
from shared.usecases.call_next import call_next
from shared.usecases.cases import list_cases, show_case
from shared.usecases.context import Context
from shared.usecases.issue_ticket import Request, issue_ticket
from tests.kiosk.conftest import Elsewhere, OpenKiosks
from tests.kiosk.decoder import decode
from tests.kiosk.screen import KioskScreen
from tests.kiosk.test_keys import go_to, ready
from tests.kiosk.test_slip_printer import wired
from tests.kiosk.test_window import FREQUENT, Changed, code_of
from tests.shared.ui.test_words import messages

PHONE = "13812345678"


def press(kiosk: KioskScreen, signs: str) -> None:
    """Press keys of the number pad, each as soon as it is there."""
    for sign in signs:
        kiosk.touch(f"sign-{sign}")


def cases(ctx: Context) -> list[str]:
    return [one.code for one in list_cases(ctx)]


def events(ctx: Context) -> list[object]:
    with ctx.database.read() as tx:
        return [fact.event for fact in since(tx, 0, limit=10_000)]


def tap_many_times(kiosk: KioskScreen, name: str) -> None:
    """Touch an item as an impatient finger does, while the hall takes its time to answer."""
    kiosk.until(lambda: kiosk._pressable(name))
    kiosk.frame()
    at = kiosk.where(name)
    answers = threading.Event()
    kiosk.opened.jobs.run(answers.wait, lambda _: None)
    for _ in range(6):
        kiosk.tap(at)
    answers.set()


def test_a_helper_comes_after_three_touches_and_the_slip_says_so(
    kiosk: KioskScreen, ctx: Context
) -> None:
    with wired() as (listener, simulator):
        kiosk.touch("ask-help")
        kiosk.touch("answer-help")
        tap_many_times(kiosk, "answer-wheelchair")
        kiosk.await_screen("filed")
        (code,) = cases(ctx)
        assert kiosk.read("request-number") == code
        assert "帮办员会到您身边来" in kiosk.read("note")
        assert re.fullmatch(r"还有 [0-5]:\d\d", kiosk.read("countdown"))
        assert show_case(ctx, code).values == {"need": "wheelchair"}
        assert [one.number for one in events(ctx) if isinstance(one, HelperAsked)] == [code]
        printer = ReceiptSlipPrinter(f"{listener.url}?confirm=yes", ctx.config.run_dir)
        assert print_waiting(ctx, "K1", printer) == 1
        kiosk.until(lambda: bool(kiosk.read("paper-title") == "请取走小票"))
        printer.close()
        kiosk.until(lambda: len(simulator.slips) == 1)
    paper = decode(simulator.slips[0].raw)
    assert {"帮办申请单", code} <= {*paper.lines}
    assert "轮椅" in "".join(paper.lines)
    assert paper.code == f"HC2:{code}"
    assert paper.cut
    kiosk.touch("done")
    kiosk.await_screen("home")
    kiosk.opened.jobs.wait()  # and whatever the other taps may have asked for
    assert cases(ctx) == [code]


def test_a_home_visit_seals_the_telephone_and_leaves_nothing(
    kiosk: KioskScreen, ctx: Context, elsewhere: Elsewhere, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    kiosk.touch("ask-help")
    kiosk.touch("answer-home_visit")
    kiosk.touch("answer-old")
    for letter in "gssl":
        kiosk.touch(f"key-{letter}")
    kiosk.touch("item-" + code_of(ctx, FREQUENT))
    kiosk.await_screen("digits")
    days = ctx.registers.known["home_visit"].keep_days
    assert f"办结{days}天后删除" in kiosk.words()
    assert not kiosk.has("skip")  # the document wants a telephone
    press(kiosk, PHONE[:6])
    assert not kiosk.read("sign-go", "enabled")
    press(kiosk, PHONE[6:] + "0")
    kiosk.touch("sign-erase")
    assert kiosk.read("typed-number") == "138 1234 5678"
    tap_many_times(kiosk, "sign-go")
    kiosk.await_screen("filed")
    (code,) = cases(ctx)
    assert kiosk.read("request-number") == code
    assert show_case(ctx, code).values["phone"] == PHONE
    assert show_case(ctx, code).values["item"] == FREQUENT
    # Elsewhere: a process that closes a database's file loses its locks on it.
    elsewhere(
        f"found = [one.read_bytes() for one in ctx.config.folder.glob('hall.db*')]; "
        f"assert found and not any(b'{PHONE}' in one for one in found)"
    )
    # The printer is dead: the number stands, and it can be asked for again.
    trouble = 'work = printing.take(ctx, "K1"); printing.settle(ctx, work, PrintState.FAILED)'
    elsewhere(trouble)
    kiosk.until(lambda: bool(kiosk.read("paper-title") == "小票打不出来"))
    assert kiosk.read("request-number") == code
    tap_many_times(kiosk, "print-again")
    kiosk.until(lambda: bool(kiosk.read("paper-title") == "正在打印小票…"))
    kiosk.opened.jobs.wait()  # and whatever the other taps may have asked for
    assert cases(ctx) == [code]
    elsewhere(trouble.replace("FAILED", "CONFIRMED") + "; assert work.slip.reprint")
    kiosk.until(lambda: bool(kiosk.read("paper-title") == "请取走小票"))
    assert PHONE not in repr(kiosk.model.visit.visit)
    kiosk.idle(31)
    kiosk.idle(21)
    kiosk.await_screen("home")
    assert kiosk.model.visit.visit == flow.home()
    assert kiosk.model.filed.property("number") == ""
    assert code not in kiosk.words()
    assert PHONE not in caplog.text


def test_a_complaint_about_a_ticket_of_today(kiosk: KioskScreen, ctx: Context) -> None:
    issue_ticket(ctx, Request(FREQUENT))
    call_next(ctx, 3)
    kiosk.touch("report")
    kiosk.touch("answer-other_ways")
    kiosk.await_page("OtherWaysPage")
    assert "12345政务服务便民热线" in kiosk.words()
    kiosk.touch("back")
    kiosk.touch("answer-complaint")
    kiosk.touch("answer-attitude")
    press(kiosk, "C9")
    kiosk.touch("sign-go")
    kiosk.await_screen("notice")
    assert "今天没有C9这个号" in kiosk.read("notice")
    assert cases(ctx) == []
    kiosk.touch("back")
    kiosk.await_screen("digits")
    assert kiosk.read("typed-number") == "C9"
    kiosk.touch("sign-erase")
    press(kiosk, "001")
    kiosk.touch("sign-go")
    kiosk.await_screen("filed")
    (code,) = cases(ctx)
    values = show_case(ctx, code).values
    assert (values["window"], values["subject"]) == ("3", "排队号C001")
    called = [one for one in events(ctx) if isinstance(one, CaseAlarmed)]
    assert [(one.case, one.to) for one in called] == [(code, "manager")]
    left = int(kiosk.model.filed.property("secondsLeft"))
    assert 0 < left <= 300


def test_what_does_not_get_done_by_keys_alone(kiosk: KioskScreen, ctx: Context) -> None:
    ready(kiosk, "home")
    for name, screen in (
        ("report", "choice"),
        ("answer-cannot_be_done", "choice"),
        ("answer-system", "items"),
        ("skip-item", "digits"),
    ):
        go_to(kiosk, name)
        kiosk.press(Qt.Key.Key_Return)
        ready(kiosk, screen)
    kiosk.until(lambda: kiosk.focused() != "")
    for digit in PHONE:
        kiosk.press(Qt.Key(ord(digit)))
    assert kiosk.read("typed-number") == "138 1234 5678"
    go_to(kiosk, "sign-go")
    kiosk.press(Qt.Key.Key_Enter)
    ready(kiosk, "filed")
    assert "请到8号窗口" in kiosk.words()
    kiosk.until(lambda: kiosk.focused() != "")
    go_to(kiosk, "done")
    kiosk.press(Qt.Key.Key_Return)
    ready(kiosk, "home")
    (code,) = cases(ctx)
    assert show_case(ctx, code).values["phone"] == PHONE
    assert kiosk.touches == 0


def test_who_goes_away_in_the_middle_leaves_nothing(kiosk: KioskScreen, ctx: Context) -> None:
    kiosk.touch("ask-help")
    kiosk.touch("answer-agency")
    kiosk.touch("skip-item")
    press(kiosk, PHONE)
    kiosk.idle(31)
    kiosk.until(lambda: kiosk.has("still-here"))
    kiosk.idle(21)
    kiosk.await_screen("home")
    assert kiosk.model.visit.visit == flow.home()
    assert kiosk.model.request.property("typed") == ""
    assert cases(ctx) == []


def test_a_register_that_cannot_be_read_stops_nothing_else(
    kiosks: OpenKiosks, ctx: Context, changed: Changed
) -> None:
    """And without [[complaint_way]] nobody is led to an empty page."""
    own = ctx.config.folder / "registers"
    own.mkdir()
    text = (ctx.config.folder / "hall.toml").read_text(encoding="utf-8")
    begin, end = text.index("[[complaint_way]]"), text.index("# ---- kiosk and board")
    kiosk = kiosks(changed((text[begin:end], "")))
    kiosk.touch("report")
    kiosk.await_screen("choice")
    assert not kiosk.has("answer-other_ways")
    kiosk.model.visit.finish()
    del kiosk.ctx.__dict__["registers"]  # as if it were the first to ask
    (own / "help.toml").write_text("name = 1", encoding="utf-8")
    kiosk.touch("ask-help")
    kiosk.await_screen("notice")
    assert "系统暂时不能登记" in kiosk.read("notice")
    kiosk.touch("back")
    kiosk.touch("green-channel")
    kiosk.await_screen("done")


def test_every_word_of_the_registers_that_is_shown_is_translated(ctx: Context) -> None:
    known = {source for _, source, _ in messages(I18N / "names_en.ts")}
    shown: set[str] = set()
    for code, field in (
        ("help", "need"),
        ("home_visit", "group"),
        ("complaint", "ground"),
        ("cannot_be_done", "cause"),
    ):
        shown |= {*ctx.registers.known[code].fields[field].choices.values()}
    for code in ("help", "agency", "home_visit", "complaint", "cannot_be_done"):
        register = ctx.registers.known[code]
        paper = next(one for one in register.papers if "open" in one.after)
        shown |= {paper.title, paper.note}
        shown |= {register.deadlines[name].label for name in paper.deadlines}
    assert shown - known == set()
