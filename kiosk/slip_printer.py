"""Our papers on a receipt printer: slips become the device's documents, results our states."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import assert_never

from devices.errors import DeviceError
from devices.factory import printer_for
from devices.printer import (
    Align,
    Columns,
    Confirmed,
    CoverOpen,
    Cut,
    CutterStuck,
    Document,
    Element,
    EscposPrinter,
    Failed,
    Faulty,
    Feed,
    Jammed,
    Offline,
    PaperOut,
    PrintResult,
    Qr,
    Ready,
    Rule,
    Sent,
    Status,
    Text,
    Uncertain,
    Unknown,
)
from shared.domain.errors import BadInput
from shared.domain.slip_trouble import SlipTrouble
from shared.printing import PrintOutcome
from shared.slips import lines
from shared.storage.print_jobs import PrintState

LISTEN_S = 1.0
"""How often listening looks whether it should end, and tries a port that is away."""


@dataclass(frozen=True)
class Health:
    """How a printer is: `problem` says what to do, `blocking` that nothing can be printed."""

    words: str
    problem: str | None
    blocking: bool


class ReceiptSlipPrinter:
    """Prints papers on an ESC/POS printer behind a URL. The URL is read at once: BadInput."""

    def __init__(self, url: str, sim_dir: Path) -> None:
        try:
            self._printer: EscposPrinter = printer_for(url, sim_dir=sim_dir)
        except DeviceError as error:
            raise BadInput(f"no printer is named by {url}: {error.reason}", error.hint) from error

    def hold(self) -> None:
        """Open the port for the next paper; BadInput when nobody could print there."""
        try:
            self._printer.hold()
        except DeviceError as error:
            raise BadInput(f"the printer cannot be used: {error}", error.hint) from error

    def close(self) -> None:
        """Let go of the port."""
        self._printer.close()

    def prepare(self) -> None:
        """Load what the first paper would otherwise wait for."""
        self._printer.prepare()

    def expect(self) -> None:
        """A paper is about to come: ask the printer how it is while it is being taken in hand."""
        self._printer.expect()
        threading.Thread(target=self._printer.look_ahead, daemon=True).start()

    def listen(self, stop: threading.Event, heard: Callable[[Status], None]) -> None:
        """Hand on what the printer reports by itself, if it does, until `stop` is set."""
        known: Status | None = None
        while self._printer.listens and not stop.is_set():
            status = self._printer.listen(LISTEN_S)
            if status is not None and status != known:
                known = status
                heard(status)
            if status == Unknown():
                stop.wait(LISTEN_S)

    def status(self) -> Status:
        """Ask the printer how it is; Unknown when it says nothing or cannot be reached."""
        return self._printer.status()

    def health(self) -> Health:
        """Open the port and ask the printer how it is; BadInput when it cannot be opened."""
        self.hold()
        status = self._printer.status()
        match status:
            case Ready(near_end):
                return Health(status.words, "put a new roll beside it" if near_end else None, False)
            case Unknown():
                return Health(status.words, "it does not answer: print a test ticket", False)
            case PaperOut():
                return Health(status.words, "put in a new roll", True)
            case CoverOpen():
                return Health(status.words, "close its cover", True)
            case Offline():
                return Health(status.words, "press its online key or power it again", True)
            case CutterStuck():
                return Health(status.words, "take the paper out of its knife", True)
            case Faulty():
                return Health(status.words, "clear the fault and power it again", True)
            case _:
                assert_never(status)

    def print_paper(self, paper: lines.Paper, job: int) -> PrintOutcome:
        """Print one paper and tell what the printer knows of it."""
        return _outcome(self._printer.print(_document(paper), job))


def _document(paper: lines.Paper) -> Document:
    return (*(_element(part) for part in paper), Feed(1), Cut())


def _element(part: lines.Line | lines.Pair | lines.Rule | lines.Code | lines.Gap) -> Element:
    match part:
        case lines.Line(text, size, bold, centred):
            align: Align = "center" if centred else "left"
            return Text(text, width=size, height=size, align=align, bold=bold)
        case lines.Pair(label, value):
            return Columns(label, value)
        case lines.Rule():
            return Rule()
        case lines.Code(data):
            return Qr(data)
        case lines.Gap(count):
            return Feed(count)
        case _:
            assert_never(part)


def _outcome(result: PrintResult) -> PrintOutcome:
    match result:
        case Confirmed(missing):
            return PrintOutcome(PrintState.CONFIRMED, _missing(missing))
        case Sent(missing):
            return PrintOutcome(PrintState.SENT, _missing(missing))
        case Uncertain(written, reason, status):
            detail = f"{reason} ({written} bytes had left)"
            return PrintOutcome(PrintState.UNCERTAIN, detail, _trouble(status, SlipTrouble.SILENT))
        case Failed(reason, hint, status):
            detail = f"{reason}; {hint}" if hint else reason
            return PrintOutcome(PrintState.FAILED, detail, _trouble(status, SlipTrouble.AWAY))
        case _:
            assert_never(result)


def _trouble(status: Status | Jammed, silence: SlipTrouble) -> SlipTrouble:
    """Return what a status means for a slip that did not come out; `silence` if it says nothing."""
    match status:
        case PaperOut():
            return SlipTrouble.PAPER
        case CoverOpen():
            return SlipTrouble.COVER
        case CutterStuck():
            return SlipTrouble.KNIFE
        case Jammed():
            return SlipTrouble.MOUTH
        case Offline():
            return SlipTrouble.OFFLINE
        case Faulty():
            return SlipTrouble.FAULT
        case Ready() | Unknown():
            return silence
        case _:
            assert_never(status)


def _missing(characters: str) -> str:
    return f"〓 stands for {characters}: no font has it" if characters else ""
