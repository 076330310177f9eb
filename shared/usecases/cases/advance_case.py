"""Take a step in a case: its fields, its state, its deadlines, what it proposes elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass

from shared.domain.errors import BadInput
from shared.domain.events import CaseStepped, Event
from shared.domain.register.case import Entry, advance, current, read_values
from shared.domain.register.checks import look
from shared.domain.register.clocks import clocks, is_past
from shared.domain.register.declaration import Register, Role, Step
from shared.storage import alerts, cases
from shared.storage.cases import CaseFile, StoredEntry
from shared.storage.vault import digest
from shared.usecases.cases.open_case import day_of, forget_on, propose, remember
from shared.usecases.cases.reading import (
    about,
    hall_time,
    parted,
    read_log,
    register_of,
    sealed,
    surroundings,
)
from shared.usecases.cases.reckon import reckon
from shared.usecases.context import Context
from shared.usecases.permitted import check_role, permitted
from shared.usecases.unit import Unit, unit


@dataclass(frozen=True)
class Advanced:
    """A case after a step; `proposed` are cases the system opened because of it."""

    code: str
    state: str
    state_label: str
    closed: bool
    remarks: tuple[str, ...]
    proposed: tuple[str, ...]


@permitted
def advance_case(
    ctx: Context, code: str, step: str, fields: Mapping[str, str], *, role: Role, by: str
) -> Advanced:
    """Take a step; Refused when it is not possible now or not for this role, BadInput for fields.

    Nothing was changed then.
    """
    if not by.strip():
        raise BadInput("nobody was named", "say who does it: --by NAME")
    with unit(ctx) as work:
        check_role(ctx, work.tx, role)
        case = cases.find(work.tx, code, hold=True)
        register = register_of(ctx, case)
        done, events = advance_within(
            work, case, register, register.step(step), fields, role, by.strip()
        )
        if done.state != case.state:
            alerts.drop_for_case(work.tx, case.id, work.now)  # somebody has it in hand
        for event in events:
            work.tell(event)
    return done


def advance_within(
    work: Unit,
    case: CaseFile,
    register: Register,
    step: Step,
    fields: Mapping[str, str],
    role: Role,
    by: str,
) -> tuple[Advanced, list[Event]]:
    """Take a step within a transaction that holds the case; returns it with what is to be told."""
    ctx, tx = work.ctx, work.tx
    now, time = work.now.astimezone(ctx.zone), hall_time(ctx, tx)
    log = read_log(ctx, case.code, cases.log(tx, case.id)).entries
    before = current(log)
    given = read_values(register, step, fields, surroundings(ctx, tx, now))
    running = clocks(register, log, time)
    past = {name for name, clock in running.items() if is_past(clock, now)}
    state = advance(register, case.state, before, step, role, given, past)
    remarks = look(register, given, {**before, **given}, now, time)
    public, private = parted(register, given)
    secret = sealed(ctx, tx, about(case.code, len(log) + 1), private)
    stored = StoredEntry(step.name, now, state, role, by, public, secret)
    cases.add_entry(tx, case.id, len(log) + 1, stored)
    entry = Entry(step.name, now, state, role, by, given)
    closed = _move(work, case, register, entry)
    told = CaseStepped(case.code, step.name, role, by, state, closed, public, digest(secret))
    events: list[Event] = [told]
    events += reckon(tx, case, register, [*log, entry], time)
    proposed, more = propose(work, case.code, step.proposes, {**before, **given})
    events += more
    label = register.states[state].label
    return Advanced(case.code, state, label, closed, remarks, proposed), events


def _move(work: Unit, case: CaseFile, register: Register, entry: Entry) -> bool:
    """Write where the case is now; returns whether it is over."""
    closed = register.is_closed(entry.state)
    values = entry.values
    cases.change(
        work.tx,
        case.id,
        state=entry.state,
        changed_at=entry.at,
        closed_at=(case.closed_at or entry.at) if closed else None,
        on_day=day_of(register, values) or case.on_day,
        forget_on=forget_on(register, entry) if closed else None,
    )
    if closed:
        cases.unremember(work.tx, case.id)
    else:
        remember(work.ctx, work, case.id, register, values)
    return closed
