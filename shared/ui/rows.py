"""A list for QML whose rows keep their places while what stands in them changes."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, Qt

from shared.ui.words import say

_FIRST = int(Qt.ItemDataRole.UserRole)


class Rows(QAbstractListModel):
    """Rows of one frozen dataclass; each of its fields is a role, its sentences are said."""

    def __init__(self, kind: type, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = [field.name for field in fields(kind)]
        self._rows: tuple[Any, ...] = ()

    def rowCount(self, parent: Any = None) -> int:
        return len(self._rows)

    def roleNames(self) -> dict[int, QByteArray]:
        return {_FIRST + place: QByteArray(name.encode()) for place, name in enumerate(self._names)}

    def data(self, index: Any, role: int = 0) -> Any:
        value = getattr(self._rows[index.row()], self._names[role - _FIRST])
        return say(value) if isinstance(value, str) else value

    def show(self, rows: Sequence[Any]) -> None:
        """Show these rows; who reads or has the focus at one place stays there."""
        before, now, changed = len(self._rows), len(rows), tuple(rows) != self._rows
        if now > before:
            self.beginInsertRows(QModelIndex(), before, now - 1)
            self._rows = tuple(rows)
            self.endInsertRows()
        elif now < before:
            self.beginRemoveRows(QModelIndex(), now, before - 1)
            self._rows = tuple(rows)
            self.endRemoveRows()
        self._rows = tuple(rows)
        if now and changed:
            self.dataChanged.emit(self.index(0), self.index(now - 1))

    def reword(self) -> None:
        """Say every row anew: the language has changed."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
