"""P3: from the touch to the last byte of the ticket on a wire of a given speed."""

import os
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from statistics import median, quantiles

from devices.printer import PrinterSimulator
from devices.transport import PtyListener
from shared.usecases.context import open_hall
from shared.usecases.init_hall import init_hall
from shared.usecases.issue_ticket import issue_ticket
from tests.benchmarks.bare import BareLoop
from tests.benchmarks.figures import SLIP, Figure
from tests.support.halls import SAMPLE, move_to_noon, rewrite

BITS = 10  # of a byte at 8N1
START_S = 20.0
SLIP_S = 10.0
PAUSE_S = 0.05


class PacedPrinter:
    """A printer behind a line of `baud`: every byte takes its time, both ways.

    A pseudo-terminal swallows a whole ticket at once; the line is full until `free`.
    """

    def __init__(self, link: Path, baud: int) -> None:
        self.simulator = PrinterSimulator()
        self.wire = PtyListener(link)
        self.simulator.emit = self.wire.send
        self.out = threading.Event()
        self.out_at = 0.0
        self._byte_s = BITS / baud
        self._free = 0.0
        self.wire.start(self._feed)

    def _feed(self, data: bytes) -> bytes:
        self._pass(len(data))
        before = len(self.simulator.slips)
        answer = self.simulator.feed(data)
        if len(self.simulator.slips) > before:
            self.out_at = time.perf_counter()
            self.out.set()
        self._pass(len(answer))
        return answer

    def _pass(self, count: int) -> None:
        self._free = max(self._free, time.perf_counter()) + count * self._byte_s
        time.sleep(max(0.0, self._free - time.perf_counter()))


def p3_ticket(folder: Path, baud: int, tickets: int) -> Figure:
    """Touch to last byte, p99 over (median bare durable commit + wire time of the same bytes).

    Touch and bare commit take turns, each after a pause, as in a hall.
    """
    folder = folder / f"p3-{baud}"
    init_hall(folder, SAMPLE).database.dispose()
    move_to_noon(folder)
    link = folder / "line"
    rewrite(folder, ("sim:printer", f"serial://{link}?baud={baud}"))
    ctx = open_hall(folder)
    printer = PacedPrinter(link, baud)
    bare = BareLoop(_copy_of(folder))
    took, commits = [], []
    with _worker(folder) as hurry:
        for turn in range(tickets + 3):
            printer.out.clear()
            begun = time.perf_counter()
            issue_ticket(ctx, SLIP)
            hurry()
            if not printer.out.wait(START_S if turn == 0 else SLIP_S):
                raise RuntimeError("the ticket did not come out")
            took.append(printer.out_at - begun)
            time.sleep(PAUSE_S + turn % 7 / 700)  # touches keep no step with polls
            begun = time.perf_counter()
            bare.issue()
            commits.append(time.perf_counter() - begun)
            time.sleep(PAUSE_S)
    printer.wire.stop()
    bare.close()
    ctx.database.dispose()
    took, commit = took[3:], median(commits)
    wire = len(printer.simulator.slips[-1].raw) * BITS / baud
    slowest = quantiles(took, n=100)[98]
    return Figure(
        "P3",
        f"touch → last byte of the ticket at {baud} baud, p99 ÷ (commit {commit * 1000:.1f} ms"
        f" + wire {wire * 1000:.0f} ms); median {median(took) * 1000:.0f} ms",
        1 / slowest,
        1 / (commit + wire),
        slowest / (commit + wire),
        "≤ 1.5",
        slowest / (commit + wire) <= 1.5,
    )


@contextmanager
def _worker(folder: Path) -> Iterator[Callable[[], object]]:
    """Run `hall printing` as the kiosk does; yields how it is told that a slip is wanted."""
    command = [sys.executable, "-m", "shared.cli", "printing", "--hall", str(folder), "--until-eof"]
    pipe, quiet = subprocess.PIPE, subprocess.DEVNULL
    process = subprocess.Popen(command, stdin=pipe, stdout=quiet, stderr=quiet, bufsize=0)
    assert process.stdin is not None
    line = process.stdin.fileno()
    try:
        yield lambda: os.write(line, b"\n")
    finally:
        process.terminate()
        process.wait(10)


def _copy_of(folder: Path) -> Path:
    copy = folder / "bare.db"
    with closing(sqlite3.connect(folder / "hall.db")) as source:
        source.execute("VACUUM INTO ?", (str(copy),))
    with closing(sqlite3.connect(copy)) as bare:
        bare.execute("PRAGMA journal_mode = WAL")
    return copy
