"""A port's own thread: connect, identify, work; after a failure back off and come back."""

import contextlib
import random
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from time import monotonic

from devices.errors import DeviceError
from devices.port import (
    BackingOff,
    Connecting,
    Identified,
    Identifying,
    Line,
    PortState,
    Stopped,
    Working,
)

BACK_OFF_S = (0.2, 0.5, 1.0, 2.0)
"""Pauses before each further try to open a port that is not there; the last one repeats."""

JITTER = 0.2  # of a pause, so that ports of one unplugged adapter do not come back in lock step
STOP_S = 1.0
NUDGE_S = 0.05  # an interrupt may come just before the wait it is to end: it is repeated
HASTY_S = 0.001  # work that takes less did not wait for anything …
HASTY_ROUNDS = 50  # … which is fine for so many rounds in a row
REST_S = 0.02


def utc_now() -> datetime:
    """Return the moment, with its zone."""
    return datetime.now(UTC)


def _ignore(_state: PortState) -> None:
    pass


class Supervisor:
    """Runs a line on a thread of its own until stopped, and tells every state through `on_state`,
    which is called on that thread and must not block.

    `cut` makes every wait on the wire end for good (StoppableTransport.stop); `jitter` returns a
    number within 0 and 1. What `work` raises beside DeviceError is a bug and ends the thread.
    """

    def __init__(
        self,
        name: str,
        line: Line,
        on_state: Callable[[PortState], None] = _ignore,
        *,
        cut: Callable[[], None] = lambda: None,
        clock: Callable[[], datetime] = utc_now,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self.name = name
        self._line = line
        self._on_state = on_state
        self._cut = cut
        self._clock = clock
        self._jitter = jitter
        self._state: PortState = Connecting(clock())
        self._tries = 0
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    @property
    def state(self) -> PortState:
        """The state now, from any thread."""
        return self._state

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def begin_stop(self) -> None:
        """Tell the thread to stop and return at once."""
        self._stop.set()
        self._cut()
        self._line.interrupt()

    def stop(self, timeout: float = STOP_S) -> bool:
        """Stop; returns whether the thread ended within timeout seconds. Twice is fine.

        Only a connect to a host that does not answer can take longer; it holds no port, and its
        thread ends by itself.
        """
        self.begin_stop()
        deadline = monotonic() + timeout
        while self._thread.is_alive() and monotonic() < deadline:
            self._line.interrupt()
            self._thread.join(NUDGE_S)
        return not self._thread.is_alive()

    def _run(self) -> None:
        bug = ""
        try:
            self._tell(Connecting(self._clock()))
            while not self._stop.is_set():
                error = self._session()
                if error is not None and not self._stop.is_set():
                    self._back_off(error)
        except BaseException as error:
            bug = repr(error)
            raise
        finally:
            self._tell(Stopped(self._clock(), bug))

    def _session(self) -> DeviceError | None:
        """Use the port until it fails or the end is near."""
        try:
            self._line.open()
            identity = ""
            if isinstance(self._line, Identified):
                if isinstance(self._state, Connecting):
                    self._tell(Identifying(self._clock()))
                identity = self._line.identify()
            self._work(identity)
        except DeviceError as error:
            return error
        finally:
            with contextlib.suppress(DeviceError):
                self._line.close()
        return None

    def _work(self, identity: str) -> None:
        hasty = 0
        while not self._stop.is_set():
            begun = monotonic()
            self._line.work()
            if not isinstance(self._state, Working):
                self._tries = 0
                self._tell(Working(self._clock(), identity))
            hasty = hasty + 1 if monotonic() - begun < HASTY_S else 0
            if hasty > HASTY_ROUNDS:
                self._stop.wait(REST_S)

    def _back_off(self, error: DeviceError) -> None:
        pause = BACK_OFF_S[min(self._tries, len(BACK_OFF_S) - 1)]
        pause *= 1 + JITTER * (2 * self._jitter() - 1)
        self._tries += 1
        now = self._clock()
        since = self._state.since if isinstance(self._state, BackingOff) else now
        next_try = now + timedelta(seconds=pause)
        self._tell(BackingOff(since, error.reason, error.hint, next_try, self._tries))
        self._stop.wait(pause)

    def _tell(self, state: PortState) -> None:
        self._state = state
        self._on_state(state)
