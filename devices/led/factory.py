"""From device URLs to the LED boards of one port, real or simulated."""

from collections.abc import Sequence

from devices.errors import BadUrl
from devices.led.boards import LedSimulator
from devices.led.panel import MOST_REGISTERS, Encoding, Panel
from devices.led.types import LedBus
from devices.transport.device_url import DeviceUrl
from devices.transport.types import Transport

NUMBERS = ("start", "length", "color", "mode", "brightness", "power", "levels")
OPTIONS = {
    "onbon": frozenset({"timeout"}),
    "alpha": frozenset({"timeout", "type", "ack"}),
    "modbus": frozenset({"timeout", "encoding", "colors", "modes", *NUMBERS}),
}
SHARED = ("timeout", "type", "ack")  # options of a line: its boards must agree
ENCODINGS: dict[str, Encoding] = {"gbk": "gbk", "ascii": "ascii"}
TIMEOUTS = {"onbon": 0.4, "alpha": 0.5, "modbus": 0.4}


def check_led(device: DeviceUrl) -> None:
    """Raise BadUrl when a board's options are unknown or make no sense."""
    allowed = OPTIONS[device.protocol]
    if unknown := sorted(device.options.keys() - allowed):
        raise _bad(device, f"unknown option {', '.join(unknown)}")
    _timeout(device)
    if device.options.get("ack", "yes") not in {"yes", "no"}:
        raise _bad(device, "ack is yes or no")
    kind = device.options.get("type", "Z")
    if len(kind) != 1 or not "!" <= kind <= "~":
        raise _bad(device, "type is one character, Z for all signs")
    if device.protocol == "modbus":
        panel_of(device)


def led_bus(devices: Sequence[DeviceUrl], transport: Transport, baud: int) -> LedBus:
    """Return the driver of the boards on a port. Raises BadUrl when they cannot share it."""
    first = _agreed(devices)
    timeout = _timeout(first)
    match first.protocol:
        case "onbon":
            from devices.led.onbon import OnbonBus

            return OnbonBus(transport, timeout=timeout, baud=baud)
        case "alpha":
            from devices.led.alpha import AlphaBus

            return AlphaBus(
                transport,
                timeout=timeout,
                baud=baud,
                kind=first.options.get("type", "Z"),
                acknowledges=_acknowledges(first),
            )
        case "modbus":
            # pymodbus costs a tenth of a second: it is loaded where a panel needs it.
            from devices.led.modbus import ModbusBus

            panels = {device.address: panel_of(device) for device in devices}
            return ModbusBus(transport, panels, timeout=timeout, baud=baud)
        case _:
            raise _bad(first, f"{first.protocol} is no LED board")


def led_simulator(devices: Sequence[DeviceUrl]) -> LedSimulator:
    """Return simulated boards for the far end of a port. Raises BadUrl."""
    first = _agreed(devices)
    addresses = [device.address for device in devices]
    match first.protocol:
        case "onbon":
            from devices.led.onbon import OnbonSimulator

            return OnbonSimulator(addresses)
        case "alpha":
            from devices.led.alpha import AlphaSimulator

            return AlphaSimulator(addresses, acknowledges=_acknowledges(first))
        case "modbus":
            from devices.led.modbus import ModbusSimulator

            return ModbusSimulator({device.address: panel_of(device) for device in devices})
        case _:
            raise _bad(first, f"{first.protocol} is no LED board")


def panel_of(device: DeviceUrl) -> Panel:
    """Read a panel's register map. Raises BadUrl."""
    usual = Panel()
    encoding: Encoding | None = ENCODINGS.get(device.options.get("encoding", "gbk"))
    if encoding is None:
        raise _bad(device, "encoding is gbk or ascii")
    panel = Panel(
        start=_number(device, "start") or 0,
        length=usual.length if (length := _number(device, "length")) is None else length,
        encoding=encoding,
        color=_number(device, "color"),
        mode=_number(device, "mode"),
        brightness=_number(device, "brightness"),
        power=_number(device, "power"),
        colors=_three(device, "colors") or usual.colors,
        modes=_three(device, "modes") or usual.modes,
        levels=usual.levels if (levels := _number(device, "levels")) is None else levels,
    )
    if not 1 <= panel.length <= MOST_REGISTERS:
        raise _bad(device, f"length is 1 to {MOST_REGISTERS} registers")
    if panel.levels < 1:
        raise _bad(device, "levels is the value of full brightness, 1 or more")
    single = [panel.color, panel.mode, panel.brightness, panel.power]
    taken = [*range(panel.start, panel.start + panel.length)]
    taken += [register for register in single if register is not None]
    if len(set(taken)) < len(taken) or max(taken) > 0xFFFF:
        raise _bad(device, "text, color, mode, brightness and power need registers of their own")
    return panel


def _agreed(devices: Sequence[DeviceUrl]) -> DeviceUrl:
    first = devices[0]
    for other in devices[1:]:
        if other.protocol != first.protocol:
            raise _bad(other, f"boards of {first.protocol} and {other.protocol} share a port")
        for name in SHARED:
            if other.options.get(name) != first.options.get(name):
                raise _bad(other, f"boards that share a port must agree about {name}")
    return first


def _acknowledges(device: DeviceUrl) -> bool:
    return device.options.get("ack", "yes") == "yes"


def _timeout(device: DeviceUrl) -> float:
    written = device.options.get("timeout", str(TIMEOUTS[device.protocol]))
    try:
        seconds = float(written)
    except ValueError:
        seconds = 0.0
    if not 0.05 <= seconds <= 5:
        raise _bad(device, "timeout is 0.05 to 5 seconds")
    return seconds


def _number(device: DeviceUrl, name: str) -> int | None:
    if name not in device.options:
        return None
    try:
        number = int(device.options[name], 0)
    except ValueError:
        number = -1
    if not 0 <= number <= 0xFFFF:
        raise _bad(device, f"{name} is a number from 0 to 65535")
    return number


def _three(device: DeviceUrl, name: str) -> tuple[int, int, int] | None:
    if name not in device.options:
        return None
    try:
        one, two, three = (int(part, 0) for part in device.options[name].split(","))
    except ValueError:
        raise _bad(device, f"{name} are three numbers, as in {name}=1,2,3") from None
    if not all(0 <= value <= 0xFFFF for value in (one, two, three)):
        raise _bad(device, f"{name} are numbers from 0 to 65535")
    return one, two, three


def _bad(device: DeviceUrl, reason: str) -> BadUrl:
    url = f"{device.protocol}+{device.port_url}, address {device.address}"
    options = ", ".join(sorted(OPTIONS.get(device.protocol, ())))
    return BadUrl(url, "reading the URL", reason, f"allowed besides address: {options}")
