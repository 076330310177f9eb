"""A register's sheet as a file: CSV for any program, XLSX for Excel and WPS; nothing runs in it."""

import csv
import io
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from shared.catalog.csv_file import read_csv
from shared.catalog.xlsx_file import read_xlsx
from shared.domain.errors import BadInput
from shared.reports.errors import writing

RISKY = tuple("=+-@\t\r＝＋－＠")
"""A cell that begins so is a formula to a spreadsheet program (OWASP: CSV injection)."""

_MARK = "'"
"""Stands before what begins so, as people write it in a spreadsheet; taken away when read."""

Line = tuple[int, Sequence[str]]


def write_register(rows: Iterable[Sequence[str]], title: str, path: Path) -> None:
    """Write a sheet, its heading first; only who writes it may read it. BadInput for another
    suffix than .csv and .xlsx, and where no file can be written; then there is none.
    """
    kind = _kind(path)
    with _whole(path) as part:
        if kind == ".csv":
            _write_csv(rows, part)
        else:
            _write_xlsx(rows, title, part)


def read_register(path: Path) -> list[Line]:
    """Return the rows of a sheet with their line numbers; CatalogError when it is none."""
    if _kind(path) == ".csv":
        return [(line, [_plain(cell) for cell in cells]) for line, cells in read_csv(path)]
    lines, _others = read_xlsx(path)
    return [*lines]


def guarded(text: str) -> str:
    """Return a text that no spreadsheet program takes for a formula."""
    risky = text.startswith((*RISKY, _MARK))
    return _MARK + text if risky else text


def _plain(text: str) -> str:
    marked = text.startswith(_MARK) and text[1:].startswith((*RISKY, _MARK))
    return text[1:] if marked else text


def _kind(path: Path) -> str:
    suffix = path.suffix.lower()
    if suffix not in (".csv", ".xlsx"):
        raise BadInput(f"{path} is neither .csv nor .xlsx", "name a file such as register.xlsx")
    return suffix


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """A file beside the real one, for this user's eyes, which takes its place when it is whole."""
    part = path.with_name(f".{path.name}.part")
    with writing(path):
        os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
        try:
            yield part
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)


def _write_csv(rows: Iterable[Sequence[str]], path: Path) -> None:
    # With a mark of the encoding, or Excel reads Chinese as another one.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file)
        for row in rows:
            out.writerow([guarded(text) for text in row])


def _write_xlsx(rows: Iterable[Sequence[str]], title: str, path: Path) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    assert isinstance(sheet, WriteOnlyWorksheet)
    sheet.freeze_panes = "B2"
    bold = Font(bold=True)
    for number, row in enumerate(rows):
        sheet.append([_cell(sheet, text, bold if number == 0 else None) for text in row])
    file = io.BytesIO()
    book.save(file)
    path.write_bytes(file.getvalue())


def _cell(sheet: WriteOnlyWorksheet, text: str, font: Font | None) -> Any:
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub(" ", text))
    cell.data_type = "s"  # a text, whatever it looks like
    cell.number_format = "@"  # no program makes a number of a telephone or identity number
    cell.quotePrefix = text.startswith(RISKY)
    if font is not None:
        cell.font = font
    return cell
