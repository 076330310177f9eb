"""P4: from a keypad's frame to the last byte of the LED's, 64 windows on buses of 8."""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median, quantiles

from devices.led.onbon.codec import Update, decode
from devices.led.onbon.frame import FrameDecoder
from display.windows.led_line import LedLine
from display.windows.running import Windows
from shared.usecases.init_hall import init_hall
from tests.benchmarks.bare import BareLoop
from tests.benchmarks.crowds import crowd
from tests.benchmarks.far import BUSES, ON_EACH, Far, far_devices
from tests.support.halls import SAMPLE, HandClock, open_hall_with
from tests.support.paced import Passed

CALLS_PER_WINDOW_S = 1 / 15  # four times the minute's one: the load is compressed in time
_WINDOW = re.compile(r"\[\[window\]\]\n(?:[^\[\n][^\n]*\n)+\n?")


@dataclass(frozen=True)
class Delay:
    """One call, in seconds: from key to LED, the part spent waiting for a busy bus, wire time."""

    total: float
    waiting: float
    wire: float


def measure(folder: Path, calls: int) -> tuple[list[Delay], float]:
    """Return the delay of each call, and the median of a bare durable commit in seconds."""
    init_hall(folder / "bare", SAMPLE).database.dispose()
    bare, commits = BareLoop(folder / "bare" / "hall.db"), []
    wanted: list[tuple[float, int]] = []
    with far_devices() as far, _hall(folder / "p4", far) as windows, _noted(wanted):
        windows.start()
        _until_idle(far)
        random, begun = Random(20261121), time.monotonic()
        for number in range(calls):
            at = begun + number / (BUSES * ON_EACH * CALLS_PER_WINDOW_S)
            time.sleep(max(0.0, at + random.uniform(0, 0.2) - time.monotonic()))
            # A window's clerk serves whom he called before he calls the next one.
            window = 1 + (number * 29) % (BUSES * ON_EACH)
            far.press(window)
        time.sleep(2)
        windows.stop()
        pressed, passed = far.all()
    for _ in range(200):
        start = time.perf_counter()
        bare.issue()
        commits.append(time.perf_counter() - start)
    bare.close()
    return [_delay(at, window, passed, wanted) for at, window in pressed], median(commits)


def p99(values: list[float]) -> float:
    """Return the 99th percentile."""
    return quantiles(values, n=100, method="inclusive")[98]


@contextmanager
def _hall(folder: Path, far: Far) -> Iterator[Windows]:
    tables = [
        f'[[window]]\nnumber = {bus * ON_EACH + one}\nname = "市场监管"\nqueues = ["C"]\n'
        f'green = true\nled = "onbon+{leds}?address={one}"\nkeypad = "bus+{pads}?address={one}"\n'
        for bus, (leds, pads) in enumerate(far.urls)
        for one in range(1, ON_EACH + 1)
    ]
    init_hall(folder, SAMPLE).database.dispose()
    file = folder / "hall.toml"
    text = _WINDOW.sub("", file.read_text(encoding="utf-8"))
    file.write_text(text + "\n" + "\n".join(tables), encoding="utf-8")
    crowd(folder / "hall.db", waiting=2000)
    ctx = open_hall_with(folder, HandClock())
    yield Windows(ctx)
    ctx.database.dispose()


@contextmanager
def _noted(wanted: list[tuple[float, int]]) -> Iterator[None]:
    """Note when a call is wanted on a board: what lies between that and the wire is the bus's."""
    original = LedLine.show

    def show(self: LedLine, window: int, text: str, **more: object) -> None:
        if more.get("urgent"):
            wanted.append((time.monotonic(), window))
        original(self, window, text, **more)  # type: ignore[arg-type]

    LedLine.show = show  # type: ignore[method-assign]
    try:
        yield
    finally:
        LedLine.show = original  # type: ignore[method-assign]


def _until_idle(far: Far) -> None:
    """Wait until every board shows its window and has its clock, and nothing more is said."""
    said = -1
    while said != (now := far.said()):
        said = now
        time.sleep(1)


def _delay(
    pressed: float, window: int, lines: list[list[Passed]], wanted: list[tuple[float, int]]
) -> Delay:
    bus, address = divmod(window - 1, ON_EACH)
    passed = lines[bus]
    shown = next(one for one in passed if one.begun >= pressed and _calls(one.data, address + 1))
    asked = next(at for at, whose in wanted if at >= pressed and whose == window)
    waiting = sum(
        max(0.0, min(shown.begun, other.free) - max(asked, other.begun))
        for other in passed
        if other is not shown
    )
    return Delay(shown.arrived - pressed, waiting, shown.arrived - shown.begun)


def _calls(data: bytes, address: int) -> bool:
    for frame in FrameDecoder().feed(data):
        request = decode(frame.data)
        if frame.destination == address and request and isinstance(request[0], Update):
            return any(area.text.startswith("请") for area in request[0].areas)
    return False
