"""The tables of an official document's text: every cell on a line that begins with a tab."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from shared.catalog.errors import CatalogError, refuse_rows
from shared.catalog.numbering import number_remarks
from shared.domain.catalog import CatalogRow, ItemType, Source, clean_name

_HEADING = re.compile(r"表\s*(\d+(?:[-－–—]\d+)?)")
_NUMBER = re.compile(r"\d{1,6}")
_END = re.compile(r"附件\s*\d")
_COLUMNS = ["序号", "事项名称", "事项类型"]
_TYPES = {kind.value for kind in ItemType}


@dataclass
class _Record:
    """The lines from one number cell to the next."""

    line: int
    number: int
    parts: list[tuple[bool, str]] = field(default_factory=list)


@dataclass
class _Table:
    name: str
    header: list[str] = field(default_factory=list)
    records: list[_Record] = field(default_factory=list)


def read_document(path: Path, text: str, document: str) -> tuple[list[CatalogRow], list[str]]:
    """Return the rows of every 序号/事项名称/事项类型 table, and Chinese remarks on its flaws.

    Raises CatalogError if there is no such table, or naming the line of each unreadable row.
    """
    rows: list[CatalogRow] = []
    remarks: list[str] = []
    problems: list[str] = []
    for table in _tables(text):
        if table.header != _COLUMNS:
            remarks.append(f"表{table.name}：表头不是序号、事项名称、事项类型，不作事项目录读取")
            continue
        for ordinal, record in enumerate(table.records, start=1):
            try:
                name, kind = _name_and_type(record, table.name, ordinal, remarks)
            except ValueError as fault:
                problems.append(f"第{record.line}行（表{table.name}第{ordinal}项）{fault}")
                continue
            source = Source(document, table.name, record.number, ordinal, kind)
            rows.append(CatalogRow(name, source, line=record.line))
        remarks += number_remarks(table.name, [record.number for record in table.records])
    refuse_rows(path, problems)
    if not rows:
        raise CatalogError(
            f"{path.name} 中没有事项目录表",
            "文本须有“表2-1”一类的表题，其下每格一行、行首为制表符。",
        )
    return rows, remarks


def _tables(text: str) -> Iterator[_Table]:
    table: _Table | None = None
    lines = text.splitlines()
    for at, raw in enumerate(lines):
        cell, content = raw.startswith("\t"), raw.strip()
        heading = None if cell else _HEADING.match(content)
        if heading and _cell_follows(lines, at):
            if table:
                yield table
            table = _Table(re.sub("[－–—]", "-", heading[1]))
        elif table and not cell and _END.match(content):
            yield table
            table = None
        elif table and cell and _NUMBER.fullmatch(content):
            table.records.append(_Record(at + 1, int(content)))
        elif table and content:
            if table.records:
                table.records[-1].parts.append((cell, content))
            elif cell:
                table.header.append(content)
    if table:
        yield table


def _cell_follows(lines: list[str], at: int) -> bool:
    return next((line for line in lines[at + 1 :] if line.strip()), "").startswith("\t")


def _name_and_type(
    record: _Record, table: str, ordinal: int, remarks: list[str]
) -> tuple[str, ItemType]:
    parts = record.parts
    at = next((i for i, (cell, text) in enumerate(parts) if cell and text in _TYPES), None)
    if at is None:
        cells = [text for cell, text in parts if cell]
        raise ValueError(f"事项类型“{cells[-1]}”不认识" if len(cells) > 1 else "缺事项名称或类型")
    name = clean_name(" ".join(text for _, text in parts[:at]))
    if not name:
        raise ValueError("事项名称为空")
    if at > 1:
        remarks.append(f"表{table}：第{ordinal}项名称断为{at}行，已拼接为“{name}”")
    for cell, text in parts[at + 1 :]:
        if cell:
            raise ValueError(f"类型之后多出一格“{text}”")
        remarks.append(f"表{table}：第{ordinal}项之后的文字“{text}”不属于目录，未作事项")
    return name, ItemType(parts[at][1])
