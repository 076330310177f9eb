"""Personal fields destroyed: when their time is over, or because the person asks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from shared.domain.errors import Refused
from shared.domain.events import CaseForgotten
from shared.storage import cases
from shared.storage.cases import CaseFile
from shared.usecases.cases.keeping import forget_old
from shared.usecases.cases.reading import register_of
from shared.usecases.context import Context
from shared.usecases.permitted import permitted
from shared.usecases.unit import unit

_TABLES = ("case_entry", "case_find", "case_file")


@dataclass(frozen=True)
class Kept:
    """What is kept of a person in a case, and why: `until` None while the case goes on.

    `refused` is the reason why it cannot be forgotten on request, "" when it can; `gone` when
    nothing personal is kept.
    """

    code: str
    register: str
    until: date | None
    refused: str
    gone: bool


@dataclass(frozen=True)
class Purged:
    """What was destroyed. `left` counts personal fields of these cases that are still there (0
    proves it), `swept` is False when old pages of the database could not be overwritten yet.
    """

    codes: tuple[str, ...]
    left: int
    swept: bool


def due_to_forget(ctx: Context) -> list[CaseFile]:
    """Return the cases whose personal fields are not to be kept any longer."""
    with ctx.database.read() as tx:
        return cases.to_forget(tx, ctx.clock().date(), limit=1_000_000, hold=False)


@permitted
def purge(ctx: Context) -> Purged:
    """Destroy the personal fields whose time is over, and look whether they are gone."""
    codes: list[str] = []
    while some := forget_old(ctx):
        codes += some
    return _proven(ctx, codes)


def kept(ctx: Context, code: str) -> Kept:
    """Return what is kept of a person in a case, and whether it can be forgotten on request."""
    with ctx.database.read() as tx:
        return _kept(ctx, cases.find(tx, code))


@permitted
def forget_on_request(ctx: Context, codes: Iterable[str], by: str) -> Purged:
    """Destroy the personal fields of these cases now; Refused when one of them has to be kept.

    Nothing was changed then. Cases of which nothing personal is kept are passed over.
    """
    done = []
    with unit(ctx) as work:
        for code in sorted({code.strip().upper() for code in codes}):
            case = cases.find(work.tx, code, hold=True)
            found = _kept(ctx, case)
            if found.refused:
                raise Refused(f"{case.code} is kept: {found.refused}", "nothing was forgotten")
            if not found.gone:
                cases.forget(work.tx, case.id)
                done.append(case.code)
        for code in done:
            work.tell(CaseForgotten(code, on_request=True, by=by))
    return _proven(ctx, done)


def _kept(ctx: Context, case: CaseFile) -> Kept:
    register = register_of(ctx, case)
    refused = ""
    gone = case.closed_at is not None and case.forget_on is None
    if case.closed_at is None:
        refused = "the case is going on; close it first, the person may withdraw"
    elif not gone and register.must_keep:
        refused = f"until {case.forget_on}, by rule: {register.must_keep}"
    return Kept(case.code, register.name, case.forget_on, refused, gone)


def _proven(ctx: Context, codes: list[str]) -> Purged:
    swept = ctx.database.sweep(*_TABLES) if codes else True
    with ctx.database.read() as tx:
        left = sum(
            cases.count_private(tx, codes[at : at + 500]) for at in range(0, len(codes), 500)
        )
    return Purged(tuple(codes), left, swept)
