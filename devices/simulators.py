"""Every simulated device by name: how it is made, what it can be told, what it shows.

A new one is one entry in SIMULATORS.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, Protocol

from devices.bus import BusSimulator, Key
from devices.id_reader import SAMPLES, IdReaderSimulator
from devices.keypad import KeypadSimulator
from devices.led import FAULTS, LedSimulator
from devices.led.factory import led_simulator
from devices.pad import PadSimulator
from devices.pad.registers import Registers
from devices.pad.screen import Away, Idle, ScreenPadSimulator, Serving
from devices.printer import PrinterSimulator
from devices.scanner import ScannerSimulator
from devices.transport.device_url import DeviceUrl

if TYPE_CHECKING:  # pymodbus is loaded where there is a Modbus pad: imports are start-up time
    from devices.pad.modbus import ModbusPadSimulator

PAD_FAULTS = ("mute", "deaf_to_acks")


class Simulator(Protocol):
    """What every simulated device is to its wire."""

    emit: Callable[[bytes], None]
    on_change: Callable[[], None]

    def feed(self, data: bytes) -> bytes:
        """Take bytes from the wire and return the answer; may raise HungUp."""


@dataclass(frozen=True)
class Wanted:
    """Which devices to make: those with `addresses`, or the one pad with its id and key."""

    addresses: Sequence[int] = (1,)
    pad: str = "PAD1"
    key: bytes = b""


@dataclass(frozen=True)
class SimulatorKind:
    """`acts` are commands beside those of every wire and the simulator's own switches, each with
    what it needs; `line` is what hall.toml says of one address, with URL for the wire's; ValueError
    and KeyError mean that a command is wrong. A `wire` of "hub" is one the device opens itself.
    """

    make: Callable[[Wanted], Simulator]
    shows: Callable[[Any], str]
    line: str
    wire: Literal["pty", "tcp", "hub"] = "pty"
    acts: Mapping[str, tuple[str, Callable[[Any, list[str]], None]]] = field(default_factory=dict)


def on_or_off(word: str) -> bool:
    """Read a switch's position."""
    if word not in {"on", "off"}:
        raise ValueError(f"{word} is neither on nor off")
    return word == "on"


def _fault(name: str, devices: str) -> Callable[[Any, list[str]], None]:
    """Return the command for a fault that is a set of addresses; `devices` has them all."""

    def switch(simulator: Any, words: list[str]) -> None:
        address, on = int(words[0]), on_or_off(words[1])
        if address not in getattr(simulator, devices):
            raise ValueError(f"there is none with address {address}")
        faulty: set[int] = getattr(simulator, name)
        (faulty.add if on else faulty.discard)(address)

    return switch


def _faults(names: Sequence[str], devices: str) -> dict[str, Any]:
    return {name: ("ADDRESS on|off", _fault(name, devices)) for name in names}


def _boards(boards: LedSimulator) -> str:
    return "; ".join(f"{address}: {state.text}" for address, state in boards.boards.items())


def _led(protocol: str) -> SimulatorKind:
    def make(wanted: Wanted) -> LedSimulator:
        return led_simulator([DeviceUrl(protocol, "sim:led", one) for one in wanted.addresses])

    return SimulatorKind(
        make=make,
        shows=_boards,
        line=f'led = "{protocol}+URL?address=ADDRESS"',
        acts=_faults(FAULTS, "boards"),
    )


def _device(bus: BusSimulator, words: list[str]) -> Any:
    """Return the device a command names by address, else the only or first one."""
    address = int(words[1]) if len(words) > 1 else bus.devices[0].address
    for device in bus.devices:
        if device.address == address:
            return device
    raise ValueError(f"there is no device with address {address}")


def _press_key(bus: BusSimulator, words: list[str]) -> None:
    _device(bus, words).press(Key[words[0].upper()])


def _press_pad(bus: BusSimulator, words: list[str]) -> None:
    _device(bus, words).press(_code(words[0]))


def _press_unit(pads: "ModbusPadSimulator", words: list[str]) -> None:
    address = int(words[1]) if len(words) > 1 else next(iter(pads.units))
    if address not in pads.units:
        raise ValueError(f"there is no pad with address {address}")
    pads.press(address, _code(words[0]))


def _press_screen(pad: ScreenPadSimulator, words: list[str]) -> None:
    (word,) = words
    pad.press(_code(word))


def _code(word: str) -> int:
    code = int(word)
    if not 0 <= code <= 0xFF:
        raise ValueError("a key's code is 0 to 255")
    return code


