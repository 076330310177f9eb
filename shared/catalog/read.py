"""A catalogue file of any kind → items, rows and remarks."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from shared.catalog.csv_file import read_csv
from shared.catalog.document import read_document
from shared.catalog.errors import CatalogError, refuse_rows
from shared.catalog.files import read_text
from shared.catalog.records import read_rows
from shared.catalog.sheet import read_records
from shared.catalog.xlsx_file import read_xlsx
from shared.domain.catalog import CatalogRow, Department, Item, merge_sources, name_key


@dataclass(frozen=True)
class CatalogImport:
    """What a file held: items by name, the rows they came from, and what a person should know."""

    items: tuple[Item, ...]
    rows: tuple[CatalogRow, ...]
    remarks: tuple[str, ...]
    """In Chinese, for people: each flaw that was tolerated, each thing that was left aside."""

    @property
    def departments(self) -> dict[str, Department]:
        """Item code → the first department its rows name; items without one are absent."""
        return {code: d for code, rows in self._by_code() if (d := _first_department(rows))}

    @property
    def queues(self) -> dict[str, str]:
        """Item code → the first queue its rows name; items without one are absent."""
        return {
            code: next(row.queue for row in rows if row.queue)
            for code, rows in self._by_code()
            if any(row.queue for row in rows)
        }

    def _by_code(self) -> list[tuple[str, list[CatalogRow]]]:
        named = _by_name(self.rows)
        return [(item.code, named[name_key(item.name)]) for item in self.items]


def read_catalog(path: Path, *, document: str | None = None) -> CatalogImport:
    """Return the catalogue in a .txt (official document), .csv or .xlsx file.

    `document` names the source document where the file does not; by default the file's stem.
    Raises CatalogError, naming the file and its rows, for anything that cannot be read whole.
    """
    source = path.stem if document is None else document
    rows: Sequence[CatalogRow]
    match path.suffix.lower():
        case ".txt":
            rows, remarks = read_document(path, read_text(path), source)
        case ".csv":
            records, remarks = read_records(path, read_csv(path), ("name", "type"))
            rows = read_rows(path, records, source)
        case ".xlsx":
            lines, others = read_xlsx(path)
            records, remarks = read_records(path, lines, ("name", "type"))
            rows, remarks = read_rows(path, records, source), others + remarks
        case suffix:
            raise CatalogError(
                f"不支持的目录文件类型：{suffix or '（无扩展名）'}", "请用 .txt、.csv 或 .xlsx。"
            )
    items = merge_sources(rows)
    refuse_rows(path, _code_problems(items, rows))
    return CatalogImport(items, tuple(rows), (*remarks, *_row_remarks(rows)))


def _by_name(rows: Sequence[CatalogRow]) -> dict[str, list[CatalogRow]]:
    named: dict[str, list[CatalogRow]] = {}
    for row in rows:
        named.setdefault(name_key(row.name), []).append(row)
    return named


def _first_department(rows: Sequence[CatalogRow]) -> Department | None:
    return next((row.department for row in rows if row.department), None)


def _code_problems(items: Sequence[Item], rows: Sequence[CatalogRow]) -> list[str]:
    problems: list[str] = []
    named = _by_name(rows)
    taken: dict[str, Item] = {}
    for item in items:
        own = named[name_key(item.name)]
        problems += [
            f"第{row.line}行“{item.name}”的编码“{row.code}”与前面的“{item.code}”不同"
            for row in own
            if row.code and row.code != item.code
        ]
        if item.code in taken:
            other = taken[item.code].name
            problems.append(f"第{own[0].line}行“{item.name}”与“{other}”编码相同：{item.code}")
        taken[item.code] = item
    return problems


def _row_remarks(rows: Sequence[CatalogRow]) -> list[str]:
    remarks: list[str] = []
    for first, *others in _by_name(rows).values():
        for row in others:
            where = f"表{row.source.table}第{row.source.ordinal}项“{row.name}”"
            if row.source.type != first.source.type:
                remarks.append(f"{where}类型为{row.source.type}，事项按首处记为{first.source.type}")
            if (row.source.document, row.source.table) == (
                first.source.document,
                first.source.table,
            ):
                remarks.append(f"{where}与同表第{first.source.ordinal}项重名，合为一项")
            if row.department and row.department != _first_department([first, *others]):
                remarks.append(f"{where}的部门“{row.department.name}”与前面不同，以前面为准")
            if row.queue and row.queue != next(r.queue for r in (first, *others) if r.queue):
                remarks.append(f"{where}的队列“{row.queue}”与前面不同，以前面为准")
    return remarks
