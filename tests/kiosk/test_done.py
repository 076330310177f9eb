"""The screen with the number: what becomes of the slip is told by another process."""

import pytest
import zxingcpp
from PySide6.QtGui import QImage
from sqlalchemy import text

from kiosk.code_image import code_image
from shared.domain.slip_trouble import SlipTrouble
from shared.domain.ticket import TicketNumber
from shared.storage.print_jobs import PrintState
from shared.usecases.context import Context
from shared.usecases.printing import take
from shared.usecases.queries import show_ticket
from tests.kiosk.conftest import Elsewhere, OpenKiosks
from tests.kiosk.screen import KioskScreen

SETTLE = 'work = printing.take(ctx, "K1"); printing.settle(ctx, work, PrintState.{})'
GREEN = TicketNumber("G", 1)


def green_number(kiosk: KioskScreen) -> None:
    kiosk.touch("green-channel")
    kiosk.await_screen("done")


def jobs_of(ctx: Context) -> list[tuple[str, bool]]:
    with ctx.database.read() as tx:
        rows = tx.execute(text("SELECT state, reprint FROM print_job ORDER BY id"))
        return [(row.state, bool(row.reprint)) for row in rows]


def decoded(image: QImage) -> list[str]:
    gray = image.convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = bytes(gray.constBits())  # named, for the view keeps no reference to it
    view = zxingcpp.ImageView(
        pixels, gray.width(), gray.height(), zxingcpp.ImageFormat.Lum, gray.bytesPerLine()
    )
    return [code.text for code in zxingcpp.read_barcodes(view)]


@pytest.mark.parametrize(
    ("state", "title"),
    [
        (PrintState.SENT, "请取走小票"),
        (PrintState.CONFIRMED, "请取走小票"),
        (PrintState.UNCERTAIN, "小票可能没有打好"),
        (PrintState.FAILED, "小票打不出来"),
    ],
)
def test_what_became_of_the_slip(
    kiosk: KioskScreen, elsewhere: Elsewhere, state: PrintState, title: str
) -> None:
    green_number(kiosk)
    assert kiosk.read("paper-title") == "正在打印小票…"
    assert kiosk.read("slip", "out") is False
    assert not kiosk.read("print-again", "enabled")
    elsewhere(SETTLE.format(state.name))
    kiosk.until(lambda: bool(kiosk.read("paper-title") == title))
    assert kiosk.read("slip", "out") is True
    assert kiosk.read("number") == "G001"
    trouble = state in (PrintState.UNCERTAIN, PrintState.FAILED)
    assert ("号码一样有效" in kiosk.words()) is trouble


@pytest.mark.parametrize(
    ("trouble", "title"),
    [
        (SlipTrouble.PAPER, "打印机没有纸了"),
        (SlipTrouble.COVER, "打印机的盖子没有合好"),
        (SlipTrouble.KNIFE, "打印机的切刀卡住了"),
        (SlipTrouble.MOUTH, "出票口被纸卡住了"),
        (SlipTrouble.OFFLINE, "打印机被停用了"),
        (SlipTrouble.FAULT, "打印机出了故障"),
        (SlipTrouble.AWAY, "打印机没有接通"),
        (SlipTrouble.SILENT, "小票打不出来"),
        (SlipTrouble.LATE, "小票打不出来"),
    ],
)
def test_what_is_the_matter_is_said_in_peoples_words(
    kiosk: KioskScreen, elsewhere: Elsewhere, trouble: SlipTrouble, title: str
) -> None:
    green_number(kiosk)
    elsewhere(
        'work = printing.take(ctx, "K1"); printing.settle('
        f'ctx, work, PrintState.FAILED, "打印机故障：E7", SlipTrouble.{trouble.name})'
    )
    kiosk.until(lambda: bool(kiosk.read("paper-title") == title))
    assert "号码一样有效" in kiosk.words()
    assert ("请到咨询台补打" in kiosk.words()) is (title != "小票打不出来")
    assert "E7" not in kiosk.words()  # that is for staff


def test_a_slip_that_comes_after_all_has_no_trouble(
    kiosk: KioskScreen, elsewhere: Elsewhere
) -> None:
    green_number(kiosk)
    paper_out = SETTLE.format("FAILED").replace("FAILED)", 'FAILED, "", SlipTrouble.PAPER)')
    elsewhere(paper_out)
    kiosk.until(lambda: bool(kiosk.read("paper-title") == "打印机没有纸了"))
    kiosk.touch("print-again")
    kiosk.until(lambda: bool(kiosk.read("paper-title") == "正在打印小票…"))
    kiosk.opened.jobs.wait()
    elsewhere(SETTLE.format("CONFIRMED"))
    kiosk.until(lambda: bool(kiosk.read("paper-title") == "请取走小票"))
    assert "没有纸" not in kiosk.words()


def test_the_worker_is_told_that_a_slip_is_wanted(kiosk: KioskScreen, elsewhere: Elsewhere) -> None:
    told: list[None] = []
    kiosk.model.slipWanted.connect(lambda: told.append(None))
    green_number(kiosk)
    assert len(told) == 1
    elsewhere(SETTLE.format("FAILED"))
    kiosk.until(lambda: bool(kiosk.read("print-again", "enabled")))
    kiosk.touch("print-again")
    kiosk.until(lambda: len(told) == 2)


