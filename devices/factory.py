"""From the URLs of a configuration file to drivers."""

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

from devices.errors import BadUrl
from devices.led.factory import check_led, led_bus
from devices.led.types import LedBus
from devices.printer.driver import EscposPrinter
from devices.transport.device_url import DeviceUrl
from devices.transport.types import Transport
from devices.transport.urls import PORT_OPTIONS, line_settings, transport_for

__all__ = [
    "DeviceUrl",
    "led_bus_for",
    "port_url",
    "printer_for",
    "split_device_url",
    "transport_for",
]

ADDRESSES = {
    "onbon": range(1, 0x8000),
    "alpha": range(1, 0x100),
    "modbus": range(1, 248),
    "bus": range(0x100),
}
"""What fits each frame's field and is nobody else's: above are hosts, 0 and FFFF mean everyone."""
LEDS = frozenset({"onbon", "alpha", "modbus"})
SILENT = ("file:", "cups:")  # wires on which a printer cannot answer
PRINTER_OPTIONS = frozenset({"columns", "confirm"})
PORT_DEFAULTS = {"baud": "9600", "parity": "N", "bits": "8", "stop": "1"}
USUAL_LINES = {"alpha": {"parity": "E", "bits": "7"}}  # where a protocol's own line is not 8N1
PRINTER_WIRE = "sim:printer"  # what a bare sim: means for a printer


def split_device_url(url: str) -> DeviceUrl:
    """Split protocol+port?address=N&… into its parts. Raises BadUrl.

    Options of the line (baud, parity, bits, stop) stay with the port; the rest are the device's.
    """
    protocol, plus, rest = url.partition("+")
    if not plus or protocol not in ADDRESSES:
        raise _bad(url, f"unknown protocol {protocol!r}" if plus else "the protocol is missing")
    base, options = _options(url, rest)
    line = dict(USUAL_LINES.get(protocol, {})) if base.startswith("serial:") else {}
    line |= {key: options.pop(key) for key in sorted(options.keys() & PORT_OPTIONS)}
    line = dict(sorted(line.items()))
    written = options.pop("address", "")
    try:
        address = int(written, 0)
    except ValueError:
        raise _bad(url, "the address is missing or not a number") from None
    allowed = ADDRESSES[protocol]
    if address not in allowed:
        raise _bad(url, f"address {address} is not within {allowed[0]} to {allowed[-1]}")
    for key, usual in PORT_DEFAULTS.items():
        if line.get(key, "").upper() == usual:
            del line[key]
    # One spelling for one wire: what shares a port must compare equal.
    base = base.replace("tcp://", "socket://", 1)
    port_url = f"{base}?{urlencode(line)}" if line else base
    transport_for(port_url, sim_dir=Path())
    device = DeviceUrl(protocol, port_url, address, options)
    if protocol in LEDS:
        check_led(device)
    return device


def led_bus_for(devices: Sequence[DeviceUrl], transport: Transport) -> LedBus:
    """Return the bus of the LED boards on one port, not yet opened. Raises BadUrl."""
    port = devices[0].port_url
    baud = 9600
    if port.startswith("serial:"):
        baud = line_settings(port, _options(port, port)[1]).baud
    return led_bus(devices, transport, baud)


def port_url(url: str) -> str:
    """Return the wire of any device's URL, without protocol and what is not the line's."""
    wire = url.partition("+")[2] if url.partition("+")[0].isalpha() and "+" in url else url
    base, options = _options(url, wire)
    line = {key: value for key, value in options.items() if key in PORT_OPTIONS}
    return f"{base}?{urlencode(line)}" if line else base


def printer_for(url: str, sim_dir: Path | None = None) -> EscposPrinter:
    """Return the printer a URL names, not yet opened. Raises BadUrl.

    Beside the options of the wire: `columns` (48 for 80 mm paper, 32 for 58 mm) and `confirm`
    (yes: wait for the printer's own word that it has printed; default only for sim:). A bare
    `sim:` is the simulated printer's usual wire, `sim:printer`.
    """
    base, options = _options(url, url)
    base = PRINTER_WIRE if base == "sim:" else base
    line = {key: value for key, value in options.items() if key not in PRINTER_OPTIONS}
    transport = transport_for(f"{base}?{urlencode(line)}" if line else base, sim_dir=sim_dir)
    confirm = options.get("confirm", "yes" if base.startswith("sim:") else "no")
    columns = options.get("columns", "48")
    if columns not in {"48", "32"}:
        raise _bad(url, "columns is 48 or 32")
    if confirm not in {"yes", "no"}:
        raise _bad(url, "confirm is yes or no")
    answers = not base.startswith(SILENT)
    if confirm == "yes" and not answers:
        raise _bad(url, "a printer cannot confirm over file: or cups:")
    return EscposPrinter(
        transport,
        columns=int(columns),
        confirm=confirm == "yes",
        status=answers,
        baud=line_settings(url, line).baud if base.startswith("serial:") else None,
    )


def _options(url: str, text: str) -> tuple[str, dict[str, str]]:
    base, _, query = text.partition("?")
    try:
        return base, dict(parse_qsl(query, True, True)) if query else {}
    except ValueError as error:
        raise _bad(url, f"options are written ?name=value&name=value ({error})") from error


def _bad(url: str, reason: str) -> BadUrl:
    hint = (
        f"allowed: {', '.join(f'{name}+PORT?address=1' for name in ADDRESSES)}; "
        "PORT as in serial:///dev/ttyS1"
    )
    return BadUrl(url, "reading the URL", reason, hint)
