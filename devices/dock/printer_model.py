"""A simulated printer as its window sees it."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot

from devices.dock import words
from devices.dock.bench import Bench
from devices.dock.images import NAME, UNFINISHED

KEPT_SLIPS = 12  # older ones leave the window, not the printer
DROP_AFTER_BYTES = 60  # in the middle of a ticket


@dataclass(frozen=True)
class PrinterProps:
    """What the window shows of a printer; slips are image addresses, newest first."""

    slip_count: int
    slips: tuple[str, ...]
    faults: tuple[tuple[str, str, bool], ...]


def derive_printer(bench: Bench, wire: str) -> PrinterProps:
    """Look at a printer."""
    printer = bench.printer(wire)
    count = len(printer.slips)
    base = f"image://{NAME}/slip/{wire}"
    slips = [f"{base}/{index}" for index in reversed(range(max(0, count - KEPT_SLIPS), count))]
    unfinished = printer.unfinished
    if unfinished.elements:
        slips.insert(0, f"{base}/{UNFINISHED}/{count}-{len(unfinished.raw)}")
    faults = [(name, said, bool(getattr(printer, name))) for name, said in words.FAULTS.items()]
    faults.append(("drop_after", words.DROP, printer.drop_after is not None))
    return PrinterProps(count, tuple(slips), tuple(faults))


class PrinterModel(QObject):
    """One printer and its switches."""

    changed = Signal()

    def __init__(self, bench: Bench, wire: str, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench
        self._wire = wire
        self._props = derive_printer(bench, wire)

    def refresh(self) -> None:
        """Look at the printer again."""
        props = derive_printer(self._bench, self._wire)
        if props != self._props:
            self._props = props
            self.changed.emit()

    @Slot(str, bool)
    def switch_fault(self, name: str, on: bool) -> None:
        """Switch a fault on or off."""
        printer = self._bench.printer(self._wire)
        if name == "drop_after":
            printer.drop_after = DROP_AFTER_BYTES if on else None
        elif name in words.FAULTS:
            setattr(printer, name, on)
        self.refresh()

    def _get_name(self) -> str:
        return self._wire

    def _get_slip_count(self) -> int:
        return self._props.slip_count

    def _get_slips(self) -> list[str]:
        return list(self._props.slips)

    def _get_on(self) -> dict[str, bool]:
        return {name: on for name, _, on in self._props.faults}

    def _get_faults(self) -> list[dict[str, str]]:
        return [{"name": name, "words": said} for name, said, _ in self._props.faults]

    name = Property(str, _get_name, constant=True)
    slipCount = Property(int, _get_slip_count, notify=changed)
    slips = Property(list, _get_slips, notify=changed)
    faults = Property(list, _get_faults, constant=True)
    on = Property(dict, _get_on, notify=changed)
