"""How the panel looks and which keys it takes, for QML; what is chosen is kept."""

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Property, QObject, Signal, Slot

from display.desk.preferences import Preferences, write

CONTRASTS = ("usual", "dark", "light")


class SettingsModel(QObject):
    """The clerk's preferences. `reworded` is emitted after the language has changed."""

    changed = Signal()
    reworded = Signal()

    def __init__(
        self,
        preferences: Preferences,
        path: Path,
        use_language: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._now = preferences
        self._path = path
        self._use_language = use_language
        use_language(preferences.language)

    @Property(bool, notify=changed)
    def keys(self) -> bool:
        return self._now.keys

    @Property(bool, notify=changed)
    def pinned(self) -> bool:
        return self._now.pinned

    @Property(str, notify=changed)
    def contrast(self) -> str:
        return self._now.contrast

    @Property(str, notify=changed)
    def language(self) -> str:
        return self._now.language

    @Slot()
    def switchKeys(self) -> None:
        self._keep(replace(self._now, keys=not self._now.keys))

    @Slot()
    def switchPinned(self) -> None:
        self._keep(replace(self._now, pinned=not self._now.pinned))

    @Slot()
    def turnContrast(self) -> None:
        """Show the next of the contrasts."""
        after = CONTRASTS[(CONTRASTS.index(self._now.contrast) + 1) % len(CONTRASTS)]
        self._keep(replace(self._now, contrast=after))

    @Slot()
    def turnLanguage(self) -> None:
        """Speak the other language."""
        self._keep(replace(self._now, language="en" if self._now.language == "zh_CN" else "zh_CN"))
        self._use_language(self._now.language)
        self.reworded.emit()

    def _keep(self, preferences: Preferences) -> None:
        self._now = preferences
        write(self._path, preferences)
        self.changed.emit()
