"""Simulated devices on real wires, without a window."""

import os
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self

from devices.bus import BusSimulator, Key
from devices.dock import words
from devices.dock.faults import Fault, address_faults, flag, switch_faults
from devices.dock.pads import BusPad, DockPad, ModbusPad, ScreenPad
from devices.dock.plan import BoardPlan, DockPlan, ModbusPadPlan
from devices.id_reader import IdReaderSimulator
from devices.keypad import KeypadSimulator
from devices.led import LedBoardState, LedSimulator
from devices.led.factory import led_simulator
from devices.pad import PadSimulator
from devices.pad.screen import ScreenPadClient, ScreenPadSimulator
from devices.printer import PrinterSimulator
from devices.scanner import ScannerSimulator
from devices.transport import (
    Listener,
    PtyListener,
    TcpListener,
    WireFaults,
    remove_url,
    transport_for,
    write_url,
)

if TYPE_CHECKING:  # pymodbus is loaded where there is a Modbus pad: imports are start-up time
    from devices.pad.modbus import ModbusPadSimulator


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
        bus_pads = {one.label: PadSimulator(one.address) for one in plan.pads}
        on_bus = [(one.wire, self._keypads[one.label]) for one in plan.keypads] + [
            (one.wire, bus_pads[one.label]) for one in plan.pads
        ]
        self._buses = {
            wire: BusSimulator([device for at, device in on_bus if at == wire])
            for wire in _wires(at for at, _ in on_bus)
        }
        self._modbus = {
            wire: _modbus_pads([one for one in plan.modbus_pads if one.wire == wire])
            for wire in _wires(one.wire for one in plan.modbus_pads)
        }
        self._screens = {
            one: ScreenPadSimulator(one.address, plan.pad_key) for one in plan.screen_pads
        }
        self._pads: dict[str, DockPad] = {
            **{label: BusPad(pad) for label, pad in bus_pads.items()},
            **{
                one.label: ModbusPad(self._modbus[one.wire], one.address)
                for one in plan.modbus_pads
            },
            **{one.label: ScreenPad(pad) for one, pad in self._screens.items()},
        }
        self._readers = {wire: IdReaderSimulator() for wire in plan.id_readers}
        self._scanners = {
            kiosk.scanner: ScannerSimulator(kiosk.framing) for kiosk in plan.kiosks if kiosk.scanner
        }
        self._faults = {wire: WireFaults() for wire in self.wires}
        self._listeners: dict[str, Listener] = {}
        self._clients: list[ScreenPadClient] = []
        self._subscribers: list[Callable[[], None]] = []
        self._lock = threading.Lock()

    def start(self) -> None:
        """Serve every wire and write where it is. Raises OSError; then nothing is left open."""
        self._run_dir.mkdir(parents=True, exist_ok=True)
        try:
            for wire, printer in self._printers.items():
                self._serve(wire, TcpListener(faults=self._faults[wire]), printer)
            for wire, simulator in self._serial.items():
                self._serve(wire, _serial_listener(self._faults[wire]), simulator)
            self._connect()
        except OSError:
            self.stop()
            raise

    def stop(self) -> None:
        """Close every wire and remove its file; stopping twice is fine."""
        for client in self._clients:
            client.stop()
        self._clients.clear()
        for wire, listener in self._listeners.items():
            remove_url(self._file(wire), listener.url)
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

    def pad(self, label: str) -> DockPad:
        """Return a window's pad."""
        return self._pads[label]

    def id_reader(self, wire: str) -> IdReaderSimulator:
        """Return the ID-card reader on a wire."""
        return self._readers[wire]

    def scanner(self, wire: str) -> ScannerSimulator:
        """Return the scanner on a wire."""
        return self._scanners[wire]

    def has(self, label: str) -> tuple[bool, bool, bool]:
        """Say whether a window has a board, a keypad, a pad."""
        return label in self._boards, label in self._keypads, label in self._pads

    def press_key(self, label: str, key: Key) -> None:
        """Press a key of a window's keypad."""
        self._keypads[label].press(key)

    def press_pad(self, label: str, code: int) -> None:
        """Press a key of a window's pad."""
        self._pads[label].press(code)

    def printer_faults(self, wire: str) -> tuple[Fault, ...]:
        """Return what can go wrong with a printer and its presenter."""
        printer = self._printers[wire]
        mouth = (
            flag(printer.mouth, name, said, on=name != "taken")
            for name, said in words.MOUTH_FAULTS.items()
        )
        return (*switch_faults(printer, words.PRINTER_FAULTS), *mouth)

    def board_faults(self, label: str) -> tuple[Fault, ...]:
        """Return what can go wrong with a window's board."""
        board = self._boards[label]
        return address_faults(self._leds[board.wire], board.address, words.BOARD_FAULTS)

    def id_reader_faults(self, wire: str) -> tuple[Fault, ...]:
        """Return what can go wrong with an ID-card reader."""
        return switch_faults(self._readers[wire], words.READER_FAULTS)

    def scanner_faults(self, wire: str) -> tuple[Fault, ...]:
        """Return what can go wrong with a scanner."""
        return switch_faults(self._scanners[wire], words.SCANNER_FAULTS)

    @property
    def wires(self) -> tuple[str, ...]:
        """The names of all wires: those of the kiosks first, then those of the windows."""
        screens = (one.own_wire for one in self._screens)
        return (*self._printers, *self._serial, *screens)

    @property
    def _serial(self) -> dict[str, _Simulator]:
        return {
            **self._readers,
            **self._scanners,
            **self._leds,
            **self._buses,
            **self._modbus,
        }

    def wire_faults(self, wire: str) -> WireFaults:
        """Return the fault switches of a wire."""
        return self._faults[wire]

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
        simulator.on_change = self.stir
        listener.on_url = partial(self._write_url, wire)
        listener.start(simulator.feed)
        self._write_url(wire)

    def _connect(self) -> None:
        for one, pad in self._screens.items():
            hub = transport_for(f"sim:{one.wire}", sim_dir=self._run_dir)
            client = ScreenPadClient(pad, hub, faults=self._faults[one.own_wire])
            pad.on_change = client.on_url = self.stir
            self._clients.append(client)
            client.start()

    def _write_url(self, wire: str) -> None:
        """Write down where a wire is now; nowhere, while it is unplugged."""
        listener, file = self._listeners[wire], self._file(wire)
        if listener.unplugged:
            file.unlink(missing_ok=True)
        else:
            write_url(file, listener.url)
        self.stir()

    def _file(self, wire: str) -> Path:
        return self._run_dir / f"{wire}.url"

    def stir(self) -> None:
        """Tell everybody who subscribed to look again."""
        with self._lock:
            subscribers = tuple(self._subscribers)
        for callback in subscribers:
            callback()


def _wires(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _modbus_pads(pads: Sequence[ModbusPadPlan]) -> "ModbusPadSimulator":
    from devices.pad.modbus import ModbusPadSimulator

    return ModbusPadSimulator({pad.address: pad.registers for pad in pads})


def _serial_listener(faults: WireFaults) -> Listener:
    return PtyListener(faults=faults) if hasattr(os, "openpty") else TcpListener(faults=faults)
