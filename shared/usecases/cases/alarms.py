"""Due times that nag: every alarm rings once, however late the program comes to it."""

from shared.domain.events import CaseAlarmed, Event
from shared.domain.register.alarms import OVERDUE
from shared.domain.register.case import current
from shared.storage import case_clocks, cases
from shared.storage.case_clocks import CaseAlarm
from shared.usecases.cases.open_case import propose
from shared.usecases.cases.reading import read_log
from shared.usecases.context import Context
from shared.usecases.unit import Unit, unit


def raise_alarm(ctx: Context) -> CaseAlarm | None:
    """Let one alarm ring that is due; None when there is none."""
    with ctx.database.read() as tx:
        if not case_clocks.is_due(tx, ctx.clock()):
            return None
    with unit(ctx) as work:
        found = case_clocks.hold_due(work.tx, work.now)
        if found is None:
            return None
        case_clocks.raised(work.tx, found, work.now)
        planned = found.alarm
        more = _proposed(work, found)
        work.tell(
            CaseAlarmed(
                found.code, planned.deadline, planned.name, planned.at.isoformat(), planned.to
            )
        )
        for event in more:
            work.tell(event)
    return found


def _proposed(work: Unit, alarm: CaseAlarm) -> list[Event]:
    register = work.ctx.registers.known.get(alarm.register)
    rule = register.deadlines.get(alarm.alarm.deadline) if register else None
    if rule is None or alarm.alarm.name != OVERDUE:
        return []
    log = read_log(work.ctx, alarm.code, cases.log(work.tx, alarm.case))
    return propose(work, alarm.code, rule.proposes, current(log.entries))[1]
