"""The appraisal of a period: what tickets, ratings and registers say of each window and person."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from shared.domain.appraisal import Appraisal, CasePast, appraise
from shared.domain.register.declaration import Register, Role
from shared.storage import Transaction, case_clocks, cases, items
from shared.storage.cases import CaseFile
from shared.usecases.cases.reading import register_of
from shared.usecases.context import Context
from shared.usecases.report import HallReport, hall_report

_STAFF = (Role.CLERK, Role.HELPER, Role.AGENT, Role.MANAGER, Role.HEAD)
_PROPOSED = "accountability"


@dataclass(frozen=True)
class Proposal:
    """An entry the system or somebody proposed: what it is about, on what ground, how it stands."""

    code: str
    about: str
    ground: str
    state: str


@dataclass(frozen=True)
class HallAppraisal:
    """The appraisal with the report of the same days; `registers` are names by code."""

    report: HallReport
    cases: Appraisal
    registers: Mapping[str, str]
    proposals: tuple[Proposal, ...]


def hall_appraisal(ctx: Context, first: date, last: date) -> HallAppraisal:
    """Appraise the cases opened, and the tickets called, from `first` to `last`.

    A case is late when a deadline that binds was missed or is over now. A case's department is
    that of its item in the catalogue, its people are those who took its steps for the hall.
    """
    report = hall_report(ctx, first, last)
    with ctx.database.read() as tx:
        found = [*_pasts(ctx, tx, first, last)]
        proposals = tuple(_proposals(ctx, tx, first, last))
    names = {register.code: register.name for register in ctx.registers.known.values()}
    return HallAppraisal(report, appraise(found), names, proposals)


def _pasts(ctx: Context, tx: Transaction, first: date, last: date) -> Iterator[CasePast]:
    departments = items.departments(tx)
    for case in cases.opened_between(tx, first, last):
        if case.register != _PROPOSED and case.register in ctx.registers.known:
            yield _past(ctx, tx, case, departments)


def _past(
    ctx: Context, tx: Transaction, case: CaseFile, departments: Mapping[str, str]
) -> CasePast:
    values: dict[str, str] = {}
    people = set()
    for entry in cases.log(tx, case.id):
        values.update(entry.fields)
        if entry.role in _STAFF and entry.by:
            people.add(entry.by)
    promised, legal = values.get("promised_days", ""), values.get("legal_days", "")
    return CasePast(
        case.register,
        values.get("window", values.get("lead", "")) or "",
        departments.get(values.get("item", ""), ""),
        frozenset(people),
        _late(ctx, tx, case, register_of(ctx, case)),
        int(promised) / int(legal) if promised.isdigit() and legal.isdigit() else None,
    )


def _late(ctx: Context, tx: Transaction, case: CaseFile, register: Register) -> bool:
    now = ctx.clock()
    for one in case_clocks.deadlines(tx, case.id):
        rule = register.deadlines.get(one.name)
        if rule is None or rule.limit:
            continue
        over = one.phase == "running" and one.due is not None and one.due <= now
        if one.phase == "late" or over:
            return True
    return False


def _proposals(ctx: Context, tx: Transaction, first: date, last: date) -> Iterator[Proposal]:
    register = ctx.registers.known.get(_PROPOSED)
    for case in cases.opened_between(tx, first, last, _PROPOSED):
        if register is not None:
            values = cases.log(tx, case.id)[0].fields
            ground = register.fields["ground"].shown(values.get("ground", ""))
            state = register.states[case.state].label if case.state in register.states else ""
            yield Proposal(case.code, values.get("about", ""), ground, state)
