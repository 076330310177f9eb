"""Which ports this machine has, under names that stay, and what is at the end of each."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TypeAlias
from urllib.parse import quote

from devices.bus.codec import FrameDecoder
from devices.errors import DeviceError, PortUnavailable
from devices.probes import PROBES, Probe
from devices.transport import Transport, transport_for

PATTERNS = ("ttyUSB*", "ttyACM*", "ttyAMA*", "ttyS*")
NO_SERIAL_NUMBER = "usb-1a86_"  # CH340: two of them share one name, and swap it
BUS_BAUD = 9600


@dataclass(frozen=True)
class Port:
    """A serial port: `path` is the name that stays after unplugging, `device` the one of now."""

    path: Path
    device: Path

    @property
    def url(self) -> str:
        """How hall.toml names it, but for its options."""
        return f"serial://{quote(str(self.path), safe='/:')}"


@dataclass(frozen=True)
class Device:
    """Something answered; `line` belongs into hall.toml."""

    what: str
    line: str


@dataclass(frozen=True)
class Busy:
    """Another program holds the port: it was not asked anything."""

    by: str


@dataclass(frozen=True)
class Closed:
    """The port cannot be opened."""

    reason: str


@dataclass(frozen=True)
class Silent:
    """Nothing answered; keypads, pads and scanners speak only when used."""


@dataclass(frozen=True)
class NotAsked:
    """Nobody wanted it to be asked."""


Finding: TypeAlias = Device | Busy | Closed | Silent | NotAsked


def list_ports(dev: Path = Path("/dev"), sys: Path = Path("/sys")) -> list[Port]:
    """Return every serial port, each under its most stable name.

    By the adapter's own serial number (by-id); where it has none, by the socket it is plugged
    into (by-path); else by number.
    """
    named: dict[Path, Path] = {}
    for folder in ("by-id", "by-path"):
        for link in sorted((dev / "serial" / folder).glob("*")):
            if link.exists():
                better = link.resolve() not in named
                anonymous = named.get(link.resolve(), link).name.startswith(NO_SERIAL_NUMBER)
                if better or anonymous:
                    named[link.resolve()] = link
    for pattern in PATTERNS:
        for device in sorted(dev.glob(pattern)):
            if _exists(device, sys):
                named.setdefault(device.resolve(), device)
    return [Port(path, device) for device, path in sorted(named.items())]


def look(port: Port, probes: Sequence[Probe] = PROBES, listen: float = 0.0) -> Finding:
    """Ask what is at the end of a port, unless another program holds it; then, for `listen`
    seconds, hear whether a key is pressed there.
    """
    if by := _holder(port.device):
        return Busy(by)
    try:
        for probe in probes:
            for baud in probe.bauds:
                url = f"{port.url}?baud={baud}"
                with _opened(url) as transport:
                    what = probe.ask(transport)
                if what:
                    return Device(f"{what}, {baud} baud", probe.line.replace("URL", url))
        return _hear(port, listen) if listen else Silent()
    except PortUnavailable as error:
        held = "exclusively lock" in error.reason
        return Busy("another program") if held else Closed(error.reason)
    except DeviceError as error:
        return Closed(error.reason)


class _opened:  # noqa: N801
    """A port that is open for a while."""

    def __init__(self, url: str) -> None:
        self._transport = transport_for(url)

    def __enter__(self) -> Transport:
        self._transport.open()
        return self._transport

    def __exit__(self, *_: object) -> None:
        self._transport.close()


def _hear(port: Port, seconds: float) -> Finding:
    """Hear the frames of a keypad or pad; they are not answered."""
    decoder = FrameDecoder()
    deadline = monotonic() + seconds
    with _opened(f"{port.url}?baud={BUS_BAUD}") as transport:
        while (left := deadline - monotonic()) > 0:
            for frame in decoder.feed(transport.read(256, left)):
                what = f"a keypad or pad at address {frame.address}, {BUS_BAUD} baud"
                line = f'keypad = "bus+{port.url}?address={frame.address}"'
                return Device(what, line)
    return Silent()


def _exists(device: Path, sys: Path) -> bool:
    """Whether there is hardware: PCs name thirty-two ttyS of which few are there (type 0)."""
    kind = sys / "class" / "tty" / device.name / "type"
    try:
        return kind.read_text().strip() != "0"
    except OSError:
        return not device.name.startswith("ttyS")


def _holder(device: Path) -> str:
    """Return who else holds a port, as far as this user may see; empty for nobody."""
    for process in _processes():
        try:
            held = any(fd.readlink() == device for fd in (process / "fd").iterdir())
            name = (process / "comm").read_text().strip() if held else ""
        except OSError:  # it has ended, or belongs to somebody else
            continue
        if held:
            return f"{name} (process {process.name})"
    return ""


def _processes() -> Iterator[Path]:
    for process in Path("/proc").glob("[0-9]*"):
        if process.name != str(os.getpid()):
            yield process
