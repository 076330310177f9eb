"""The appraisal as text, data, spreadsheet and paper: the same tables in each."""

import logging
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font

from shared.domain.appraisal import Tally
from shared.domain.register.declaration import PaperSize
from shared.reports.errors import writing
from shared.reports.form import Form
from shared.usecases.appraisal import HallAppraisal

NOTES = (
    "登记件按登记日期计入；超时：有约束力的时限已经错过（含仍在办理的），仅作前限的不计。",
    "人员：在登记件中以工作人员身份办理过步骤的人；几个人办过的，各计一次。",
    "部门：事项目录现在所列部门（多为推定）。窗口：登记件写明的窗口或牵头窗口。",
    "责任追究只列线索，是否属实、如何处理由人决定。",
)
Table = tuple[str, list[str], list[list[str | int]]]


def title(found: HallAppraisal) -> str:
    """What the appraisal is called."""
    report = found.report
    return f"{report.hall} 考核表 {report.first} 至 {report.last}"


def tables(found: HallAppraisal) -> Iterator[Table]:
    """Yield each table: its name, its heading, its rows."""
    figures, cases = found.report.figures, found.cases
    rated: list[list[str | int]] = [
        [
            f"{number} {found.report.windows.get(number, '')}".strip(),
            one.called,
            one.served,
            one.missed,
            one.rated,
            "–" if one.good is None else f"{one.good:.0%}",
        ]
        for number, one in figures.windows.items()
    ]
    yield "窗口叫号与评价", ["窗口", "叫号", "办理", "过号", "评价", "好评率"], rated
    kinds = [code for code in found.registers if cases.hall.cases[code]]
    heading = [*(found.registers[code] for code in kinds), "合计", "超时"]
    groups: tuple[tuple[str, str, Mapping[str, Tally]], ...] = (
        ("登记件：全大厅", "", {"合计": cases.hall}),
        ("登记件：按窗口", "窗口", cases.windows),
        ("登记件：按人员", "人员", cases.people),
        ("登记件：按部门", "部门", cases.departments),
    )
    for name, first, tallies in groups:
        rows = [_row(label, one, kinds) for label, one in tallies.items()]
        yield name, [first, *heading], rows
    late: list[list[str | int]] = [
        [found.registers[code], cases.hall.cases[code], cases.hall.late[code]] for code in kinds
    ]
    yield "超时：按登记簿", ["登记簿", "件数", "超时"], late
    proposed: list[list[str | int]] = [
        [one.code, one.about, one.ground, one.state] for one in found.proposals
    ]
    yield "责任追究线索", ["编号", "涉及", "情形", "状态"], proposed


def lines(found: HallAppraisal) -> Iterator[str]:
    """Yield the appraisal for a terminal; empty tables are left out."""
    yield title(found)
    for name, heading, rows in tables(found):
        if rows:
            yield f"\n{name}"
            yield "  ".join(heading).strip()
            yield from ("  ".join(map(str, row)) for row in rows)
    yield f"\n{_halving(found)}"


def plain(found: HallAppraisal) -> dict[str, Any]:
    """Return the appraisal as plain data; counts by register code."""
    cases = found.cases
    return {
        "from": found.report.first,
        "to": found.report.last,
        "hall": _plain(cases.hall),
        "windows": {key: _plain(one) for key, one in cases.windows.items()},
        "people": {key: _plain(one) for key, one in cases.people.items()},
        "departments": {key: _plain(one) for key, one in cases.departments.items()},
        "promised_over_legal": cases.halving,
        "proposals": [asdict(one) for one in found.proposals],
    }


def write_sheet(found: HallAppraisal, path: Path) -> None:
    """Write an XLSX file, a sheet for each table; BadInput when it cannot be written there."""
    book = Workbook()
    for old in book.worksheets:
        book.remove(old)
    for name, heading, rows in tables(found):
        sheet = book.create_sheet(name.replace("：", "-"))
        sheet.append(heading)
        for row in rows:
            sheet.append(row)
        for cell in sheet[1]:
            cell.font = Font(bold=True)
        for column in sheet.iter_cols(max_col=1):
            for cell in column:
                cell.data_type = "s"  # a name is a text, whatever it looks like
        sheet.freeze_panes = "B2"
        sheet.column_dimensions["A"].width = 26
    notes = book.create_sheet("说明")
    for text in (title(found), _halving(found), *NOTES):
        notes.append([text])
    with writing(path):
        book.save(path)


def write_paper(found: HallAppraisal, path: Path) -> None:
    """Write a PDF file; BadInput when it cannot be written, Unavailable without the font."""
    logging.getLogger("fontTools").setLevel(logging.WARNING)
    form = Form(title(found), title(found), PaperSize.A4)
    form.set_font("hall", size=17)
    form.multi_cell(0, 12, title(found), new_x="LMARGIN", new_y="NEXT")
    for name, heading, rows in tables(found):
        if rows:
            form.ln(3)
            form.set_font("hall", size=12)
            form.cell(0, 8, name, new_x="LMARGIN", new_y="NEXT")
            widths = [2.6, *([1.0] * (len(heading) - 1))]
            form.table_of(heading, widths, [[str(cell) for cell in row] for row in rows])
    form.clauses([_halving(found), *NOTES])
    form.signatures(["负责人"])
    with writing(path):
        form.output(str(path))


def _row(label: str, one: Tally, kinds: list[str]) -> list[str | int]:
    return [label, *(one.cases[code] for code in kinds), one.cases.total(), one.late.total()]


def _plain(one: Tally) -> dict[str, Any]:
    return {"cases": dict(one.cases), "late": {code: n for code, n in one.late.items() if n}}


def _halving(found: HallAppraisal) -> str:
    share = found.cases.halving
    if share is None:
        return "承诺时限与法定时限之比：本期没有同时写明两者的办件。"
    verdict = "符合" if share <= 0.5 else "超过"
    return f"承诺时限平均为法定时限的{share:.0%}，{verdict}50%以内的要求（限时办结制 第六条）。"
