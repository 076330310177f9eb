"""A hall whose windows are served over real pseudo-terminals by the devices of the bench."""

import threading
from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import text

from devices.bus import Frame, encode
from devices.dock.bench import Bench
from devices.keypad import Key
from devices.led import LedBoardState
from devices.pad import PadSimulator
from display.dock import dock_plan
from display.windows.bus_line import BOUNCE_S
from display.windows.running import Windows
from tests.support.halls import SampleHall

PATIENCE_S = 40.0
CALL_FROM_1 = bytes.fromhex("FF 68 03 03 68 01 01 0C 0E 16")
TICKET_23_TO_1 = bytes.fromhex("FF 68 08 08 68 01 02 0A 0A 0A 00 02 03 26 16")


class Desk:
    """One hall, its devices, and the hub between them."""

    def __init__(self, hall: SampleHall) -> None:
        self.hall = hall
        self.bench = Bench(dock_plan(hall.ctx.config), hall.ctx.config.run_dir)
        self.bench.start()
        self.changed = threading.Event()
        self.bench.subscribe(self.changed.set)
        self.windows: Windows | None = None

    def serve(self) -> None:
        """Start the hub and wait until every device shows its window."""
        self.windows = Windows(self.hall.ctx)
        self.windows.start()
        for window in self.hall.ctx.hall.windows:
            label = str(window.number)
            board, keypad, _ = self.bench.has(label)
            if board:
                self.until(lambda: self.led(label) != "", f"LED {label}")  # noqa: B023
            if keypad:
                self.until(lambda: self.digits(label) != "------", f"keypad {label}")  # noqa: B023

    def leave(self) -> None:
        if self.windows is not None:
            self.windows.stop()
            self.windows = None

    def close(self) -> None:
        self.leave()
        self.bench.stop()

    def until(self, happened: Callable[[], bool], what: str = "") -> None:
        """Wait until something happened; what happens at a device wakes us at once."""
        for _ in range(int(PATIENCE_S / 0.05)):
            if happened():
                return
            self.changed.clear()
            self.changed.wait(0.05)
        assert happened(), what

    def press(self, window: int, key: Key) -> None:
        """Press a key, later than its contacts could bounce."""
        threading.Event().wait(BOUNCE_S * 1.5)
        self.bench.press_key(str(window), key)

    def rate(self, window: int, code: int) -> None:
        self.bench.press_pad(str(window), code)

    def board_fault(self, window: int, name: str, *, on: bool = True) -> None:
        """Switch a fault of a window's board."""
        for fault in self.bench.board_faults(str(window)):
            if fault.name == name:
                fault.put(on)

    def pad_acknowledged(self, address: int) -> int:
        """Return how many keys of a pad on the bus were echoed."""
        pads = (one for one in self.bench._buses["bus"].devices if isinstance(one, PadSimulator))
        return next(pad.acknowledged for pad in pads if pad.address == address)

    def board(self, window: int | str) -> LedBoardState:
        return self.bench.led(str(window))

    def led(self, window: int | str) -> str:
        return self.board(window).text

    def digits(self, window: int | str) -> str:
        return self.bench.keypad(str(window)).digits

    def beeps(self, window: int) -> int:
        return self.bench.keypad(str(window)).beeps

    def called(self, window: int, number: str) -> None:
        self.until(lambda: self.led(window) == f"请{number}号到{window}号窗口", self.led(window))

    def speak(self, frame: Frame) -> None:
        """Say a frame on the bus that no device of the bench would say."""
        self.bench._buses["bus"].emit(encode(frame))

    def ratings(self) -> list[tuple[str, int]]:
        with self.hall.ctx.database.read() as tx:
            rows = tx.execute(text("SELECT source, score FROM rating"))
            return [(row.source, row.score) for row in rows]


@pytest.fixture
def desk(hall: SampleHall) -> Iterator[Desk]:
    opened = Desk(hall)
    yield opened
    opened.close()
