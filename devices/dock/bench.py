"""Simulated devices on real wires, without a window."""

import os
import threading
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from devices.bus import BusSimulator, Key
from devices.dock.plan import BoardPlan, DockPlan
from devices.keypad import KeypadSimulator
from devices.led import LedBoardState, LedSimulator
from devices.led.factory import led_simulator
from devices.pad import PadSimulator
from devices.printer import PrinterSimulator
from devices.switches import set_switch
from devices.transport import Listener, PtyListener, TcpListener, WireFaults


class _Simulator(Protocol):
    emit: Callable[[bytes], None]
    on_change: Callable[[], None]

    def feed(self, data: bytes) -> bytes: ...


class Bench:
    """Serves the devices of a plan; RUN_DIR/NAME.url tells drivers where sim:NAME is.

    Any thread may call it. Accessors raise KeyError for what the plan does not have.
    """

    def __init__(self, plan: DockPlan, run_dir: Path) -> None:
        plan.check()
        self.plan = plan
        self._run_dir = run_dir
        self._printers = {wire: PrinterSimulator() for wire in plan.printers}
        self._boards = {board.label: board for board in plan.boards}
        self._leds = {
            wire: led_simulator([board.device for board in plan.boards if board.wire == wire])
            for wire in _wires(board.wire for board in plan.boards)
        }
        self._keypads = {one.label: KeypadSimulator(one.address) for one in plan.keypads}
        self._pads = {one.label: PadSimulator(one.address) for one in plan.pads}
        on_bus = [(one.wire, self._keypads[one.label]) for one in plan.keypads] + [
            (one.wire, self._pads[one.label]) for one in plan.pads
        ]
        self._buses = {
            wire: BusSimulator([device for at, device in on_bus if at == wire])
            for wire in _wires(at for at, _ in on_bus)
        }
        self._faults = {wire: WireFaults() for wire in self.wires}
        self._listeners: dict[str, Listener] = {}
        self._subscribers: list[Callable[[], None]] = []
        self._lock = threading.Lock()

    def start(self) -> None:
        """Serve every wire and write where it is. Raises OSError; then nothing is left open."""
        self._run_dir.mkdir(parents=True, exist_ok=True)
        try:
            for wire, printer in self._printers.items():
                self._serve(wire, TcpListener(faults=self._faults[wire]), printer)
            serial: dict[str, _Simulator] = {**self._leds, **self._buses}
            for wire, simulator in serial.items():
                self._serve(wire, _serial_listener(self._faults[wire]), simulator)
        except OSError:
            self.stop()
            raise

    def stop(self) -> None:
        """Close every wire and remove its file; stopping twice is fine."""
        for wire, listener in self._listeners.items():
            file = self._file(wire)
            # Another dock may have taken the name over meanwhile: its file stays.
            if file.is_file() and file.read_text(encoding="utf-8") == listener.url:
                file.unlink(missing_ok=True)
            listener.stop()
        self._listeners.clear()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.stop()

    def printer(self, wire: str) -> PrinterSimulator:
        """Return the printer on a wire."""
        return self._printers[wire]

    def board(self, label: str) -> BoardPlan:
        """Return the plan of a window's board."""
        return self._boards[label]

    def led(self, label: str) -> LedBoardState:
        """Return what a window's board shows; width and height are the board's own."""
        board = self._boards[label]
        state = self._leds[board.wire].boards[board.address]
        return replace(state, width=board.width, height=board.height)

    def led_line(self, wire: str) -> LedSimulator:
        """Return all boards of a wire."""
        return self._leds[wire]

    def keypad(self, label: str) -> KeypadSimulator:
        """Return a window's keypad."""
        return self._keypads[label]

    def pad(self, label: str) -> PadSimulator:
        """Return a window's pad."""
        return self._pads[label]

    def has(self, label: str) -> tuple[bool, bool, bool]:
        """Say whether a window has a board, a keypad, a pad."""
        return label in self._boards, label in self._keypads, label in self._pads

    def press_key(self, label: str, key: Key) -> None:
        """Press a key of a window's keypad."""
        self._keypads[label].press(key)

    def press_pad(self, label: str, code: int) -> None:
        """Press a key of a window's pad."""
        self._pads[label].press(code)

    def board_faults(self, label: str) -> tuple[bool, bool]:
        """Say whether a window's board is mute, and whether it refuses."""
        board = self._boards[label]
        line = self._leds[board.wire]
        return board.address in line.mute, board.address in line.nack

    def set_board_faults(self, label: str, *, mute: bool, nack: bool) -> None:
        """Switch a board to not answering, or to refusing what it is sent."""
        board = self._boards[label]
        line = self._leds[board.wire]
        for faulty, on in ((line.mute, mute), (line.nack, nack)):
            (faulty.add if on else faulty.discard)(board.address)
        self._changed()

    @property
    def wires(self) -> tuple[str, ...]:
        """The names of all wires: printers first, then LED lines, then keypad buses."""
        return (*self._printers, *self._leds, *self._buses)

    def wire_faults(self, wire: str) -> WireFaults:
        """Return the fault switches of a wire."""
        return self._faults[wire]

    def set_wire_fault(self, wire: str, name: str, value: float | None) -> None:
        """Switch a fault of a wire on, or off with None."""
        set_switch(self.wire_faults(wire), name, value)
        self._changed()

    def subscribe(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Call back after every change, from whatever thread made it; returns how to end that."""
        with self._lock:
            self._subscribers.append(callback)

        def unsubscribe() -> None:
            with self._lock:
                if callback in self._subscribers:
                    self._subscribers.remove(callback)

        return unsubscribe

    def _serve(self, wire: str, listener: Listener, simulator: _Simulator) -> None:
        self._listeners[wire] = listener
        simulator.emit = listener.send
        simulator.on_change = self._changed
        listener.on_url = partial(self._write_url, wire)
        listener.start(simulator.feed)
        self._write_url(wire)

    def _write_url(self, wire: str) -> None:
        """Write down where a wire is now; nowhere, while it is unplugged."""
        listener, file = self._listeners[wire], self._file(wire)
        if listener.unplugged:
            file.unlink(missing_ok=True)
        else:
            fresh = file.with_name(f".{file.name}.{os.getpid()}")
            fresh.write_text(listener.url, encoding="utf-8")
            fresh.replace(file)
        self._changed()

    def _file(self, wire: str) -> Path:
        return self._run_dir / f"{wire}.url"

    def _changed(self) -> None:
        with self._lock:
            subscribers = tuple(self._subscribers)
        for callback in subscribers:
            callback()


def _wires(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _serial_listener(faults: WireFaults) -> Listener:
    return PtyListener(faults=faults) if hasattr(os, "openpty") else TcpListener(faults=faults)
