"""The sealer: seals new facts every few seconds in the process that runs all day."""

import threading

from shared.domain.errors import HallError
from shared.log import logger
from shared.usecases.audit import seal_batch
from shared.usecases.context import Context

EVERY_S = 5.0
"""For how long at most a fact stays unsealed while the hall is at work."""

STOP_S = 0.15
"""How long to wait for a seal in hand; it is written whole or not at all."""


class Sealer:
    """Seals on a thread of its own until it is stopped; a lost database is asked again."""

    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="sealer", daemon=True)

    def start(self) -> None:
        """Begin to seal."""
        self._thread.start()

    def stop(self) -> None:
        """Stop; a database that does not answer is not waited for."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(STOP_S)

    def _run(self) -> None:
        told = ""
        while not self._stop.is_set():
            try:
                seal_batch(self._ctx, stop=self._stop.is_set)
                told = ""
            except HallError as error:
                if error.message != told:
                    logger.error("sealing waits: %s", error.message)
                told = error.message
            self._stop.wait(EVERY_S)
