"""Checking in at the kiosk: digits, codes and cards over simulated wires, down to the slip."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from devices.id_reader import SAMPLES, IdReaderSimulator
from devices.readers import id_reader_for, scanner_for
from devices.scanner import LineScanner, ScannerSimulator
from devices.transport import PtyListener
from kiosk.listening import Listening
from kiosk.readers import code_forms
from kiosk.slip_printer import ReceiptSlipPrinter
from shared.config.secret import CARD_KEY, hall_secret
from shared.domain.register.declaration import Role
from shared.printing import print_waiting
from shared.usecases.cases import advance_case, open_case, show_case
from shared.usecases.context import Context
from tests.devices.wires import Simulator, eventually
from tests.kiosk.conftest import OpenKiosks
from tests.kiosk.decoder import decode
from tests.kiosk.screen import KioskScreen
from tests.kiosk.test_slip_printer import wired
from tests.support.halls import COMPANY

PATIENCE_MS = 30_000
ELDER = SAMPLES["elder"]


class Readers:
    """A reader and a scanner made of bytes, each at the end of a wire of its own."""

    def __init__(self) -> None:
        self.cards, self.codes = IdReaderSimulator(), ScannerSimulator()
        self.wires = (PtyListener(), PtyListener())
        simulators: tuple[Simulator, ...] = (self.cards, self.codes)
        for wire, simulator in zip(self.wires, simulators, strict=True):
            wire.start(simulator.feed)
            simulator.emit = wire.send

    def listening(self, ctx: Context) -> Listening:
        card_wire, code_wire = self.wires
        key = hall_secret(ctx.config.folder, CARD_KEY)
        today = lambda: ctx.clock().date()  # noqa: E731
        reader = id_reader_for(f"sdt+{card_wire.url}", key, today=today)
        scanner = scanner_for(f"scan+{code_wire.url}", code_forms(ctx.config))
        assert isinstance(scanner, LineScanner)
        return Listening(reader, scanner)

    def stop(self) -> None:
        for wire in self.wires:
            wire.stop()


@dataclass
class Saturday:
    """A kiosk on the Saturday that people booked on Monday."""

    qtbot: QtBot
    kiosk: KioskScreen
    ctx: Context
    bookings: list[str]

    def until(self, happened: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(happened, timeout=PATIENCE_MS)

    def home(self) -> None:
        self.kiosk.model.visit.finish()
        self.kiosk.await_screen("home")

    def ask(self) -> None:
        self.kiosk.touch("check-in")
        self.kiosk.await_screen("booking")

    def given(self) -> str:
        """Wait for the number; returns it."""
        self.until(lambda: self.kiosk.page == "DonePage")
        return str(self.kiosk.model.ticket.property("number"))

    def refused(self) -> str:
        self.until(lambda: self.kiosk.page == "NoticePage")
        return str(self.kiosk.model.property("notice"))

    def state(self, booking: int) -> str:
        return show_case(self.ctx, self.bookings[booking]).file.state


def book(ctx: Context, at: str, **more: str) -> str:
    fields = {
        "channel": "desk",
        "item": COMPANY,
        "at": f"2026-11-28T{at}",
        "phone": "13812345678",
        "urgency": "开标",
        "higher_network": "no",
        **more,
    }
    code = open_case(ctx, "appointment", fields).code
    advance_case(ctx, code, "agree", {"notice": "yes"}, role=Role.CLERK, by="王芳")
    return code


def on_saturday(
    qtbot: QtBot, ctx: Context, kiosks: OpenKiosks, readers: Readers | None = None
) -> Saturday:
    """Book on Monday, open the kiosk on Saturday at 9:20, and wait until it hears its readers."""
    monday = datetime(2026, 11, 23, 10, 0, tzinfo=ctx.zone)
    asked = ctx.with_clock(lambda: monday)
    bookings = [
        book(asked, "09:30"),
        book(asked, "10:00", phone="13900000001"),
        book(asked, "11:00", phone="13900000002", identity=ELDER.number),
    ]
    now = monday + timedelta(days=5, minutes=-40)
    then = ctx.with_clock(lambda: now)
    heard = readers.listening(then) if readers else Listening()
    day = Saturday(qtbot, kiosks(then, listening=heard), then, bookings)
    heard.start(day.kiosk.window)
    day.until(lambda: readers is None or (heard.can_read and heard.can_scan))
    return day


@pytest.fixture
def readers() -> Iterator[Readers]:
    made = Readers()
    yield made
    made.stop()


def test_a_morning_of_check_ins(
    qtbot: QtBot, ctx: Context, kiosks: OpenKiosks, readers: Readers
) -> None:
    day = on_saturday(qtbot, ctx, kiosks, readers)
    kiosk = day.kiosk

    # By number, with the finger: on the slip stands the time that was agreed.
    day.ask()
    assert not kiosk.read("booking-submit", "enabled")
    for digit in day.bookings[0].removeprefix("YY-").replace("-", ""):
        kiosk.touch(f"digit-{digit}")
    assert kiosk.model.booking.property("typed") == "20261123001"
    kiosk.touch("booking-submit")
    number = day.given()
    assert "到时间叫您的号" in kiosk.words()
    assert printed(day.ctx)[number] == "09:30"
    assert day.state(0) == "present"
    day.home()

    # By its code, at the beginning; a slip of ours that is no booking is told apart.
    readers.codes.scan(f"HC2:{day.bookings[1]}")
    assert day.given() != number
    day.home()
    day.ask()
    readers.codes.scan("HC1:abcdefgh01234567")
    assert "不是预约告知单" in day.refused()
    day.home()

    # By card: nothing is read before it is agreed to, nor after a no.
    readers.cards.place(ELDER)
    day.ask()
    kiosk.touch("booking-card")
    kiosk.await_screen("card")
    assert "不保存" in kiosk.words()
    kiosk.touch("card-decline")
    kiosk.await_screen("booking")
    assert readers.cards.reads == 0
    kiosk.touch("booking-card")
    kiosk.touch("card-agree")
    day.given()
    assert readers.cards.reads == 1
    assert day.state(2) == "present"
    assert ELDER.number not in kiosk.words()


def printed(ctx: Context) -> dict[str, str]:
    """Print what is wanted on a printer made of bytes; returns number → time agreed."""
    with wired() as (listener, simulator):
        printer = ReceiptSlipPrinter(f"{listener.url}?confirm=yes", Path(ctx.config.run_dir))
        count = print_waiting(ctx, "K1", printer)
        assert eventually(lambda: len(simulator.slips) == count, 30)
        papers = [decode(slip.raw).lines for slip in simulator.slips]
        printer.close()
    times = [next(line for line in paper if line.startswith("预约时间")) for paper in papers]
    return {paper[1]: time.split()[-1] for paper, time in zip(papers, times, strict=True)}


def test_what_still_works_goes_on(
    qtbot: QtBot, ctx: Context, kiosks: OpenKiosks, readers: Readers
) -> None:
    day = on_saturday(qtbot, ctx, kiosks, readers)
    kiosk = day.kiosk
    day.ask()
    kiosk.touch("booking-card")
    kiosk.touch("card-agree")
    readers.cards.spoiled = True
    readers.cards.place(ELDER)
    day.until(lambda: "没有读到" in kiosk.words())
    readers.cards.mute = True
    day.until(lambda: "读卡器现在用不了" in kiosk.words())
    kiosk.touch("card-decline")
    kiosk.await_screen("booking")
    assert not kiosk.has("booking-card")
    readers.wires[1].stop()
    day.until(lambda: not kiosk.model._listening.can_scan)
    assert "扫码口" not in kiosk.words()
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_Backspace):
        kiosk.press(key)
    assert kiosk.model.booking.property("typed") == "1"
    kiosk.touch("digit-clear")
    for digit in "13900000001":  # the telephone number he left
        kiosk.model.booking.typeDigit(digit)
    kiosk.touch("booking-submit")
    day.given()
    assert day.state(1) == "present"


def test_nobody_there_leaves_nothing(qtbot: QtBot, ctx: Context, kiosks: OpenKiosks) -> None:
    day = on_saturday(qtbot, ctx, kiosks)
    kiosk = day.kiosk
    day.ask()
    assert not kiosk.has("booking-card")  # a kiosk without a reader does not speak of one
    for digit in "20261123777":
        kiosk.model.booking.typeDigit(digit)
    kiosk.touch("booking-submit")
    assert "没有找到这个预约" in day.refused()
    kiosk.touch("back")
    kiosk.await_screen("booking")
    kiosk.idle(55)
    kiosk.await_screen("home")
    assert kiosk.model.booking.property("typed") == ""
    day.ask()
    assert kiosk.model.booking.property("typed") == ""
    assert day.state(0) == "agreed"
