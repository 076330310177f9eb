"""Presses of the evaluation pads: each stored once, also when the database is away for a while."""

from collections import deque
from datetime import datetime

from display.windows.pads import PadKeyPressed
from shared.domain.errors import Unavailable
from shared.log import logger
from shared.usecases.context import Context
from shared.usecases.rate import NotRated, Rated, press_pad

MOST = 1000
"""How many presses are kept; a hall's pads hear fewer in a day without a database."""


class PadPresses:
    """For one thread. A pad that repeats its press until it is told does so; the presses of the
    others are kept here with their moment, in order, and are lost with the process.
    """

    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx
        self._kept: deque[tuple[PadKeyPressed, datetime]] = deque()

    def __len__(self) -> int:
        """How many presses wait for the database."""
        return len(self._kept)

    def take(self, press: PadKeyPressed, at: datetime) -> None:
        """Store a press of the moment `at`, or keep it."""
        if press.settle is not None:
            press.settle(self._try(press) is not None)
        elif self._kept or self._try(press) is None:
            self._keep(press, at)

    def store(self) -> None:
        """Store what was kept, as far as the database takes it."""
        while self._kept:
            press, at = self._kept[0]
            if self._try(press, at) is None:
                return
            self._kept.popleft()

    def _try(self, press: PadKeyPressed, at: datetime | None = None) -> Rated | NotRated | None:
        """Store a press; None when the database is away."""
        try:
            result = press_pad(self._ctx, press.window, press.code, press.service, at)
        except Unavailable as error:
            logger.error("window %s: pad %s waits: %s", press.window, press.code, error.message)
            return None
        logger.info("window %s: pad %s: %s", press.window, press.code, result)
        return result

    def _keep(self, press: PadKeyPressed, at: datetime) -> None:
        if len(self._kept) < MOST:
            self._kept.append((press, at))
        else:
            logger.error("window %s: pad %s is lost: too many wait", press.window, press.code)