def _keypads(bus: BusSimulator) -> str:
    told = (f"{d.address}: {d.digits}" for d in bus.devices if isinstance(d, KeypadSimulator))
    return "; ".join(told)


_ASKING = {True: "asks for a rating", False: "waits"}


def _pads(bus: BusSimulator) -> str:
    pads = [device for device in bus.devices if isinstance(device, PadSimulator)]
    return "; ".join(f"{pad.address}: {_ASKING[pad.rating_open]}" for pad in pads)


def _units(pads: "ModbusPadSimulator") -> str:
    units = pads.units.items()
    return "; ".join(f"{address}: {_ASKING[unit.rating_open]}" for address, unit in units)


def _modbus_pads(wanted: Wanted) -> "ModbusPadSimulator":
    from devices.pad.modbus import ModbusPadSimulator

    return ModbusPadSimulator({address: Registers() for address in wanted.addresses})


def _screen(pad: ScreenPadSimulator) -> str:
    if not pad.online:
        return f"{pad.pad}: not connected" + (f" ({pad.refused})" if pad.refused else "")
    return ", ".join(one for one in (f"{pad.pad}: connected", _scene(pad), _question(pad)) if one)


def _scene(pad: ScreenPadSimulator) -> str:
    if pad.shown is None:
        return ""
    match pad.shown.scene:
        case Idle():
            doing = "idle"
        case Serving(ticket=ticket):
            doing = f"serving {ticket}"
        case Away(message=message):
            doing = f"away: {message}"
    return f"{pad.shown.name}: {doing}"


def _question(pad: ScreenPadSimulator) -> str:
    if pad.question is None:
        return f"thanked {pad.thanked} times" if pad.thanked else ""
    faces = ", ".join(f"{face.code} {face.words}" for face in pad.question.faces)
    return f"asks {pad.question.ticket} for a rating ({faces})"


def _place(reader: IdReaderSimulator, words: list[str]) -> None:
    (name,) = words
    if name not in SAMPLES:
        raise ValueError(f"there is no card {name}")
    reader.place(SAMPLES[name])


def _take_away(reader: IdReaderSimulator, words: list[str]) -> None:
    () = words
    reader.lift()


def _card(reader: IdReaderSimulator) -> str:
    lies = next((name for name, card in SAMPLES.items() if card == reader.card), "no card")
    return f"{lies}; read {reader.reads} times"


def _scan(scanner: ScannerSimulator, words: list[str]) -> None:
    scanner.scan(" ".join(words))


SIMULATORS: Mapping[str, SimulatorKind] = {
    "printer": SimulatorKind(
        make=lambda _wanted: PrinterSimulator(),
        shows=lambda printer: f"{len(printer.slips)} slips",
        line='printer = "URL"',
        wire="tcp",
    ),
    "led": _led("onbon"),
    "led-alpha": _led("alpha"),
    "led-modbus": _led("modbus"),
    "keypad": SimulatorKind(
        make=lambda wanted: BusSimulator([KeypadSimulator(one) for one in wanted.addresses]),
        shows=_keypads,
        line='keypad = "bus+URL?address=ADDRESS"',
        acts={"press": (f"{'|'.join(key.name.lower() for key in Key)} [ADDRESS]", _press_key)},
    ),
    "pad": SimulatorKind(
        make=lambda wanted: BusSimulator([PadSimulator(one) for one in wanted.addresses]),
        shows=_pads,
        line='pad = "bus+URL?address=ADDRESS"',
        acts={"press": ("CODE [ADDRESS]", _press_pad)},
    ),
    "pad-modbus": SimulatorKind(
        make=_modbus_pads,
        shows=_units,
        line='pad = "modbus+URL?address=ADDRESS"',
        acts={"press": ("CODE [ADDRESS]", _press_unit), **_faults(PAD_FAULTS, "units")},
    ),
    "pad-screen": SimulatorKind(
        make=lambda wanted: ScreenPadSimulator(wanted.pad, wanted.key),
        shows=_screen,
        line='pad = "screen+URL"',
        wire="hub",
        acts={"press": ("CODE", _press_screen)},
    ),
    "id-reader": SimulatorKind(
        make=lambda _wanted: IdReaderSimulator(),
        shows=_card,
        line='id_reader = "sdt+URL"',
        acts={"place": ("|".join(SAMPLES), _place), "take_away": ("", _take_away)},
    ),
    "scanner": SimulatorKind(
        make=lambda _wanted: ScannerSimulator(),
        shows=lambda scanner: f"{scanner.scans} scans",
        line='scanner = "scan+URL"',
        acts={"scan": ("TEXT", _scan)},
    ),
}
"""Name → simulated device."""
