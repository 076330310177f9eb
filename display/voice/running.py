"""A board's voice as it runs: clips, player, announcer, and a feed of its own beside the window."""

from display.voice.announcer import Announcer
from shared.config import BoardToml
from shared.feed import Feed
from shared.usecases.context import Context
from shared.usecases.queries import chosen_languages, snapshot
from shared.voice.book import open_book
from shared.voice.health import SoundHealth
from shared.voice.outlet import sink_of
from shared.voice.player import Player
from shared.voice.sinks import Sink
from shared.voice.spoken import named


class RunningVoice:
    """Speaks the calls that are made from now on, until stopped. The window never waits for it."""

    def __init__(self, ctx: Context, board: BoardToml, sink: Sink) -> None:
        self._health = SoundHealth(ctx.config.run_dir, f"board {board.id}", ctx.clock)
        self._player = Player(sink, self._health.hear)
        start = snapshot(ctx, 0)
        zone = ctx.clock().tzinfo
        assert zone is not None
        chosen = {number: named(language) for number, language in chosen_languages(ctx).items()}
        self.announcer = Announcer(
            open_book(ctx.config.folder),
            ctx.config.voice,
            self._player,
            zone,
            chosen,
            staff=ctx.config.duty.speak,
        )
        if (begun := start.evacuation) is not None:
            self.announcer.leave(begun.text, begun.text_en, begun.began_at.timestamp())
        self._feed = Feed(ctx.database, start.fact_id, self.announcer.follow)

    def start(self) -> None:
        """Begin to speak."""
        self._player.start()
        self._feed.start()

    def stop(self) -> None:
        """Fall silent."""
        self._feed.stop()
        self._player.stop()
        self._health.ended()


def voice_of(ctx: Context, board: BoardToml) -> RunningVoice | None:
    """Return the voice of a board; None where the hall or the board wants none."""
    sink = sink_of(board.speaker) if ctx.config.voice.on else None
    return RunningVoice(ctx, board, sink) if sink else None
