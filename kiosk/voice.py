"""The voice of a kiosk: its clips, its player, and whether it is heard."""

from collections.abc import Callable
from functools import cached_property

from shared.config import KioskToml
from shared.usecases.context import Context
from shared.voice.book import open_book
from shared.voice.health import SoundHealth
from shared.voice.outlet import sink_of
from shared.voice.player import Player, SoundState
from shared.voice.reading import Reader, read_readings
from shared.voice.sinks import Sink
from shared.voice.speaker import Speaker


class Voice:
    """Speaks until stopped. `on_quiet` is called when nothing is left to say, `on_state` when sound
    is lost or back: both may come on the player's thread.
    """

    def __init__(self, ctx: Context, kiosk_id: str, sink: Sink) -> None:
        self.on_quiet: Callable[[], None] = lambda: None
        self.on_state: Callable[[SoundState], None] = lambda _state: None
        self._health = SoundHealth(ctx.config.run_dir, sound_name(kiosk_id), ctx.clock)
        self._player = Player(sink, self._hear)
        self._folder = ctx.config.folder
        self._started = False

    @cached_property
    def speaker(self) -> Speaker:
        """Who speaks; its clips are listed on first use, which takes 40 ms."""
        book = open_book(self._folder)
        return Speaker(book, Reader(book, read_readings()), self._player, on_quiet=self._quiet)

    def start(self) -> None:
        """Open the loudspeaker, so that its loss is known before somebody needs it."""
        if not self._started:
            self._started = True
            self._player.start()

    def stop(self) -> None:
        """Fall silent for good."""
        self._player.stop()
        self._health.ended()

    def _quiet(self) -> None:
        self.on_quiet()

    def _hear(self, state: SoundState) -> None:
        self._health.hear(state)
        self.on_state(state)


def sound_name(kiosk_id: str) -> str:
    """Return what a kiosk's sound is called in the log and by `hall doctor`."""
    return f"kiosk {kiosk_id}"


def voice_of(ctx: Context, kiosk: KioskToml) -> Voice | None:
    """Return the voice of a kiosk; None where it has no loudspeaker."""
    sink = sink_of(kiosk.speaker)
    return Voice(ctx, kiosk.id, sink) if sink else None
