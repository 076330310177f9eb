"""The rows of the items screen as a Qt list model."""

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QPersistentModelIndex, Qt

from kiosk.viewmodels.rows import Row

_ROLES = ("name", "marked", "detail", "waiting", "place", "code", "group")
_FIRST = int(Qt.ItemDataRole.UserRole) + 1
_Index = QModelIndex | QPersistentModelIndex


class ItemList(QAbstractListModel):
    """Rows by role name; replaced as a whole."""

    def __init__(self) -> None:
        super().__init__()
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
        return getattr(self._rows[index.row()], _ROLES[place])

    def roleNames(self) -> dict[int, QByteArray]:
        return {_FIRST + place: QByteArray(name.encode()) for place, name in enumerate(_ROLES)}
