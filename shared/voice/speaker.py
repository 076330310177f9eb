"""The voice of a screen: it says what the screen shows and what is focused, and falls silent."""

import math
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from shared.log import logger
from shared.voice.book import Book
from shared.voice.player import Ended, Player, Turn
from shared.voice.reading import Reader
from shared.voice.spoken import Language

LATE_S = 5.0
"""A word about what was touched that long ago would only confuse."""

USUAL_VOLUME = 60


@dataclass(frozen=True)
class Spoken:
    """One thing said, for a transcript."""

    text: str
    language: Language


@dataclass
class Speaker:
    """Says texts at once and never keeps its caller waiting. Any thread may call.

    `transcript` hears every text that is said; `on_quiet` is called when the last one has ended,
    on the player's thread: a screen counts its idle time from there.
    """

    book: Book
    reader: Reader
    player: Player
    transcript: Callable[[Spoken], None] = lambda _spoken: None
    on_quiet: Callable[[], None] = lambda: None
    clock: Callable[[], float] = time.time
    late_s: float = LATE_S
    _open: int = field(default=0, init=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False)

    def __post_init__(self) -> None:
        self.player.volume = USUAL_VOLUME

    def say(self, text: str, language: Language) -> None:
        """Say this now instead of whatever is being said."""
        self.player.clear()
        self.add(text, language)

    def add(self, text: str, language: Language) -> None:
        """Say this after what is being said."""
        pieces = self.reader.pieces(text, language)
        if left_out := self.reader.left_out(text):
            # The characters alone: what stands around them may be a visitor's.
            logger.warning("the voice has no sound for %s", " ".join(sorted(left_out)))
        if not pieces:
            return
        self.transcript(Spoken(text, language))
        with self._lock:
            self._open += 1
            waits = self._open > 1
        now = self.clock()
        # What is added waits for what is being said, however long that takes.
        until = math.inf if waits else now + self.late_s
        self.player.put(Turn(lambda: self.book.render(pieces), now, until, self._ended))

    def stop(self) -> None:
        """Fall silent within a few milliseconds."""
        self.player.clear()

    @property
    def speaking(self) -> bool:
        """Whether something is being said, or is about to be."""
        with self._lock:
            return self._open > 0

    @property
    def volume(self) -> int:
        """How loud, 0 to 100."""
        return self.player.volume

    @volume.setter
    def volume(self, percent: int) -> None:
        self.player.volume = percent

    def reset(self) -> None:
        """Forget the visitor: silence, and the usual volume."""
        self.stop()
        self.player.volume = USUAL_VOLUME

    def _ended(self, _ended: Ended) -> None:
        with self._lock:
            self._open -= 1
            quiet = self._open == 0
        if quiet:
            self.on_quiet()
