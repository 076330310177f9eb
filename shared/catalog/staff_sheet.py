"""A list of the staff, from CSV or a spreadsheet."""

from collections.abc import Sequence
from pathlib import Path

from shared.catalog.csv_file import read_csv
from shared.catalog.errors import CatalogError, refuse_rows
from shared.catalog.sheet import Line
from shared.catalog.xlsx_file import read_xlsx
from shared.domain.errors import BadInput
from shared.domain.staff import Staff, StaffRole, checked, roles_of

COLUMNS = {
    "number": ("工号",),
    "name": ("姓名",),
    "unit": ("单位",),
    "post": ("职务", "岗位"),
    "phone": ("电话", "联系电话"),
    "party_member": ("党员",),
    "photo": ("照片",),
    "partner": ("B岗", "B岗工号"),
    "roles": ("角色",),
    "active": ("在岗", "在用"),
}
"""Field → its Chinese headings; the field's own name is its English heading."""

_FIELDS = {heading: field for field, names in COLUMNS.items() for heading in (field, *names)}
_YES, _NO = {"是", "党员", "yes", "1", "true", "√"}, {"", "否", "no", "0", "false", "×"}


def read_staff(path: Path) -> tuple[list[Staff], list[str]]:
    """Return the people of a .csv or .xlsx file, and remarks on columns that were left aside.

    Raises CatalogError naming every row that cannot be read; a person needs a number and a name.
    """
    match path.suffix.lower():
        case ".csv":
            lines: Sequence[Line] = read_csv(path)
            remarks: list[str] = []
        case ".xlsx":
            lines, remarks = read_xlsx(path)
        case suffix:
            raise CatalogError(
                f"不支持的名单文件类型：{suffix or '（无扩展名）'}", "请用 .csv 或 .xlsx。"
            )
    filled = [(number, [cell.strip() for cell in cells]) for number, cells in lines]
    filled = [(number, cells) for number, cells in filled if any(cells)]
    fields = [_FIELDS.get("".join(head.split()), "") for head in filled[0][1]] if filled else []
    if not {"number", "name"} <= set(fields):
        raise CatalogError(
            f"{path.name} 没有人员名单的表头", "第一行须有“工号”“姓名”（或 number、name）两列。"
        )
    remarks += [
        f"“{head}”一列不认识，未导入"
        for head, field in zip(filled[0][1], fields, strict=True)
        if head and not field
    ]
    people, problems = [], []
    for number, cells in filled[1:]:
        row = {field: cell for field, cell in zip(fields, cells, strict=False) if field}
        try:
            people.append(_person(row))
        except (BadInput, ValueError) as error:
            problems.append(f"第{number}行：{error}")
    refuse_rows(path, problems)
    if not people:
        raise CatalogError(f"{path.name} 只有表头，没有人员", "请填入至少一行。")
    return people, remarks


def _person(row: dict[str, str]) -> Staff:
    roles = row.get("roles", "")
    return checked(
        Staff(
            row["number"],
            row.get("name", ""),
            row.get("unit", ""),
            row.get("post", ""),
            row.get("phone", ""),
            _yes(row.get("party_member", ""), "党员"),
            row.get("photo", ""),
            row.get("partner", ""),
            roles_of(roles) if roles else frozenset({StaffRole.WINDOW}),
            _yes(row.get("active") or "是", "在岗"),
        )
    )


def _yes(text: str, column: str) -> bool:
    word = text.casefold()
    if word not in _YES | _NO:
        raise ValueError(f"“{column}”须为是或否，不是“{text}”")
    return word in _YES
