"""A sheet's cells, from CSV or a spreadsheet, as named records."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from shared.catalog.errors import CatalogError, refuse_rows
from shared.catalog.header import COLUMNS, Columns, field_of, find_header

Line = tuple[int, Sequence[str]]
"""A row's place in its file, from 1, and its cells."""


@dataclass(frozen=True)
class Record:
    """One row under the header: field → cell, stripped; a column that is absent reads as empty."""

    line: int
    cells: dict[str, str]

    def get(self, field: str) -> str:
        """Return the field's cell, or an empty string."""
        return self.cells.get(field, "")


_NO_CATALOGUE = (
    "没有事项目录的表头",
    "表头须有“名称”“类型”（或 name、type）两列；导入部门须有编码、部门、依据。",
)


def read_records(
    path: Path,
    lines: Sequence[Line],
    needed: Sequence[str],
    columns: Columns = COLUMNS,
    missing: tuple[str, str] = _NO_CATALOGUE,
) -> tuple[list[Record], list[str]]:
    """Return the rows below the header, and remarks on what was left aside.

    `columns` are the headings, `missing` says what the header lacks and what it must have.

    Blank rows are passed over. Raises CatalogError if no header names all needed fields, a field
    stands twice in it, there is nothing below it, or a row has cells beyond it.
    """
    filled = [(number, [cell.strip() for cell in cells]) for number, cells in lines]
    filled = [(number, cells) for number, cells in filled if any(cells)]
    at = find_header([cells for _, cells in filled], needed, columns=columns)
    if at < 0:
        raise CatalogError(f"{path.name} {missing[0]}", missing[1])
    headings = filled[at][1]
    fields = [field_of(heading, columns) for heading in headings]
    twice = [head for i, head in enumerate(headings) if fields[i] and fields[i] in fields[:i]]
    if twice:
        raise CatalogError(f"{path.name} 表头重复：{'、'.join(twice)}", "每一列只能出现一次。")
    remarks = [f"第{number}行在表头之上，未作事项" for number, _ in filled[:at]]
    unknown = [head for i, head in enumerate(headings) if head and not fields[i]]
    remarks += [f"“{head}”一列不认识，未导入" for head in unknown]
    records: list[Record] = []
    problems: list[str] = []
    for number, cells in filled[at + 1 :]:
        beyond = [c for i, c in enumerate(cells) if c and (i >= len(fields) or not headings[i])]
        if beyond:
            problems.append(f"第{number}行多出表头之外的内容“{beyond[0]}”")
        records.append(Record(number, {f: c for f, c in zip(fields, cells, strict=False) if f}))
    refuse_rows(path, problems)
    if not records:
        raise CatalogError(f"{path.name} 只有表头，没有事项", "请填入至少一行事项。")
    return records, remarks
