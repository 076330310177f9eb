"""Which simulated devices hang on which wire."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from devices.errors import BadUrl
from devices.pad.registers import Registers
from devices.scanner import Framing
from devices.transport.device_url import DeviceUrl


@dataclass(frozen=True)
class BoardPlan:
    """An LED board over the window `label`; width and height in dots."""

    wire: str
    address: int
    label: str
    width: int
    height: int
    protocol: str = "onbon"
    options: dict[str, str] = field(default_factory=dict)

    @property
    def device(self) -> DeviceUrl:
        """The board as its driver is told of it."""
        return DeviceUrl(self.protocol, f"sim:{self.wire}", self.address, self.options)


@dataclass(frozen=True)
class KeypadPlan:
    """The caller keypad of the window `label`."""

    wire: str
    address: int
    label: str


@dataclass(frozen=True)
class PadPlan:
    """The evaluation pad of the window `label`."""

    wire: str
    address: int
    label: str


@dataclass(frozen=True)
class ModbusPadPlan:
    """The Modbus pad of the window `label`."""

    wire: str
    address: int
    label: str
    registers: Registers = field(default_factory=Registers)


@dataclass(frozen=True)
class ScreenPadPlan:
    """The pad with a screen of the window `label`, which connects to the hub at `wire`."""

    wire: str
    address: str
    label: str

    @property
    def own_wire(self) -> str:
        """What its own network cable is called."""
        return f"{self.wire} {self.address}"


@dataclass(frozen=True)
class KioskPlan:
    """What stands in a kiosk: wires, "" for what it does not have; kiosks may share a printer."""

    label: str
    printer: str = ""
    id_reader: str = ""
    scanner: str = ""
    framing: Framing = field(default_factory=Framing)

    @property
    def wired(self) -> bool:
        """Whether anything of it is simulated."""
        return bool(self.printer or self.id_reader or self.scanner)


_Pad: TypeAlias = PadPlan | ModbusPadPlan | ScreenPadPlan
_Device: TypeAlias = BoardPlan | KeypadPlan | _Pad


@dataclass(frozen=True)
class DockPlan:
    """Every simulated device of a hall; a wire NAME is reached as sim:NAME.

    `pad_key` is what pads with a screen prove to know.
    """

    kiosks: tuple[KioskPlan, ...] = ()
    boards: tuple[BoardPlan, ...] = ()
    keypads: tuple[KeypadPlan, ...] = ()
    pads: tuple[PadPlan, ...] = ()
    modbus_pads: tuple[ModbusPadPlan, ...] = ()
    screen_pads: tuple[ScreenPadPlan, ...] = ()
    pad_key: bytes = field(default=b"", repr=False)

    @property
    def printers(self) -> tuple[str, ...]:
        """The wires of all printers."""
        return tuple(dict.fromkeys(kiosk.printer for kiosk in self.kiosks if kiosk.printer))

    @property
    def id_readers(self) -> tuple[str, ...]:
        """The wires of all ID-card readers."""
        return tuple(kiosk.id_reader for kiosk in self.kiosks if kiosk.id_reader)

    @property
    def scanners(self) -> tuple[str, ...]:
        """The wires of all scanners."""
        return tuple(kiosk.scanner for kiosk in self.kiosks if kiosk.scanner)

    @property
    def all_pads(self) -> tuple[_Pad, ...]:
        """The pads of every kind."""
        return (*self.pads, *self.modbus_pads, *self.screen_pads)

    @property
    def labels(self) -> tuple[str, ...]:
        """Every window that has a device, in the order of the plan."""
        devices: list[_Device] = [*self.boards, *self.keypads, *self.all_pads]
        return tuple(dict.fromkeys(device.label for device in devices))

    def check(self) -> None:
        """Raise BadUrl when two devices cannot be told apart."""
        kinds: dict[str, str] = {}
        uses = [(wire, "printer") for wire in self.printers]
        uses += [(wire, "ID-card reader") for wire in self.id_readers]
        uses += [(wire, "scanner") for wire in self.scanners]
        uses += [(board.wire, "LED board") for board in self.boards]
        uses += [(keypad.wire, "keypad or pad") for keypad in self.keypads]
        uses += [(pad.wire, "keypad or pad") for pad in self.pads]
        uses += [(pad.wire, "Modbus pad") for pad in self.modbus_pads]
        uses += [(pad.wire, "pad with a screen") for pad in self.screen_pads]
        for wire, kind in uses:
            other = kinds.setdefault(wire, kind)
            if other != kind:
                reason = f"both {_a(other)} and {_a(kind)} use this wire"
                raise _bad(wire, reason, "give each kind of device a wire of its own")
        _once([(wire, "ID-card reader") for wire in self.id_readers])
        _once([(wire, "scanner") for wire in self.scanners])
        by_name: dict[str, Sequence[_Device]] = {
            "board": self.boards,
            "keypad": self.keypads,
            "pad": self.all_pads,
        }
        for name, group in by_name.items():
            _once([(one.wire, f"{name} with address {one.address}") for one in group])
            labels = [one.label for one in group]
            for one in group:
                if labels.count(one.label) > 1:
                    reason = f"there is more than one {name} of window {one.label}"
                    raise _bad(one.wire, reason, "a window has at most one of each device")


def _once(uses: list[tuple[str, str]]) -> None:
    for wire, what in uses:
        if uses.count((wire, what)) > 1:
            raise _bad(wire, f"there is more than one {what}", "number them apart")


def _a(kind: str) -> str:
    return f"{'an' if kind.startswith(('LED', 'ID')) else 'a'} {kind}"


def _bad(wire: str, reason: str, hint: str) -> BadUrl:
    return BadUrl(f"sim:{wire}", "planning the dock", reason, hint)
