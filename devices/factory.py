"""From the URLs of a configuration file to drivers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from devices.errors import BadUrl
from devices.led.factory import check_led, led_bus
from devices.led.types import LedBus
from devices.printer.factory import printer_for
from devices.transport.device_url import DeviceUrl
from devices.transport.types import Transport
from devices.transport.urls import PORT_OPTIONS, line_settings, options_of, transport_for

__all__ = [
    "LEDS",
    "SCREEN",
    "DeviceUrl",
    "ScreenPadUrl",
    "check_led",
    "led_bus_for",
    "port_url",
    "printer_for",
    "protocol_of",
    "screen_pad_url",
    "split_device_url",
    "transport_for",
]

SCREEN = "screen"
LOCAL = "127.0.0.1"

ADDRESSES = {
    "onbon": range(1, 0x8000),
    "alpha": range(1, 0x100),
    "modbus": range(1, 248),
    "bus": range(0x100),
}
"""What fits each frame's field and is nobody else's: above are hosts, 0 and FFFF mean everyone."""
LEDS = ("onbon", "alpha", "modbus")
PORT_DEFAULTS = {"baud": "9600", "parity": "N", "bits": "8", "stop": "1"}
USUAL_LINES = {"alpha": {"parity": "E", "bits": "7"}}  # where a protocol's own line is not 8N1
_PAD_ID = re.compile(r"[A-Za-z0-9_-]{1,40}")


@dataclass(frozen=True)
class ScreenPadUrl:
    """A pad with a screen that connects to the hub, listening at `port_url`: listen://HOST:PORT,
    or sim:NAME for any port of this machine, written down for the dock.
    """

    port_url: str
    pad: str

    @property
    def address(self) -> tuple[str, int]:
        """Host and port to listen at."""
        parts = urlsplit(self.port_url)
        return parts.hostname or LOCAL, parts.port or 0


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
    return DeviceUrl(protocol, port_url, address, options)


def led_bus_for(devices: Sequence[DeviceUrl], transport: Transport) -> LedBus:
    """Return the bus of the LED boards on one port, not yet opened. Raises BadUrl."""
    port = devices[0].port_url
    baud = 9600
    if port.startswith("serial:"):
        baud = line_settings(port, options_of(port, port)[1]).baud
    return led_bus(devices, transport, baud)


def port_url(url: str) -> str:
    """Return the wire of any device's URL, without protocol and what is not the line's."""
    wire = url.partition("+")[2] if url.partition("+")[0].isalpha() and "+" in url else url
    base, options = options_of(url, wire)
    line = {key: value for key, value in options.items() if key in PORT_OPTIONS}
    return f"{base}?{urlencode(line)}" if line else base


def screen_pad_url(url: str) -> ScreenPadUrl:
    """Split screen+listen://HOST:PORT?id=PAD, or screen+sim:NAME?id=PAD. Raises BadUrl."""
    base, options = options_of(url, url.removeprefix(f"{SCREEN}+"))
    pad = options.pop("id", "")
    try:
        parts = urlsplit(base)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise _bad_screen(url, str(error)) from error
    listens = parts.scheme == "listen" and host and port and parts.path in {"", "/"}
    if not (listens or (parts.scheme == "sim" and parts.path)):
        raise _bad_screen(url, "where to listen is missing")
    if not _PAD_ID.fullmatch(pad):
        raise _bad_screen(url, "the pad's id is missing, or not letters, digits, - and _")
    if options:
        raise _bad_screen(url, f"unknown option {', '.join(sorted(options))}")
    if listens:
        return ScreenPadUrl(f"listen://{parts.netloc}", pad)
    try:
        transport_for(base, sim_dir=Path())
    except BadUrl as error:
        raise _bad_screen(url, error.reason) from error
    return ScreenPadUrl(base, pad)


def _bad(url: str, reason: str) -> BadUrl:
    hint = (
        f"allowed: {', '.join(f'{name}+PORT?address=1' for name in ADDRESSES)}; "
        "PORT as in serial:///dev/ttyS1"
    )
    return BadUrl(url, "reading the URL", reason, hint)


def _bad_screen(url: str, reason: str) -> BadUrl:
    hint = "write it so: screen+listen://0.0.0.0:7801?id=PAD1"
    return BadUrl(url, "reading the URL", reason, hint)
