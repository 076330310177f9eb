"""Whose turn it is on a line of LED boards: pure, no thread, no wire, no clock of its own."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

TRIES = 3
"""A board that left so many questions unanswered in a row is silent."""

BACK_OFF_S = (0.0, 0.2, 1.0, 2.0, 5.0, 10.0, 20.0, 30.0)
"""Pause after each further failure of a board; the last one repeats."""

RUN = 8
"""So many turns of living boards, then one for the others: nobody starves."""

PING_S = 30.0
"""A board that was not heard for so long is asked whether it is there."""

REFRESH_S = 300.0
"""A text is sent again after so long: a board that lost power between two pings shows nothing."""


@dataclass(frozen=True)
class Show:
    """Bring a board its text; `version` tells later whether it is still the wanted one."""

    window: int
    text: str
    urgent: bool
    version: int


@dataclass(frozen=True)
class Dim:
    """Set a board's brightness, 0–100 %."""

    window: int
    percent: int


@dataclass(frozen=True)
class SetClock:
    """Set a board's clock, once a day."""

    window: int
    today: date


@dataclass(frozen=True)
class Ping:
    """Ask a board whether it is there."""

    window: int


Job: TypeAlias = Show | Dim | SetClock | Ping


@dataclass
class _Board:
    window: int
    text: str | None = None
    urgent: bool = False
    version: int = 0
    shown: int = -1
    shown_at: float = 0.0
    heard_at: float | None = None
    failures: int = 0
    refusals: int = 0
    due: float = 0.0
    turn: int = 0
    percent: int | None = None
    clock: date | None = None

    @property
    def silent(self) -> bool:
        # Who has never answered is given one chance among the living, not three.
        return self.failures >= (1 if self.heard_at is None else TRIES)


@dataclass
class Schedule:
    """A call goes before idle texts, the newest text wins, equals take turns, and boards that
    are silent, with brightness, clock and pings, get one turn in RUN + 1 at least.
    """

    windows: Iterable[int]
    _boards: dict[int, _Board] = field(init=False)
    _turn: int = field(init=False, default=0)
    _run: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        self._boards = {window: _Board(window) for window in self.windows}

    def want(self, window: int, text: str, *, urgent: bool, again: bool) -> bool:
        """Want a text on a board; says whether that is news."""
        board = self._boards[window]
        if text == board.text and not again:
            return False
        board.text, board.urgent, board.due = text, urgent, 0.0
        board.version += 1
        return True

    def forget(self) -> None:
        """Know no longer what any board shows."""
        for board in self._boards.values():
            board.shown, board.percent, board.clock = -1, None, None
            board.failures, board.refusals, board.heard_at = 0, 0, None
            board.due = 0.0

    def next(self, now: float, percent: int | None, today: date) -> Job | None:
        """Return whose turn it is, and count it; None when nothing is due."""
        jobs = [
            (self._rank(board, job), board.turn, job)
            for board in self._boards.values()
            if board.due <= now and (job := self._job(board, now, percent, today)) is not None
        ]
        first = [job for job in jobs if job[0] < 2]
        others = [job for job in jobs if job[0] == 2]
        if not jobs:
            return None
        pool = others if others and (not first or self._run >= RUN) else first
        rank, _, job = min(pool, key=lambda one: one[:2])
        self._run = self._run + 1 if rank < 2 else 0
        self._turn += 1
        self._boards[job.window].turn = self._turn
        return job

    def next_at(self, now: float) -> float:
        """Return when something that is not due now may be (seconds of the same clock)."""
        times = [PING_S + now]
        for board in self._boards.values():
            heard_at = now if board.heard_at is None else board.heard_at
            times.append(board.due if board.due > now else heard_at + PING_S)
        return max(now, min(times))

    def answered(self, job: Job, now: float) -> bool:
        """A board did its job; says whether it had been silent."""
        board = self._boards[job.window]
        was_silent = board.failures >= TRIES
        board.failures = board.refusals = 0
        board.heard_at, board.due = now, 0.0
        self._done(board, job, now)
        return was_silent

    def refused(self, job: Job, now: float) -> bool:
        """A board is there, but would not; says whether that is new."""
        board = self._boards[job.window]
        board.failures, board.heard_at = 0, now
        if not isinstance(job, Show):
            self._done(board, job, now)  # what a board cannot do it need not be told again
            return True
        board.refusals += 1
        board.due = now + BACK_OFF_S[min(board.refusals + 1, len(BACK_OFF_S) - 1)]
        return board.refusals == 1

    def unanswered(self, job: Job, now: float) -> bool:
        """A board said nothing; says whether it counts as silent from now on."""
        board = self._boards[job.window]
        board.failures += 1
        board.due = now + BACK_OFF_S[min(board.failures - 1, len(BACK_OFF_S) - 1)]
        # It may have lost its power, and with it all that it was told.
        board.shown, board.percent, board.clock = -1, None, None
        return board.failures == TRIES

    @staticmethod
    def _done(board: _Board, job: Job, now: float) -> None:
        match job:
            case Show(version=version):
                board.shown, board.shown_at = version, now
            case Dim(percent=percent):
                board.percent = percent
            case SetClock(today=today):
                board.clock = today
            case Ping():
                pass

    @staticmethod
    def _job(board: _Board, now: float, percent: int | None, today: date) -> Job | None:
        if board.text is None:
            return None
        if board.shown != board.version or now - board.shown_at >= REFRESH_S:
            return Show(board.window, board.text, board.urgent, board.version)
        if percent is not None and board.percent != percent:
            return Dim(board.window, percent)
        if board.clock != today:
            return SetClock(board.window, today)
        if board.heard_at is None or now - board.heard_at >= PING_S:
            return Ping(board.window)
        return None

    @staticmethod
    def _rank(board: _Board, job: Job) -> int:
        if board.silent or not isinstance(job, Show) or board.shown == board.version:
            return 2
        return 0 if job.urgent else 1
