"""A report as a spreadsheet: numbers stay numbers, one sheet a grouping."""

from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from shared.domain.report import Figures
from shared.reports.columns import COLUMNS, DEFINITIONS, SCORES, Kind, groups, title
from shared.reports.errors import writing
from shared.usecases.report import HallReport

_FORMATS = {Kind.COUNT: "#,##0", Kind.MINUTES: "0.0", Kind.SHARE: "0%"}
_HEAD = PatternFill("solid", fgColor="0B3A82")


def write_sheet(report: HallReport, path: Path) -> None:
    """Write an XLSX file; BadInput when it cannot be written there."""
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    book.remove(first)
    for chinese, _english, rows in groups(report):
        _fill(book.create_sheet(chinese), title(report), chinese, rows)
    notes = book.create_sheet("说明")
    notes.column_dimensions["A"].width = 110
    for text in (title(report), f"生成于 {report.at:%Y-%m-%d %H:%M}", *DEFINITIONS):
        notes.append([text])
    with writing(path):
        book.save(path)


def _fill(sheet: Worksheet, name: str, group: str, rows: list[tuple[str, Figures]]) -> None:
    sheet.append([name])
    sheet["A1"].font = Font(bold=True, size=14)
    columns = (*COLUMNS, *SCORES)
    sheet.append(
        [group, *(f"{c.chinese}{'（分钟）' if c.kind is Kind.MINUTES else ''}" for c in columns)]
    )
    for cell in sheet[2]:
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = _HEAD
        cell.alignment = Alignment(wrap_text=True, vertical="center")
    for label, figures in rows:
        sheet.append([label, *(column.value(figures) for column in columns)])
        for cell, column in zip(sheet[sheet.max_row][1:], columns, strict=True):
            cell.number_format = _FORMATS[column.kind]
    sheet.column_dimensions["A"].width = 30
    for number in range(2, len(columns) + 2):
        sheet.column_dimensions[get_column_letter(number)].width = 11
    sheet.freeze_panes = "B3"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
