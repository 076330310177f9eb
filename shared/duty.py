"""The duty thread: what the hall does by itself, in the process that runs all day."""

import threading

from shared.domain.errors import HallError
from shared.log import logger
from shared.usecases.chase import chase
from shared.usecases.context import Context
from shared.usecases.day import ensure_day
from shared.usecases.helpers import escalate

EVERY_S = 1.0
"""How late an alert may escalate, a recall be made or a new day begin."""

STOP_S = 5.0


class Duty:
    """Begins the business day, escalates alerts and chases who does not come, until stopped."""

    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="duty", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Stop, after what is in hand; a database that does not answer is not waited for long."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(STOP_S)

    def _run(self) -> None:
        told = ""
        while not self._stop.is_set():
            try:
                for work in (ensure_day, self._escalate, chase):
                    work(self._ctx)
                told = ""
            except HallError as error:
                if error.message != told:
                    logger.error("the hall's duties wait: %s", error.message)
                told = error.message
            self._stop.wait(EVERY_S)

    def _escalate(self, ctx: Context) -> None:
        while (late := escalate(ctx)) is not None:
            logger.warning("nobody came to %s: the duty manager is asked", late.number)
