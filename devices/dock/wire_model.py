"""A simulated wire as the dock shows it: its name and what goes wrong on it."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot

from devices.dock import words
from devices.dock.bench import Bench


@dataclass(frozen=True)
class WireProps:
    """Which faults of a wire are on."""

    on: tuple[tuple[str, bool], ...]


def derive_wire(bench: Bench, wire: str) -> WireProps:
    """Look at a wire."""
    faults = bench.wire_faults(wire)
    return WireProps(tuple((name, bool(getattr(faults, name))) for name, _, _ in words.WIRE_FAULTS))


class WireModel(QObject):
    """One wire and its switches."""

    changed = Signal()

    def __init__(self, bench: Bench, wire: str, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench
        self._wire = wire
        self._props = derive_wire(bench, wire)

    @property
    def faulty(self) -> bool:
        """Whether any fault is on."""
        return any(on for _, on in self._props.on)

    def refresh(self) -> None:
        """Look at the wire again."""
        props = derive_wire(self._bench, self._wire)
        if props != self._props:
            self._props = props
            self.changed.emit()

    @Slot(str, bool)
    def switch_fault(self, name: str, on: bool) -> None:
        """Switch a fault on, as strong as people can see it, or off."""
        for known, _, strength in words.WIRE_FAULTS:
            if known == name:
                self._bench.set_wire_fault(self._wire, name, strength if on else None)

    def _get_on(self) -> dict[str, bool]:
        return dict(self._props.on)

    def _get_faults(self) -> list[dict[str, str]]:
        return [{"name": name, "words": said} for name, said, _ in words.WIRE_FAULTS]

    name = Property(str, lambda self: self._wire, constant=True)
    faults = Property(list, _get_faults, constant=True)
    on = Property(dict, _get_on, notify=changed)
