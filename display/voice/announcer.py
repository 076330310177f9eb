"""The announcer: committed calls become spoken ones, each once, in order, never two at a time."""

import threading
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo

from display.voice import schedule as plan
from display.voice.schedule import Schedule, Wanted
from display.voice.words import announcement, volume_at
from shared.config import VoiceToml
from shared.domain.events import Fact, TicketCalled, TicketIssued
from shared.log import logger
from shared.voice.book import Book
from shared.voice.pcm import RATE, Pcm, silence
from shared.voice.player import Ended, Player, Turn, Unsaid
from shared.voice.spoken import LANGUAGES, Language

QUIET = "quiet hours"


@dataclass(frozen=True)
class Said:
    """How a call ended; `started` is when it was to begin, `ended` tells whether it was heard."""

    number: str
    window: int
    started: float
    ended: Ended


class Announcer:
    """Speaks the calls among the facts it is given. Any thread may bring facts.

    `languages` are the languages of tickets issued before; `tell` hears of every call that was
    spoken, or was not and why.
    """

    def __init__(
        self,
        book: Book,
        rules: VoiceToml,
        player: Player,
        zone: tzinfo,
        languages: Mapping[str, Language] | None = None,
        tell: Callable[[Said], None] = lambda _said: None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._book = book
        self._rules = rules
        self._player = player
        self._zone = zone
        self._languages: dict[str, Language] = dict(languages or {})
        self._tell = tell
        self._clock = clock
        self._lock = threading.RLock()
        self._schedule = Schedule()
        self._playing = False

    def follow(self, facts: Iterable[Fact]) -> None:
        """Take facts in, in commit order."""
        with self._lock:
            for fact in facts:
                match fact.event:
                    case TicketIssued(number=number, language=language):
                        self._learn(number, language)
                    case TicketCalled(number=number, window=window):
                        self._hear(Wanted(fact.id, number, window, fact.at.timestamp()))
                    case _:
                        pass
            self._plan()

    def _learn(self, number: str, language: str) -> None:
        self._languages.pop(number, None)  # the number of another day
        for known in LANGUAGES:
            if known == language:
                self._languages[number] = known

    def _hear(self, call: Wanted) -> None:
        now = self._clock()
        if now - call.known_at > self._rules.late_s:
            self._end(call, call.due, Unsaid("it was heard of too late"))
            return
        self._schedule = plan.heard(self._schedule, call, now)

    def _plan(self) -> None:
        """Give the player the first call, unless it has one."""
        start = plan.next_start(self._schedule)
        if start is None or self._playing:
            return
        self._playing = True
        until = start + self._rules.late_s
        speech = _Speech(self, start)
        self._player.put(Turn(speech.prepare, start, until, speech.ended))

    def take(self) -> tuple[Wanted, int]:
        """Take the first call out of the plan, with the number of others that are due too."""
        with self._lock:
            call, others, self._schedule = plan.take(self._schedule)
            return call, others

    def render(self, call: Wanted, others: int, start: float) -> Pcm:
        """Return the sound of a call that begins at `start`; none in quiet hours."""
        with self._lock:
            volume = volume_at(self._rules, datetime.fromtimestamp(start, self._zone).time())
            if volume == 0:
                return silence(0)
            self._player.volume = volume
            own = self._languages.get(call.number)
            pieces = announcement(self._rules, call.number, call.window, own, others)
            pcm = self._book.render(pieces)
            self._schedule = plan.spoken(self._schedule, start, len(pcm) / RATE)
            return pcm

    def finish(self, call: Wanted, start: float, ended: Ended) -> None:
        """Hear how a call ended, and plan the next one."""
        with self._lock:
            self._playing = False
            self._end(call, start, ended)
            self._plan()

    def _end(self, call: Wanted, start: float, ended: Ended) -> None:
        match ended:
            case Unsaid(reason) if reason != QUIET:
                logger.warning("%s was not called by voice: %s", call.number, reason)
            case _:
                pass
        self._tell(Said(call.number, call.window, start, ended))


class _Speech:
    """One call on its way through the player."""

    def __init__(self, announcer: Announcer, start: float) -> None:
        self._announcer = announcer
        self._start = start
        self._call: Wanted | None = None
        self._quiet = False

    def prepare(self) -> Pcm:
        self._call, others = self._announcer.take()
        pcm = self._announcer.render(self._call, others, self._start)
        self._quiet = not pcm
        return pcm

    def ended(self, ended: Ended) -> None:
        if self._call is None:  # it was too late before it was made ready
            self._call, _ = self._announcer.take()
        self._announcer.finish(self._call, self._start, Unsaid(QUIET) if self._quiet else ended)
