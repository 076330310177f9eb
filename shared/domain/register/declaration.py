"""A register as declared: its fields, states, steps, deadlines, checks and papers."""

import dataclasses
from collections.abc import Mapping
from datetime import time
from enum import StrEnum

from shared.domain.errors import BadInput
from shared.domain.register.fields import Field

OPEN = "open"
"""The first entry of every case."""

When = Mapping[str, tuple[str, ...]]
"""Field → the values with which a rule applies; empty: always."""


class Role(StrEnum):
    """Who acts. Accounts come later; until then a command says as what it acts."""

    APPLICANT = "applicant"
    CLERK = "clerk"
    HELPER = "helper"
    AGENT = "agent"
    MANAGER = "manager"
    HEAD = "head"
    ADMIN = "admin"
    SYSTEM = "system"


class Unit(StrEnum):
    """What a deadline counts."""

    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    WORKING_HOURS = "working_hours"
    WORKING_DAYS = "working_days"


@dataclasses.dataclass(frozen=True)
class Span:
    """A length of time; `count` is a number, or the name of the field in which it stands."""

    unit: Unit
    count: int | str


@dataclasses.dataclass(frozen=True)
class Proposal:
    """A case the system opens in another register: never a finding, only an entry to look at.

    `sets` are its fields, `copies` map a field there to one here (`CODE` is the case itself).
    """

    register: str
    sets: Mapping[str, str]
    copies: Mapping[str, str]
    when: When = dataclasses.field(default_factory=dict)


CODE = "code"
"""Stands for a case's own number among what a proposal copies."""


@dataclasses.dataclass(frozen=True)
class State:
    """A state of a case; nothing follows a closed one but for steps that name it."""

    name: str
    label: str
    closed: bool = False


@dataclasses.dataclass(frozen=True)
class Step:
    """A transition: who may take it from which states, what it needs, and where it leads.

    `to` None stays. `needs` have to be known, given now or before (`fresh` ones given now);
    `takes` may be given. `only_after` names deadlines that have to be over, `not_after` those
    that must not.
    """

    name: str
    label: str
    sources: tuple[str, ...]
    to: str | None
    by: tuple[Role, ...]
    needs: tuple[str, ...] = ()
    fresh: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    when: When = dataclasses.field(default_factory=dict)
    only_after: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    tells: tuple[str, ...] = ()
    proposes: Proposal | None = None
    basis: str = ""

    @property
    def fields(self) -> tuple[str, ...]:
        """Every field that may be given."""
        return (*self.needs, *self.fresh, *self.takes)


@dataclasses.dataclass(frozen=True)
class Alarm:
    """Rings `ahead` of a deadline or, with `late`, after it, for `to`.

    In working days it rings on the morning `at` that many working days before or after.
    """

    name: str
    span: Span
    to: Role
    late: bool = False
    at: time = time(9)


@dataclasses.dataclass(frozen=True)
class Deadline:
    """A clock: begun by a step, met by a step, stopped by others and by closing.

    It counts `span` from the step that begins it, or from the newest `since` step, or from the
    moment in field `at` (backwards with `back`). A `limit` binds only who takes the step: nothing
    is overdue while nobody does. `extends` maps a step to the field that says how much more;
    `excuses` are steps that meet it however late they come.
    """

    name: str
    label: str
    starts: tuple[str, ...]
    met_by: tuple[str, ...]
    span: Span | None = None
    since: str = ""
    at: str = ""
    back: bool = False
    limit: bool = False
    when: When = dataclasses.field(default_factory=dict)
    stops: tuple[str, ...] = ()
    restarts: tuple[str, ...] = ()
    pauses: tuple[str, ...] = ()
    resumes: tuple[str, ...] = ()
    extends: Mapping[str, str] = dataclasses.field(default_factory=dict)
    excuses: tuple[str, ...] = ()
    alarms: tuple[Alarm, ...] = ()
    proposes: Proposal | None = None
    basis: str = ""


class Rule(StrEnum):
    """What is looked at when a case is opened, or a step gives the field anew."""

    ASKED_ON_WORKDAY = "asked_on_workday"  # today is a working day
    WORKDAYS_AHEAD = "workdays_ahead"  # least to most working days, counted back from the field
    REST_DAY = "rest_day"  # a weekend day, no holiday and not worked
    WORKDAY = "workday"  # a working day
    WITHIN = "within"  # inside one of the slots
    AFTER_CLOSE = "after_close"  # up to `most` minutes after the working hours of a working day
    FUTURE = "future"  # not over yet
    DISTINCT = "distinct"  # differs from what stands in the other fields


@dataclasses.dataclass(frozen=True)
class Check:
    """A rule on a field; what the calendar cannot tell is let through and said."""

    rule: Rule
    field: str
    least: int = 0
    most: int = 0
    slots: tuple[tuple[time, time], ...] = ()
    others: tuple[str, ...] = ()
    when: When = dataclasses.field(default_factory=dict)
    basis: str = ""


class PaperSize(StrEnum):
    """What a paper is printed on."""

    A4 = "A4"
    SLIP = "80mm"


@dataclasses.dataclass(frozen=True)
class Paper:
    """A slip or form: after which steps it is printed, what stands on it, who signs.

    `note` tells the applicant what happens next; `clauses` are sentences that hold whatever stands
    in the fields; `rows` are steps of which every entry of the log is a row.
    """

    name: str
    title: str
    after: tuple[str, ...]
    fields: tuple[str, ...]
    deadlines: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    when: When = dataclasses.field(default_factory=dict)
    note: str = ""
    size: PaperSize = PaperSize.A4
    clauses: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True)
class Register:
    """A whole register; `keep_days` after closing its personal fields are forgotten.

    `must_keep` says why personal fields are kept so long even when the person asks, "" when they
    are not. `find_by` are personal fields by whose keyed hash an open case is found, `day_of` the
    field whose day says when the case is the hall's business; `daily` opens a case by itself at
    that time of every working day.
    """

    code: str
    name: str
    prefix: str
    document: str
    fields: Mapping[str, Field]
    states: Mapping[str, State]
    steps: Mapping[str, Step]
    deadlines: Mapping[str, Deadline]
    checks: tuple[Check, ...] = ()
    papers: tuple[Paper, ...] = ()
    keep_days: int = 0
    keep_basis: str = ""
    must_keep: str = ""
    find_by: tuple[str, ...] = ()
    day_of: str = ""
    daily: time | None = None

    def step(self, name: str) -> Step:
        """Return a step; BadInput names those there are."""
        found = self.steps.get(name)
        if found is None or name == OPEN:
            names = "、".join(f"{s.name} {s.label}" for s in self.steps.values() if s.name != OPEN)
            raise BadInput(f"{self.name} has no step “{name}”", f"steps: {names}")
        return found

    def is_closed(self, state: str) -> bool:
        """Whether a case in this state is over."""
        found = self.states.get(state)
        return found is not None and found.closed


def applies(when: When, values: Mapping[str, str]) -> bool:
    """Whether a rule applies to a case with these values."""
    return all(values.get(name) in allowed for name, allowed in when.items())
