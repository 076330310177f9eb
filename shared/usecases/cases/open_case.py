"""Open a case in a register: number, fields, deadlines and facts in one transaction."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from shared.config.secret import card_digest
from shared.domain.events import CaseOpened, Event
from shared.domain.register.case import Entry, opening, read_values
from shared.domain.register.checks import look
from shared.domain.register.declaration import (
    CODE,
    OPEN,
    Proposal,
    Register,
    Role,
    applies,
)
from shared.domain.register.fields import Kind
from shared.storage import case_clocks, cases, numbers
from shared.storage.case_clocks import StoredDeadline
from shared.storage.cases import StoredEntry
from shared.storage.vault import digest
from shared.usecases.cases.reading import about, hall_time, parted, sealed, surroundings
from shared.usecases.cases.reckon import reckon
from shared.usecases.context import Context
from shared.usecases.permitted import check_role, permitted
from shared.usecases.unit import Unit, unit

SYSTEM = "hall"
"""Who opens what the system proposes, or opens by itself."""


@dataclass(frozen=True)
class Opened:
    """A case that was opened: its number, its state, its deadlines; `remarks` are what the
    calendar could not tell, `proposed` the cases the system opened because of it.
    """

    code: str
    register: str
    state: str
    state_label: str
    deadlines: tuple[StoredDeadline, ...]
    remarks: tuple[str, ...] = ()
    proposed: tuple[str, ...] = ()


@permitted
def open_case(
    ctx: Context,
    register: str,
    fields: Mapping[str, str],
    *,
    origin: str = "desk",
    role: Role | None = None,
    by: str = "",
) -> Opened:
    """Open a case; `register` is a code, a name or a prefix, `origin` where it came from.

    At a kiosk the applicant acts, elsewhere a clerk, unless `role` says who does. BadInput names
    fields that are missing or do not fit, Refused rules that forbid it; then nothing was changed.
    """
    declared = ctx.registers.register(register)
    acting = role or (Role.APPLICANT if origin == "kiosk" else Role.CLERK)
    with unit(ctx) as work:
        check_role(ctx, work.tx, acting)
        opened, events = open_within(work, declared, fields, origin, acting, by)
        for event in events:
            work.tell(event)
    return opened


def open_within(
    work: Unit,
    register: Register,
    fields: Mapping[str, str],
    origin: str,
    role: Role,
    by: str,
) -> tuple[Opened, list[Event]]:
    """Open a case within a transaction; returns it with what is to be told at its end."""
    ctx, tx = work.ctx, work.tx
    now = work.now.astimezone(ctx.zone)
    time = hall_time(ctx, tx)
    values = read_values(register, register.steps[OPEN], fields, surroundings(ctx, tx, now))
    state = opening(register, role, values)
    remarks = look(register, values, values, now, time)
    code = _number(work, register)
    public, private = parted(register, values)
    secret = sealed(ctx, tx, about(code, 1), private)
    entry, closed = Entry(OPEN, now, state, role, by, values), register.is_closed(state)
    case = cases.add(
        tx,
        code=code,
        register=register.code,
        state=state,
        origin=origin,
        business_day=work.day,
        opened_at=now,
        changed_at=now,
        closed_at=now if closed else None,
        on_day=day_of(register, values),
        forget_on=forget_on(register, entry) if closed else None,
    )
    cases.add_entry(tx, case, 1, StoredEntry(OPEN, now, state, role, by, public, secret))
    if not closed:
        remember(ctx, work, case, register, values)
    events: list[Event] = [
        CaseOpened(code, register.code, origin, role, by, state, public, digest(secret))
    ]
    events += reckon(tx, cases.find(tx, code), register, [entry], time)
    proposed, more = propose(work, code, register.steps[OPEN].proposes, values)
    events += more
    opened = Opened(
        code,
        register.code,
        state,
        register.states[state].label,
        tuple(case_clocks.deadlines(tx, case)),
        remarks,
        proposed,
    )
    return opened, events


def propose(
    work: Unit, code: str, proposal: Proposal | None, values: Mapping[str, str]
) -> tuple[tuple[str, ...], list[Event]]:
    """Open within a transaction what case `code` proposes; what becomes of it people decide.

    Returns the cases opened (at most one) with what is to be told.
    """
    if proposal is None or not applies(proposal.when, values):
        return (), []
    fields = dict(proposal.sets)
    for target, source in proposal.copies.items():
        text = code if source == CODE else values.get(source, "")
        if text:
            fields[target] = text
    register = work.ctx.registers.known[proposal.register]
    opened, events = open_within(work, register, fields, code, Role.SYSTEM, SYSTEM)
    return (opened.code,), events


def day_of(register: Register, values: Mapping[str, str]) -> date | None:
    """Return the day a case is the hall's business, None when its register has none."""
    text = values.get(register.day_of, "")
    return date.fromisoformat(text[:10]) if text else None


def forget_on(register: Register, last: Entry) -> date | None:
    """Return from which day the personal fields of a case closed by `last` are not kept."""
    if not any(field.personal for field in register.fields.values()):
        return None
    return last.at.date() + timedelta(days=register.keep_days)


def remember(
    ctx: Context, work: Unit, case: int, register: Register, values: Mapping[str, str]
) -> None:
    """Let a case be found by what its register finds cases by."""
    found = {name: values[name] for name in register.find_by if name in values}
    hashes = {name: ctx.vault.fingerprints(text)[0] for name, text in found.items()}
    for name, text in found.items():
        if register.fields[name].kind is Kind.IDENTITY:
            hashes[f"{name}.card"] = card_digest(ctx.config.folder, text)
    cases.remember(work.tx, case, hashes)


def _number(work: Unit, register: Register) -> str:
    drawn = numbers.draw(work.tx, work.hall.code, work.day, register.prefix)
    return f"{register.prefix}-{work.day:%Y%m%d}-{drawn.count:03d}"
