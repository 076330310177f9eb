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
from devices.pad.screen import ScreenPadSimulator
from devices.printer import PrinterSimulator
from devices.scanner import ScannerSimulator
from devices.simulator_words import (
    address_faults,
    place,
    press_key,
    press_pad,
    press_screen,
    press_unit,
    scan,
    show_boards,
    show_card,
    show_keypads,
    show_pads,
    show_screen,
    show_units,
    take_away,
)
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


def _led(protocol: str) -> SimulatorKind:
    def make(wanted: Wanted) -> LedSimulator:
        return led_simulator([DeviceUrl(protocol, "sim:led", one) for one in wanted.addresses])

    return SimulatorKind(
        make=make,
        shows=show_boards,
        line=f'led = "{protocol}+URL?address=ADDRESS"',
        acts=address_faults(FAULTS, "boards"),
    )


def _modbus_pads(wanted: Wanted) -> "ModbusPadSimulator":
    from devices.pad.modbus import ModbusPadSimulator

    return ModbusPadSimulator({address: Registers() for address in wanted.addresses})


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
        shows=show_keypads,
        line='keypad = "bus+URL?address=ADDRESS"',
        acts={"press": (f"{'|'.join(key.name.lower() for key in Key)} [ADDRESS]", press_key)},
    ),
    "pad": SimulatorKind(
        make=lambda wanted: BusSimulator([PadSimulator(one) for one in wanted.addresses]),
        shows=show_pads,
        line='pad = "bus+URL?address=ADDRESS"',
        acts={"press": ("CODE [ADDRESS]", press_pad)},
    ),
    "pad-modbus": SimulatorKind(
        make=_modbus_pads,
        shows=show_units,
        line='pad = "modbus+URL?address=ADDRESS"',
        acts={"press": ("CODE [ADDRESS]", press_unit), **address_faults(PAD_FAULTS, "units")},
    ),
    "pad-screen": SimulatorKind(
        make=lambda wanted: ScreenPadSimulator(wanted.pad, wanted.key),
        shows=show_screen,
        line='pad = "screen+URL"',
        wire="hub",
        acts={"press": ("CODE", press_screen)},
    ),
    "id-reader": SimulatorKind(
        make=lambda _wanted: IdReaderSimulator(),
        shows=show_card,
        line='id_reader = "sdt+URL"',
        acts={"place": ("|".join(SAMPLES), place), "take_away": ("", take_away)},
    ),
    "scanner": SimulatorKind(
        make=lambda _wanted: ScannerSimulator(),
        shows=lambda scanner: f"{scanner.scans} scans",
        line='scanner = "scan+URL"',
        acts={"scan": ("TEXT", scan)},
    ),
}
"""Name → simulated device."""
