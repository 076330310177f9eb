"""Papers of cases on the printers that print tickets: wanted, laid out, wanted again."""

from datetime import timedelta

from shared.domain.errors import BadInput, Refused
from shared.domain.events import PrintChanged
from shared.domain.register.case import current
from shared.domain.register.declaration import Paper, PaperSize, Register, applies
from shared.domain.said import said
from shared.slips.case import CaseSlip
from shared.storage import Transaction, case_clocks, cases, print_jobs
from shared.storage.case_clocks import StoredDeadline
from shared.storage.cases import CaseFile
from shared.storage.print_jobs import PrintState
from shared.usecases.cases.reading import read_log, register_of
from shared.usecases.context import Context
from shared.usecases.permitted import permitted
from shared.usecases.unit import Unit, unit


@permitted
def print_case(ctx: Context, code: str, printer: str, paper: str | None = None) -> int:
    """Want a paper of a case, its newest slip of 80 mm unless `paper` names one; returns the job.

    BadInput for a paper the case does not have, Refused while it is being printed.
    """
    with unit(ctx) as work:
        case = cases.find(work.tx, code, hold=True)
        register = register_of(ctx, case)
        possible = _possible(ctx, work.tx, case, register)
        if paper is None:
            named = [one for one in possible if one.size is PaperSize.SLIP]
        else:
            named = [one for one in possible if paper in (one.name, one.title)]
        if not named:
            titles = "、".join(f"{p.name} {p.title}" for p in possible)
            raise BadInput(
                f"{case.code} has no paper {paper or 'now'}",
                f"papers: {titles}" if titles else "hall case show tells what can be done first",
            )
        return want(work, case, named[-1].name, printer)


def want(work: Unit, case: CaseFile, paper: str, printer: str) -> int:
    """Want a paper of a case within a transaction, marked 补打 if it was wanted before."""
    last = print_jobs.newest_paper(work.tx, case.id, paper)
    if last is not None and last.state in (PrintState.PENDING, PrintState.SENDING):
        raise Refused(
            f"{paper} of {case.code} is being printed",
            "wait for it",
            public=said("printing", "小票正在打印，请稍候"),
        )
    again = last is not None
    job = print_jobs.add_paper(work.tx, case.id, paper, printer, work.now, reprint=again)
    work.tell(PrintChanged(case.code, job, PrintState.PENDING))
    return job


def case_slip(
    ctx: Context, tx: Transaction, case_id: int, paper: str, *, reprint: bool
) -> CaseSlip:
    """Return what a paper of a case says now."""
    case = cases.get(tx, case_id)
    register = register_of(ctx, case)
    declared = next(one for one in register.papers if one.name == paper)
    values = current(read_log(ctx, case.code, cases.log(tx, case.id)).entries)
    fields = [(register.fields[name], values[name]) for name in declared.fields if name in values]
    known = {one.name: one for one in case_clocks.deadlines(tx, case.id)}
    deadlines = tuple(
        (register.deadlines[name].label, words)
        for name in declared.deadlines
        if name in known and (words := due_words(ctx, known[name]))
    )
    return CaseSlip(
        hall=ctx.hall.name,
        title=declared.title,
        number=case.code,
        at=ctx.clock().astimezone(ctx.zone),
        fields=tuple((one.label, one.shown(value)) for one, value in fields),
        deadlines=deadlines,
        signs=declared.signs,
        code=ctx.config.case_code(case.code),
        reprint=reprint,
        note=declared.note,
    )


def _possible(ctx: Context, tx: Transaction, case: CaseFile, register: Register) -> list[Paper]:
    """Return the papers a case may have, in the order in which its steps were taken."""
    log = read_log(ctx, case.code, cases.log(tx, case.id)).entries
    values = current(log)
    newest = {entry.step: place for place, entry in enumerate(log)}
    found = [
        (max(newest[step] for step in paper.after if step in newest), paper)
        for paper in register.papers
        if {*paper.after} & {*newest} and applies(paper.when, values)
    ]
    return [paper for _, paper in sorted(found, key=lambda pair: pair[0])]


def due_words(ctx: Context, deadline: StoredDeadline) -> str:
    """Return when a deadline is due, as applicants read it: a midnight is the end of the day
    before; one that the calendar cannot tell says so. "" for one that runs no more.
    """
    if deadline.phase == "unknown":
        start = deadline.start.astimezone(ctx.zone)
        return said("due", "暂不能确定：{year}年日历未公布，自{day}起{count}个工作日").of(
            year=deadline.year, day=f"{start:%Y-%m-%d}", count=deadline.amount
        )
    if deadline.due is None:
        return ""
    local = deadline.due.astimezone(ctx.zone)
    if (local.hour, local.minute, local.second) == (0, 0, 0):
        day = local - timedelta(minutes=1)
        return said("due", "{day}当天内").of(day=f"{day:%Y-%m-%d}")
    if local.date() == ctx.clock().date():
        return said("due", "今天{time}前").of(time=f"{local:%H:%M}")
    return said("due", "{day} {time}前").of(day=f"{local:%Y-%m-%d}", time=f"{local:%H:%M}")
