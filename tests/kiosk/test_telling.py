"""An item's guide on the screen, and its one-time notice down to the bytes on paper."""

from pathlib import Path

from PySide6.QtCore import Qt

from kiosk.slip_printer import ReceiptSlipPrinter
from shared.printing import print_waiting
from shared.usecases.cases import list_cases, show_case
from shared.usecases.context import Context
from tests.devices.wires import eventually
from tests.kiosk.conftest import OpenKiosks
from tests.kiosk.decoder import decode
from tests.kiosk.screen import KioskScreen
from tests.kiosk.test_slip_printer import wired
from tests.kiosk.walk.settings import PANELS
from tests.kiosk.walk.stations import LONG
from tests.support.halls import COMPANY

PATIENCE_S = 30


def read_about(kiosk: KioskScreen, item: str) -> None:
    kiosk.model.visit.finish()
    kiosk.await_screen("home")
    kiosk.touch("look-up")
    kiosk.await_screen("items")
    kiosk.model.items.choose(kiosk.code_of(item))
    kiosk.await_screen("details")


def test_a_guide_is_read_and_printed(kiosks: OpenKiosks, ctx: Context) -> None:
    kiosk = kiosks(toml=PANELS[2].toml())
    read_about(kiosk, LONG)
    kiosk.until(lambda: "材料清单请到窗口领取" in kiosk.words())
    assert not kiosk.has("details-tell")
    assert not kiosk.has("guide-on")

    read_about(kiosk, COMPANY)
    kiosk.until(lambda: kiosk.has("details-tell"))
    assert "示例数据" in kiosk.words()
    assert "申请材料（5件）" in kiosk.words()
    kiosk.frame()
    assert kiosk.read("guide", "more")
    turned = 0
    while kiosk.read("guide-on", "enabled"):  # to the end with keys, every line once
        before = kiosk.read("guide", "contentY")
        go_to(kiosk, "guide-on")
        kiosk.press(Qt.Key.Key_Return)
        assert kiosk.read("guide", "contentY") > before
        turned += 1
    assert turned > 1
    kiosk.frame()
    assert "法律依据" in kiosk.words()
    assert "申请材料（5件）" not in seen(kiosk)

    kiosk.touch("details-tell")
    kiosk.await_screen("told")
    number = kiosk.model.told.property("number")
    assert f"告知单号 {number}" in kiosk.words()
    kept = show_case(ctx, number).values["told"]
    with wired() as (listener, simulator):
        printer = ReceiptSlipPrinter(f"{listener.url}?confirm=yes", Path(ctx.config.run_dir))
        assert print_waiting(ctx, "K1", printer) == 1
        assert eventually(lambda: len(simulator.slips) == 1, PATIENCE_S)
        kiosk.until(lambda: kiosk.read("paper-title") == "请取走告知单")
        paper = decode(simulator.slips[-1].raw)
        assert paper.cut
        assert paper.code == f"HC2:{number}"
        on_paper = "".join("".join(paper.lines).split())
        for line in kept.splitlines():
            assert "".join(line.split()) in on_paper
        assert "示例数据，不作为办事依据" in on_paper
        simulator.paper_out = True
        kiosk.touch("tell-again")
        kiosk.until(lambda: kiosk.model.told.property("paper") == "printing")
        assert eventually(lambda: print_waiting(ctx, "K1", printer) == 1, PATIENCE_S)
        kiosk.until(lambda: "打印机没有纸了" in kiosk.words())
        printer.close()
    assert [case.code for case in list_cases(ctx, "one_time_notice")] == [number]
    kiosk.touch("done")
    kiosk.await_screen("home")
    assert kiosk.model.told.property("number") == ""


def seen(kiosk: KioskScreen) -> str:
    return "\n".join(one.text for one in kiosk.texts() if one.seen.height() > 1)


def go_to(kiosk: KioskScreen, name: str) -> None:
    """Go on with Tab until a control has the focus."""
    for _ in range(20):
        if kiosk.focused() == name:
            return
        kiosk.press(Qt.Key.Key_Tab)
    raise AssertionError(f"{name} is not reached")
