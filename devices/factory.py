"""From the URLs of a configuration file to drivers."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from devices.errors import BadUrl
from devices.printer.driver import EscposPrinter
from devices.transport.urls import PORT_OPTIONS, line_settings, options_of, transport_for

__all__ = [
    "SCREEN",
    "DeviceUrl",
    "ScreenPadUrl",
    "printer_for",
    "protocol_of",
    "screen_pad_url",
    "split_device_url",
    "transport_for",
]

SCREEN = "screen"

ADDRESSES = {  # what fits each frame's field
    "onbon": range(1, 0x10000),
    "bus": range(0x100),
    "modbus": range(1, 248),
}
SILENT = ("file:", "cups:")  # wires on which a printer cannot answer
PRINTER_OPTIONS = frozenset({"columns", "confirm"})
PORT_DEFAULTS = {"baud": "9600", "parity": "N", "bits": "8", "stop": "1"}
_PAD_ID = re.compile(r"[A-Za-z0-9_-]{1,40}")
PRINTER_WIRE = "sim:printer"  # what a bare sim: means for a printer


@dataclass(frozen=True)
class DeviceUrl:
    """One device on a wire that others may share; equal `port_url`s mean the same wire."""

    protocol: str
    port_url: str
    address: int
    options: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ScreenPadUrl:
    """A pad with a screen that connects to the hub, listening at host and port."""

    host: str
    port: int
    pad: str


def protocol_of(url: str) -> str:
    """Return what stands before the + of a device URL, "" when there is no +."""
    protocol, plus, _ = url.partition("+")
    return protocol if plus else ""


def split_device_url(url: str) -> DeviceUrl:
    """Split protocol+port?address=N&… into its parts. Raises BadUrl.

    Options of the line (baud, parity, bits, stop) stay with the port; the rest are the device's.
    """
    protocol, plus, rest = url.partition("+")
    if not plus or protocol not in ADDRESSES:
        raise _bad(url, f"unknown protocol {protocol!r}" if plus else "the protocol is missing")
    base, options = options_of(url, rest)
    line = {key: options.pop(key) for key in sorted(options.keys() & PORT_OPTIONS)}
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
    return DeviceUrl(protocol, port_url, address, options)


def screen_pad_url(url: str) -> ScreenPadUrl:
    """Split screen+listen://HOST:PORT?id=NAME: where the hub listens for which pad. BadUrl."""
    base, options = options_of(url, url.removeprefix(f"{SCREEN}+"))
    pad = options.pop("id", "")
    try:
        parts = urlsplit(base)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise _bad_screen(url, str(error)) from error
    if parts.scheme != "listen" or not host or not port or parts.path not in {"", "/"}:
        raise _bad_screen(url, "where to listen is missing")
    if not _PAD_ID.fullmatch(pad):
        raise _bad_screen(url, "the pad's id is missing, or not letters, digits, - and _")
    if options:
        raise _bad_screen(url, f"unknown option {', '.join(sorted(options))}")
    return ScreenPadUrl(host, port, pad)


def printer_for(url: str, sim_dir: Path | None = None) -> EscposPrinter:
    """Return the printer a URL names, not yet opened. Raises BadUrl.

    Beside the options of the wire: `columns` (48 for 80 mm paper, 32 for 58 mm) and `confirm`
    (yes: wait for the printer's own word that it has printed; default only for sim:). A bare
    `sim:` is the simulated printer's usual wire, `sim:printer`.
    """
    base, options = options_of(url, url)
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


def _bad(url: str, reason: str) -> BadUrl:
    hint = "allowed: onbon+PORT?address=1, bus+PORT?address=1; PORT as in serial:///dev/ttyS1"
    return BadUrl(url, "reading the URL", reason, hint)


def _bad_screen(url: str, reason: str) -> BadUrl:
    hint = "write it so: screen+listen://0.0.0.0:7801?id=PAD1"
    return BadUrl(url, "reading the URL", reason, hint)
