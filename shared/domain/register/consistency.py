"""What is wrong with a declaration as a whole; told when it is read, never when it is used."""

from collections.abc import Iterable, Iterator

from shared.domain.register.declaration import (
    CODE,
    OPEN,
    Deadline,
    Proposal,
    Register,
    Role,
    Span,
    Step,
    When,
)
from shared.domain.register.fields import Kind

_DAYS = (Kind.DATE, Kind.MOMENT)


def problems(register: Register) -> Iterator[str]:
    """Yield every problem: names that are not declared, states nobody reaches or leaves."""
    if OPEN not in register.steps or register.steps[OPEN].to is None:
        yield f"step {OPEN} has to be there and lead to a state"
        return
    yield from _steps(register)
    yield from _states(register)
    for deadline in register.deadlines.values():
        yield from _deadline(register, deadline)
    for check in register.checks:
        yield from _fields(register, [check.field, *check.others, *check.when], "a check")
    for paper in register.papers:
        where = f"paper {paper.name}"
        yield from _fields(register, [*paper.fields, *paper.when], where)
        yield from _named(register.steps, [*paper.after, *paper.rows], where, "step")
        yield from _named(register.deadlines, paper.deadlines, where, "deadline")
    yield from _fields(register, register.find_by, "find_by")
    yield from _fields(register, [register.day_of] if register.day_of else [], "day_of")
    for name in register.find_by:
        if name in register.fields and not register.fields[name].personal:
            yield f"find_by {name}: only a personal field is found by its hash"
    personal = any(field.personal for field in register.fields.values())
    if personal and not register.keep_days:
        yield "keep_days: personal fields need the time after which they are forgotten"


def proposals(register: Register) -> Iterator[Proposal]:
    """Yield every case it proposes to open in other registers."""
    rules: list[Step | Deadline] = [*register.steps.values(), *register.deadlines.values()]
    for rule in rules:
        if rule.proposes is not None:
            yield rule.proposes


def proposal_problems(source: Register, target: Register, proposal: Proposal) -> Iterator[str]:
    """Yield why what is proposed cannot be opened there."""
    where = f"proposes {target.code}"
    step = target.steps[OPEN]
    if Role.SYSTEM not in step.by:
        yield f"{where}: the system opens no case there"
    if step.proposes is not None:
        yield f"{where}: a case that is proposed there would propose another"
    yield from _named(step.fields, [*proposal.sets, *proposal.copies], where, "field to open with")
    yield from _when(source, proposal.when, where)
    copied = [name for name in proposal.copies.values() if name != CODE]
    yield from _fields(source, copied, where)
    for name in copied:
        field = source.fields.get(name)
        if field is not None and field.personal:
            yield f"{where}: {name} is personal and goes nowhere else"


def _steps(register: Register) -> Iterator[str]:
    for step in register.steps.values():
        where = f"step {step.name}"
        yield from _named(
            register.states, [*step.sources, *filter(None, [step.to])], where, "state"
        )
        yield from _fields(register, step.fields, where)
        yield from _when(register, step.when, where)
        yield from _named(
            register.deadlines, [*step.only_after, *step.not_after], where, "deadline"
        )
        if not step.by:
            yield f"{where}: nobody may take it"
        if step.name != OPEN and not step.sources:
            yield f"{where}: it is possible in no state"


def _states(register: Register) -> Iterator[str]:
    reached = {step.to for step in register.steps.values()}
    left = {source for step in register.steps.values() for source in step.sources}
    for state in register.states.values():
        if state.name not in reached:
            yield f"state {state.name}: no step leads there"
        if not state.closed and state.name not in left:
            yield f"state {state.name}: it is not closed, and no step leads on"
    if not any(state.closed for state in register.states.values()):
        yield "no state closes a case"
    given = {name for step in register.steps.values() for name in step.fields}
    for name in register.fields:
        if name not in given:
            yield f"field {name}: no step takes it"


def _deadline(register: Register, rule: Deadline) -> Iterator[str]:
    where = f"deadline {rule.name}"
    steps = [*rule.starts, *rule.met_by, *rule.stops, *rule.restarts, *rule.pauses, *rule.resumes]
    steps += [*rule.extends, *rule.excuses, *filter(None, [rule.since])]
    yield from _named(register.steps, steps, where, "step")
    yield from _when(register, rule.when, where)
    yield from _numbers(register, rule.extends.values(), where)
    if not rule.starts:
        yield f"{where}: nothing begins it"
    if not rule.met_by and not rule.limit:
        yield f"{where}: no step meets it"
    if rule.span is None and not rule.at:
        yield f"{where}: it needs a span, or the field at"
    if rule.span is not None:
        yield from _span(register, rule.span, where)
    if rule.at:
        yield from _fields(register, [rule.at], where)
        field = register.fields.get(rule.at)
        if field is not None and (field.kind not in _DAYS or field.personal):
            yield f"{where}: {rule.at} is no date or moment that stays readable"
    elif rule.back:
        yield f"{where}: it counts back from no field"
    names = [alarm.name for alarm in rule.alarms]
    if len(names) != len(set(names)):
        yield f"{where}: two alarms have one name"


def _span(register: Register, span: Span, where: str) -> Iterator[str]:
    if isinstance(span.count, str):
        yield from _numbers(register, [span.count], where)


def _numbers(register: Register, names: Iterable[str], where: str) -> Iterator[str]:
    for name in names:
        field = register.fields.get(name)
        if field is None or field.kind is not Kind.NUMBER or field.personal:
            yield f"{where}: {name} is no field with a number that stays readable"


def _when(register: Register, when: When, where: str) -> Iterator[str]:
    for name, values in when.items():
        field = register.fields.get(name)
        if field is None:
            yield f"{where}: there is no field {name}"
        elif field.personal:
            yield f"{where}: {name} is personal, and no rule may hang on what can be forgotten"
        elif field.kind is Kind.CHOICE:
            for value in values:
                if value not in field.choices:
                    yield f"{where}: {name} cannot be {value}"


def _fields(register: Register, names: Iterable[str], where: str) -> Iterator[str]:
    yield from _named(register.fields, names, where, "field")


def _named(known: Iterable[str], names: Iterable[str], where: str, what: str) -> Iterator[str]:
    there = set(known)
    for name in names:
        if name not in there:
            yield f"{where}: there is no {what} {name}"
