"""Every simulated device by name: how it is made, what it can be told, what it shows.

A new one is one entry in SIMULATORS.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from devices.bus import BusSimulator, Key
from devices.keypad import KeypadSimulator
from devices.led import FAULTS, LedSimulator
from devices.led.factory import led_simulator
from devices.pad import PadSimulator
from devices.printer import PrinterSimulator
from devices.transport.device_url import DeviceUrl


class Simulator(Protocol):
    """What every simulated device is to its wire."""

    emit: Callable[[bytes], None]
    on_change: Callable[[], None]

    def feed(self, data: bytes) -> bytes:
        """Take bytes from the wire and return the answer; may raise HungUp."""


@dataclass(frozen=True)
class SimulatorKind:
    """`make` takes the addresses wanted; `acts` are commands beside those of every wire and the
    simulator's own switches, each with what it needs; `line` is what hall.toml says of one
    address, with URL for the wire's; ValueError and KeyError mean that a command is wrong.
    """

    make: Callable[[Sequence[int]], Simulator]
    shows: Callable[[Any], str]
    line: str
    wire: Literal["pty", "tcp"] = "pty"
    acts: Mapping[str, tuple[str, Callable[[Any, list[str]], None]]] = field(default_factory=dict)


def on_or_off(word: str) -> bool:
    """Read a switch's position."""
    if word not in {"on", "off"}:
        raise ValueError(f"{word} is neither on nor off")
    return word == "on"


def _board_fault(name: str) -> Callable[[LedSimulator, list[str]], None]:
    def switch(boards: LedSimulator, words: list[str]) -> None:
        address, on = int(words[0]), on_or_off(words[1])
        if address not in boards.boards:
            raise ValueError(f"there is no board with address {address}")
        faulty: set[int] = getattr(boards, name)
        (faulty.add if on else faulty.discard)(address)

    return switch


def _boards(boards: LedSimulator) -> str:
    return "; ".join(f"{address}: {state.text}" for address, state in boards.boards.items())


def _led(protocol: str) -> SimulatorKind:
    def make(addresses: Sequence[int]) -> LedSimulator:
        return led_simulator([DeviceUrl(protocol, "sim:led", one) for one in addresses])

    return SimulatorKind(
        make=make,
        shows=_boards,
        line=f'led = "{protocol}+URL?address=ADDRESS"',
        acts={name: ("ADDRESS on|off", _board_fault(name)) for name in FAULTS},
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
    _device(bus, words).press(int(words[0]))


def _keypads(bus: BusSimulator) -> str:
    told = (f"{d.address}: {d.digits}" for d in bus.devices if isinstance(d, KeypadSimulator))
    return "; ".join(told)


def _pads(bus: BusSimulator) -> str:
    pads = [device for device in bus.devices if isinstance(device, PadSimulator)]
    asking = {True: "asks for a rating", False: "waits"}
    return "; ".join(f"{pad.address}: {asking[pad.rating_open]}" for pad in pads)


SIMULATORS: Mapping[str, SimulatorKind] = {
    "printer": SimulatorKind(
        make=lambda _addresses: PrinterSimulator(),
        shows=lambda printer: f"{len(printer.slips)} slips",
        line='printer = "URL"',
        wire="tcp",
    ),
    "led": _led("onbon"),
    "led-alpha": _led("alpha"),
    "led-modbus": _led("modbus"),
    "keypad": SimulatorKind(
        make=lambda addresses: BusSimulator([KeypadSimulator(one) for one in addresses]),
        shows=_keypads,
        line='keypad = "bus+URL?address=ADDRESS"',
        acts={"press": (f"{'|'.join(key.name.lower() for key in Key)} [ADDRESS]", _press_key)},
    ),
    "pad": SimulatorKind(
        make=lambda addresses: BusSimulator([PadSimulator(one) for one in addresses]),
        shows=_pads,
        line='pad = "bus+URL?address=ADDRESS"',
        acts={"press": ("CODE [ADDRESS]", _press_pad)},
    ),
}
"""Name → simulated device."""
