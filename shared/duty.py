"""The duty thread: what the hall does by itself."""

from shared.chore import Chore
from shared.log import logger
from shared.usecases.cases.alarms import raise_alarm
from shared.usecases.cases.keeping import forget_old, open_daily
from shared.usecases.chase import chase
from shared.usecases.context import Context
from shared.usecases.day import ensure_day
from shared.usecases.duty import escalate_alarm
from shared.usecases.helpers import escalate
from shared.usecases.posts import ring_empty

EVERY_S = 1.0
"""How late an alert may escalate, a recall be made or a new day begin."""

STOP_S = 5.0


class Duty(Chore):
    """Begins the business day, escalates alerts, chases who does not come, nags about cases."""

    def __init__(self, ctx: Context) -> None:
        super().__init__("the hall's duty", EVERY_S, STOP_S)
        self._ctx = ctx

    def work(self) -> None:
        """Do all that is due."""
        ensure_day(self._ctx)
        while (late := escalate(self._ctx)) is not None:
            logger.warning("nobody came to %s: the duty manager is asked", late.number)
        chase(self._ctx)
        open_daily(self._ctx)
        while (rung := raise_alarm(self._ctx)) is not None:
            logger.warning("case %s: %s is %s", rung.code, rung.alarm.deadline, rung.alarm.name)
        while (unanswered := escalate_alarm(self._ctx)) is not None:
            logger.warning("nobody has answered %s: the duty manager is asked", unanswered.id)
        forget_old(self._ctx)
        while (empty := ring_empty(self._ctx)) is not None:
            logger.warning("window %s is empty: nobody has signed in again", empty.window)
