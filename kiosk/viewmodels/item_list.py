"""The rows of the items page as a Qt list model."""

from html import escape

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from kiosk.viewmodels.rows import Row
from shared.ui.words import say

_ROLES = ("name", "marked", "detail", "waiting", "place", "code", "group")
_FIRST = int(Qt.ItemDataRole.UserRole) + 1
_Index = QModelIndex | QPersistentModelIndex


class ItemList(QAbstractListModel):
    """Rows by role name; replaced as a whole."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def replace(self, rows: list[Row]) -> None:
        """Show other rows; if only their numbers changed, the list keeps its place."""
        same = [row.name for row in rows] == [row.name for row in self._rows]
        if same and rows:
            self._rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        place = int(role) - _FIRST
        if not index.isValid() or not 0 <= place < len(_ROLES):
            return None
        row, role_name = self._rows[index.row()], _ROLES[place]
        if role_name == "marked":
            return row.marked or escape(say(row.name))
        value = getattr(row, role_name)
        return say(value) if isinstance(value, str) else value

    def said_anew(self) -> None:
        """Show the same rows in another language."""
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))

    def roleNames(self) -> dict[int, QByteArray]:
        return {_FIRST + place: QByteArray(name.encode()) for place, name in enumerate(_ROLES)}
