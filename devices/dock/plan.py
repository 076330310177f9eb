"""Which simulated devices hang on which wire."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from devices.errors import BadUrl
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


_Device: TypeAlias = BoardPlan | KeypadPlan | PadPlan


@dataclass(frozen=True)
class DockPlan:
    """Every simulated device of a hall; a wire NAME is reached as sim:NAME."""

    printers: tuple[str, ...] = ()
    boards: tuple[BoardPlan, ...] = ()
    keypads: tuple[KeypadPlan, ...] = ()
    pads: tuple[PadPlan, ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        """Every window that has a device, in the order of the plan."""
        devices: list[_Device] = [*self.boards, *self.keypads, *self.pads]
        return tuple(dict.fromkeys(device.label for device in devices))

    def check(self) -> None:
        """Raise BadUrl when two devices cannot be told apart."""
        kinds: dict[str, str] = {}
        uses = [(wire, "printer") for wire in self.printers]
        uses += [(board.wire, "LED board") for board in self.boards]
        uses += [(keypad.wire, "keypad or pad") for keypad in self.keypads]
        uses += [(pad.wire, "keypad or pad") for pad in self.pads]
        for wire, kind in uses:
            other = kinds.setdefault(wire, kind)
            if other != kind:
                reason = f"both {_a(other)} and {_a(kind)} use this wire"
                raise _bad(wire, reason, "give each kind of device a wire of its own")
        _once([(wire, "printer") for wire in self.printers])
        by_name: dict[str, Sequence[_Device]] = {
            "board": self.boards,
            "keypad": self.keypads,
            "pad": self.pads,
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
    return f"{'an' if kind.startswith('LED') else 'a'} {kind}"


def _bad(wire: str, reason: str, hint: str) -> BadUrl:
    return BadUrl(f"sim:{wire}", "planning the dock", reason, hint)
