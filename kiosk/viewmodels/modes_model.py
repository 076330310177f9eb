"""The switches at the foot of every screen: 大字, 高对比, 朗读, 低位, English."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Property, QObject, Signal, Slot

from kiosk import flow, modes
from kiosk.flow import Visit
from kiosk.modes import Language, Modes
from kiosk.panel import Panel
from kiosk.viewmodels.visiting import Visiting
from shared.domain.errors import HallError
from shared.log import logger


class ModesModel(QObject):
    """How the screen shows itself; everything falls back when the visit ends.

    `language_changed` is told after the words have changed.
    """

    changed = Signal()
    language_changed = Signal()

    def __init__(
        self,
        visiting: Visiting,
        panel: Panel,
        use_language: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._visiting = visiting
        self._panel = panel
        self._use_language = use_language
        visiting.changed.connect(self._visit_changed)

    @property
    def _modes(self) -> Modes:
        return self._visiting.visit.modes

    @Property(bool, notify=changed)
    def large(self) -> bool:
        return self._modes.large

    @Property(str, notify=changed)
    def contrast(self) -> str:
        return self._modes.contrast

    @Property(bool, notify=changed)
    def low(self) -> bool:
        return self._modes.low

    @Property(bool, notify=changed)
    def speech(self) -> bool:
        return self._modes.speech

    @Property(int, notify=changed)
    def volume(self) -> int:
        """Of the voice, in percent."""
        return self._modes.volume

    @Property(str, notify=changed)
    def language(self) -> str:
        return self._modes.language

    @Property(bool, constant=True)
    def lowUseful(self) -> bool:
        """Whether some of the panel hangs out of reach."""
        return self._panel.reach != (0.0, 1.0)

    @Property(float, notify=changed)
    def top(self) -> float:
        """Where the page begins, as a part of the height from the top."""
        return self._panel.reach[0] if self._modes.low else 0.0

    @Property(float, notify=changed)
    def bottom(self) -> float:
        """Where the page ends, as a part of the height from the top."""
        return self._panel.reach[1] if self._modes.low else 1.0

    @Property(float, constant=True)
    def panelHeight(self) -> float:
        """Of the picture, in millimetres."""
        return self._panel.height_mm

    @Slot()
    def switchLarge(self) -> None:
        self._change(lambda now: replace(now, large=not now.large))

    @Slot()
    def switchContrast(self) -> None:
        self._change(modes.next_contrast)

    @Slot()
    def switchLow(self) -> None:
        self._change(lambda now: replace(now, low=not now.low))

    @Slot()
    def switchSpeech(self) -> None:
        self._change(lambda now: replace(now, speech=not now.speech))

    @Slot()
    def switchLanguage(self) -> None:
        self._change(modes.other_language)

    @Slot(int)
    def turnVolume(self, steps: int) -> None:
        self._change(lambda now: modes.louder(now, steps))

    def _change(self, change: Callable[[Modes], Modes]) -> None:
        self._visiting.step(lambda visit: flow.show_as(visit, change(visit.modes)))

    @Slot(object)
    def _visit_changed(self, before: Visit) -> None:
        if before.modes == self._modes:
            return
        if before.modes.language is not self._modes.language:
            self._speak(self._modes.language)
        self.changed.emit()

    def _speak(self, language: Language) -> None:
        try:
            self._use_language(language)
        except HallError as error:  # the kiosk stays usable in the language it has
            logger.error("the language cannot be changed: %s; %s", error.message, error.hint)
            return
        self.language_changed.emit()
