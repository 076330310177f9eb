"""Each thing that can be wrong with a printer: its status, its words, and its job's end."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from devices.printer import (
    CoverOpen,
    CutterStuck,
    Faulty,
    Offline,
    PaperOut,
    PrinterSimulator,
    Ready,
    Status,
    Unknown,
)
from devices.transport import Listener, PtyListener, TcpListener
from kiosk.pages import Paper
from kiosk.slip_printer import ReceiptSlipPrinter
from kiosk.viewmodels.ticket_model import _PAPER
from shared.domain.events import PrintChanged
from shared.domain.slip_trouble import SlipTrouble
from shared.printing import print_waiting
from shared.storage.print_jobs import PrintState
from shared.usecases.issue_ticket import Request, issue_ticket
from shared.usecases.printing import job_state
from tests.devices.wires import eventually
from tests.support.halls import COMPANY, SampleHall

Setup = Callable[[PrinterSimulator, Listener], None]


def switch(name: str, value: object = True) -> Setup:
    return lambda simulator, _: setattr(simulator, name, value)


def holding(simulator: PrinterSimulator, _: Listener) -> None:
    simulator.mouth.taken = False
    simulator.feed(b"\x1b@x\n\x1dV\x00\x1de\x03\x0c")
    assert simulator.mouth.holding


def jammed(simulator: PrinterSimulator, _: Listener) -> None:
    simulator.mouth.jammed = True


def unplugged(_: PrinterSimulator, listener: Listener) -> None:
    listener.stop()


def empties(simulator: PrinterSimulator, _: Listener) -> None:
    """The roll ends in the middle of the job, after the questions before it."""
    simulator.script((12 + 3 + 200, "paper_out", True))


def as_it_is(_: PrinterSimulator, __: Listener) -> None:
    pass


@dataclass(frozen=True)
class Fault:
    """What is done, what the printer then says of itself, and what becomes of the job."""

    name: str
    setup: Setup
    status: Status
    state: PrintState
    detail: str  # words that stand in the job's record
    shown: Paper  # what the kiosk tells the applicant
    slips: int = 1  # that came out

    def __str__(self) -> str:
        return self.name


FAILED, SURE, UNSURE = PrintState.FAILED, PrintState.CONFIRMED, PrintState.UNCERTAIN
TAKE, MAYBE, NONE = Paper.TAKE, Paper.UNSURE, Paper.NONE
STUCK, POWER, ERROR = "切刀卡住", "需要断电重启", "打印机报错，请开合上盖"
FAULTS = (
    Fault("well", as_it_is, Ready(), SURE, "", TAKE),
    Fault("near end", switch("near_end"), Ready(near_end=True), SURE, "", TAKE),
    Fault("paper end", switch("paper_out"), PaperOut(), FAILED, "缺纸", NONE, 0),
    Fault("cover", switch("cover_open"), CoverOpen(), FAILED, "上盖未关", NONE, 0),
    Fault("offline", switch("offline"), Offline(), FAILED, "脱机", NONE, 0),
    Fault("cutter", switch("cutter_error"), CutterStuck(), FAILED, STUCK, NONE, 0),
    Fault("unrecoverable", switch("unrecoverable"), Faulty(POWER), FAILED, POWER, NONE, 0),
    Fault("error", switch("overheated"), Faulty(ERROR), FAILED, ERROR, NONE, 0),
    Fault("mute", switch("mute"), Unknown(), UNSURE, "no confirmation", MAYBE),
    Fault("garbage", switch("garbage"), Unknown(), UNSURE, "no confirmation", MAYBE),
    Fault("slow", switch("slow", 4000), Ready(), SURE, "", TAKE),
    Fault("late answers", switch("delay", 0.05), Ready(), SURE, "", TAKE),
    Fault("not torn off", switch("untaken"), Ready(untaken=True), SURE, "", TAKE),
    Fault("slip in the mouth", holding, Ready(), SURE, "", TAKE, 2),
    Fault("jam in the mouth", jammed, Ready(), FAILED, "出票口卡纸", NONE, 0),
    Fault("unplugged before", unplugged, Unknown(), FAILED, "", NONE, 0),
    Fault("unplugged in the job", switch("drop_after", 200), Unknown(), UNSURE, "left", MAYBE, 0),
    Fault("paper ends in the job", empties, Ready(), UNSURE, "缺纸", MAYBE, 0),
)


TROUBLES = {
    "paper end": SlipTrouble.PAPER,
    "cover": SlipTrouble.COVER,
    "offline": SlipTrouble.OFFLINE,
    "cutter": SlipTrouble.KNIFE,
    "unrecoverable": SlipTrouble.FAULT,
    "error": SlipTrouble.FAULT,
    "mute": SlipTrouble.SILENT,
    "garbage": SlipTrouble.SILENT,
    "jam in the mouth": SlipTrouble.MOUTH,
    "unplugged before": SlipTrouble.AWAY,
    "unplugged in the job": SlipTrouble.SILENT,
    "paper ends in the job": SlipTrouble.PAPER,
}
"""What kind of trouble the kiosk is told of; none with the others."""


@contextmanager
def wired(kind: str, folder: Path) -> Iterator[tuple[PrinterSimulator, Listener]]:
    simulator = PrinterSimulator()
    listener: Listener = PtyListener(folder / "printer") if kind == "pty" else TcpListener()
    listener.start(simulator.feed)
    simulator.emit = listener.send
    yield simulator, listener
    listener.stop()


def printer_on(hall: SampleHall, listener: Listener) -> ReceiptSlipPrinter:
    printer = ReceiptSlipPrinter(f"{listener.url}?profile=simulated", hall.ctx.config.run_dir)
    # How long a person would wait is not what is tested.
    printer._printer._confirm_timeout = 0.3
    printer._printer._patience = 0.2
    return printer


@pytest.mark.parametrize("kind", ["pty", "tcp"])
@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_every_fault(fault: Fault, kind: str, hall: SampleHall, tmp_path: Path) -> None:
    with wired(kind, tmp_path) as (simulator, listener):
        printer = printer_on(hall, listener)
        ticket = issue_ticket(hall.ctx, Request(COMPANY, printer="K1"))
        if fault.setup is not empties:
            fault.setup(simulator, listener)
        if not simulator.drop_after:
            assert printer._printer.status() == fault.status
        if fault.setup is empties:
            fault.setup(simulator, listener)
        assert print_waiting(hall.ctx, "K1", printer) == 1
        job = job_state(hall.ctx, ticket.ticket)
        assert job is not None
        assert job.state is fault.state, job.detail
        assert fault.detail in job.detail
        assert bool(job.detail) is (fault.state is not SURE)
        assert _PAPER[job.state] is fault.shown
        told = next(one for one in reversed(hall.events()) if isinstance(one, PrintChanged))
        assert told.trouble == TROUBLES.get(fault.name, SlipTrouble.NONE)
        assert eventually(lambda: len(simulator.slips) == fault.slips)
        assert str(ticket.number) == "C001"  # the number stands, whatever paper does


@pytest.mark.parametrize("kind", ["pty", "tcp"])
def test_after_every_fault_the_next_slip_prints(
    kind: str, hall: SampleHall, tmp_path: Path
) -> None:
    with wired(kind, tmp_path) as (simulator, listener):
        printer = printer_on(hall, listener)
        for name in ("paper_out", "cover_open", "offline", "cutter_error", "mute", "garbage"):
            for value, states in ((True, (FAILED, UNSURE)), (False, (SURE,))):
                setattr(simulator, name, value)
                ticket = issue_ticket(hall.ctx, Request(COMPANY, printer="K1"))
                print_waiting(hall.ctx, "K1", printer)
                job = job_state(hall.ctx, ticket.ticket)
                assert job is not None
                assert job.state in states, (name, value, job)
