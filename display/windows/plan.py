"""Which window's device stands at which address of which port."""

from dataclasses import dataclass, field

from devices.errors import BadUrl
from devices.factory import LEDS, led_bus_for, split_device_url, transport_for
from devices.transport.device_url import DeviceUrl
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
class Plan:
    """Every port of the windows: what shares a port shares one connection."""

    leds: dict[str, list[Board]]
    buses: dict[str, BusPlan]


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
    for url in plan.leds.keys() & plan.buses.keys():
        raise BadInput(
            f"{url} carries LED boards and keypads: they speak different protocols",
            "put them on lines of their own",
        )
    return plan


def _add(plan: Plan, window: WindowToml) -> None:
    if led := _read(window, "led", window.led, sorted(LEDS)):
        board = Board(window.number, led, window.led_width, window.led_height)
        boards = plan.leds.setdefault(led.port_url, [])
        if any(other.address == led.address for other in boards):
            raise _taken(window, "led", led)
        boards.append(board)
    if keypad := _read(window, "keypad", window.keypad, ["bus"]):
        keypads = plan.buses.setdefault(keypad.port_url, BusPlan()).keypads
        if keypad.address in keypads:
            raise _taken(window, "keypad", keypad)
        keypads[keypad.address] = window.number
    if pad := _read(window, "pad", window.pad, ["bus"]):
        pads = plan.buses.setdefault(pad.port_url, BusPlan()).pads
        if pad.address in pads:
            raise _taken(window, "pad", pad)
        pads[pad.address] = window.number


def _read(window: WindowToml, kind: str, url: str | None, protocols: list[str]) -> DeviceUrl | None:
    if url is None:
        return None
    try:
        device = split_device_url(url)
    except BadUrl as error:
        raise BadInput(
            f"window {window.number}, {kind} = {url}: {error.reason}", error.hint
        ) from error
    if device.protocol not in protocols:
        raise BadInput(
            f"window {window.number}, {kind} = {url}: a {kind} speaks {' or '.join(protocols)}",
            f"write {protocols[0]}+PORT?address=N",
        )
    return device


def _taken(window: WindowToml, kind: str, device: DeviceUrl) -> BadInput:
    return BadInput(
        f"window {window.number}: address {device.address} on {device.port_url} "
        f"already belongs to another {kind}",
        "give each device on a port an address of its own",
    )
