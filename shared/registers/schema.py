"""The shape of a register's TOML file; docs/registers.md explains it. Unknown keys are errors."""

from datetime import time
from typing import Annotated

from msgspec import Meta, Struct, field

from shared.domain.register.declaration import PaperSize, Role, Rule
from shared.domain.register.fields import Kind

Name = Annotated[str, Meta(pattern="^[a-z][a-z0-9_]{0,31}$")]
Label = Annotated[str, Meta(min_length=1, max_length=40)]
Days = Annotated[int, Meta(ge=0)]
When = dict[str, tuple[str, ...]]


class FieldToml(Struct, forbid_unknown_fields=True, frozen=True):
    """[field.NAME]"""

    label: Label
    kind: Kind = Kind.TEXT
    personal: bool = False
    choices: dict[Name, Label] = field(default_factory=dict)
    least: Annotated[int, Meta(ge=0)] = 0
    most: int | None = None
    basis: str = ""


class StateToml(Struct, forbid_unknown_fields=True, frozen=True):
    """[state.NAME]"""

    label: Label
    closed: bool = False


class ProposalToml(Struct, forbid_unknown_fields=True, frozen=True):
    """{ register = "accountability", sets = { source = "inner" }, copies = { about = "code" } }"""

    register: Name
    sets: dict[Name, str] = field(default_factory=dict)
    copies: dict[Name, Name] = field(default_factory=dict)
    when: When = field(default_factory=dict)


class StepToml(Struct, forbid_unknown_fields=True, frozen=True, rename={"sources": "from"}):
    """[step.NAME]"""

    label: Label
    by: tuple[Role, ...]
    sources: tuple[Name, ...] = ()
    to: Name | None = None
    needs: tuple[Name, ...] = ()
    fresh: tuple[Name, ...] = ()
    takes: tuple[Name, ...] = ()
    when: When = field(default_factory=dict)
    only_after: tuple[Name, ...] = ()
    not_after: tuple[Name, ...] = ()
    tells: tuple[str, ...] = ()
    proposes: ProposalToml | None = None
    basis: str = ""


class SpanToml(Struct, forbid_unknown_fields=True, frozen=True):
    """{ working_days = 3 }: one unit, with a number or the name of a field."""

    minutes: int | Name | None = None
    hours: int | Name | None = None
    days: int | Name | None = None
    working_hours: int | Name | None = None
    working_days: int | Name | None = None


class AlarmToml(Struct, forbid_unknown_fields=True, frozen=True):
    """{ name = "morning", working_days = 0, to = "manager", at = 09:00:00 }"""

    name: Name
    to: Role = Role.MANAGER
    late: bool = False
    at: time = time(9)
    minutes: Days | None = None
    hours: Days | None = None
    days: Days | None = None
    working_hours: Days | None = None
    working_days: Days | None = None


class DeadlineToml(Struct, forbid_unknown_fields=True, frozen=True):
    """[deadline.NAME]"""

    label: Label
    starts: Annotated[tuple[Name, ...], Meta(min_length=1)]
    met_by: tuple[Name, ...] = ()
    within: SpanToml | None = None
    since: str = ""
    at: str = ""
    back: bool = False
    limit: bool = False
    when: When = field(default_factory=dict)
    stops: tuple[Name, ...] = ()
    restarts: tuple[Name, ...] = ()
    pauses: tuple[Name, ...] = ()
    resumes: tuple[Name, ...] = ()
    extends: dict[Name, Name] = field(default_factory=dict)
    excuses: tuple[Name, ...] = ()
    alarm: tuple[AlarmToml, ...] = ()
    proposes: ProposalToml | None = None
    basis: str = ""


class CheckToml(Struct, forbid_unknown_fields=True, frozen=True):
    """[[check]]"""

    rule: Rule
    field: Name
    least: Days = 0
    most: Days = 0
    slots: tuple[tuple[time, time], ...] = ()
    others: tuple[Name, ...] = ()
    when: When = {}
    basis: str = ""


class PaperToml(Struct, forbid_unknown_fields=True, frozen=True):
    """[paper.NAME]"""

    title: Label
    after: tuple[Name, ...]
    fields: tuple[Name, ...]
    deadlines: tuple[Name, ...] = ()
    signs: tuple[str, ...] = ()
    when: When = field(default_factory=dict)
    note: str = ""
    size: PaperSize = PaperSize.A4
    clauses: tuple[str, ...] = ()
    rows: tuple[Name, ...] = ()


class RegisterFile(Struct, forbid_unknown_fields=True, frozen=True):
    """The whole file."""

    name: Label
    prefix: Annotated[str, Meta(pattern="^[A-Z]{2,4}$")]
    document: Label
    field: dict[Name, FieldToml]
    state: dict[Name, StateToml]
    step: dict[Name, StepToml]
    deadline: dict[Name, DeadlineToml] = {}
    check: tuple[CheckToml, ...] = ()
    paper: dict[Name, PaperToml] = {}
    keep_days: Days = 0
    keep_basis: str = ""
    must_keep: str = ""
    find_by: tuple[Name, ...] = ()
    day_of: str = ""
    daily: time | None = None
