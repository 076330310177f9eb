"""What simulated devices can be told by words, and what they say of themselves.

A command takes the simulator and its words; ValueError and KeyError mean that they are wrong.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from devices.bus import BusSimulator, Key
from devices.id_reader import SAMPLES, IdReaderSimulator
from devices.keypad import KeypadSimulator
from devices.led import LedSimulator
from devices.pad import PadSimulator
from devices.pad.screen import Away, Idle, ScreenPadSimulator, Serving
from devices.scanner import ScannerSimulator

if TYPE_CHECKING:  # pymodbus is loaded where there is a Modbus pad: imports are start-up time
    from devices.pad.modbus import ModbusPadSimulator


def on_or_off(word: str) -> bool:
    """Read a switch's position."""
    if word not in {"on", "off"}:
        raise ValueError(f"{word} is neither on nor off")
    return word == "on"


def _fault(name: str, devices: str) -> Callable[[Any, list[str]], None]:
    """Return the command for such a fault."""

    def switch(simulator: Any, words: list[str]) -> None:
        address, on = int(words[0]), on_or_off(words[1])
        if address not in getattr(simulator, devices):
            raise ValueError(f"there is none with address {address}")
        faulty: set[int] = getattr(simulator, name)
        (faulty.add if on else faulty.discard)(address)

    return switch


def address_faults(names: Sequence[str], devices: str) -> dict[str, Any]:
    """Return the commands for faults that are sets of addresses of `devices`."""
    return {name: ("ADDRESS on|off", _fault(name, devices)) for name in names}


def show_boards(boards: LedSimulator) -> str:
    """Say what each board shows."""
    return "; ".join(f"{address}: {state.text}" for address, state in boards.boards.items())


def _device(bus: BusSimulator, words: list[str]) -> Any:
    """Return the device a command names by address, else the only or first one."""
    address = int(words[1]) if len(words) > 1 else bus.devices[0].address
    for device in bus.devices:
        if device.address == address:
            return device
    raise ValueError(f"there is no device with address {address}")


def press_key(bus: BusSimulator, words: list[str]) -> None:
    """Press a key of a keypad: its name, and the address of any but the first."""
    _device(bus, words).press(Key[words[0].upper()])


def press_pad(bus: BusSimulator, words: list[str]) -> None:
    """Press a key of a pad: its code, and the address of any but the first."""
    _device(bus, words).press(_code(words[0]))


def press_unit(pads: "ModbusPadSimulator", words: list[str]) -> None:
    """Press a key of a Modbus pad: its code, and the address of any but the first."""
    address = int(words[1]) if len(words) > 1 else next(iter(pads.units))
    if address not in pads.units:
        raise ValueError(f"there is no pad with address {address}")
    pads.press(address, _code(words[0]))


def press_screen(pad: ScreenPadSimulator, words: list[str]) -> None:
    """Touch a face of a pad with a screen, by its code."""
    (word,) = words
    pad.press(_code(word))


def _code(word: str) -> int:
    code = int(word)
    if not 0 <= code <= 0xFF:
        raise ValueError("a key's code is 0 to 255")
    return code


def show_keypads(bus: BusSimulator) -> str:
    """Say what each keypad shows."""
    told = (f"{d.address}: {d.digits}" for d in bus.devices if isinstance(d, KeypadSimulator))
    return "; ".join(told)


_ASKING = {True: "asks for a rating", False: "waits"}


def show_pads(bus: BusSimulator) -> str:
    """Say which pad asks."""
    pads = [device for device in bus.devices if isinstance(device, PadSimulator)]
    return "; ".join(f"{pad.address}: {_ASKING[pad.rating_open]}" for pad in pads)


def show_units(pads: "ModbusPadSimulator") -> str:
    """Say which Modbus pad asks."""
    units = pads.units.items()
    return "; ".join(f"{address}: {_ASKING[unit.rating_open]}" for address, unit in units)


def show_screen(pad: ScreenPadSimulator) -> str:
    """Say what stands on a pad's screen."""
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


def place(reader: IdReaderSimulator, words: list[str]) -> None:
    """Place a sample card, by its name."""
    (name,) = words
    if name not in SAMPLES:
        raise ValueError(f"there is no card {name}")
    reader.place(SAMPLES[name])


def take_away(reader: IdReaderSimulator, words: list[str]) -> None:
    """Take the card away."""
    () = words
    reader.lift()


def show_card(reader: IdReaderSimulator) -> str:
    """Say which card lies there."""
    lies = next((name for name, card in SAMPLES.items() if card == reader.card), "no card")
    return f"{lies}; read {reader.reads} times"


def scan(scanner: ScannerSimulator, words: list[str]) -> None:
    """Hold a code before a scanner."""
    scanner.scan(" ".join(words))
