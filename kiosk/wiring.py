"""Where the kiosk's parts are put together."""

import gc
import os
import secrets
import signal
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.options import KioskOptions
from kiosk.readers import reader_checks
from kiosk.slip_printer import ReceiptSlipPrinter
from kiosk.told_printer import ToldPrinter
from kiosk.voice import sound_name
from kiosk.worker_words import STATE, TEST, WANTED
from shared.config import HallConfig
from shared.config.pin import pin_is_set
from shared.doctor import Bad, Check, Fine, Result, Warn, sound_check
from shared.domain.errors import HallError
from shared.log import logger, serve_log
from shared.printing import print_waiting, run_worker
from shared.slips.check import test_paper
from shared.storage.print_jobs import PrintState
from shared.usecases.context import Context, open_hall
from shared.usecases.issue_ticket import IssuedTicket, Request, issue_ticket
from shared.usecases.printing import job_state


def issue_and_print(
    ctx: Context, request: Request, printer_url: str | None
) -> tuple[IssuedTicket, PrintState | None]:
    """Issue a ticket and print its slip here and now; the state is None when none is wanted.

    A printer that cannot be opened is BadInput, before any number is drawn.
    """
    if printer_url is None:
        return issue_ticket(ctx, request), None
    printer = ReceiptSlipPrinter(printer_url, ctx.config.run_dir)
    printer.hold()
    name = f"{request.origin}-{secrets.token_hex(6)}"
    try:
        ticket = issue_ticket(ctx, replace(request, printer=name))
        return ticket, _print_now(ctx, ticket, name, printer)
    finally:
        printer.close()


def _print_now(
    ctx: Context, ticket: IssuedTicket, name: str, printer: ReceiptSlipPrinter
) -> PrintState:
    """Print a slip that was just wanted; whatever happens now, its number stands."""
    try:
        print_waiting(ctx, name, printer)
        job = job_state(ctx, ticket.ticket)
    except HallError as error:
        logger.error("what became of the slip could not be recorded: %s", error.message)
        return PrintState.UNCERTAIN
    return job.state if job else PrintState.UNCERTAIN


def run_printing(folder: Path, kiosk_id: str | None, *, until_eof: bool) -> None:
    """Print the slips of a kiosk until the process is told to stop.

    `until_eof` ends it, too, when standard input closes: a worker must not outlive its kiosk.
    Whatever comes there says that a slip is wanted now.
    """
    serve_log()
    ctx = open_hall(folder)
    kiosk = ctx.config.kiosk(kiosk_id)
    printer = ReceiptSlipPrinter(kiosk.printer, ctx.config.run_dir)
    stop, wanted = threading.Event(), threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    told = ToldPrinter(ctx, f"kiosk {kiosk.id} printer", printer)
    if until_eof:
        words = _Words(ctx, kiosk.id, printer, told, wanted)
        threading.Thread(target=_follow_input, args=(stop, words), daemon=True).start()
    printer.prepare()
    # What is loaded by now stays: a slip must not wait until all of it was looked through again.
    gc.freeze()
    threading.Thread(target=printer.listen, args=(stop, told.heard), daemon=True).start()
    run_worker(ctx, kiosk.id, told, stop, wanted, printer.expect)


@dataclass(frozen=True)
class _Words:
    """What the window says to its print worker."""

    ctx: Context
    kiosk: str
    printer: ReceiptSlipPrinter
    told: ToldPrinter
    wanted: threading.Event

    def take(self, words: bytes) -> None:
        if WANTED in words:
            self.wanted.set()
        if STATE in words:
            self.told.heard(self.printer.status())
        if TEST in words:
            self.told.print_paper(test_paper(self.ctx.hall.name, self.kiosk, self.ctx.clock()), 0)


def _follow_input(stop: threading.Event, words: _Words) -> None:
    # The descriptor itself: a buffered reader would be locked when the interpreter ends.
    while said := os.read(sys.stdin.fileno(), 1024):
        words.take(said)
    stop.set()


def run_kiosk(folder: Path, kiosk_id: str | None, options: KioskOptions) -> int:
    """Open the kiosk window; returns the exit code."""
    from kiosk.app import run

    serve_log()
    ctx = open_hall(folder)
    kiosk = ctx.config.kiosk(kiosk_id)
    ReceiptSlipPrinter(kiosk.printer, ctx.config.run_dir)  # a wrong URL is said before, not after
    return run(ctx, kiosk, options)


def checks(config: HallConfig) -> Iterator[Check]:
    """Check every kiosk's printer, ID-card reader and scanner for `hall doctor`."""
    if config.kiosks:
        yield Check("staff screen", _pin(config))
    for kiosk in config.kiosks:
        yield from reader_checks(config, kiosk)
        yield from sound_check(config, sound_name(kiosk.id))
        name = f"kiosk {kiosk.id} printer"
        try:
            health = ReceiptSlipPrinter(kiosk.printer, config.run_dir).health()
        except HallError as error:
            yield Check(name, Bad(error.message, error.hint))
            continue
        if health.problem is None:
            yield Check(name, Fine(f"{kiosk.printer}: {health.words}"))
        elif health.blocking:
            yield Check(name, Bad(f"{kiosk.printer}: {health.words}", health.problem))
        else:
            yield Check(name, Warn(f"{kiosk.printer}: {health.words}", health.problem))


def _pin(config: HallConfig) -> Result:
    if pin_is_set(config.folder):
        return Fine("the kiosks' staff screen has a PIN")
    return Warn("the kiosks have no staff screen: no PIN is set", "hall kiosk pin")
