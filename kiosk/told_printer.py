"""A slip printer whose trouble, and whose recovery, the hall is told of."""

import threading
from typing import assert_never

from devices.printer import (
    CoverOpen,
    CutterStuck,
    Faulty,
    Offline,
    PaperOut,
    Ready,
    Status,
    Unknown,
)
from shared.domain.devices import DeviceState
from shared.domain.errors import HallError
from shared.log import logger
from shared.printing import PrintOutcome, SlipPrinter
from shared.slips.lines import Paper
from shared.storage.print_jobs import PrintState
from shared.usecases.context import Context
from shared.usecases.devices import device_changed


class ToldPrinter:
    """Prints on `printer`; after each paper, tells how the device `name` is."""

    def __init__(self, ctx: Context, name: str, printer: SlipPrinter) -> None:
        self._ctx = ctx
        self._name = name
        self._printer = printer
        self._one_paper = threading.Lock()

    def print_paper(self, paper: Paper, job: int) -> PrintOutcome:
        """Print one paper; what cannot be told now is told after the next."""
        with self._one_paper:  # a test slip comes from another thread
            outcome = self._printer.print_paper(paper, job)
        self._tell(*_after(outcome))
        return outcome

    def heard(self, status: Status) -> None:
        """Tell what the printer reported by itself, from the thread that listens."""
        match status:
            case Ready():
                self._tell(DeviceState.WORKING, status.words if status.near_end else "")
            case Unknown():
                self._tell(DeviceState.SILENT, status.words)
            case PaperOut() | CoverOpen() | Offline() | CutterStuck() | Faulty():
                self._tell(DeviceState.TROUBLE, status.words)
            case _:
                assert_never(status)

    def _tell(self, state: DeviceState, reason: str) -> None:
        try:
            device_changed(self._ctx, self._name, state, reason)
        except HallError as error:
            logger.error("the state of %s could not be told: %s", self._name, error.message)


def _after(outcome: PrintOutcome) -> tuple[DeviceState, str]:
    match outcome.state:
        case PrintState.SENT | PrintState.CONFIRMED:
            return DeviceState.WORKING, ""
        case PrintState.FAILED | PrintState.UNCERTAIN:
            return DeviceState.TROUBLE, outcome.detail
        case PrintState.PENDING | PrintState.SENDING:
            raise ValueError(f"a paper that was printed is not {outcome.state}")
        case _:
            assert_never(outcome.state)
