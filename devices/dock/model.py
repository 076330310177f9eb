"""The bench as its window sees it: everything changes in Qt's thread only."""

from PySide6.QtCore import Property, QObject, Qt, Signal, Slot

from devices.dock import words
from devices.dock.bench import Bench
from devices.dock.printer_model import PrinterModel
from devices.dock.window_model import WindowModel
from devices.dock.wire_model import WireModel


class DockModel(QObject):
    """A bench for DockWindow.qml."""

    wiresChanged = Signal()
    _stirred = Signal()  # from any thread

    def __init__(self, bench: Bench, title: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._title = title
        self._printers = [PrinterModel(bench, wire, self) for wire in bench.plan.printers]
        self._windows = [WindowModel(bench, label, self) for label in bench.plan.labels]
        self._wires = [WireModel(bench, wire, self) for wire in bench.wires]
        self._stirred.connect(self.refresh, Qt.ConnectionType.QueuedConnection)
        self._unsubscribe = bench.subscribe(self._stirred.emit)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Look at every device again."""
        for printer in self._printers:
            printer.refresh()
        for window in self._windows:
            window.refresh()
        for wire in self._wires:
            wire.refresh()
        self.wiresChanged.emit()

    def release(self) -> None:
        """Hear no more from the bench; to be called before Qt deletes this object."""
        self._unsubscribe()

    def _get_title(self) -> str:
        return self._title

    def _get_printers(self) -> list[QObject]:
        return list(self._printers)

    def _get_windows(self) -> list[QObject]:
        return list(self._windows)

    def _get_wires(self) -> list[QObject]:
        return list(self._wires)

    def _get_faulty(self) -> bool:
        return any(wire.faulty for wire in self._wires)

    def _get_keys(self) -> list[dict[str, str]]:
        return [{"name": key.name.lower(), "words": said} for key, said in words.KEYS.items()]

    def _get_faces(self) -> list[dict[str, object]]:
        return [
            {"code": code, "words": said, "rates": code != words.COMPLAINT}
            for code, said in words.PAD.items()
        ]

    title = Property(str, _get_title, constant=True)
    printers = Property(list, _get_printers, constant=True)
    windows = Property(list, _get_windows, constant=True)
    wires = Property(list, _get_wires, constant=True)
    faulty = Property(bool, _get_faulty, notify=wiresChanged)
    keys = Property(list, _get_keys, constant=True)
    faces = Property(list, _get_faces, constant=True)
