"""From the URLs of a configuration file to drivers."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

from devices.errors import BadUrl
from devices.led.factory import check_led, led_bus
from devices.led.types import LedBus
from devices.printer.charset import ENCODINGS
from devices.printer.driver import EscposPrinter
from devices.printer.profile import DEFAULT, Profile, load_profile
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
SILENT = ("file:", "cups:", "windows:")  # wires on which a printer cannot answer
PRINTER_OPTIONS = frozenset({"profile", "columns", "confirm", "encoding", "listen"})
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

    Beside the options of the wire: `profile` (a model that `hall devices printers` lists), and what
    differs from it: `columns` (48 for 80 mm paper, 32 for 58 mm), `encoding`, and `confirm` (yes:
    wait for the printer's own word that it has printed). `listen=yes` keeps the port open to hear
    changes while idle; nobody else can use that printer then. A bare `sim:` is the simulated
    printer's usual wire, `sim:printer`, with the profile `simulated`.
    """
    base, options = _options(url, url)
    base = PRINTER_WIRE if base == "sim:" else base
    line = {key: value for key, value in options.items() if key not in PRINTER_OPTIONS}
    transport = transport_for(f"{base}?{urlencode(line)}" if line else base, sim_dir=sim_dir)
    profile = _profile(url, options, "simulated" if base.startswith("sim:") else DEFAULT)
    answers = not base.startswith(SILENT)
    if not answers:
        if options.get("confirm") == "yes":
            raise _bad_printer(url, "a printer cannot confirm over file:, cups: or windows:")
        profile = replace(profile, confirm=False)
    listen = options.get("listen", "no")
    if listen not in {"yes", "no"}:
        raise _bad_printer(url, "listen is yes or no")
    if listen == "yes" and not (answers and profile.asb):
        raise _bad_printer(url, f"{profile.name} reports nothing by itself on this wire")
    return EscposPrinter(
        transport,
        profile,
        listens=listen == "yes",
        status=answers,
        baud=line_settings(url, line).baud if base.startswith("serial:") else None,
    )


def _profile(url: str, options: Mapping[str, str], default: str) -> Profile:
    name = options.get("profile", default)
    try:
        profile = load_profile(name)
    except KeyError:
        raise _bad_printer(url, f"there is no profile {name!r}") from None
    confirm = options.get("confirm", "yes" if profile.confirm else "no")
    if confirm not in {"yes", "no"}:
        raise _bad_printer(url, "confirm is yes or no")
    encoding = options.get("encoding", profile.encoding)
    if encoding not in ENCODINGS:
        raise _bad_printer(url, f"encoding is one of {', '.join(ENCODINGS)}")
    try:
        columns = int(options.get("columns", profile.columns))
        return replace(profile, columns=columns, confirm=confirm == "yes", encoding=encoding)
    except ValueError as error:
        raise _bad_printer(url, str(error)) from error


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


def _bad_printer(url: str, reason: str) -> BadUrl:
    hint = "hall devices printers lists profiles; others are columns, encoding, confirm, listen"
    return BadUrl(url, "reading the URL", reason, hint)
