"""Every alarm of the hall as it is now, the most urgent first, and what was dealt with today."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from shared.domain.alarm import Alarm, AlarmKind, Dealt, by_urgency, of_device
from shared.domain.events import AlarmMet, CaseStepped, HelperMet
from shared.domain.rating import Score
from shared.storage import Transaction, alarms, alerts, case_clocks, cases, devices, facts
from shared.storage import evacuations as evacuating
from shared.storage.evacuations import Evacuation
from shared.usecases.cases.queries import Due, due_cases
from shared.usecases.context import Context

COMPLAINT, ARRIVAL, ARRIVE = "complaint", "arrival", "arrive"
"""The register of S9, its deadline of five minutes and the step that meets it."""

WORST = Score.BAD
"""This score and worse are followed up (S8)."""

_FOREVER = timedelta(days=3650)


@dataclass(frozen=True)
class DutyNow:
    """What the duty panel shows: alarms by urgency, what was dealt with today (newest first), the
    registers' deadlines of today, and the evacuation that goes on; as of fact `fact_id`.
    """

    fact_id: int
    at: datetime
    alarms: tuple[Alarm, ...]
    dealt: tuple[Dealt, ...]
    due: tuple[Due, ...]
    evacuation: Evacuation | None


def duty_now(ctx: Context) -> DutyNow:
    """Return the duty as it is."""
    now = ctx.clock()
    with ctx.database.read() as tx:
        fact_id = facts.last_id(tx)
        found = read_alarms(ctx, tx, now)
        dealt = tuple(_dealt(ctx, tx))[::-1]
        evacuation = evacuating.going_on(tx)
    local = now.astimezone(ctx.zone)
    midnight = datetime.combine(local.date() + timedelta(days=1), time(), ctx.zone)
    due = tuple(due_cases(ctx, midnight - now))
    return DutyNow(fact_id, now, tuple(found), dealt, due, evacuation)


def alarms_now(ctx: Context) -> list[Alarm]:
    """Return every alarm that nobody has dealt with, the most urgent first."""
    with ctx.database.read() as tx:
        return read_alarms(ctx, tx, ctx.clock())


def read_alarms(ctx: Context, tx: Transaction, now: datetime) -> list[Alarm]:
    """Return the alarms within a transaction."""
    helpers = list(_helpers(ctx, tx))
    others = [*complaints(ctx, tx), *_ratings(ctx, tx, now), *_devices(ctx, tx)]
    fates = alarms.fates(tx, [(one.kind, one.subject) for one in others])
    for one in others:
        fate = fates.get((one.kind, one.subject))
        if fate is None:
            helpers.append(one)
        elif fate.met_at is None:
            helpers.append(
                replace(
                    one,
                    taken_at=fate.taken_at,
                    taken_by=fate.taken_by or "",
                    escalated=one.escalated or fate.escalated_at is not None,
                )
            )
    return by_urgency(helpers, now)


def _helpers(ctx: Context, tx: Transaction) -> Iterator[Alarm]:
    for alert in alerts.going_on(tx):
        windows = ctx.hall.windows_for(alert.queue) if alert.queue else ()
        yield Alarm(
            AlarmKind.HELPER,
            str(alert.id),
            str(alert.number),
            windows[0].number if windows else 0,
            alert.raised_at,
            alert.due_at,
            escalated=alert.escalated_at is not None,
            taken_at=alert.taken_at,
            taken_by=alert.taken_by or "",
        )


def complaints(ctx: Context, tx: Transaction) -> Iterator[Alarm]:
    """Yield the complaints on the spot to which nobody has come yet."""
    for one in case_clocks.due_until(tx, ctx.clock() + _FOREVER, COMPLAINT):
        clock = one.deadline
        if clock.name != ARRIVAL or clock.phase != "running" or clock.due is None:
            continue
        first = cases.log(tx, cases.find(tx, one.code).id)[0]
        place = first.fields.get("window", "")
        window = int(place) if place.isdecimal() else 0
        late = ctx.clock() >= clock.due
        yield Alarm(
            AlarmKind.COMPLAINT, one.code, one.code, window, clock.start, clock.due, escalated=late
        )


def _ratings(ctx: Context, tx: Transaction, now: datetime) -> Iterator[Alarm]:
    since = now - timedelta(hours=ctx.config.duty.rating_h)
    for one in alarms.bad_ratings(tx, since, since.date() - timedelta(days=1), WORST):
        due = one.at + _answer(ctx)
        yield Alarm(
            AlarmKind.RATING,
            str(one.service),
            str(one.number),
            one.window,
            one.at,
            due,
            Score(one.score).words,
        )


def _devices(ctx: Context, tx: Transaction) -> Iterator[Alarm]:
    for known in devices.known(tx).values():
        alarm = of_device(known, _answer(ctx))
        if alarm is not None:
            yield alarm


def _answer(ctx: Context) -> timedelta:
    return timedelta(seconds=ctx.config.duty.answer_s)


def _dealt(ctx: Context, tx: Transaction) -> Iterator[Dealt]:
    today = ctx.today(tx)
    found = [
        fact
        for kind in (HelperMet, AlarmMet, CaseStepped)
        for fact in facts.of_kind(tx, kind, today)
    ]
    for fact in sorted(found, key=lambda one: one.id):
        match fact.event:
            case HelperMet(number=number, by=by):
                yield Dealt(fact.at, AlarmKind.HELPER, number, by)
            case AlarmMet(kind=kind, subject=subject, by=by):
                yield Dealt(fact.at, AlarmKind(kind), subject.partition("@")[0], by)
            case CaseStepped(case=case, step=step, by=by) if step == ARRIVE:
                yield Dealt(fact.at, AlarmKind.COMPLAINT, case, by)
            case _:
                pass
