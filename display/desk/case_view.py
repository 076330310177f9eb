"""A case and what is due, as the desk shows them. Pure."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import Any

from display.desk.forms import may
from shared.domain.register.declaration import Register, Role
from shared.domain.register.masks import masked
from shared.domain.said import Said, said
from shared.storage.case_clocks import StoredDeadline
from shared.ui.words import say
from shared.usecases.cases.queries import Due, ShownCase


@dataclass(frozen=True)
class DueRow:
    """A case with a deadline that runs out today, is over, or that nobody can know."""

    code: str
    register: str
    deadline: str
    due: str
    overdue: bool


def due_rows(due: tuple[Due, ...], known: Mapping[str, Register], zone: tzinfo) -> list[DueRow]:
    """Return the work list: overdue first, unknown last, as the hall lists them."""
    rows = []
    for one in due:
        register = known.get(one.case.register)
        rule = register.deadlines.get(one.case.deadline.name) if register else None
        rows.append(
            DueRow(
                one.case.code,
                register.name if register else one.case.register,
                rule.label if rule else one.case.deadline.name,
                when(one.case.deadline, zone, overdue=one.overdue),
                one.overdue,
            )
        )
    return rows


def when(deadline: StoredDeadline, zone: tzinfo, *, overdue: bool) -> Said:
    """Say when a deadline is due; that nobody can know it, and why."""
    if deadline.phase == "unknown":
        return said("desk", "期限未知：缺{year}年日历").of(year=deadline.year)
    if deadline.due is None:
        return _PHASES.get(deadline.phase, Said("desk", deadline.phase))
    time = _moment(deadline.due, zone)
    if deadline.phase in ("met", "late"):
        return said("desk", "{time}前，已办").of(time=time)
    if overdue:
        return said("desk", "已超期：{time}").of(time=time)
    return said("desk", "{time}前").of(time=time)


_PHASES = {"paused": said("desk", "暂停计时"), "moot": said("desk", "不再计时")}


def _moment(at: datetime, zone: tzinfo) -> str:
    """Write a moment; midnight is the end of the day before."""
    local = at.astimezone(zone)
    if (local.hour, local.minute) == (0, 0):
        return f"{local - timedelta(minutes=1):%m-%d}"
    return f"{local:%m-%d %H:%M}"


def case_shown(
    case: ShownCase, roles: Collection[Role], zone: tzinfo, now: datetime, *, open_: bool
) -> dict[str, Any]:
    """Return a case for QML; personal fields stay masked unless they are asked for (`open_`)."""
    register = case.register
    state = register.states.get(case.file.state)
    fields = register.fields
    return {
        "code": case.file.code,
        "register": register.name,
        "state": state.label if state else case.file.state,
        "private": any(name in fields and fields[name].personal for name in case.values),
        "locked": bool(case.locked),
        "fields": [
            {"label": fields[name].label, "value": _value(case, name, value, open_=open_)}
            for name, value in case.values.items()
            if name in fields
        ],
        "deadlines": [
            {
                "label": rule.label,
                "due": say(when(one, zone, overdue=one.due is not None and one.due <= now)),
                "overdue": one.phase == "running" and one.due is not None and one.due <= now,
            }
            for one in case.deadlines
            if (rule := register.deadlines.get(one.name)) is not None and not rule.limit
        ],
        "log": [
            {
                "at": f"{entry.at:%m-%d %H:%M}",
                "step": register.steps[entry.step].label
                if entry.step in register.steps
                else entry.step,
                "by": entry.by,
            }
            for entry in case.log
        ],
        "steps": [
            {"name": step.name, "label": step.label} for step in case.steps if may(step, roles)
        ],
        "papers": [paper.title for paper in case.papers],
    }


def _value(case: ShownCase, name: str, value: str, *, open_: bool) -> str:
    field = case.register.fields[name]
    return field.shown(value) if open_ else masked(field, field.shown(value))
