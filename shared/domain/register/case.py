"""A case: the entries of its log, and what may happen to it next."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from shared.domain.errors import BadInput, Refused
from shared.domain.register.declaration import OPEN, Register, Role, Step, applies
from shared.domain.register.fields import Surroundings
from shared.domain.said import said


@dataclass(frozen=True)
class Entry:
    """One line of a case's log: a step, when, by whom, what was written, the state after it.

    `at` is in the hall's zone.
    """

    step: str
    at: datetime
    state: str
    role: str
    by: str
    values: Mapping[str, str]


def current(log: Collection[Entry]) -> dict[str, str]:
    """Return what stands in the fields after all entries: what was written last."""
    values: dict[str, str] = {}
    for entry in log:
        values.update(entry.values)
    return values


def read_values(
    register: Register, step: Step, given: Mapping[str, str], around: Surroundings
) -> dict[str, str]:
    """Return what is given with a step as it is kept; BadInput for what does not belong there."""
    values = {}
    for name, text in given.items():
        if name not in step.fields:
            known = "、".join(f"{n} {register.fields[n].label}" for n in step.fields) or "none"
            raise BadInput(f"{step.label} takes no field “{name}”", f"fields: {known}")
        if text.strip():
            values[name] = register.fields[name].read(text, around)
    return values


def opening(register: Register, role: Role, values: Mapping[str, str]) -> str:
    """Return the state in which a case begins; Refused or BadInput when it cannot."""
    step = register.steps[OPEN]
    _allowed(register, step, role)
    _complete(register, step, values, values)
    _fitting(register, step, values)
    assert step.to is not None
    return step.to


def advance(  # what has to be known before a step is taken
    register: Register,
    state: str,
    before: Mapping[str, str],
    step: Step,
    role: Role,
    given: Mapping[str, str],
    past: Collection[str],
) -> str:
    """Return the state after a step; Refused or BadInput when it cannot be taken now.

    `past` are the deadlines whose time is over.
    """
    values = {**before, **given}
    if state not in step.sources:
        label = register.states[state].label if state in register.states else state
        possible = "、".join(f"{s.name} {s.label}" for s in steps_from(register, state, before))
        raise Refused(
            f"“{step.label}” is not possible in the state “{label}”",
            f"possible now: {possible}" if possible else "the case is closed",
            public=said("register", "现在是“{state}”，不能办“{step}”").of(
                state=label, step=step.label
            ),
        )
    _allowed(register, step, role)
    _complete(register, step, given, values)
    _fitting(register, step, values)
    for name in step.only_after:
        if name not in past:
            label = register.deadlines[name].label
            raise Refused(
                f"“{step.label}” is possible only when “{label}” is over",
                step.basis,
                public=said("register", "“{deadline}”到期以后才能办“{step}”").of(
                    deadline=label, step=step.label
                ),
            )
    for name in step.not_after:
        if name in past:
            label = register.deadlines[name].label
            raise Refused(
                f"“{step.label}” is not possible: “{label}” is over",
                step.basis,
                public=said("register", "“{deadline}”已过，不能办“{step}”").of(
                    deadline=label, step=step.label
                ),
            )
    return step.to if step.to is not None else state


def steps_from(register: Register, state: str, values: Mapping[str, str]) -> Iterator[Step]:
    """Yield the steps possible in a state, so far as what is known does not forbid them."""
    for step in register.steps.values():
        known = {name: allowed for name, allowed in step.when.items() if name in values}
        if step.name != OPEN and state in step.sources and applies(known, values):
            yield step


def _allowed(register: Register, step: Step, role: Role) -> None:
    if role not in step.by:
        who = ", ".join(step.by)
        raise Refused(
            f"{role} may not do “{step.label}” in {register.name}",
            f"this is for: {who}",
            public=said("register", "您的角色不能办“{step}”，请找值班经理").of(step=step.label),
        )


def _complete(
    register: Register, step: Step, given: Mapping[str, str], values: Mapping[str, str]
) -> None:
    missing = [name for name in step.needs if name not in values]
    missing += [name for name in step.fresh if name not in given]
    if missing:
        named = "、".join(f"{name} {register.fields[name].label}" for name in missing)
        raise BadInput(f"“{step.label}” needs: {named}", "give them as --set NAME=VALUE")


def _fitting(register: Register, step: Step, values: Mapping[str, str]) -> None:
    if not applies(step.when, values):
        wanted = "; ".join(_condition(register, name, step.when[name]) for name in step.when)
        raise Refused(
            f"“{step.label}” is only for cases where {wanted}",
            step.basis,
            public=said("register", "填写的内容不符合“{step}”的条件").of(step=step.label),
        )


def _condition(register: Register, name: str, allowed: tuple[str, ...]) -> str:
    field = register.fields[name]
    return f"{field.label} is {'、'.join(field.shown(value) for value in allowed)}"
