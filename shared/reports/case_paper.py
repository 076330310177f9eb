"""The papers of a case as PDF: forms its register declares, and the whole case with its log."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta, tzinfo
from pathlib import Path

from shared.domain.errors import BadInput
from shared.domain.register.case import Entry
from shared.domain.register.declaration import Paper, PaperSize, Register
from shared.domain.register.fields import Field, Kind
from shared.domain.register.masks import masked
from shared.domain.register.sheet import ROLES
from shared.reports.errors import writing
from shared.reports.form import SLIP_MARGIN_MM, Form
from shared.storage.case_clocks import StoredDeadline
from shared.usecases.cases.queries import ShownCase

BOX, TICKED = "□", "■"
_UNROLLED_MM = 2000.0
_PHASES = {
    "running": "计时中",
    "paused": "暂停",
    "unknown": "待日历公布",
    "met": "按时",
    "late": "超时",
    "moot": "不再适用",
}


def paper_of(case: ShownCase, name: str) -> Paper:
    """Return a paper of a case by its name or title; BadInput names those it can have now."""
    for paper in case.papers:
        if name.strip() in (paper.name, paper.title):
            return paper
    now = "、".join(f"{paper.name} {paper.title}" for paper in case.papers) or "none"
    raise BadInput(f"{case.file.code} has no paper “{name}” now", f"papers: {now}")


def write_paper(case: ShownCase, paper: Paper, hall: str, at: datetime, path: Path) -> None:
    """Write a declared paper as PDF; BadInput when the file cannot be written, Unavailable
    without the Chinese font. What is not known yet stays empty, to be filled in by hand.
    """
    form = _declared(case, paper, hall, at, _UNROLLED_MM)
    if form.slip:  # as long as what stands on it
        form = _declared(case, paper, hall, at, form.abandon() + SLIP_MARGIN_MM + 4)
    with writing(path):
        form.output(str(path))


def write_case(case: ShownCase, hall: str, at: datetime, path: Path, *, reveal: bool) -> None:
    """Write the whole case, its fields, deadlines and log, as PDF for the archive."""
    register, file = case.register, case.file
    state = register.states.get(file.state)
    zone = at.tzinfo
    title = f"{register.name}档案"
    form = _form(title, f"{file.code}  ·  生成于 {at:%Y-%m-%d %H:%M}", PaperSize.A4, 297)
    form.head(hall, title, file.code, at)
    pairs = [("依据", register.document), ("状态", state.label if state else file.state)]
    pairs += [("来源", file.origin), ("登记时间", _minute(file.opened_at, zone))]
    if file.closed_at is not None:
        pairs.append(("办结时间", _minute(file.closed_at, zone)))
    if file.forget_on is not None:
        pairs.append(("个人信息保存至", f"{file.forget_on}（{register.keep_basis}）"))
    pairs += _values(register, case.values, reveal)
    form.pairs([(name, value, False) for name, value in pairs])
    deadlines = [*_deadlines(case, case.deadlines, zone)]
    form.table_of(("时限", "起算", "到期", "结果"), (60, 34, 34, 30), deadlines)
    log = [_log_row(register, entry, reveal) for entry in case.log]
    form.table_of(("时间", "步骤", "内容", "经办人"), (30, 38, 76, 26), log)
    if case.locked:
        form.clauses([f"密钥 {key} 不在本机，其个人信息无法读取。" for key in case.locked])
    with writing(path):
        form.output(str(path))


def _declared(case: ShownCase, paper: Paper, hall: str, at: datetime, tall_mm: float) -> Form:
    register, zone = case.register, at.tzinfo
    foot = f"{register.name}  ·  {register.document}"
    form = _form(paper.title, foot, paper.size, tall_mm)
    form.head(hall, paper.title, case.file.code, at)
    form.pairs([*_boxes(case, paper, form.slip)])
    due = [one for one in case.deadlines if one.name in paper.deadlines]
    form.pairs([(row[0], row[2], False) for row in _deadlines(case, due, zone)])
    if paper.rows:
        entries = [entry for entry in case.log if entry.step in paper.rows]
        rows = [_log_row(register, entry, reveal=True) for entry in entries]
        # Room for what is written by hand.
        rows += [["", "", "\n", ""] for _ in range(max(3 - len(rows), 0))]
        form.table_of(("时间", "事项", "内容", "经办人"), (30, 38, 76, 26), rows)
    form.clauses(paper.clauses)
    form.signatures(paper.signs)
    return form


def _form(title: str, foot: str, size: PaperSize, tall_mm: float) -> Form:
    logging.getLogger("fontTools").setLevel(logging.WARNING)
    return Form(title, foot, size, tall_mm)


def _boxes(case: ShownCase, paper: Paper, slip: bool) -> Iterator[tuple[str, str, bool]]:
    for name in paper.fields:
        field, value = case.register.fields[name], case.values.get(name, "")
        if slip and not value:
            continue
        yield field.label, _ticked(field, value, slip), field.kind is Kind.LONG


def _ticked(field: Field, value: str, slip: bool) -> str:
    choices = field.choices or ({"yes": "是", "no": "否"} if field.kind is Kind.YES_NO else {})
    if slip or not choices:
        return field.shown(value) if value else ""
    marks = {code: TICKED if code == value else BOX for code in choices}
    return "   ".join(f"{marks[code]} {label}" for code, label in choices.items())


def _values(register: Register, values: Mapping[str, str], reveal: bool) -> list[tuple[str, str]]:
    found = []
    for name, value in values.items():
        field = register.fields.get(name)
        if field is None:
            found.append((name, value))
        else:
            shown = field.shown(value) if reveal or not field.personal else masked(field, value)
            found.append((field.label, shown))
    return found


def _log_row(register: Register, entry: Entry, reveal: bool) -> list[str]:
    step = register.steps.get(entry.step)
    lines = (f"{label}：{value}" for label, value in _values(register, entry.values, reveal))
    role = next((label for role, label in ROLES.items() if role == entry.role), entry.role)
    by = f"{entry.by}\n（{role}）" if entry.by else role
    return [f"{entry.at:%Y-%m-%d %H:%M}", step.label if step else entry.step, "\n".join(lines), by]


def _deadlines(
    case: ShownCase, found: Sequence[StoredDeadline], zone: tzinfo | None
) -> Iterator[list[str]]:
    for one in found:
        rule = case.register.deadlines.get(one.name)
        due = _until(one.due, zone) if one.due is not None else "–"
        if one.phase == "unknown":
            due = f"{one.year}年日历未公布（{one.amount}个工作日）"
        name = rule.label if rule else one.name
        yield [name, _minute(one.start, zone), due, _PHASES.get(one.phase, one.phase)]


def _until(moment: datetime, zone: tzinfo | None) -> str:
    """A midnight is the end of the day before."""
    local = moment.astimezone(zone)
    midnight = (local.hour, local.minute, local.second) == (0, 0, 0)
    return f"{local - timedelta(days=1):%Y-%m-%d} 止" if midnight else f"{local:%Y-%m-%d %H:%M} 前"


def _minute(moment: datetime, zone: tzinfo | None) -> str:
    return f"{moment.astimezone(zone):%Y-%m-%d %H:%M}"