def test_in_trouble_the_code_on_the_screen_can_be_photographed(
    kiosk: KioskScreen, ctx: Context, elsewhere: Elsewhere
) -> None:
    green_number(kiosk)
    elsewhere(SETTLE.format("FAILED"))
    key = show_ticket(ctx, GREEN).ticket.key
    kiosk.until(lambda: decoded(kiosk.picture()) == [f"HC1:{key}"])


def test_the_code_image_has_its_quiet_zone() -> None:
    image = code_image("HC1:abcdefghijklmnop")
    assert decoded(image) == ["HC1:abcdefghijklmnop"]
    assert image.pixelColor(31, 31).name() == "#ffffff"
    assert image.pixelColor(32, 32).name() == "#000000"


def test_print_again_makes_a_second_job(
    kiosk: KioskScreen, ctx: Context, elsewhere: Elsewhere
) -> None:
    green_number(kiosk)
    elsewhere(SETTLE.format("FAILED"))
    kiosk.until(lambda: bool(kiosk.read("print-again", "enabled")))
    at = kiosk.where("print-again")
    for _ in range(5):
        kiosk.tap(at)
    kiosk.opened.jobs.wait()
    assert jobs_of(ctx) == [("failed", False), ("pending", True)]
    kiosk.until(lambda: bool(kiosk.read("paper-title") == "正在打印小票…"))
    work = take(ctx, "K1")
    assert work is not None
    assert work.slip.reprint
    elsewhere(
        f"printing.settle(ctx, printing.Work({work.job}, "
        "__import__('types').SimpleNamespace(number='G001')), PrintState.CONFIRMED)"
    )
    kiosk.until(lambda: bool(kiosk.read("paper-title") == "请取走小票"))


def test_a_slip_in_work_elsewhere_is_not_called_failed(
    kiosk: KioskScreen, ctx: Context, elsewhere: Elsewhere
) -> None:
    """Staff asked for the slip a moment ago: 补打 finds it in work, and must not scare anybody."""
    green_number(kiosk)
    elsewhere(SETTLE.format("FAILED"))
    kiosk.until(lambda: bool(kiosk.read("print-again", "enabled")))
    kiosk.opened.feed.stop()  # what follows reaches the kiosk too late
    ticket = show_ticket(ctx, GREEN).ticket.id
    elsewhere(f"printing.reprint(ctx, {ticket}, 'K1')")
    kiosk.touch("print-again")
    kiosk.opened.jobs.wait()
    kiosk.frame()
    kiosk.frame()
    assert jobs_of(ctx) == [("failed", False), ("pending", True)]
    assert kiosk.read("paper-title") == "正在打印小票…"


def test_done_ends_the_visit(kiosk: KioskScreen) -> None:
    green_number(kiosk)
    kiosk.touch("done")
    kiosk.await_screen("home")
    assert kiosk.model.ticket.property("number") == ""
    assert kiosk.model.ticket.property("code") == ""
    assert "G001" not in kiosk.words()


def test_the_slip_of_another_number_changes_nothing(
    kiosk: KioskScreen, elsewhere: Elsewhere, ctx: Context
) -> None:
    elsewhere('issue_ticket(ctx, Request("不动产登记", printer="K2"))')
    green_number(kiosk)
    elsewhere(SETTLE.replace("K1", "K2").format("FAILED"))
    elsewhere("issue_ticket(ctx, Request(green=True))")
    kiosk.until(lambda: kiosk.model.waiting.property("total") == 3)
    assert kiosk.read("paper-title") == "正在打印小票…"


def test_a_reprint_that_cannot_be_asked_for_is_told(
    kiosk: KioskScreen, ctx: Context, elsewhere: Elsewhere
) -> None:
    green_number(kiosk)
    elsewhere(SETTLE.format("SENT"))
    kiosk.until(lambda: bool(kiosk.read("print-again", "enabled")))
    with ctx.database.write() as tx:
        tx.execute(text("ALTER TABLE print_job RENAME TO print_job_away"))
    kiosk.touch("print-again")
    kiosk.until(lambda: bool(kiosk.read("paper-title") == "小票打不出来"))


@pytest.mark.parametrize(
    ("state", "paper"),
    [
        (None, "printing"),
        (PrintState.UNCERTAIN, "unsure"),
        (PrintState.FAILED, "none"),
        (PrintState.CONFIRMED, None),
    ],
)
def test_after_a_crash_a_number_without_its_slip_is_shown_again(
    kiosks: OpenKiosks, ctx: Context, elsewhere: Elsewhere, state: PrintState | None, paper: str
) -> None:
    elsewhere("issue_ticket(ctx, Request(green=True, printer='K1'))")
    if state is not None:
        elsewhere(SETTLE.format(state.name))
    kiosk = kiosks()
    kiosk.model.restore()
    kiosk.opened.jobs.run(lambda: None, lambda _result: kiosk.model.visit.setProperty("seen", True))
    kiosk.until(lambda: bool(kiosk.model.visit.property("seen")))
    assert kiosk.page == ("HomePage" if paper is None else "DonePage")
    if paper is not None:
        kiosk.await_screen("done")
        assert kiosk.read("number") == "G001"
        assert kiosk.model.ticket.property("paper") == paper
        if state is None:
            kiosk.idle(21)  # 正在打印 is no longer believed: from then on it counts
        kiosk.idle(31)
        assert kiosk.has("still-here")
        kiosk.idle(20)
        kiosk.await_screen("home")
