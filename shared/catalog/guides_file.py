"""Guides → the sheet they are imported from: every item, with what is known of it."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path

from shared.catalog.errors import CatalogError
from shared.catalog.guides import COLUMNS
from shared.domain.errors import Unavailable
from shared.domain.guide import Guide, Material

_WIDTHS = {"name": 36, "material": 36, "step": 40, "law": 40, "notes": 40}


def write_guides(names: Mapping[str, str], guides: Mapping[str, Guide], path: Path) -> None:
    """Write a .csv or .xlsx with a row for each item (code → name), more where a guide needs them.

    CatalogError for another kind of file, Unavailable if it cannot be written.
    """
    rows = [row for code, name in names.items() for row in _rows(code, name, guides.get(code))]
    match path.suffix.lower():
        case ".csv":
            content = _csv(rows)
        case ".xlsx":
            content = _xlsx(rows)
        case suffix:
            raise CatalogError(
                f"不支持的办事指南文件类型：{suffix or '（无扩展名）'}", "请用 .csv 或 .xlsx。"
            )
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(content)
        part.replace(path)
    except OSError as fault:
        raise Unavailable(f"无法写入 {path}（{fault.strerror}）", "请检查目录和权限。") from fault


def _rows(code: str, name: str, guide: Guide | None) -> Iterator[list[str]]:
    guide = guide or Guide(code)
    once = [
        _limit(guide.legal_days),
        _limit(guide.promised_days),
        guide.fee,
        guide.fee_basis,
        guide.law,
        guide.notes,
        guide.place,
        "是" if guide.sample else "",
    ]
    pairs = list(zip_longest(guide.materials, guide.steps)) or [(None, None)]
    for place, (material, step) in enumerate(pairs):
        told = once if place == 0 else [""] * len(once)
        yield [code, name, *_material(material), step or "", *told]


def _material(one: Material | None) -> Sequence[str]:
    if one is None:
        return [""] * 5
    return [one.name, str(one.count), one.form.value, one.source, one.note]


def _limit(days: int | None) -> str:
    return "" if days is None else "即时办结" if days == 0 else str(days)


def _headings() -> list[str]:
    return [names[0] for names in COLUMNS.values()]


def _csv(rows: Sequence[Sequence[str]]) -> bytes:
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\r\n")
    out.writerow(_headings())
    out.writerows(rows)
    return text.getvalue().encode("utf-8-sig")  # Excel takes UTF-8 without a mark for GBK


def _xlsx(rows: Sequence[Sequence[str]]) -> bytes:
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.worksheet import Worksheet

    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "办事指南"
    sheet.append(_headings())
    for row in rows:
        sheet.append([text or None for text in row])
    for number, field in enumerate(COLUMNS, start=1):
        column = get_column_letter(number)
        sheet.column_dimensions[column].width = _WIDTHS.get(field, 14)
        sheet.cell(1, number).font = Font(bold=True)
        for cell in sheet[column]:
            cell.number_format = "@"  # or Excel makes a day of the code 2-1-001
    sheet.freeze_panes = "C2"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
