"""The guard: starts a window's process, listens to its pulse, and starts it again."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from time import monotonic

from shared.guard.notify import ALIVE, READY, STOPPING, tell_systemd
from shared.guard.pulse import BEAT_S, VARIABLE, Ear
from shared.log import logger

EXIT_AGAIN = 75
"""A window that ends with this code wants to be opened again (EX_TEMPFAIL of sysexits.h)."""

EXIT_BAD_INPUT = 2
STOP_S = 8.0


@dataclass(frozen=True)
class Limits:
    """Seconds: until the first beat, without a beat, pauses before further starts (the last
    repeats), and how long a window must have lived for the pauses to begin anew.
    """

    opening_s: float = 60.0
    silence_s: float = 8.0
    pauses_s: tuple[float, ...] = (0.0, 1.0, 2.0, 5.0, 10.0)
    steady_s: float = 60.0


class Guard:
    """Keeps one command running. `stop` may be called from a signal handler or another thread."""

    def __init__(self, command: Sequence[str], limits: Limits | None = None) -> None:
        self._command = list(command)
        self._limits = limits or Limits()
        self._stop = threading.Event()
        self.starts = 0

    def stop(self) -> None:
        """End the window and the guard."""
        self._stop.set()

    def run(self) -> int:
        """Guard until the window ends by itself; returns the exit code.

        0 and 2 (bad input: starting again would not help) end the guard, 75 means “open me
        again”, everything else is a crash.
        """
        falls = 0
        while True:
            began = monotonic()
            code = self._live_once()
            if self._stop.is_set() or code in (0, EXIT_BAD_INPUT):
                tell_systemd(STOPPING)
                return 0 if self._stop.is_set() else code
            falls = 1 if monotonic() - began > self._limits.steady_s else falls + 1
            if code != EXIT_AGAIN:
                logger.error("%s ended with %s; it is opened again", self._command[-1], code)
            self._stop.wait(self._limits.pauses_s[min(falls, len(self._limits.pauses_s)) - 1])

    def _live_once(self) -> int:
        ear = Ear()
        self.starts += 1
        process = subprocess.Popen(self._command, env={**os.environ, VARIABLE: ear.address})
        try:
            return self._watch(process, ear)
        finally:
            ear.close()
            _end(process)

    def _watch(self, process: subprocess.Popen[bytes], ear: Ear) -> int:
        """Return the exit code; a process that is silent too long is killed."""
        heard_at, patience, ready = monotonic(), self._limits.opening_s, False
        while not self._stop.is_set():
            if ear.heard(BEAT_S / 2):
                heard_at, patience = monotonic(), self._limits.silence_s
                tell_systemd(ALIVE if ready else READY)
                ready = True
            code = process.poll()
            if code is not None:
                return code
            if monotonic() - heard_at > patience:
                logger.error("no sign of life for %.0f s: it hangs and is ended", patience)
                process.kill()
                return process.wait()
        return 0


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is not None:
        return
    process.terminate()
    try:
        process.wait(STOP_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def guard_command(command: Sequence[str]) -> int:
    """Guard `hall COMMAND…` in a process of its own until that ends or this one is told to."""
    guard = Guard([sys.executable, "-m", "shared.cli", *command])
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: guard.stop())
    return guard.run()
