"""A register as a sheet: a row for each entry of a case's log, in words people read and write."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from shared.domain.errors import BadInput
from shared.domain.register.case import Entry
from shared.domain.register.declaration import Register, Role
from shared.domain.register.fields import Field, Kind
from shared.domain.register.masks import masked

CASE, STEP, AT, ROLE, BY, ORIGIN, GONE, OTHER = HEAD = (
    "编号",
    "步骤",
    "时间",
    "角色",
    "经办人",
    "来源",
    "个人信息已销毁",
    "登记簿中已没有的内容",
)
"""The columns that are not fields; the last ones are filled where there is something to say."""

MASKED = "（已遮盖）"
"""Stands behind the heading of a personal column that does not show everything."""

ROLES = {
    Role.APPLICANT: "申请人",
    Role.CLERK: "窗口人员",
    Role.HELPER: "帮办员",
    Role.AGENT: "代办员",
    Role.MANAGER: "值班主任",
    Role.HEAD: "部门负责人",
    Role.ADMIN: "管理员",
    Role.SYSTEM: "系统",
}


@dataclass(frozen=True)
class Columns:
    """The columns of a register's sheet: heading of each field, and how each step is called."""

    register: Register
    fields: Mapping[str, str]
    steps: Mapping[str, str]

    def heading(self, reveal: bool) -> list[str]:
        """Return the first row."""
        personal = (
            heading if reveal or not self.register.fields[name].personal else heading + MASKED
            for name, heading in self.fields.items()
        )
        return [*HEAD, *personal]

    def row(self, code: str, origin: str, entry: Entry, *, gone: bool, reveal: bool) -> list[str]:
        """Return the row of an entry; what no field is declared for stands in its own column."""
        declared = self.register.fields
        other = "；".join(f"{n}={v}" for n, v in entry.values.items() if n not in declared)
        texts = (_shown(declared[name], entry.values.get(name, ""), reveal) for name in self.fields)
        return [
            code,
            self.steps.get(entry.step, entry.step),
            entry.at.replace(tzinfo=None).isoformat(sep=" "),
            ROLES[Role(entry.role)],
            entry.by,
            origin,
            "是" if gone else "",
            other,
            *texts,
        ]


@dataclass(frozen=True)
class Row:
    """A row as read: the texts of the columns that are filled, by heading, and of the fields."""

    line: int
    head: Mapping[str, str]
    fields: Mapping[str, str]


def columns(register: Register) -> Columns:
    """Return a register's columns; a name stands behind a label that two fields share."""
    return Columns(
        register,
        _unique({name: field.label for name, field in register.fields.items()}, HEAD),
        _unique({name: step.label for name, step in register.steps.items()}),
    )


def read_rows(
    register: Register, lines: Sequence[tuple[int, Sequence[str]]]
) -> tuple[list[Row], list[str]]:
    """Return the rows under the heading, and what is wrong with heading and columns."""
    filled = [(number, [cell.strip() for cell in cells]) for number, cells in lines]
    filled = [(number, cells) for number, cells in filled if any(cells)]
    if not filled:
        return [], ["表中没有内容"]
    heading = filled[0][1]
    known = {text: name for name, text in columns(register).fields.items()}
    known |= {name: name for name in register.fields}
    problems = list(_wrong_headings(heading, known))
    if problems:
        return [], problems
    rows = []
    for number, cells in filled[1:]:
        texts = dict(zip(heading, cells, strict=False))
        beyond = [cell for cell in cells[len(heading) :] if cell]
        if beyond or texts.get("", ""):
            problems.append(f"第{number}行：“{(beyond or [texts['']])[0]}”不在任何一列之下")
        head = {name: texts.get(name, "") for name in HEAD}
        fields = {known[text]: cell for text, cell in texts.items() if text in known and cell}
        rows.append(Row(number, head, fields))
    return rows, problems


def step_of(register: Register, text: str) -> str:
    """Return the step a cell names, by its name or its label; BadInput names those there are."""
    known = columns(register).steps
    found = [name for name, label in known.items() if text in (name, label)]
    if not found:
        raise BadInput(f"“{text}” is no step", f"steps: {'、'.join(known.values())}")
    return found[0]


def role_of(text: str) -> Role:
    """Return the role a cell names; BadInput names those there are."""
    found = [role for role, label in ROLES.items() if text in (role.value, label)]
    if not found:
        raise BadInput(f"“{text}” is no role", f"roles: {'、'.join(ROLES.values())}")
    return found[0]


def moment_of(text: str, zone: tzinfo) -> datetime:
    """Return the moment a cell names, in the hall's zone; BadInput says how to write it."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise BadInput(f"“{text}” is no moment", "write it like 2026-11-23 10:00") from None
    return moment.replace(tzinfo=zone) if moment.tzinfo is None else moment.astimezone(zone)


def _wrong_headings(heading: Sequence[str], known: Mapping[str, str]) -> Iterator[str]:
    names = [known.get(text, text) for text in heading if text]
    for name, count in Counter(names).items():
        if count > 1:
            yield f"表头“{name}”出现{count}次"
    for text in heading:
        if text.endswith(MASKED):
            yield f"“{text}”已遮盖，不能导入（导出时用 --reveal）"
        elif text and text not in known and text not in HEAD:
            yield f"表头“{text}”不属于本登记簿"
    if not set(heading) & set(known):
        yield f"第一行须是表头，如：{'、'.join([*HEAD[:5], *known][:8])}"


def _unique(labels: Mapping[str, str], taken: Sequence[str] = ()) -> dict[str, str]:
    counted = Counter([*labels.values(), *taken])
    return {
        name: label if counted[label] == 1 else f"{label}（{name}）"
        for name, label in labels.items()
    }


def _shown(field: Field, value: str, reveal: bool) -> str:
    if not value:
        return ""
    if field.personal and not reveal:
        return masked(field, value)
    if field.kind is not Kind.CHOICE:
        return field.shown(value)
    label = field.shown(value)
    same = [code for code, other in field.choices.items() if label in (code, other)]
    return label if same == [value] else value
