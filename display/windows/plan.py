"""Which window's device stands at which address of which port."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import combinations

from devices.errors import BadUrl
from devices.factory import (
    LEDS,
    SCREEN,
    DeviceUrl,
    check_led,
    led_bus_for,
    protocol_of,
    screen_pad_url,
    split_device_url,
    transport_for,
)
from devices.pad.registers import Registers, registers_of
from shared.config import HallConfig
from shared.config.schema import WindowToml
from shared.domain.errors import BadInput


@dataclass(frozen=True)
class Board:
    """A window's LED board; width and height in pixels."""

    window: int
    device: DeviceUrl
    width: int
    height: int

    @property
    def address(self) -> int:
        """Its address on the port."""
        return self.device.address


@dataclass
class BusPlan:
    """A keypad-and-pad line: address → window, each way round."""

    keypads: dict[int, int] = field(default_factory=dict)
    pads: dict[int, int] = field(default_factory=dict)

    def keypad_of(self, window: int) -> int | None:
        """Return the address of a window's keypad."""
        return next((a for a, w in self.keypads.items() if w == window), None)

    def pad_of(self, window: int) -> int | None:
        """Return the address of a window's pad."""
        return next((a for a, w in self.pads.items() if w == window), None)


@dataclass(frozen=True)
class ModbusPad:
    """A window's Modbus pad and its registers."""

    window: int
    registers: Registers


@dataclass(frozen=True)
class Plan:
    """Every port of the windows: what shares a port shares one connection."""

    leds: dict[str, list[Board]]
    buses: dict[str, BusPlan]
    modbus: dict[str, dict[int, ModbusPad]] = field(default_factory=dict)
    """Modbus pads: port → address → pad."""
    screens: dict[str, dict[str, int]] = field(default_factory=dict)
    """Where pads with a screen connect: listen://HOST:PORT or sim:NAME → pad id → window."""


def plan_windows(config: HallConfig) -> Plan:
    """Read the device URLs of all windows; BadInput names the window whose URL is wrong."""
    plan = Plan({}, {})
    for window in config.windows:
        _add(plan, window)
    for url, boards in plan.leds.items():
        try:
            wire = transport_for(url, sim_dir=config.run_dir)
            led_bus_for([board.device for board in boards], wire)
        except BadUrl as error:
            windows = ", ".join(str(board.window) for board in boards)
            raise BadInput(f"LED boards of windows {windows}: {error}", error.hint) from error
    kinds: dict[str, Mapping[str, object]] = {
        "LED boards": plan.leds,
        "keypads": plan.buses,
        "Modbus pads": plan.modbus,
        "pads with a screen": plan.screens,
    }
    for (one, here), (other, there) in combinations(kinds.items(), 2):
        for url in here.keys() & there.keys():
            raise BadInput(
                f"{url} carries {one} and {other}: they speak different protocols",
                "put them on lines of their own",
            )
    return plan


def _add(plan: Plan, window: WindowToml) -> None:
    if led := _read(window, "led", window.led, *LEDS):
        board = Board(window.number, led, window.led_width, window.led_height)
        boards = plan.leds.setdefault(led.port_url, [])
        if any(other.address == led.address for other in boards):
            raise _taken(window, "led", led)
        boards.append(board)
    if keypad := _read(window, "keypad", window.keypad, "bus"):
        keypads = plan.buses.setdefault(keypad.port_url, BusPlan()).keypads
        if keypad.address in keypads:
            raise _taken(window, "keypad", keypad)
        keypads[keypad.address] = window.number
    if window.pad is not None and protocol_of(window.pad) == SCREEN:
        _add_screen(plan, window, window.pad)
    elif window.pad is not None and protocol_of(window.pad) == "modbus":
        _add_modbus(plan, window, window.pad)
    elif pad := _read(window, "pad", window.pad, "bus"):
        pads = plan.buses.setdefault(pad.port_url, BusPlan()).pads
        if pad.address in pads:
            raise _taken(window, "pad", pad)
        pads[pad.address] = window.number


def _add_modbus(plan: Plan, window: WindowToml, url: str) -> None:
    pad = _read(window, "pad", url, "modbus")
    assert pad is not None
    try:
        registers = registers_of(url, pad.options)
    except BadUrl as error:
        raise _wrong(window, "pad", error) from error
    pads = plan.modbus.setdefault(pad.port_url, {})
    if pad.address in pads:
        raise _taken(window, "pad", pad)
    pads[pad.address] = ModbusPad(window.number, registers)


def _add_screen(plan: Plan, window: WindowToml, url: str) -> None:
    try:
        screen = screen_pad_url(url)
    except BadUrl as error:
        raise _wrong(window, "pad", error) from error
    pads = plan.screens.setdefault(screen.port_url, {})
    if screen.pad in pads:
        raise BadInput(
            f"window {window.number}: the pad {screen.pad} already belongs to window "
            f"{pads[screen.pad]}",
            "give each pad an id of its own",
        )
    pads[screen.pad] = window.number


def _read(window: WindowToml, kind: str, url: str | None, *protocols: str) -> DeviceUrl | None:
    if url is None:
        return None
    try:
        device = split_device_url(url)
        if kind == "led" and device.protocol in LEDS:
            check_led(device)
    except BadUrl as error:
        raise _wrong(window, kind, error) from error
    if device.protocol not in protocols:
        raise BadInput(
            f"window {window.number}, {kind} = {url}: a {kind} speaks {' or '.join(protocols)}",
            f"write {protocols[0]}+PORT?address=N",
        )
    return device


def _wrong(window: WindowToml, kind: str, error: BadUrl) -> BadInput:
    return BadInput(f"window {window.number}, {kind} = {error.port}: {error.reason}", error.hint)


def _taken(window: WindowToml, kind: str, device: DeviceUrl) -> BadInput:
    return BadInput(
        f"window {window.number}: address {device.address} on {device.port_url} "
        f"already belongs to another {kind}",
        "give each device on a port an address of its own",
    )
