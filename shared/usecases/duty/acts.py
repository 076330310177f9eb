"""Somebody goes, somebody is there, nobody has answered: what becomes of alarms."""

from shared.domain.alarm import Alarm, AlarmKind
from shared.domain.errors import BadInput, Refused
from shared.domain.events import AlarmEscalated, AlarmMet, AlarmTaken
from shared.domain.said import said
from shared.storage import alarms
from shared.storage.database import lock_facts
from shared.usecases import helpers
from shared.usecases.cases.advance_case import advance_case
from shared.usecases.context import Context
from shared.usecases.duty.queries import ARRIVE, COMPLAINT, alarms_now, read_alarms
from shared.usecases.permitted import permitted, register_role
from shared.usecases.unit import Unit, unit


@permitted
def take_alarm(ctx: Context, alarm: str, by: str) -> Alarm:
    """Somebody goes; Refused when somebody else does, BadInput when there is no such alarm.

    `alarm` is an `Alarm.id`.
    """
    name = _name(by)
    kind, subject = _parted(alarm)
    if kind is AlarmKind.HELPER:
        found = _named(alarms_now(ctx), alarm)
        _is_free(found)
        helpers.take_alert(ctx, int(subject), name)
        return found
    with unit(ctx) as work:
        found = _held(work, alarm)
        _is_free(found)
        alarms.keep(work.tx, kind, subject, taken_at=work.now, taken_by=name)
        work.tell(AlarmTaken(kind, subject, name))
    return found


@permitted
def meet_alarm(ctx: Context, alarm: str, by: str) -> Alarm:
    """Somebody is there, or has dealt with it; at a complaint the handler arrives (004, S9)."""
    name = _name(by)
    kind, subject = _parted(alarm)
    found = _named(alarms_now(ctx), alarm)
    match kind:
        case AlarmKind.HELPER:
            helpers.meet(ctx, int(subject), name)
        case AlarmKind.COMPLAINT:
            step = ctx.registers.known[COMPLAINT].step(ARRIVE)
            with ctx.database.read() as tx:
                role = register_role(ctx, tx, step.by)
            advance_case(ctx, subject, ARRIVE, {"handler": name}, role=role, by=name)
        case _:
            _dealt_with(ctx, alarm, kind, subject, name)
    return found


def _dealt_with(ctx: Context, alarm: str, kind: AlarmKind, subject: str, name: str) -> None:
    with unit(ctx) as work:
        found = _held(work, alarm)
        taken = {} if found.taken_by else {"taken_at": work.now, "taken_by": name}
        alarms.keep(work.tx, kind, subject, met_at=work.now, met_by=name, **taken)
        work.tell(AlarmMet(kind, subject, name))


def escalate_alarm(ctx: Context) -> Alarm | None:
    """Escalate one alarm that nobody took in time; None when there is none. Helpers' alerts and
    complaints have their own clocks.
    """
    if _to_escalate(alarms_now(ctx), ctx) is None:
        return None
    with unit(ctx) as work:
        lock_facts(work.tx)
        found = _to_escalate(read_alarms(ctx, work.tx, work.now), ctx)
        if found is None:
            return None
        alarms.keep(work.tx, found.kind, found.subject, escalated_at=work.now)
        work.tell(AlarmEscalated(found.kind, found.subject))
    return found


def _to_escalate(found: list[Alarm], ctx: Context) -> Alarm | None:
    own = (AlarmKind.HELPER, AlarmKind.COMPLAINT)
    now = ctx.clock()
    late = (one for one in found if one.is_overdue(now) and not one.escalated)
    return next((one for one in late if one.kind not in own), None)


def _held(work: Unit, alarm: str) -> Alarm:
    """Return an alarm that nobody else takes or meets until the transaction ends."""
    lock_facts(work.tx)
    return _named(read_alarms(work.ctx, work.tx, work.now), alarm)


def _named(found: list[Alarm], alarm: str) -> Alarm:
    for one in found:
        if one.id == alarm:
            return one
    raise Refused(
        f"there is no alarm {alarm} any more",
        "hall duty list shows those going on",
        said("duty", "这条告警已经处理了"),
    )


def _is_free(found: Alarm) -> None:
    if found.taken_by:
        raise Refused(
            f"{found.taken_by} has taken it already",
            "nothing to do",
            said("duty", "{who}已经去了").of(who=found.taken_by),
        )


def _parted(alarm: str) -> tuple[AlarmKind, str]:
    kind, _, subject = alarm.partition(":")
    if kind not in set(AlarmKind) or not subject:
        raise BadInput(f"“{alarm}” is no alarm", "hall duty list shows them: KIND:SUBJECT")
    if kind == AlarmKind.HELPER and not subject.isdecimal():
        raise BadInput(f"there is no alarm {alarm}", "hall duty list shows those going on")
    return AlarmKind(kind), subject


def _name(by: str) -> str:
    if not by.strip():
        raise BadInput("nobody was named", "say who goes: --by NAME")
    return by.strip()
