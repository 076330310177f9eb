"""Personal fields are forgotten in time; daily cases are opened by themselves."""

from shared.domain.events import CaseForgotten
from shared.domain.register.declaration import Register, Role
from shared.domain.workdays import DayKind
from shared.storage import calendar, cases
from shared.usecases.cases.open_case import SYSTEM, open_within
from shared.usecases.context import Context
from shared.usecases.unit import hall_unit, unit


def forget_old(ctx: Context) -> list[str]:
    """Delete the personal fields of cases whose time is over; returns those cases."""
    today = ctx.clock().date()
    with ctx.database.read() as tx:
        if not cases.to_forget(tx, today, limit=1, hold=False):
            return []
    with unit(ctx) as work:
        old = cases.to_forget(work.tx, today)
        for case in old:
            cases.forget(work.tx, case.id)
        for case in old:
            work.tell(CaseForgotten(case.code))
    return [case.code for case in old]


def open_daily(ctx: Context) -> list[str]:
    """Open the cases that registers open by themselves on a working day; returns their numbers.

    On a day the calendar does not know they are opened too: looking once too often harms nobody.
    """
    now = ctx.clock()
    due = [r for r in ctx.registers.known.values() if r.daily is not None and r.daily <= now.time()]
    with ctx.database.read() as tx:
        day = ctx.today(tx)
        missing = [one for one in due if not cases.opened_on(tx, one.code, day)]
        if not missing or calendar.kind_of(tx, day) in (DayKind.REST, DayKind.HOLIDAY):
            return []
    return [code for register in missing for code in _open(ctx, register)]


def _open(ctx: Context, register: Register) -> list[str]:
    with hall_unit(ctx) as work:
        if cases.opened_on(work.tx, register.code, work.day):
            return []
        opened, events = open_within(work, register, {}, SYSTEM, Role.SYSTEM, SYSTEM)
        for event in events:
            work.tell(event)
    return [opened.code]
