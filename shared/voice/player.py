"""Plays one sound after the other on a thread of its own; callers never wait, nothing overlaps."""

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from shared.domain.errors import HallError
from shared.log import logger
from shared.voice.pcm import Pcm
from shared.voice.sinks import Sink, SoundLost

BACK_OFF_S = (0.5, 1.0, 2.0, 5.0)
"""Pauses before each further try to open a lost device; the last one repeats."""

AHEAD_S = 0.3
"""How long before its moment a sound is made ready."""

_CHECK_S = 1.0


@dataclass(frozen=True)
class Sounded:
    """It was played to its end."""


@dataclass(frozen=True)
class Unsaid:
    """Nobody heard it, or not all of it."""

    reason: str


@dataclass(frozen=True)
class Stopped:
    """It was taken back."""


Ended = Sounded | Unsaid | Stopped


@dataclass(frozen=True)
class Working:
    """What is played can be heard."""


@dataclass(frozen=True)
class Silent:
    """No sound comes out, for this reason."""

    reason: str


SoundState = Working | Silent


@dataclass
class Turn:
    """Something to play. `prepare` makes the samples shortly before `at` (seconds since 1970);
    from `until` on it is too late. `ended` is called once, on the player's thread.
    """

    prepare: Callable[[], Pcm]
    at: float
    until: float
    ended: Callable[[Ended], None]
    pcm: Pcm | None = field(default=None, init=False)


class Player:
    """Plays turns in order. `on_state` hears when sound is lost and when it is back."""

    def __init__(
        self,
        sink: Sink,
        on_state: Callable[[SoundState], None] = lambda _state: None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._sink = sink
        self._on_state = on_state
        self._clock = clock
        self._turns: deque[Turn] = deque()
        self._changed = threading.Condition()
        self._stop = False
        self._take_back = threading.Event()
        self._state: SoundState | None = None
        self._open = False
        self._failures = 0
        self._thread = threading.Thread(target=self._run, name="voice", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Fall silent and let go of the device."""
        with self._changed:
            self._stop = True
            self._take_back.set()
            self._changed.notify_all()
        if self._thread.is_alive():
            self._thread.join()

    def put(self, turn: Turn) -> None:
        """Play this after all that was put before."""
        with self._changed:
            self._turns.append(turn)
            self._changed.notify_all()

    def clear(self) -> None:
        """Take back everything, what sounds now included."""
        with self._changed:
            dropped = list(self._turns)
            self._turns.clear()
            self._take_back.set()
            self._changed.notify_all()
        for turn in dropped:
            turn.ended(Stopped())

    @property
    def volume(self) -> int:
        """How loud, 0 to 100; may be set while something sounds."""
        return self._sink.volume

    @volume.setter
    def volume(self, percent: int) -> None:
        self._sink.volume = max(0, min(100, percent))

    def _run(self) -> None:
        while not self._stop:
            try:
                self._ready()
                self._step()
            except SoundLost as error:
                self._lost(str(error))
        self._sink.close()
        self.clear()

    def _ready(self) -> None:
        if not self._open:
            self._sink.open()
            self._open = True
        self._sink.check()
        self._failures = 0
        self._tell(Working())

    def _step(self) -> None:
        """Play the first turn if its time has come, else wait for a change."""
        with self._changed:
            turn = self._turns[0] if self._turns else None
            wait = _CHECK_S if turn is None else turn.at - AHEAD_S - self._clock()
            if turn is None or wait > 0:
                self._changed.wait(min(wait, _CHECK_S))
                return
            self._turns.popleft()
            self._take_back.clear()
        try:
            ended = self._played(turn)
        except SoundLost:
            with self._changed:
                if not self._take_back.is_set():
                    self._turns.appendleft(turn)  # in time again, it may still be said
            if self._take_back.is_set():
                turn.ended(Stopped())
            raise
        turn.ended(ended)

    def _played(self, turn: Turn) -> Ended:
        if self._clock() > turn.until:
            return Unsaid("its time was over")
        try:
            turn.pcm = turn.prepare() if turn.pcm is None else turn.pcm
        except HallError as error:
            logger.error("something could not be said: %s (%s)", error.message, error.hint)
            return Unsaid(error.message)
        self._sink.sound(turn.pcm, turn.at, self._take_back)
        return Stopped() if self._take_back.is_set() else Sounded()

    def _lost(self, reason: str) -> None:
        self._sink.close()
        self._open = False
        self._tell(Silent(reason))
        self._give_up_late()
        pause = BACK_OFF_S[min(self._failures, len(BACK_OFF_S) - 1)]
        self._failures += 1
        deadline = time.monotonic() + pause
        with self._changed:
            while not self._stop and (left := deadline - time.monotonic()) > 0:
                self._changed.wait(left)

    def _give_up_late(self) -> None:
        with self._changed:
            now = self._clock()
            late = [turn for turn in self._turns if now > turn.until]
            self._turns = deque(turn for turn in self._turns if now <= turn.until)
        for turn in late:
            turn.ended(Unsaid("there was no sound"))

    def _tell(self, state: SoundState) -> None:
        if state != self._state and not (
            isinstance(state, Silent) and isinstance(self._state, Silent)
        ):
            self._state = state
            self._on_state(state)
