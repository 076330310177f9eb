"""A step of any register as a form, made of the register's own declaration. Pure."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from shared.domain.register.declaration import OPEN, Register, Role, Step
from shared.domain.register.fields import Field, Kind
from shared.domain.said import Said, said

_HINTS: Mapping[Kind, Said] = {
    Kind.NUMBER: said("desk", "数字"),
    Kind.DATE: said("desk", "如 2026-11-28"),
    Kind.MOMENT: said("desk", "如 2026-11-28 09:30"),
    Kind.PHONE: said("desk", "电话号码，5到20位数字"),
    Kind.IDENTITY: said("desk", "18位身份证号"),
    Kind.ITEM: said("desk", "事项的全名"),
    Kind.WINDOW: said("desk", "窗口号"),
}
YES_NO = {"yes": said("desk", "是"), "no": said("desk", "否")}


@dataclass(frozen=True)
class FormField:
    """One field to fill in: `value` is what stands there at first, `known` that something personal
    stands in the case already and may be left as it is.
    """

    name: str
    label: str
    required: bool
    lines: int
    hint: str
    choices: Mapping[str, str]
    value: str
    known: bool


@dataclass(frozen=True)
class Form:
    """A step's form; `case` is "" where a case is opened."""

    register: str
    case: str
    step: str
    title: str
    fields: tuple[FormField, ...]


@dataclass(frozen=True)
class Surround:
    """What the desk knows and need not be typed: the window, and the item of its ticket."""

    window: int
    item: str
    now: datetime


def form_of(
    register: Register, case: str, step: Step, values: Mapping[str, str], around: Surround
) -> Form:
    """Return the form of a step in a case where `values` are known."""
    return Form(
        register.code,
        case,
        step.name,
        f"{register.name} · {step.label}",
        tuple(
            _field(register.fields[name], step, values, around)
            for name in dict.fromkeys(step.fields)
        ),
    )


def _field(field: Field, step: Step, values: Mapping[str, str], around: Surround) -> FormField:
    known = field.personal and field.name in values and field.name not in step.fresh
    needed = field.name in step.needs and not known
    return FormField(
        field.name,
        field.label,
        needed or field.name in step.fresh,
        4 if field.kind is Kind.LONG else 1,
        _HINTS.get(field.kind, Said("desk", "")),
        YES_NO if field.kind is Kind.YES_NO else field.choices,
        _begin(field, step, values, around),
        known,
    )


def _begin(field: Field, step: Step, values: Mapping[str, str], around: Surround) -> str:
    """Return what stands in a field at first; nothing personal is shown unasked."""
    if field.personal or field.name in step.fresh:
        return ""
    if field.name in values:
        return field.shown(values[field.name]) if not field.choices else values[field.name]
    match field.kind:
        case Kind.WINDOW:
            return str(around.window)
        case Kind.ITEM if step.name == OPEN:
            return around.item
        case _:
            return ""


def missing(form: Form, given: Mapping[str, str]) -> list[str]:
    """Return the labels of what has to be filled in and is not."""
    return [
        field.label
        for field in form.fields
        if field.required and not given.get(field.name, field.value).strip()
    ]


def sent(form: Form, given: Mapping[str, str]) -> dict[str, str]:
    """Return what is written with the step: what stands in the form and is not empty."""
    found = {field.name: given.get(field.name, field.value) for field in form.fields}
    return {name: text for name, text in found.items() if text.strip()}


def may(step: Step, roles: Collection[Role]) -> bool:
    """Whether somebody with these roles takes such a step."""
    return bool(set(step.by) & set(roles))
