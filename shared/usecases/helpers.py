"""Helpers (帮办员): asked for with every green ticket and every request for help, taken, met;
escalated when nobody comes.
"""

from datetime import timedelta

from shared.domain.errors import BadInput, Refused
from shared.domain.events import HelperAsked, HelperEscalated, HelperMet, HelperTaken
from shared.storage import alerts, cases
from shared.storage.alerts import Alert
from shared.usecases.context import Context
from shared.usecases.permitted import permitted
from shared.usecases.unit import Unit, unit


def ask_helper(work: Unit, ticket: int, number: str, queue: str) -> int:
    """Raise the alert of a green ticket that waits in `queue`, within its transaction; returns the
    alert's id. The helper is sent to the first window of the queue.
    """
    due = work.now + timedelta(seconds=work.ctx.config.helper_s)
    alert = alerts.add(work.tx, ticket, work.now, due)
    windows = work.hall.windows_for(queue)
    window = windows[0].number if windows else 0
    work.tell(HelperAsked(number, alert, due.isoformat(), window))
    return alert


def ask_helper_for_case(work: Unit, case: int, code: str) -> int:
    """Raise the alert of a request for help within its transaction; returns the alert's id."""
    due = work.now + timedelta(seconds=work.ctx.config.helper_s)
    alert = alerts.add_for_case(work.tx, case, work.now, due)
    work.tell(HelperAsked(code, alert, due.isoformat()))
    return alert


def alerts_now(ctx: Context) -> list[Alert]:
    """Return the alerts whose helper is not there yet, oldest first."""
    with ctx.database.read() as tx:
        return alerts.going_on(tx)


@permitted
def take_alert(ctx: Context, alert: int, by: str) -> Alert:
    """A helper is on the way; Refused when another one is."""
    helper = _name(by)
    with unit(ctx) as work:
        found = _going_on(work, alert)
        if found.taken_by is not None:
            raise Refused(f"{found.taken_by} has taken alert {alert} already", "nothing to do")
        alerts.change(work.tx, alert, taken_at=work.now, taken_by=helper)
        _take_case(work, found, helper)
        work.tell(HelperTaken(found.number, alert, helper))
    return found


@permitted
def meet(ctx: Context, alert: int, by: str) -> Alert:
    """The helper is with the person."""
    helper = _name(by)
    with unit(ctx) as work:
        found = _going_on(work, alert)
        taken = {} if found.taken_at else {"taken_at": work.now, "taken_by": helper}
        alerts.change(work.tx, alert, met_at=work.now, ended_at=work.now, **taken)
        _take_case(work, found, helper)
        work.tell(HelperMet(found.number, alert, helper))
    return found


def escalate(ctx: Context) -> Alert | None:
    """Escalate one alert that nobody took in time; None when there is none."""
    with ctx.database.read() as tx:
        if not alerts.is_due(tx, ctx.clock()):
            return None
    with unit(ctx) as work:
        found = alerts.hold_due(work.tx, work.now)
        if found is None:
            return None
        alerts.change(work.tx, found.id, escalated_at=work.now)
        work.tell(HelperEscalated(found.number, found.id))
    return found


def _take_case(work: Unit, alert: Alert, helper: str) -> None:
    """Let the register know who helps, unless it does already."""
    if not alert.case:
        return
    from shared.domain.register.declaration import Role
    from shared.usecases.cases.advance_case import advance_within
    from shared.usecases.cases.reading import register_of

    case = cases.find(work.tx, alert.number, hold=True)
    register = register_of(work.ctx, case)
    step = register.steps.get("take")
    if step is None or case.state not in step.sources:
        return
    given = {"helper": helper}
    _, events = advance_within(work, case, register, step, given, Role.HELPER, helper)
    for event in events:
        work.tell(event)


def _going_on(work: Unit, alert: int) -> Alert:
    seen = alerts.find(work.tx, alert)
    if seen is not None and seen.case:
        cases.find(work.tx, seen.number, hold=True)  # first, as whoever takes a step in it does
    found = alerts.hold(work.tx, alert)
    if found is None:
        raise BadInput(f"there is no alert {alert}", "hall alert list shows those going on")
    if found.ended_at is not None:
        raise Refused(f"alert {alert} for {found.number} is over", "nothing to do")
    return found


def _name(by: str) -> str:
    if not by.strip():
        raise BadInput("nobody was named", "say who comes: --by NAME")
    return by.strip()
