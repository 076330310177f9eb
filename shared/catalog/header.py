"""The header row of a catalogue sheet, in Chinese or English."""

from collections.abc import Mapping, Sequence

Columns = Mapping[str, tuple[str, ...]]
"""Field → its Chinese headings; the field's own name is its English heading."""

COLUMNS: Columns = {
    "name": ("名称", "事项名称"),
    "type": ("类型", "事项类型"),
    "code": ("编码", "事项编码"),
    "document": ("文件", "来源", "文件/来源"),
    "table": ("表",),
    "number": ("序号",),
    "ordinal": ("位置",),
    "department": ("部门",),
    "basis": ("依据",),
    "queue": ("队列",),
    "pinyin": ("拼音",),
    "initials": ("首字母",),
}
"""The headings of a catalogue."""


def field_of(heading: str, columns: Columns = COLUMNS) -> str:
    """Return the field a heading names, or an empty string for one we do not know."""
    asked = "".join(heading.split()).lower()
    return next((field for field, names in columns.items() if asked in (field, *names)), "")


def find_header(
    grid: Sequence[Sequence[str]],
    needed: Sequence[str],
    within: int = 10,
    columns: Columns = COLUMNS,
) -> int:
    """Return the index of the first row naming all needed fields, or -1.

    Titles may stand above a header: the first `within` rows are looked at.
    """
    for at, row in enumerate(grid[:within]):
        if set(needed) <= {field_of(cell, columns) for cell in row}:
            return at
    return -1
