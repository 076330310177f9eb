"""Named records → catalogue rows."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from shared.catalog.errors import refuse_rows
from shared.catalog.sheet import Record
from shared.domain.catalog import CatalogRow, Department, ItemType, Source, clean_name

DEFAULT_TABLE = "1"
"""The table of a hall's own list, which names none."""

DEFAULT_BASIS = "stated"
"""The basis of a department that a row names without saying why."""

_NUMBER = re.compile(r"\d{1,6}")
_DATE = re.compile(r"\d{1,2}月\d{1,2}日|\d{4}[-/]\d{1,2}[-/]\d{1,2}")


def read_rows(path: Path, records: Sequence[Record], document: str) -> list[CatalogRow]:
    """Return a row per record; raise CatalogError naming every record that cannot be read.

    `document` stands in where a record names none; a position that is not stated is counted
    within the record's document and table.
    """
    rows: list[CatalogRow] = []
    problems: list[str] = []
    counted: Counter[tuple[str, str]] = Counter()
    places: dict[tuple[str, str, int], int] = {}
    for record in records:
        origin = record.get("document") or document, _table(record.get("table"))
        counted[origin] += 1
        try:
            row = _row(record, *origin, counted[origin])
        except ValueError as fault:
            problems.append(f"第{record.line}行{fault}")
            continue
        place = (*origin, row.source.ordinal)
        if place in places:
            problems.append(f"第{record.line}行与第{places[place]}行同为表{place[1]}第{place[2]}项")
        places[place] = record.line
        rows.append(row)
    refuse_rows(path, problems)
    return rows


def _row(record: Record, document: str, table: str, position: int) -> CatalogRow:
    name, kind, code = clean_name(record.get("name")), record.get("type"), record.get("code")
    if not name:
        raise ValueError("事项名称为空")
    if kind not in set(ItemType):
        known = "、".join(ItemType)
        raise ValueError(f"事项类型“{kind}”不认识（可用：{known}）" if kind else "缺事项类型")
    # Excel turns 2-1 into 2月1日 and 2-1-001 into a day of 2002, for good.
    mangled = next((text for text in (code, table) if _DATE.match(text)), None)
    if mangled:
        raise ValueError(f"编码或表“{mangled}”已被 Excel 变成日期，请把该列设为文本后重填")
    ordinal = _count(record, "ordinal", position)
    return CatalogRow(
        name,
        Source(document, table, _count(record, "number", ordinal), ordinal, ItemType(kind)),
        code,
        _department(record),
        record.get("queue"),
        record.line,
    )


def _table(text: str) -> str:
    return unicodedata.normalize("NFKC", text).removeprefix("表").strip() or DEFAULT_TABLE


def _count(record: Record, field: str, default: int) -> int:
    text = record.get(field)
    if not text:
        return default
    if not _NUMBER.fullmatch(text) or int(text) < 1:
        raise ValueError(f"“{text}”不是序号，须为 1 到 999999 的整数")
    return int(text)


def _department(record: Record) -> Department | None:
    name = record.get("department")
    return Department(name, record.get("basis") or DEFAULT_BASIS) if name else None
