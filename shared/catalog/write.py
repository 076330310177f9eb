"""Items → the CSV that our reader, and a person's spreadsheet, can open."""

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from shared.catalog.pinyin import pinyin_of
from shared.domain.catalog import Department, Item
from shared.domain.errors import Unavailable

_ITEM = ("code", "name", "type", "document", "table", "number", "ordinal", "pinyin", "initials")
_DEPARTMENT = ("department", "basis")


def write_catalog_csv(
    items: Sequence[Item], departments: Mapping[str, Department], path: Path
) -> None:
    """Write one row per source, in UTF-8; department columns only if any department is given.

    `departments` goes by item code. The file is replaced whole or not at all; raises Unavailable
    if it cannot be written.
    """
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\n")
    out.writerow((*_ITEM, *_DEPARTMENT) if departments else _ITEM)
    for item in items:
        pinyin = pinyin_of(item.name)
        owner = departments.get(item.code, Department("", ""))
        for source in item.sources:
            place = source.document, source.table, source.number, source.ordinal
            row = item.code, item.name, source.type.value, *place, pinyin.full, pinyin.initials
            out.writerow((*row, owner.name, owner.basis) if departments else row)
    part = path.with_name(path.name + ".part")
    try:
        part.write_text(text.getvalue(), encoding="utf-8", newline="")
        part.replace(path)
    except OSError as fault:
        raise Unavailable(f"无法写入 {path}（{fault.strerror}）", "请检查目录和权限。") from fault
