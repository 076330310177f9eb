"""The bench as its window sees it: everything changes in Qt's thread only."""

from PySide6.QtCore import Property, QObject, Qt, Signal, Slot

from devices.dock import words
from devices.dock.bench import Bench
from devices.dock.faults import switch_faults
from devices.dock.faults_model import FaultsModel
from devices.dock.kiosk_model import KioskModel
from devices.dock.window_model import WindowModel


class DockModel(QObject):
    """A bench for DockWindow.qml."""

    wiresChanged = Signal()
    _stirred = Signal()  # from any thread

    def __init__(self, bench: Bench, title: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._title = title
        self._kiosks = [KioskModel(bench, kiosk, self) for kiosk in bench.plan.kiosks]
        self._windows = [WindowModel(bench, label, self) for label in bench.plan.labels]
        self._wires = [
            FaultsModel(
                f"wire-{wire}",
                wire,
                switch_faults(bench.wire_faults(wire), words.WIRE_FAULTS),
                bench.stir,
                self,
            )
            for wire in bench.wires
        ]
        self._stirred.connect(self.refresh, Qt.ConnectionType.QueuedConnection)
        self._unsubscribe = bench.subscribe(self._stirred.emit)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Look at every device again."""
        for kiosk in self._kiosks:
            kiosk.refresh()
        for window in self._windows:
            window.refresh()
        for wire in self._wires:
            wire.refresh()
        self.wiresChanged.emit()

    @Slot()
    def release(self) -> None:
        """Hear no more from the bench; to be called before Qt deletes this object."""
        self._unsubscribe()

    def _get_title(self) -> str:
        return self._title

    def _get_kiosks(self) -> list[QObject]:
        return list(self._kiosks)

    def _get_windows(self) -> list[QObject]:
        return list(self._windows)

    def _get_wires(self) -> list[QObject]:
        return list(self._wires)

    def _get_faulty(self) -> bool:
        return any(wire.faulty for wire in self._wires)

    def _get_keys(self) -> list[dict[str, str]]:
        return [{"name": key.name.lower(), "words": said} for key, said in words.KEYS.items()]

    title = Property(str, _get_title, constant=True)
    kiosks = Property(list, _get_kiosks, constant=True)
    windows = Property(list, _get_windows, constant=True)
    wires = Property(list, _get_wires, constant=True)
    faulty = Property(bool, _get_faulty, notify=wiresChanged)
    keys = Property(list, _get_keys, constant=True)
