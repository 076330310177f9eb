"""P5 and P6: how soon screens show what happened, and what opening one costs."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import Queue
from statistics import median, quantiles

from shared.usecases.call_next import call_next
from shared.usecases.init_hall import init_hall
from shared.usecases.issue_ticket import Request, issue_ticket
from tests.benchmarks.figures import Figure
from tests.support.halls import COMPANY, SAMPLE, HandClock, SampleHall, open_hall_with

SOON_S = 0.010 + 1 / 60
"""One poll of the database and one frame of the screen."""

PATIENCE_S = 60.0


@dataclass(frozen=True)
class Opened:
    """What opening a window cost: seconds to its first frame, bytes of memory."""

    first_s: float
    memory: int


def p5_board(folder: Path, calls: int) -> Figure:
    """From a call's commit to the frame of the board that shows it, p99."""
    slowest = _call_to_frame(folder / "p5", calls)
    return Figure(
        "P5",
        f"call committed → drawn on the board, p99 of {calls}: {slowest * 1000:.0f} ms",
        1 / slowest,
        1 / SOON_S,
        slowest / SOON_S,
        "≤ 1 (a poll and a frame)",
        slowest <= SOON_S,
    )


def p6_opening(folder: Path, rounds: int) -> list[Figure]:
    """First frame and memory of kiosk and board over those of the least such window."""
    seen = _openings(folder / "p6", rounds)
    bare = seen["bare"]
    figures = []
    for kind in ("kiosk", "board"):
        one = seen[kind]
        slower, bigger = one.first_s / bare.first_s, one.memory / bare.memory
        figures += [
            Figure(
                "P6",
                f"{kind}: {one.first_s:.2f} s to the first frame ÷ bare window with SQLAlchemy",
                1 / one.first_s,
                1 / bare.first_s,
                slower,
                "≤ 1.5",
                slower <= 1.5,
            ),
            Figure(
                "P6",
                f"{kind}: {one.memory / 2**20:.0f} MB ÷ the same (memory)",
                0,
                0,
                bigger,
                "≤ 1.5",
                bigger <= 1.5,
            ),
        ]
    return figures


def _opening(folder: Path, kind: str) -> Opened:
    """Open one window in a process of its own."""
    begun = time.monotonic()
    with _window(folder, kind) as said:
        return Opened(said("first") - begun, int(said("memory")))


def _openings(folder: Path, rounds: int) -> dict[str, Opened]:
    """Median of each kind of window over the bare one's, opened in turns; the hall has a crowd."""
    hall = _hall(folder)
    for _ in range(30):
        issue_ticket(hall.ctx, Request(COMPANY))
    hall.ctx.database.dispose()
    kinds = ("bare", "kiosk", "board")
    seen: dict[str, list[Opened]] = {kind: [] for kind in kinds}
    for turn in range(rounds + 1):
        for kind in kinds:
            one = _opening(folder, kind)
            if turn:  # the first round fills the machine's caches
                seen[kind].append(one)
    return {
        kind: Opened(median(o.first_s for o in all_), int(median(o.memory for o in all_)))
        for kind, all_ in seen.items()
    }


def _call_to_frame(folder: Path, calls: int) -> float:
    """Seconds from a call's commit to the board's frame that shows it, p99."""
    hall = _hall(folder)
    took = []
    with _window(folder, "board") as said:
        said("first")
        said("memory")
        for turn in range(calls + 3):
            issue_ticket(hall.ctx, Request(COMPANY))
            time.sleep(0.05 + turn % 7 / 700)  # calls keep no step with polls
            call_next(hall.ctx, 3 + turn % 2)
            committed = time.monotonic()
            took.append(said("call") - committed)
            time.sleep(0.2)
    hall.ctx.database.dispose()
    return quantiles(took[3:], n=100)[98]


def _hall(folder: Path) -> SampleHall:
    init_hall(folder, SAMPLE).database.dispose()
    clock = HandClock()
    return SampleHall(open_hall_with(folder, clock), clock)


class _Said:
    """What a window's process says, word by word."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._lines: Queue[list[str]] = Queue()
        threading.Thread(target=self._read, args=(process,), daemon=True).start()

    def _read(self, process: "subprocess.Popen[str]") -> None:
        assert process.stdout is not None
        for line in process.stdout:
            self._lines.put(line.split())

    def __call__(self, word: str) -> float:
        """Wait for a line that begins so and return its number."""
        while True:
            said = self._lines.get(timeout=PATIENCE_S)
            if said[0] == word:
                return float(said[1])


@contextmanager
def _window(folder: Path, kind: str) -> Iterator[_Said]:
    command = [sys.executable, "-m", "tests.benchmarks.screen_child", kind, str(folder)]
    offscreen = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={**os.environ, **offscreen}
    ) as process:
        try:
            yield _Said(process)
        finally:
            process.kill()
