"""From the shape of a register's file to the domain's declaration."""

from shared.domain.register.declaration import (
    Alarm,
    Check,
    Deadline,
    Paper,
    Proposal,
    Register,
    Span,
    State,
    Step,
    Unit,
)
from shared.domain.register.fields import Field
from shared.registers.schema import (
    AlarmToml,
    DeadlineToml,
    ProposalToml,
    RegisterFile,
    SpanToml,
    StepToml,
)


def register_of(code: str, file: RegisterFile) -> Register:
    """Return the register a file declares; ValueError for a span that names no single unit."""
    return Register(
        code=code,
        name=file.name,
        prefix=file.prefix,
        document=file.document,
        fields={
            name: Field(name, f.label, f.kind, f.personal, f.choices, f.least, f.most, f.basis)
            for name, f in file.field.items()
        },
        states={name: State(name, s.label, s.closed) for name, s in file.state.items()},
        steps={name: _step(name, step) for name, step in file.step.items()},
        deadlines={name: _deadline(name, toml) for name, toml in file.deadline.items()},
        checks=tuple(
            Check(c.rule, c.field, c.least, c.most, c.slots, c.others, c.when, c.basis)
            for c in file.check
        ),
        papers=tuple(
            Paper(
                name,
                p.title,
                p.after,
                p.fields,
                p.deadlines,
                p.signs,
                p.when,
                p.note,
                p.size,
                p.clauses,
                p.rows,
            )
            for name, p in file.paper.items()
        ),
        keep_days=file.keep_days,
        keep_basis=file.keep_basis,
        must_keep=file.must_keep,
        find_by=file.find_by,
        day_of=file.day_of,
        daily=file.daily,
    )


def _step(name: str, toml: StepToml) -> Step:
    return Step(
        name,
        toml.label,
        toml.sources,
        toml.to,
        toml.by,
        toml.needs,
        toml.fresh,
        toml.takes,
        toml.when,
        toml.only_after,
        toml.not_after,
        toml.tells,
        _proposal(toml.proposes),
        toml.basis,
    )


def _deadline(name: str, toml: DeadlineToml) -> Deadline:
    return Deadline(
        name=name,
        label=toml.label,
        starts=toml.starts,
        met_by=toml.met_by,
        span=None if toml.within is None else _span(toml.within, f"deadline {name}"),
        since=toml.since,
        at=toml.at,
        back=toml.back,
        limit=toml.limit,
        when=toml.when,
        stops=toml.stops,
        restarts=toml.restarts,
        pauses=toml.pauses,
        resumes=toml.resumes,
        extends=toml.extends,
        excuses=toml.excuses,
        alarms=tuple(
            Alarm(a.name, _span(a, f"alarm {a.name} of {name}"), a.to, a.late, a.at)
            for a in toml.alarm
        ),
        proposes=_proposal(toml.proposes),
        basis=toml.basis,
    )


def _proposal(toml: ProposalToml | None) -> Proposal | None:
    return None if toml is None else Proposal(toml.register, toml.sets, toml.copies, toml.when)


def _span(toml: SpanToml | AlarmToml, where: str) -> Span:
    named = [(unit, getattr(toml, unit)) for unit in Unit]
    found = [Span(unit, count) for unit, count in named if count is not None]
    if len(found) != 1:
        raise ValueError(f"{where}: name one unit, such as working_days")
    return found[0]
