"""Cases as programs and people read them on the command line."""

from collections.abc import Iterator
from datetime import datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, Any

from shared.commands.options import hall_time
from shared.domain.register.masks import masked

if TYPE_CHECKING:
    from shared.domain.register.declaration import Register
    from shared.storage.case_clocks import StoredDeadline
    from shared.storage.cases import CaseFile
    from shared.usecases.cases import ShownCase


def case_data(case: "CaseFile", zone: tzinfo) -> dict[str, Any]:
    """Return a case as JSON."""
    return {
        "case": case.code,
        "register": case.register,
        "state": case.state,
        "origin": case.origin,
        "opened_at": hall_time(case.opened_at, zone),
        "changed_at": hall_time(case.changed_at, zone),
        "closed_at": hall_time(case.closed_at, zone),
        "on_day": case.on_day,
        "forget_on": case.forget_on,
    }


def deadline_data(deadline: "StoredDeadline", zone: tzinfo) -> dict[str, Any]:
    """Return a deadline as JSON."""
    return {
        "deadline": deadline.name,
        "phase": deadline.phase,
        "round": deadline.round,
        "start": hall_time(deadline.start, zone),
        "due": hall_time(deadline.due, zone),
        "ended": hall_time(deadline.ended, zone),
        "count": deadline.amount,
        "missing_year": deadline.year,
    }


def due_words(deadline: "StoredDeadline", zone: tzinfo) -> str:
    """Return when a deadline is due, as people say it: a midnight is the end of the day before."""
    if deadline.phase == "unknown":
        start = deadline.start.astimezone(zone)
        return (
            f"unknown: calendar {deadline.year} missing "
            f"({deadline.amount} working days from {start:%Y-%m-%d})"
        )
    if deadline.due is None:
        return deadline.phase
    return f"{deadline.phase}, {day_or_moment(deadline.due, zone)}"


def day_or_moment(moment: datetime, zone: tzinfo) -> str:
    """Return `2026-11-27` for the end of that day, else the minute."""
    local = moment.astimezone(zone)
    if (local.hour, local.minute, local.second) == (0, 0, 0):
        return f"{local - timedelta(minutes=1):%Y-%m-%d} (end of day)"
    return f"{local:%Y-%m-%d %H:%M}"


def shown_data(case: "ShownCase", zone: tzinfo, reveal: bool) -> dict[str, Any]:
    """Return everything of a case as JSON; personal fields masked unless `reveal`."""
    return {
        **case_data(case.file, zone),
        "fields": _values(case, case.values, reveal),
        "locked": case.locked,
        "log": [
            {
                "step": entry.step,
                "at": entry.at.isoformat(),
                "state": entry.state,
                "role": entry.role,
                "by": entry.by,
                "fields": _values(case, dict(entry.values), reveal),
            }
            for entry in case.log
        ],
        "deadlines": [deadline_data(one, zone) for one in case.deadlines],
        "alarms": [
            {
                "deadline": one.alarm.deadline,
                "alarm": one.alarm.name,
                "at": hall_time(one.alarm.at, zone),
                "to": one.alarm.to,
                "raised_at": hall_time(one.raised_at, zone),
            }
            for one in case.alarms
        ],
        "steps": [
            {"step": step.name, "label": step.label, "by": step.by, "fields": step.fields}
            for step in case.steps
        ],
        "papers": [{"paper": paper.name, "title": paper.title} for paper in case.papers],
    }


def case_lines(case: "ShownCase", zone: tzinfo, reveal: bool) -> Iterator[str]:
    """Yield a case as people read it."""
    register = case.register
    state = register.states.get(case.file.state)
    yield f"{case.file.code}  {register.name}  {state.label if state else case.file.state}"
    for name, value in _values(case, case.values, reveal).items():
        field = register.fields.get(name)
        label, shown = (field.label, field.shown(value)) if field else (name, value)
        yield f"  {label}: {shown}"
    for key in case.locked:
        yield f"  personal fields under key {key} cannot be read: hall.key is missing it"
    for deadline in case.deadlines:
        rule = register.deadlines.get(deadline.name)
        yield f"  {rule.label if rule else deadline.name}: {due_words(deadline, zone)}"
    for entry in case.log:
        step = register.steps.get(entry.step)
        yield f"  {entry.at:%Y-%m-%d %H:%M}  {step.label if step else entry.step}  {entry.by}"
    if case.steps:
        yield "  next: " + "、".join(f"{step.name} {step.label}" for step in case.steps)
    if case.papers:
        yield "  papers: " + "、".join(paper.title for paper in case.papers)


def register_data(register: "Register") -> dict[str, Any]:
    """Return a register as JSON."""
    return {
        "code": register.code,
        "name": register.name,
        "prefix": register.prefix,
        "document": register.document,
        "fields": [
            {
                "field": f.name,
                "label": f.label,
                "kind": f.kind,
                "personal": f.personal,
                "choices": dict(f.choices),
            }
            for f in register.fields.values()
        ],
        "steps": [
            {
                "step": s.name,
                "label": s.label,
                "from": s.sources,
                "to": s.to,
                "by": s.by,
                "needs": (*s.needs, *s.fresh),
                "takes": s.takes,
            }
            for s in register.steps.values()
        ],
        "deadlines": [
            {"deadline": d.name, "label": d.label, "basis": d.basis}
            for d in register.deadlines.values()
        ],
    }


def register_lines(register: "Register") -> Iterator[str]:
    """Yield a register as people read it."""
    yield f"{register.prefix}  {register.name}  ({register.document})"
    for step in register.steps.values():
        needs = "、".join(f"{n} {register.fields[n].label}" for n in (*step.needs, *step.fresh))
        by = ", ".join(step.by)
        yield f"  {step.name}  {step.label}  [{by}]" + (f"  needs {needs}" if needs else "")
    for deadline in register.deadlines.values():
        yield f"  ⏱ {deadline.label}  ({deadline.basis})"


def _values(case: "ShownCase", values: dict[str, str], reveal: bool) -> dict[str, str]:
    fields = case.register.fields
    return {
        name: value if reveal or name not in fields else masked(fields[name], value)
        for name, value in values.items()
    }
