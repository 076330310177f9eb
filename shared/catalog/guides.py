"""Guides of items in a sheet: CSV or spreadsheet in, guides out, or every error by row and column.

An item's rows follow each other; a row without code belongs to the item above. Each row may hold
one material and one step; what is said once of an item stands in any one of its rows.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from shared.catalog.csv_file import read_csv
from shared.catalog.errors import CatalogError, refuse_rows
from shared.catalog.header import Columns
from shared.catalog.sheet import Record, read_records
from shared.catalog.xlsx_file import read_xlsx
from shared.domain.catalog import name_key
from shared.domain.guide import Form, Guide, Material

COLUMNS: Columns = {
    "code": ("事项编码", "编码"),
    "name": ("事项名称", "名称"),
    "material": ("材料", "材料名称"),
    "count": ("份数",),
    "form": ("形式", "材料形式"),
    "source": ("获取途径",),
    "material_note": ("材料说明",),
    "step": ("步骤", "办理流程"),
    "legal_days": ("法定时限",),
    "promised_days": ("承诺时限",),
    "fee": ("收费", "收费标准"),
    "fee_basis": ("收费依据",),
    "law": ("法律依据",),
    "notes": ("注意事项",),
    "place": ("办理地点", "地点"),
    "sample": ("示例数据", "示例"),
}
"""Field → its Chinese headings, the first as the template writes it."""

_OF_MATERIALS = ("count", "form", "source", "material_note")
_ONCE = ("legal_days", "promised_days", "fee", "fee_basis", "law", "notes", "place", "sample")
_MISSING = (
    "没有办事指南的表头",
    "表头须有“事项编码”和“材料”两列：hall catalog template 给出空表。",
)
_AT_ONCE = {"0", "当场", "即时", "即办", "即时办结", "当场办结"}
_DAYS = re.compile(r"(\d{1,4})\s*(?:个?工作日|天|日)?")
_YES_NO = {"是": True, "yes": True, "否": False, "no": False, "": False}
_FORMS = {form.value: form for form in Form} | {"": Form.ORIGINAL, "原件及复印件": Form.BOTH}
_MOST_COPIES = 99


@dataclass(frozen=True)
class GuideImport:
    """The guides of a file; `empty` are items that it names and says nothing of."""

    guides: tuple[Guide, ...]
    empty: tuple[str, ...]
    remarks: tuple[str, ...]


class _Wrong(ValueError):
    """A cell that cannot be read: its field, and why."""

    def __init__(self, field: str, why: str) -> None:
        super().__init__(f"“{COLUMNS[field][0]}”列：{why}")


def read_guides(path: Path, names: Mapping[str, str]) -> GuideImport:
    """Return the guides in a .csv or .xlsx file; `names` are the hall's items, code → name.

    Raises CatalogError naming row and column of everything that cannot be read.
    """
    lines, others = _lines(path)
    records, remarks = read_records(path, lines, ("code", "material"), COLUMNS, _MISSING)
    guides: list[Guide] = []
    empty: list[str] = []
    problems: list[str] = []
    done: set[str] = set()
    for rows in _items(records):
        code = rows[0].get("code")
        if code in done:
            problems.append(f"第{rows[0].line}行“事项编码”列：{code}的行不相连，或重复")
        done.add(code)
        problems += _unknown(rows[0], names)
        read, wrong = _guide(code, rows)
        problems += wrong
        if read == Guide(code):
            empty.append(code)
        else:
            guides.append(read)
    refuse_rows(path, problems, "请改正所列各格后重新导入，本次未导入任何办事指南。")
    return GuideImport(tuple(guides), tuple(empty), (*others, *remarks))


def _lines(path: Path) -> tuple[Sequence[tuple[int, Sequence[str]]], list[str]]:
    match path.suffix.lower():
        case ".csv":
            return read_csv(path), []
        case ".xlsx":
            return read_xlsx(path)
        case suffix:
            raise CatalogError(
                f"不支持的办事指南文件类型：{suffix or '（无扩展名）'}", "请用 .csv 或 .xlsx。"
            )


def _items(records: Sequence[Record]) -> Iterator[list[Record]]:
    """Yield the rows of each item; the first rows of a file may lack a code."""
    rows: list[Record] = []
    for record in records:
        code = record.get("code")
        if rows and code and code != rows[0].get("code"):
            yield rows
            rows = []
        rows.append(record)
    yield rows


def _unknown(first: Record, names: Mapping[str, str]) -> list[str]:
    code, name = first.get("code"), first.get("name")
    where = f"第{first.line}行"
    if not code:
        return [f"{where}“事项编码”列：第一个事项缺编码"]
    if code not in names:
        return [f"{where}“事项编码”列：本厅没有编码为{code}的事项"]
    if name and name_key(name) != name_key(names[code]):
        return [f"{where}“事项名称”列：{code}是“{names[code]}”，不是“{name}”"]
    return []


def _guide(code: str, rows: Sequence[Record]) -> tuple[Guide, list[str]]:
    problems: list[str] = []
    materials: list[Material] = []
    once: dict[str, str] = {}
    for row in rows:
        try:
            materials += _material(row)
        except _Wrong as wrong:
            problems.append(f"第{row.line}行{wrong}")
        for field in _ONCE:
            text = row.get(field)
            if text and once.setdefault(field, text) != text:
                problems.append(f"第{row.line}行{_Wrong(field, '与本事项前面所填不同')}")
    told = {field: once.get(field, "") for field in _ONCE}
    limits: dict[str, int | None] = {}
    for field in ("legal_days", "promised_days"):
        try:
            limits[field] = _days(field, told[field])
        except _Wrong as wrong:
            problems.append(f"第{_line_of(rows, field)}行{wrong}")
    legal, promised = limits.get("legal_days"), limits.get("promised_days")
    if legal is not None and promised is not None and promised > legal:
        longer = _Wrong("promised_days", f"承诺{promised}个工作日长于法定的{legal}个")
        problems.append(f"第{_line_of(rows, 'promised_days')}行{longer}")
    if told["sample"].lower() not in _YES_NO:
        problems.append(f"第{_line_of(rows, 'sample')}行{_Wrong('sample', '只能填是或否')}")
    guide = Guide(
        item=code,
        materials=tuple(materials),
        steps=tuple(step for row in rows if (step := row.get("step"))),
        legal_days=legal,
        promised_days=promised,
        fee=told["fee"],
        fee_basis=told["fee_basis"],
        law=told["law"],
        notes=told["notes"],
        place=told["place"],
        sample=_YES_NO.get(told["sample"].lower(), False),
    )
    return guide, problems


def _line_of(rows: Sequence[Record], field: str) -> int:
    return next((row.line for row in rows if row.get(field)), rows[0].line)


def _material(row: Record) -> list[Material]:
    name = row.get("material")
    if not name:
        for field in _OF_MATERIALS:
            if row.get(field):
                raise _Wrong(field, "本行没有材料名称")
        return []
    count, form = row.get("count") or "1", row.get("form")
    if not (count.isascii() and count.isdigit() and 1 <= int(count) <= _MOST_COPIES):
        raise _Wrong("count", f"“{count}”不是 1 到 {_MOST_COPIES} 的整数")
    if form not in _FORMS:
        raise _Wrong("form", f"“{form}”不认识（可用：{'、'.join(Form)}）")
    note = row.get("material_note")
    return [Material(name, int(count), _FORMS[form], row.get("source"), note)]


def _days(field: str, text: str) -> int | None:
    if not text:
        return None
    if text in _AT_ONCE:
        return 0
    found = _DAYS.fullmatch(text)
    if found is None:
        raise _Wrong(field, f"“{text}”不是时限，请填工作日数（如 5）或“即时办结”")
    return int(found[1])
