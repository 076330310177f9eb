"""The faults of one device or wire as the dock shows them: a title and its switches."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Property, QObject, Signal, Slot

from devices.dock.faults import Fault


class FaultsModel(QObject):
    """`switched` is called after a switch was touched; `name` tells it from all others."""

    changed = Signal()

    def __init__(
        self,
        name: str,
        title: str,
        faults: Sequence[Fault],
        switched: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._title = title
        self._faults = tuple(faults)
        self._switched = switched
        self._on = self._look()

    @property
    def faulty(self) -> bool:
        """Whether any fault is on."""
        return any(self._on.values())

    def refresh(self) -> None:
        """Look at the device again."""
        on = self._look()
        if on != self._on:
            self._on = on
            self.changed.emit()

    @Slot(str, bool)
    def switch_fault(self, name: str, on: bool) -> None:
        """Switch a fault on or off."""
        for fault in self._faults:
            if fault.name == name:
                fault.put(on)
                self._switched()
                self.refresh()

    def _look(self) -> dict[str, bool]:
        return {fault.name: fault.is_on() for fault in self._faults}

    def _get_faults(self) -> list[dict[str, str]]:
        return [{"name": fault.name, "words": fault.said} for fault in self._faults]

    name = Property(str, lambda self: self._name, constant=True)
    title = Property(str, lambda self: self._title, constant=True)
    faults = Property(list, _get_faults, constant=True)
    on = Property(dict, lambda self: dict(self._on), notify=changed)
    anyOn = Property(bool, lambda self: self.faulty, notify=changed)
