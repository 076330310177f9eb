"""The ticket's way onto paper, over a real TCP wire to a printer made of bytes."""

import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import zxingcpp
from PySide6.QtGui import QGuiApplication, QImage

from devices.dock.draw import draw_paper
from devices.printer import PrinterSimulator
from devices.transport import TcpListener
from kiosk.slip_printer import ReceiptSlipPrinter
from kiosk.told_printer import ToldPrinter
from kiosk.wiring import issue_and_print
from shared.domain.devices import DeviceState
from shared.domain.errors import BadInput
from shared.printing import print_waiting, run_worker
from shared.slips import lines
from shared.storage.print_jobs import PrintState
from shared.usecases.devices import devices_now
from shared.usecases.issue_ticket import IssuedTicket, Request, issue_ticket
from shared.usecases.printing import job_state, reprint
from tests.devices.wires import eventually
from tests.kiosk.decoder import decode
from tests.support.halls import COMPANY, SampleHall

LONG = "生产建设项目水土保持方案审批（新办）（据省政府令第349号，部分省级权限下放成都等８市）"


class Desk:
    """A printer on its wire, and tickets to be printed there."""

    def __init__(
        self, hall: SampleHall, listener: TcpListener, simulator: PrinterSimulator
    ) -> None:
        self.hall = hall
        self.listener = listener
        self.simulator = simulator

    def printer(self, options: str = "confirm=yes") -> ReceiptSlipPrinter:
        return ReceiptSlipPrinter(f"{self.listener.url}?{options}", self.hall.ctx.config.run_dir)

    def issue(self, service: str | None = COMPANY, *, green: bool = False) -> IssuedTicket:
        return issue_ticket(self.hall.ctx, Request(service, green, "K1"))

    def print(self, ticket: IssuedTicket, printer: ReceiptSlipPrinter) -> tuple[PrintState, str]:
        assert print_waiting(self.hall.ctx, "K1", printer) == 1
        job = job_state(self.hall.ctx, ticket.ticket)
        assert job is not None
        return job.state, job.detail

    def paper(self) -> bytes:
        """Return the bytes of the newest slip, as soon as the printer has cut it."""
        deadline = time.monotonic() + 40
        while not self.simulator.slips and time.monotonic() < deadline:
            time.sleep(0.01)
        return self.simulator.slips[-1].raw


@contextmanager
def wired() -> Iterator[tuple[TcpListener, PrinterSimulator]]:
    simulator, listener = PrinterSimulator(), TcpListener()
    listener.start(simulator.feed)
    simulator.emit = listener.send
    yield listener, simulator
    listener.stop()


@pytest.fixture
def desk(hall: SampleHall) -> Iterator[Desk]:
    with wired() as (listener, simulator):
        yield Desk(hall, listener, simulator)


def test_a_printer_that_confirms(desk: Desk) -> None:
    assert desk.print(desk.issue(), desk.printer()) == (PrintState.CONFIRMED, "")
    assert decode(desk.paper()).job != b""


def test_a_printer_that_cannot_confirm(desk: Desk) -> None:
    assert desk.print(desk.issue(), desk.printer("confirm=no")) == (PrintState.SENT, "")


def test_without_paper_nothing_is_sent_and_later_it_prints(desk: Desk) -> None:
    desk.simulator.paper_out = True
    ticket = desk.issue()
    state, detail = desk.print(ticket, desk.printer())
    assert state is PrintState.FAILED
    assert "缺纸" in detail
    desk.simulator.paper_out = False
    assert desk.simulator.slips == []
    assert desk.simulator.unfinished.elements == ()
    reprint(desk.hall.ctx, ticket.ticket, "K1")
    assert desk.print(ticket, desk.printer())[0] is PrintState.CONFIRMED
    assert "补打" in decode(desk.paper()).lines


@pytest.mark.parametrize("after", [60, 300])
def test_a_wire_that_breaks_leaves_the_slip_uncertain(desk: Desk, after: int) -> None:
    desk.simulator.drop_after = after
    state, detail = desk.print(desk.issue(), desk.printer())
    assert state is PrintState.UNCERTAIN
    assert "bytes had left" in detail
    assert desk.print(desk.issue(), desk.printer())[0] is PrintState.CONFIRMED


def test_a_printer_that_is_gone(desk: Desk) -> None:
    printer = desk.printer()
    desk.listener.stop()
    assert desk.print(desk.issue(), printer)[0] is PrintState.FAILED
    with pytest.raises(BadInput, match="cannot be used"):
        printer.hold()


