"""A case's past out of the rows of a sheet: every step looked at as it was when it was taken."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime

from shared.domain.errors import BadInput, HallError
from shared.domain.register.case import Entry, advance, current, opening
from shared.domain.register.clocks import clocks, is_past
from shared.domain.register.declaration import OPEN, Register, Role
from shared.domain.register.fields import Kind, Surroundings
from shared.domain.register.sheet import (
    AT,
    BY,
    CASE,
    GONE,
    ORIGIN,
    OTHER,
    ROLE,
    STEP,
    Row,
    moment_of,
    role_of,
    step_of,
)
from shared.domain.workdays import HallTime

DESTROYED = "（已销毁）"
"""Stands for a personal field that was destroyed, where a step needs one."""


@dataclass(frozen=True)
class Past:
    """A case with its own number and past; `gone` when its personal fields were destroyed."""

    code: str
    day: date
    origin: str
    gone: bool
    log: tuple[Entry, ...]


@dataclass(frozen=True)
class New:
    """A case to be opened now, by whom in which role."""

    line: int
    origin: str
    role: Role
    by: str
    values: dict[str, str]


class PastReader:
    """Reads the rows of a register's sheet; `problems` are all it found, with line and column.

    Numbers have to be of days before `today`: today's are still being given out.
    """

    def __init__(
        self, register: Register, around: Surroundings, time: HallTime, today: date
    ) -> None:
        self._register, self._around, self._time, self._today = register, around, time, today
        self.problems: list[str] = []

    def new(self, row: Row) -> New | None:
        """Return what a row without a number opens; None after a problem."""
        before = len(self.problems)
        step, role = OPEN, Role.CLERK
        with self._at(row, STEP):
            step = step_of(self._register, row.head[STEP]) if row.head[STEP] else OPEN
            if step != OPEN or row.head[AT]:
                raise BadInput("a case with a past needs its number", f"fill in “{CASE}”")
        with self._at(row, ROLE):
            role = role_of(row.head[ROLE]) if row.head[ROLE] else role
        values = self._values(row, step)
        if len(self.problems) > before:
            return None
        return New(row.line, row.head[ORIGIN], role, row.head[BY], values)

    def past(self, rows: Sequence[Row]) -> Past | None:
        """Return the case of these rows, which have one number; None after a problem."""
        first, before = rows[0], len(self.problems)
        code, day = first.head[CASE].upper(), self._today
        with self._at(first, CASE):
            day = self._day(code)
        gone = any(row.head[GONE] in ("是", "yes") for row in rows)
        log: list[Entry] = []
        for row in rows:
            entry = self._entry(row, log, gone) if len(self.problems) == before else None
            if entry is not None:
                log.append(entry)
        if len(self.problems) > before:
            return None
        if gone and not self._register.is_closed(log[-1].state):
            self.problems.append(f"第{first.line}行“{GONE}”：a case that goes on is not destroyed")
            return None
        return Past(code, day, first.head[ORIGIN], gone, tuple(log))

    def _entry(self, row: Row, log: Sequence[Entry], gone: bool) -> Entry | None:
        before = len(self.problems)
        register, now = self._register, self._around.now
        step, role, at = OPEN, Role.CLERK, now
        with self._at(row, STEP):
            step = step_of(register, row.head[STEP])
            if (step == OPEN) == bool(log):
                raise BadInput(
                    f"a case begins with “{register.steps[OPEN].label}”, once",
                    "put the rows of a case together, the first step first",
                )
        with self._at(row, AT):
            at = moment_of(row.head[AT], now.tzinfo) if now.tzinfo else now
            if at > now or (log and at < log[-1].at):
                raise BadInput(
                    "the moment is after now, or before the row above",
                    "put the rows of a case in the order of their moments",
                )
        with self._at(row, ROLE):
            role = role_of(row.head[ROLE])
        with self._at(row, BY):
            if log and not row.head[BY]:
                raise BadInput("nobody is named", "say who took the step")
        with self._at(row, OTHER):
            if row.head[OTHER]:
                raise BadInput("these fields are not declared any more", "declare them again")
        values = self._values(row, step)
        if len(self.problems) > before:
            return None
        state = ""
        with self._at(row, STEP):
            state = self._state(step, role, at, values, log, gone)
        return Entry(step, at, state, role, row.head[BY], values) if state else None

    def _state(
        self,
        name: str,
        role: Role,
        at: datetime,
        values: dict[str, str],
        log: Sequence[Entry],
        gone: bool,
    ) -> str:
        register, step = self._register, self._register.steps[name]
        if gone:
            needed = (*step.needs, *step.fresh)
            lost = {n: DESTROYED for n in needed if register.fields[n].personal}
            values = {**lost, **values}
        if not log:
            return opening(register, role, values)
        running = clocks(register, log, self._time)
        past = {name for name, clock in running.items() if is_past(clock, at)}
        return advance(register, log[-1].state, current(log), step, role, values, past)

    def _values(self, row: Row, step: str) -> dict[str, str]:
        values = {}
        for name, text in row.fields.items():
            field = self._register.fields[name]
            with self._at(row, field.label):
                if name not in self._register.steps[step].fields:
                    raise BadInput(
                        f"“{self._register.steps[step].label}” takes no such field",
                        "leave the cell empty, or name the step that takes it",
                    )
                # A spreadsheet program makes a moment of every day.
                day = text.removesuffix(" 00:00:00") if field.kind is Kind.DATE else text
                values[name] = field.read(day, self._around)
        return values

    def _day(self, code: str) -> date:
        found = re.fullmatch(rf"{self._register.prefix}-([0-9]{{8}})-[0-9]{{3,9}}", code)
        try:
            day = date.fromisoformat(found[1]) if found else None
        except ValueError:
            day = None
        if day is None:
            example = f"{self._register.prefix}-20261123-001"
            raise BadInput(f"“{code}” is no number of this register", f"such as {example}")
        if day >= self._today:
            raise BadInput(
                f"“{code}” is not of a day that is over", "numbers of today are still given out"
            )
        return day

    @contextmanager
    def _at(self, row: Row, column: str) -> Iterator[None]:
        """Note what is wrong there, with its place."""
        try:
            yield
        except HallError as error:
            hint = f" ({error.hint})" if error.hint else ""
            self.problems.append(f"第{row.line}行“{column}”：{error.message}{hint}")
