"""The print worker: takes wanted slips in hand one by one and records what became of each."""

import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from typing import Protocol

from shared.domain.errors import HallError
from shared.domain.slip_trouble import SlipTrouble
from shared.log import logger
from shared.slips.lines import Paper
from shared.slips.papers import paper_of
from shared.storage.print_jobs import PrintState
from shared.storage.watch import open_watch
from shared.usecases import printing
from shared.usecases.context import Context

RETRY_S = 1.0


@dataclass(frozen=True)
class PrintOutcome:
    """What a printer knows of a paper: sent, confirmed, uncertain or failed, and why: the detail
    for staff, the kind of trouble for whoever waits for the paper.
    """

    state: PrintState
    detail: str = ""
    trouble: SlipTrouble = SlipTrouble.NONE


class SlipPrinter(Protocol):
    """Whatever puts a paper on paper. It returns what it knows and raises only for bugs."""

    def print_paper(self, paper: Paper, job: int) -> PrintOutcome:
        """Print one paper; `job` numbers it for printers that can confirm."""
        ...


def print_waiting(
    ctx: Context, name: str, printer: SlipPrinter, expect: Callable[[], None] | None = None
) -> int:
    """Print every slip wanted from printer `name`; returns how many were taken in hand.

    `expect` is called when one is about to be taken in hand, which takes a few milliseconds.
    """
    count = 0
    while work := printing.take(ctx, name, expect):
        count += 1
        try:
            outcome = printer.print_paper(paper_of(work.slip), work.job)
        except Exception as error:
            printing.settle(ctx, work, PrintState.UNCERTAIN, f"the print worker failed: {error!r}")
            raise
        printing.settle(ctx, work, outcome.state, outcome.detail, outcome.trouble)
        logger.info("slip %s: %s %s", work.slip.number, outcome.state, outcome.detail)
    return count


def run_worker(
    ctx: Context,
    name: str,
    printer: SlipPrinter,
    stop: threading.Event,
    wanted: threading.Event | None = None,
    expect: Callable[[], None] | None = None,
) -> None:
    """Print slips until `stop` is set; what a dead worker left in hand is marked uncertain.

    `wanted`, if given, is set by who knows that a slip is wanted now; `expect` as print_waiting.
    """
    recovered = False
    with closing(open_watch(ctx.database)) as watch:
        while not stop.is_set():
            try:
                if not recovered:
                    printing.recover(ctx, name)
                    recovered = True
                if watch.wait(stop, wanted):
                    print_waiting(ctx, name, printer, expect)
            except HallError as error:
                logger.error("printing waits: %s", error.message)
                recovered = False  # a slip may be in hand whose outcome could not be recorded
                watch.close()
                stop.wait(RETRY_S)
