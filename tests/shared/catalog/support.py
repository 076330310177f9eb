"""The catalogue's own files, and small ones to refuse."""

from pathlib import Path

from openpyxl import Workbook

ROOT = Path(__file__).parents[3]
CATALOG = ROOT / "assets" / "catalog"
EXCERPT = CATALOG / "source-004-annex-2.txt"
ITEMS = CATALOG / "items.csv"
DEPARTMENTS = CATALOG / "departments.csv"
ROUTES_FILE = ROOT / "assets" / "halls" / "luojiang" / "hall.toml"


def write_text(folder: Path, text: str, *, encoding: str = "utf-8", suffix: str = ".csv") -> Path:
    path = folder / f"catalog{suffix}"
    path.write_bytes(text.encode(encoding))
    return path


def write_table(folder: Path, *lines: str) -> Path:
    header = ["表1-1测试目录", "\t序号", "\t事项名称", "\t事项类型", ""]
    return write_text(folder, "\n".join([*header, *lines]) + "\n", suffix=".txt")


def write_xlsx(folder: Path, rows: list[list[object]], *others: str) -> Path:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    for title in others:
        book.create_sheet(title)
    path = folder / "catalog.xlsx"
    book.save(path)
    return path
