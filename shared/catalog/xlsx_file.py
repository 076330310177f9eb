"""The first sheet of an Excel workbook."""

import io
import warnings
from collections.abc import Sequence
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from shared.catalog.errors import CatalogError
from shared.catalog.files import read_bytes
from shared.catalog.sheet import Line


def read_xlsx(path: Path) -> tuple[Sequence[Line], list[str]]:
    """Return the first sheet's rows and a remark per further sheet; raise CatalogError if none."""
    book = _open(path)
    if not book.worksheets:
        raise CatalogError(f"{path.name} 中没有工作表", "请把内容放在第一张工作表。")
    sheet, *others = book.worksheets
    remarks = [f"工作表“{other.title}”未读，只读第一张工作表" for other in others]
    lines: list[Line] = [
        (number, [_text(value) for value in values])
        for number, values in enumerate(sheet.iter_rows(values_only=True), start=1)
    ]
    return lines, remarks


def _open(path: Path) -> Workbook:
    content = io.BytesIO(read_bytes(path))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)
            # Not read_only: that mode trusts the sheet's stated size, which some tools state wrong.
            return load_workbook(content, data_only=True)
    except Exception as fault:  # openpyxl lets any error of its zip and XML parsers through
        raise CatalogError(
            f"{path.name} 不是 Excel 工作簿（.xlsx）", "请在 Excel 或 WPS 中另存为 .xlsx 或 CSV。"
        ) from fault


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
