"""What desks, kiosks and commands ask of cases; nothing here changes anything."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.domain.register.case import Entry, current, steps_from
from shared.domain.register.declaration import Paper, Register, Step, applies
from shared.storage import case_clocks, cases
from shared.storage.case_clocks import CaseAlarm, CaseDeadline, StoredDeadline
from shared.storage.cases import CaseFile
from shared.usecases.cases.reading import read_log, register_of
from shared.usecases.context import Context


@dataclass(frozen=True)
class ShownCase:
    """A case with all that is known of it; moments in its log are in the hall's zone.

    `values` include personal ones: show them masked (`shared.domain.register.masks`). `locked`
    names keys that are not here, `papers` what may be printed now.
    """

    file: CaseFile
    register: Register
    log: tuple[Entry, ...]
    values: dict[str, str]
    locked: tuple[str, ...]
    deadlines: tuple[StoredDeadline, ...]
    alarms: tuple[CaseAlarm, ...]
    steps: tuple[Step, ...]
    papers: tuple[Paper, ...]


def show_case(ctx: Context, code: str) -> ShownCase:
    """Return a case; BadInput when there is none."""
    with ctx.database.read() as tx:
        case = cases.find(tx, code)
        register = register_of(ctx, case)
        log = read_log(ctx, case.code, cases.log(tx, case.id))
        values = current(log.entries)
        taken = {entry.step for entry in log.entries}
        return ShownCase(
            file=case,
            register=register,
            log=log.entries,
            values=values,
            locked=log.locked,
            deadlines=tuple(case_clocks.deadlines(tx, case.id)),
            alarms=tuple(case_clocks.alarms_of(tx, case.id)),
            steps=tuple(steps_from(register, case.state, values)),
            papers=tuple(
                paper
                for paper in register.papers
                if taken & {*paper.after} and applies(paper.when, values)
            ),
        )


def list_cases(
    ctx: Context,
    register: str | None = None,
    state: str | None = None,
    *,
    closed: bool = False,
    limit: int = 200,
) -> list[CaseFile]:
    """Return cases, newest first; those that are closed only when asked for."""
    code = ctx.registers.register(register).code if register is not None else None
    with ctx.database.read() as tx:
        return cases.listed(tx, register=code, state=state, closed=closed, limit=limit)


def next_due(ctx: Context, found: Sequence[CaseFile]) -> dict[str, StoredDeadline]:
    """Return of each case that waits for something what is due first; a limit binds nobody.

    One that nobody can know stands where no other runs.
    """
    first: dict[str, StoredDeadline] = {}
    with ctx.database.read() as tx:
        for one in case_clocks.of_cases(tx, [case.id for case in found]):
            before = first.get(one.code)
            later = before is None or (before.due is None and one.deadline.due is not None)
            if later and _binds(ctx, one):
                first[one.code] = one.deadline
    return first


@dataclass(frozen=True)
class Due:
    """A deadline that runs out; `overdue` when it is over, and its register binds it."""

    case: CaseDeadline
    overdue: bool


def due_cases(
    ctx: Context, within: timedelta = timedelta(), register: str | None = None
) -> list[Due]:
    """Return the deadlines that are over or will be `within`, the first first.

    Those nobody can know come last; mere limits, which bind only who takes the step, are left out.
    """
    code = ctx.registers.register(register).code if register is not None else None
    now = ctx.clock()
    with ctx.database.read() as tx:
        found = case_clocks.due_until(tx, now + within, code)
    binding = [one for one in found if _binds(ctx, one)]
    binding.sort(key=lambda one: (one.deadline.due is None, one.deadline.due or now, one.code))
    return [Due(one, _over(one.deadline.due, now)) for one in binding]


def todays_cases(
    ctx: Context, register: str, *, code: str | None = None, key: str | None = None
) -> list[CaseFile]:
    """Return the cases of a register that are today's business and going on.

    With `code` the one with that number, with `key` (an identity or telephone number) those it
    was registered with: it is compared by its keyed hash.
    """
    declared = ctx.registers.register(register)
    hashes = ctx.vault.fingerprints(key) if key is not None else None
    with ctx.database.read() as tx:
        found = cases.on_day(tx, declared.code, ctx.clock().date(), hashes)
    wanted = code.strip().upper() if code is not None else None
    return [one for one in found if wanted in (None, one.code)]


def _binds(ctx: Context, one: CaseDeadline) -> bool:
    register = ctx.registers.known.get(one.register)
    rule = register.deadlines.get(one.deadline.name) if register else None
    return rule is None or not rule.limit


def _over(due: datetime | None, now: datetime) -> bool:
    return due is not None and due <= now
