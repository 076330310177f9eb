"""The announcer: committed calls become spoken ones, each once, in order, never two at a time."""

import threading
import time
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo

from display.voice import schedule as plan
from display.voice.leaving import LOUD, Leaving
from display.voice.schedule import Schedule, Wanted
from display.voice.staff_calls import StaffCalls
from display.voice.words import announcement, leaving, summoned, volume_at
from shared.config import VoiceToml
from shared.domain.events import (
    EvacuationBegan,
    EvacuationEnded,
    Fact,
    TicketCalled,
    TicketIssued,
)
from shared.log import logger
from shared.voice.book import Book
from shared.voice.pcm import RATE, Pcm, silence
from shared.voice.player import Ended, Player, Turn, Unsaid
from shared.voice.reading import Reader, read_readings
from shared.voice.spoken import LANGUAGES, Language

QUIET = "quiet hours"
EVACUATED = "the hall is being evacuated"


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
        staff: Collection[str] = ("helper", "complaint"),
    ) -> None:
        self._book = book
        self._rules = rules
        self._player = player
        self._zone = zone
        self._languages: dict[str, Language] = dict(languages or {})
        self._tell = tell
        self._clock = clock
        self._staff = StaffCalls(staff)
        self._lock = threading.RLock()
        self._schedule = Schedule()
        self._playing = False
        self._leaving: Leaving | None = None

    def follow(self, facts: Iterable[Fact]) -> None:
        """Take facts in, in commit order."""
        with self._lock:
            for fact in facts:
                match fact.event:
                    case TicketIssued(number=number, language=language):
                        self._learn(number, language)
                    case EvacuationBegan(text=text, text_en=text_en):
                        self.leave(text, text_en, fact.at.timestamp())
                    case EvacuationEnded():
                        self._leaving = None
                        self._player.clear()
                    case TicketCalled(number=number, window=window):
                        self._hear(Wanted(fact.id, number, window, fact.at.timestamp()))
                    case _:
                        if (call := self._staff.wanted(fact)) is not None:
                            self._hear(call)
            self._plan()

    def leave(self, text: str, text_en: str, since: float) -> None:
        """Have everybody leave, instead of whatever is being said, until it ends."""
        with self._lock:
            pcm = self._book.render(leaving(self._reader(), text, text_en))
            self._leaving = Leaving(pcm, since)
            self._player.clear()
            for call in self._schedule.waiting:
                self._end(call, call.due, Unsaid(EVACUATED))
            self._schedule = Schedule()
            self._plan()

    def _reader(self) -> Reader:
        return Reader(self._book, read_readings())

    def _learn(self, number: str, language: str) -> None:
        self._languages.pop(number, None)  # the number of another day
        for known in LANGUAGES:
            if known == language:
                self._languages[number] = known

    def _hear(self, call: Wanted) -> None:
        now = self._clock()
        if self._leaving is not None:
            self._end(call, call.due, Unsaid(EVACUATED))
            return
        if now - call.known_at > self._rules.late_s:
            self._end(call, call.due, Unsaid("it was heard of too late"))
            return
        self._schedule = plan.heard(self._schedule, call, now)

    def _plan(self) -> None:
        """Give the player the first call, unless it has one."""
        if self._leaving is not None:
            if not self._playing:
                self._say_leaving(self._leaving)
            return
        start = plan.next_start(self._schedule)
        if start is None or self._playing:
            return
        self._playing = True
        until = start + self._rules.late_s
        speech = _Speech(self, start)
        self._player.put(Turn(speech.prepare, start, until, speech.ended))

    def _say_leaving(self, said: Leaving) -> None:
        self._playing = True
        start = said.next_start(self._clock())

        def prepare() -> Pcm:
            self._player.volume = LOUD
            return said.pcm

        def ended(_ended: Ended) -> None:
            with self._lock:
                self._playing = False
                self._plan()

        self._player.put(Turn(prepare, start, start + said.period, ended))

    def take(self) -> tuple[Wanted, int] | None:
        """Take the first call out of the plan, with the number of others that are due too; None
        when an evacuation has emptied it.
        """
        with self._lock:
            if not self._schedule.waiting:
                return None
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
            if call.who:
                pieces = summoned(self._rules, call.who, call.window)
            else:
                pieces = announcement(self._rules, call.number, call.window, own, others)
            pcm = self._book.render(pieces)
            self._schedule = plan.spoken(self._schedule, start, len(pcm) / RATE)
            return pcm

    def finish(self, call: Wanted | None, start: float, ended: Ended) -> None:
        """Hear how a call ended, and plan the next one."""
        with self._lock:
            self._playing = False
            if call is not None:
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
        taken = self._announcer.take()
        if taken is None:
            return silence(0)
        self._call, others = taken
        pcm = self._announcer.render(self._call, others, self._start)
        self._quiet = not pcm
        return pcm

    def ended(self, ended: Ended) -> None:
        if self._call is None:  # it was too late before it was made ready, or taken back
            taken = self._announcer.take()
            self._call = taken[0] if taken else None
        self._announcer.finish(self._call, self._start, Unsaid(QUIET) if self._quiet else ended)
