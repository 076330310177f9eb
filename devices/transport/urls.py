"""From a URL to the transport it names."""

import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from devices.errors import BadUrl
from devices.transport.cups import CupsTransport
from devices.transport.file import FileTransport
from devices.transport.serial import LineSettings, SerialTransport
from devices.transport.simulated import SimulatedTransport
from devices.transport.tcp import TcpTransport
from devices.transport.types import Transport
from devices.transport.usb import UsbTransport
from devices.transport.windows import WindowsTransport

FORMS = (
    "serial:///dev/ttyUSB0?baud=9600",
    "tcp://host:9100",
    "socket://host:port",
    "usb://04b8:0e15",
    "cups://queue",
    "windows:printer name",
    "file:///path",
    "sim:name",
)
PORT_OPTIONS = frozenset({"baud", "parity", "bits", "stop"})
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
_USB_ID = re.compile(r"([0-9a-fA-F]{4}):([0-9a-fA-F]{4})")


def transport_for(url: str, *, sim_dir: Path | None = None) -> Transport:
    """Return the transport a URL names, not yet open. Raises BadUrl.

    `sim_dir` is the folder where running simulators write their URLs (for sim:NAME).
    """
    parts, options = _split(url)
    match parts.scheme:
        case "serial":
            return SerialTransport(url, _path(url, parts), line_settings(url, options))
        case "tcp" | "socket":
            return TcpTransport(url, *_host_and_port(url, parts))
        case "file":
            return FileTransport(url, _path(url, parts))
        case "usb":
            return UsbTransport(url, *_usb_ids(url, parts))
        case "cups":
            return CupsTransport(url, _name(url, parts.netloc, "print queue"))
        case "windows":
            if not (name := unquote(parts.path)) or parts.netloc:
                raise bad(url, "the printer is written windows:its name")
            return WindowsTransport(url, name)
        case "sim":
            name = _name(url, parts.path, "simulated wire")
            if sim_dir is None:
                raise bad(url, "no folder of simulated wires is configured")
            return SimulatedTransport(url, sim_dir / f"{name}.url", transport_for)
        case _:
            raise bad(url, f"unknown scheme {parts.scheme or url!r}")


def options_of(url: str, text: str) -> tuple[str, dict[str, str]]:
    """Split the part of a URL that has options into base and options. Raises BadUrl."""
    base, _, query = text.partition("?")
    try:
        return base, dict(parse_qsl(query, True, True)) if query else {}
    except ValueError as error:
        raise bad(url, f"options are written ?name=value&name=value ({error})") from error


def bad(url: str, reason: str) -> BadUrl:
    """Return the error for a URL, with the forms that are allowed as its hint."""
    return BadUrl(url, "reading the URL", reason, f"allowed: {', '.join(FORMS)}")


def line_settings(url: str, options: Mapping[str, str]) -> LineSettings:
    """Read baud, parity, bits and stop (9600 8N1 unless told). Raises BadUrl."""
    try:
        settings = LineSettings(
            baud=int(options.get("baud", "9600")),
            parity=options.get("parity", "N").upper(),
            bits=int(options.get("bits", "8")),
            stop=float(options.get("stop", "1")),
        )
    except ValueError as error:
        raise bad(url, str(error)) from error
    if not 50 <= settings.baud <= 4_000_000:
        raise bad(url, f"baud {settings.baud} is out of range")
    if settings.parity not in {"N", "E", "O", "M", "S"}:
        raise bad(url, "parity is one of N, E, O, M, S")
    if settings.bits not in {5, 6, 7, 8} or settings.stop not in {1, 1.5, 2}:
        raise bad(url, "bits are 5 to 8, stop bits 1, 1.5 or 2")
    return settings


def _path(url: str, parts: SplitResult) -> str:
    if parts.netloc or not parts.path.startswith("/") or parts.path == "/":
        raise bad(url, "a path has three slashes before it, as in serial:///dev/ttyS0")
    return unquote(parts.path)


def _host_and_port(url: str, parts: SplitResult) -> tuple[str, int]:
    try:
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise bad(url, str(error)) from error
    if not host or not port or parts.path not in {"", "/"}:
        raise bad(url, "host and port are written tcp://host:port")
    return host, port


def _split(url: str) -> tuple[SplitResult, dict[str, str]]:
    try:
        parts = urlsplit(url)
        pairs = parse_qsl(parts.query, True, True) if parts.query else []
    except ValueError as error:
        raise bad(url, str(error)) from error
    options = dict(pairs)
    allowed = PORT_OPTIONS if parts.scheme in {"serial", "sim"} else frozenset[str]()
    if unknown := sorted(options.keys() - allowed):
        may = ", ".join(sorted(allowed)) or "none"
        raise bad(url, f"unknown option {', '.join(unknown)}; allowed here: {may}")
    return parts, options


def _usb_ids(url: str, parts: SplitResult) -> tuple[int, int]:
    if not (ids := _USB_ID.fullmatch(parts.netloc)):
        raise bad(url, "USB devices are written usb://vendor:product, four hex digits each")
    return int(ids[1], 16), int(ids[2], 16)


def _name(url: str, name: str, what: str) -> str:
    if not _NAME.fullmatch(name):
        raise bad(url, f"the name of the {what} is missing or not a name")
    return name
