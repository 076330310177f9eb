"""A simulated printer as its window sees it."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal

from devices.dock import words
from devices.dock.bench import Bench
from devices.dock.faults_model import FaultsModel
from devices.dock.images import NAME, UNFINISHED

KEPT_SLIPS = 12  # older ones leave the window, not the printer


@dataclass(frozen=True)
class PrinterProps:
    """What the window shows of a printer; slips are image addresses, newest first."""

    slip_count: int
    slips: tuple[str, ...]


def derive_printer(bench: Bench, wire: str) -> PrinterProps:
    """Look at a printer."""
    printer = bench.printer(wire)
    count = len(printer.slips)
    base = f"image://{NAME}/slip/{wire}"
    slips = [f"{base}/{index}" for index in reversed(range(max(0, count - KEPT_SLIPS), count))]
    unfinished = printer.unfinished
    if unfinished.elements:
        slips.insert(0, f"{base}/{UNFINISHED}/{count}-{len(unfinished.raw)}")
    return PrinterProps(count, tuple(slips))


class PrinterModel(QObject):
    """One printer and its switches."""

    changed = Signal()

    def __init__(self, bench: Bench, wire: str, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench
        self._wire = wire
        self._props = derive_printer(bench, wire)
        faults = bench.printer_faults(wire)
        self._faults = FaultsModel(wire, words.PRINTER_TITLE, faults, bench.stir, self)

    def refresh(self) -> None:
        """Look at the printer again."""
        self._faults.refresh()
        props = derive_printer(self._bench, self._wire)
        if props != self._props:
            self._props = props
            self.changed.emit()

    def _get_name(self) -> str:
        return self._wire

    def _get_slip_count(self) -> int:
        return self._props.slip_count

    def _get_slips(self) -> list[str]:
        return list(self._props.slips)

    name = Property(str, _get_name, constant=True)
    slipCount = Property(int, _get_slip_count, notify=changed)
    slips = Property(list, _get_slips, notify=changed)
    faults = Property(QObject, lambda self: self._faults, constant=True)
