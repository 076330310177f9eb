"""A chore: work done again and again on a thread of its own, in the process that runs all day."""

import threading
from abc import ABC, abstractmethod

from shared.domain.errors import HallError
from shared.log import logger


class Chore(ABC):
    """Does its work every `every_s` seconds until stopped; a database that is lost is asked again.

    `name` stands in the log; `stop_s` is how long stopping waits for what is in hand.
    """

    def __init__(self, name: str, every_s: float, stop_s: float) -> None:
        self._name = name
        self._every_s = every_s
        self._stop_s = stop_s
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    @abstractmethod
    def work(self) -> None:
        """Do what is due now, or raise HallError; then it is tried again."""

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Stop after what is in hand; a database that does not answer is not waited for long."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(self._stop_s)

    def stopping(self) -> bool:
        """Whether it was told to stop: long work looks now and then."""
        return self._stop.is_set()

    def _run(self) -> None:
        told = ""
        while not self.stopping():
            try:
                self.work()
                told = ""
            except HallError as error:
                if error.message != told:
                    logger.error("%s waits: %s", self._name, error.message)
                told = error.message
            self._stop.wait(self._every_s)
