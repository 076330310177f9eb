"""What is recorded against the simulators and must come out the same when it is replayed.

`python -m tests.devices.sessions` records everything anew, after a driver or codec has changed.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Any

from devices.bus import BusLine, Key
from devices.errors import DeviceError
from devices.id_reader import CardRead, SdtReader
from devices.led.onbon import OnbonBus
from devices.pad.modbus import ModbusPads, Registers
from devices.printer import EscposPrinter
from devices.simulated import SimulatedDevice
from devices.transport import PtyListener, Transport, transport_for
from devices.transport.recording import RecordingTransport, new_file

FOLDER = Path(__file__).parent / "recordings"
NOISE = bytes.fromhex("00 FF 68 03 03 68 01 01 0C 0F 16 68")  # a call with a wrong sum, and rubbish
PORT = "serial:///dev/serial/by-id/usb-FTDI_FT232R_USB_UART_A10KZ3XY-if00-port0"


@dataclass
class Hand:
    """Does at the device what a person would do there; nothing, when it is only a recording."""

    device: SimulatedDevice | None = None
    said: list[object] = field(default_factory=list)

    def do(self, command: str) -> None:
        if self.device is not None:
            self.device.do(command)

    def send(self, data: bytes) -> None:
        if self.device is not None:
            self.device.simulator.emit(data)


def led(wire: Transport, hand: Hand) -> None:
    """A board that answers, falls silent, refuses, and answers again."""
    bus = OnbonBus(wire, timeout=0.3, retries=1)
    bus.open()
    for command in ("mute 1 off", "mute 1 on", "nack 1 on", "nack 1 off"):
        hand.do(command)
        if command == "nack 1 on":
            hand.do("mute 1 off")
        hand.said.append(bus.ping(1) if command != "nack 1 on" else bus.clear(1))
    bus.close()


def keypad(wire: Transport, hand: Hand) -> None:
    """Keys on a noisy line; the display is set; the line is pulled and comes back."""
    line = BusLine(wire)
    line.open()
    for key in (Key.CALL_NEXT, Key.NO_SHOW):
        hand.send(NOISE)
        hand.do(f"press {key.name.lower()}")
        while not (events := line.poll(0.3)):
            pass
        hand.said.append(events)
    line.show_ticket(1, 2, 23)
    hand.do("hang_up")
    try:
        hand.said.append(line.poll(5))
    except DeviceError as error:
        hand.said.append(type(error).__name__)
    line.close()


def printer(wire: Transport, hand: Hand) -> None:
    """A printer's status: fine, cover open, paper out, mute."""
    escpos = EscposPrinter(wire)
    for command in ("mute off", "cover_open on", "paper_out on", "mute on"):
        if command == "paper_out on":
            hand.do("cover_open off")
        hand.do(command)
        hand.said.append(escpos.status())


def pad_modbus(wire: Transport, hand: Hand) -> None:
    """A pad that is asked, pressed, falls silent with a key in it, and tells that key once."""
    pads = ModbusPads(wire, {1: Registers()})
    pads.open()
    pads.start_rating(1)
    hand.said.append(pads.poll(0))
    hand.do("press 2")
    hand.said.append(pads.poll(0))
    hand.do("mute 1 on")
    hand.do("press 7")
    hand.said += [pads.poll(0), pads.states[1]]
    hand.do("mute 1 off")
    hand.said += [pads.poll(0), pads.states[1]]
    pads.close()


def id_reader(wire: Transport, hand: Hand) -> None:
    """Cards of two kinds, one that lies there still, and a broken module; nobody is real."""
    away = 0.0  # seconds: a card has to be gone for half of one
    reader = SdtReader(
        wire, bytes(32), today=lambda: date(2026, 11, 23), clock=lambda: monotonic() + away
    )
    reader.open()
    hand.said.append(reader.status())
    for command in ("take_away", "place elder", "", "take_away", "place permit"):
        if command:
            hand.do(command)
        away += command == "take_away"
        result = reader.poll(0)
        hand.said.append(result.holder.kind if isinstance(result, CardRead) else result)
    hand.do("faulty on")
    hand.said.append(reader.status())
    reader.close()


SESSIONS: dict[str, Callable[[Transport, Hand], None]] = {
    "led": led,
    "keypad": keypad,
    "printer": printer,
    "pad-modbus": pad_modbus,
    "id-reader": id_reader,
}


class _Named:
    """A wire under the name of a real one: what a pseudo-terminal is called differs each time."""

    def __init__(self, wire: Transport) -> None:
        self._wire = wire
        self.name = PORT

    def __getattr__(self, name: str) -> Any:
        return getattr(self._wire, name)


def record(kind: str, file: Path, folder: Path) -> list[object]:
    """Record a session against its simulator over a real pseudo-terminal."""
    device = SimulatedDevice(kind, PtyListener(folder / f"{kind}.wire"))
    device.start()
    hand = Hand(device)
    with new_file(file) as out:
        wire: Any = _Named(transport_for(device.listener.url))
        SESSIONS[kind](RecordingTransport(wire, out), hand)
    device.stop()
    return hand.said


if __name__ == "__main__":
    for kind in SESSIONS:
        with TemporaryDirectory() as scratch:
            target = FOLDER / f"{kind}.jsonl"
            target.unlink(missing_ok=True)
            record(kind, target, Path(scratch))
            target.chmod(0o644)
