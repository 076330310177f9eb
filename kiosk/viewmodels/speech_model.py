"""朗读: what the screen tells goes to the voice, while this visitor wants to hear it."""

from PySide6.QtCore import Property, QObject, Qt, Signal, Slot

from kiosk.flow import Visit
from kiosk.viewmodels.presence_model import PresenceModel
from kiosk.viewmodels.visiting import Visiting
from kiosk.voice import Voice
from shared.voice.player import Silent, SoundState
from shared.voice.speaker import Speaker
from shared.voice.spoken import named


class SpeechModel(QObject):
    """Speaks for QML, which knows what is on the screen; silent unless 朗读 is on.

    `again` asks for the page to be read anew: the sound is back.
    """

    changed = Signal()
    again = Signal()
    _quiet = Signal()
    _sounds = Signal(object)

    def __init__(
        self,
        visiting: Visiting,
        presence: PresenceModel,
        voice: Voice | None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._visiting = visiting
        self._presence = presence
        self._voice = voice
        self._speaker: Speaker | None = None
        self._audible = True
        visiting.changed.connect(self._visit_changed)
        self._quiet.connect(self._fell_quiet, Qt.ConnectionType.QueuedConnection)
        self._sounds.connect(self._sound_is, Qt.ConnectionType.QueuedConnection)
        if voice is not None:
            voice.on_quiet = self._quiet.emit
            voice.on_state = self._sounds.emit

    @Property(bool, constant=True)
    def there(self) -> bool:
        """Whether this kiosk has a voice."""
        return self._voice is not None

    @Property(bool, notify=changed)
    def on(self) -> bool:
        """Whether this visitor wants to hear it."""
        return self._voice is not None and self._visiting.visit.modes.speech

    @Slot(result=bool)
    def speaking(self) -> bool:
        """Whether something is being said."""
        return self._speaker is not None and self._speaker.speaking

    @Slot(list)
    def say(self, texts: list[str]) -> None:
        """Say these one after the other, now, instead of what is being said."""
        self.hush()
        self.add(texts)

    @Slot(list)
    def add(self, texts: list[str]) -> None:
        """Say these after what is being said."""
        if self._speaker is None or not self.on or not self._audible:
            return
        language = named(self._visiting.visit.modes.language)
        for text in texts:
            self._speaker.add(text, language)

    @Slot()
    def hush(self) -> None:
        """Fall silent: something was pressed."""
        if self._speaker is not None:
            self._speaker.stop()

    def tick(self) -> None:
        """Who listens is there: a second of speech is no second without a touch."""
        if self._voice is not None:
            self._voice.start()  # not before the window is there: loading the sound takes time
        if self.speaking():
            self._somebody_listens()

    def stop(self) -> None:
        """Fall silent for good, before the window goes."""
        if self._voice is not None:
            self._voice.stop()

    @Slot(object)
    def _visit_changed(self, before: Visit) -> None:
        now = self._visiting.visit.modes
        if before.modes == now or self._voice is None:
            return
        if now.speech:
            self._voice.start()
            self._speaker = self._voice.speaker
            self._speaker.volume = now.volume
        elif self._speaker is not None:
            self._speaker.reset()
        self.changed.emit()

    @Slot()
    def _fell_quiet(self) -> None:
        if self.on:
            self._somebody_listens()

    def _somebody_listens(self) -> None:
        # 还在吗 is spoken, too: to hear it is no answer.
        if not self._presence.property("countdown"):
            self._presence.touched()

    @Slot(object)
    def _sound_is(self, state: SoundState) -> None:
        was, self._audible = self._audible, not isinstance(state, Silent)
        if not self._audible:
            self.hush()  # what would wait for the sound to come back, nobody waits for
        elif not was:
            self.again.emit()