def test_a_worker_that_is_told_does_not_wait_for_its_next_look(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shared.storage.watch.POLL_S", 60.0)
    stop, wanted = threading.Event(), threading.Event()
    arguments = (desk.hall.ctx, "K1", desk.printer(), stop, wanted)
    worker = threading.Thread(target=run_worker, args=arguments)
    worker.start()
    for count in (1, 2):
        desk.issue()
        wanted.set()
        assert eventually(lambda count=count: len(desk.simulator.slips) == count, 20)  # type: ignore[misc]
    stop.set()
    wanted.set()
    worker.join(20)
    assert not worker.is_alive()


def test_what_a_printer_reports_by_itself_is_told(desk: Desk) -> None:
    stop = threading.Event()
    printer = desk.printer("profile=simulated&listen=yes")
    told = ToldPrinter(desk.hall.ctx, "the printer", printer)
    listening = threading.Thread(target=printer.listen, args=(stop, told.heard))
    listening.start()

    def known() -> list[tuple[DeviceState, str]]:
        return [(one.state, one.reason) for one in devices_now(desk.hall.ctx)]

    assert eventually(lambda: known() == [(DeviceState.WORKING, "")])
    desk.simulator.near_end = True
    assert eventually(lambda: known() == [(DeviceState.WORKING, "打印纸即将用完")])
    desk.simulator.paper_out = True
    assert eventually(lambda: known() == [(DeviceState.TROUBLE, "打印机缺纸")])
    assert desk.print(desk.issue(), printer)[0] is PrintState.FAILED
    stop.set()
    listening.join(10)
    printer.close()
    assert not listening.is_alive()


def test_a_character_nobody_has_is_told(desk: Desk) -> None:
    paper = (lines.Line("姓名\ue000"),)
    outcome = desk.printer().print_paper(paper, 1)
    assert outcome.state is PrintState.CONFIRMED
    assert "\ue000" in outcome.detail


def test_an_address_that_names_no_printer(hall: SampleHall) -> None:
    with pytest.raises(BadInput, match="gopher"):
        ReceiptSlipPrinter("gopher://there", hall.ctx.config.run_dir)
    dead = TcpListener()
    url = dead.url
    dead.stop()
    with pytest.raises(BadInput):
        issue_and_print(hall.ctx, Request(COMPANY), url)
    assert hall.events() == []


def test_issue_and_print_at_once(desk: Desk) -> None:
    url = f"{desk.listener.url}?confirm=yes"
    ticket, state = issue_and_print(desk.hall.ctx, Request(COMPANY), url)
    assert state is PrintState.CONFIRMED
    assert str(ticket.number) in decode(desk.paper()).lines


@pytest.mark.parametrize(
    ("switch", "words", "blocking"),
    [
        ("paper_out", "打印机缺纸", True),
        ("cover_open", "打印机上盖未关", True),
        ("offline", "打印机处于脱机状态", True),
        ("cutter_error", "打印机切刀卡住", True),
        ("near_end", "打印纸即将用完", False),
        ("mute", "打印机状态未知", False),
    ],
)
def test_health(desk: Desk, switch: str, words: str, blocking: bool) -> None:
    assert desk.printer().health().problem is None
    setattr(desk.simulator, switch, True)
    health = desk.printer().health()
    assert words in health.words
    assert health.blocking is blocking
    assert health.problem


@pytest.mark.parametrize(
    ("service", "green"), [(COMPANY, False), (None, True), (COMPANY, True), (LONG, False)]
)
def test_the_bytes_of_a_ticket(desk: Desk, service: str | None, green: bool) -> None:
    ticket = desk.issue(service, green=green)
    desk.print(ticket, desk.printer())
    raw = desk.paper()
    assert len(raw) < 700
    assert b"?" not in raw
    assert desk.simulator.unknown == []
    paper = decode(raw)
    assert paper.cut
    assert paper.code == f"HC1:{ticket.key}"
    assert paper.lines[0] == desk.hall.ctx.hall.name
    assert str(ticket.number) in paper.lines
    assert ("绿色通道" in paper.lines) is green
    words = "".join(paper.lines)
    assert f"请到{ticket.window_place}附近等候" in words
    assert f"取号时间{'2026-11-23 10:00':>40}" in words
    if service:
        assert f"办理事项：{service}" in words


def test_iconv_reads_the_same_chinese(desk: Desk) -> None:
    desk.print(desk.issue(), desk.printer())
    raw = desk.paper()
    start = raw.index("办理事项".encode("gb18030"))
    line = raw[start : raw.index(b"\n", start)]
    done = subprocess.run(
        ["iconv", "-f", "GB18030", "-t", "UTF-8"], input=line, capture_output=True, check=True
    )
    assert done.stdout.decode() == f"办理事项：{COMPANY}"


def test_the_code_is_read_from_the_drawn_paper(qapp: QGuiApplication, desk: Desk) -> None:
    ticket = desk.issue()
    desk.print(ticket, desk.printer())
    desk.paper()
    drawn = draw_paper(desk.simulator.slips[-1]).convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = bytes(drawn.constBits())  # named, for the view keeps no reference to it
    view = zxingcpp.ImageView(
        pixels, drawn.width(), drawn.height(), zxingcpp.ImageFormat.Lum, drawn.bytesPerLine()
    )
    assert [code.text for code in zxingcpp.read_barcodes(view)] == [f"HC1:{ticket.key}"]
