"""A port's own thread: open, work, and after a failure come back by itself."""

import random
import threading
from typing import Protocol

from devices.errors import DeviceError
from shared.log import logger

BACK_OFF_S = (0.2, 0.5, 1.0, 2.0)
"""Pauses before each further try to open a port that is not there; the last one repeats."""


class Line(Protocol):
    """What a port worker does with its port."""

    def open(self) -> None:
        """Open the port, or raise DeviceError."""

    def close(self) -> None:
        """Let go of the port; never raises."""

    def work(self) -> None:
        """Do one finite piece of work (at most about a second), or raise DeviceError."""

    def interrupt(self) -> None:
        """From another thread: make `work` return soon."""


class PortWorker:
    """Runs a line on a thread of its own until stopped."""

    def __init__(self, name: str, line: Line) -> None:
        self._name = name
        self._line = line
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Stop within about a second."""
        self._stop.set()
        self._line.interrupt()
        self._thread.join()

    def _run(self) -> None:
        failures = 0
        while not self._stop.is_set():
            try:
                self._line.open()
                if failures == 0:
                    logger.info("%s: connected", self._name)
                while not self._stop.is_set():
                    self._line.work()
                    if failures:
                        logger.info("%s: works again", self._name)
                    failures = 0
            except DeviceError as error:
                if failures == 0:
                    logger.warning("%s (%s)", error, error.hint or "it is tried again")
            finally:
                self._line.close()
            pause = BACK_OFF_S[min(failures, len(BACK_OFF_S) - 1)]
            failures += 1
            # Jitter, so that ports of one unplugged adapter do not come back in lock step.
            self._stop.wait(pause * random.uniform(0.8, 1.2))  # noqa: S311
