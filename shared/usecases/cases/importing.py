"""Cases of a register taken in from a sheet: all of them or none."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC

from shared.domain.errors import BadInput, HallError
from shared.domain.events import CaseImported, Event, StepImported
from shared.domain.register.case import Entry, current
from shared.domain.register.declaration import OPEN, Register
from shared.domain.register.past import New, Past, PastReader
from shared.domain.register.sheet import CASE, Row
from shared.domain.workdays import HallTime
from shared.storage import cases
from shared.storage.cases import StoredEntry
from shared.storage.vault import digest
from shared.usecases.cases.open_case import day_of, forget_on, open_within, remember
from shared.usecases.cases.reading import about, hall_time, parted, sealed, surroundings
from shared.usecases.cases.reckon import reckon
from shared.usecases.context import Context
from shared.usecases.permitted import permitted
from shared.usecases.unit import Unit, unit

_SHOWN = 10


@dataclass(frozen=True)
class Imported:
    """What was taken in: cases with their own numbers and past, and those opened now."""

    cases: tuple[str, ...]
    opened: tuple[str, ...]


@permitted
def import_cases(ctx: Context, register: str, rows: Sequence[Row], by: str) -> Imported:
    """Take in the rows of a register's sheet in one transaction.

    Rows of one number are the log of a case: each step is looked at as it was when it was taken;
    the rules for asking (such as how many days ahead) and proposals are not repeated. A row
    without a number opens a case now. BadInput names every problem by line and column.
    """
    declared = ctx.registers.register(register)
    with unit(ctx) as work:
        now, time = work.now.astimezone(ctx.zone), hall_time(ctx, work.tx)
        reader = PastReader(declared, surroundings(ctx, work.tx, now), time, work.day)
        past = [reader.past(group) for group in _grouped(rows)]
        new = [reader.new(row) for row in rows if not row.head[CASE]]
        found = [one for one in past if one is not None]
        taken = cases.known(work.tx, [one.code for one in found])
        problems = [*reader.problems, *(f"“{code}”：there is such a case" for code in taken)]
        _refuse(problems)
        events = [event for one in found for event in _store(work, declared, one, time, by)]
        opened = []
        for one in new:
            if one is not None:
                code, told = _open(work, declared, one, by)
                opened.append(code)
                events += told
        for event in events:
            work.tell(event)
    return Imported(tuple(one.code for one in found), tuple(opened))


def _grouped(rows: Sequence[Row]) -> list[list[Row]]:
    """Return the rows of each number, in the order in which the numbers come."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        if row.head[CASE]:
            found.setdefault(row.head[CASE].upper(), []).append(row)
    return [*found.values()]


def _open(work: Unit, register: Register, new: New, by: str) -> tuple[str, list[Event]]:
    try:
        opened, events = open_within(
            work, register, new.values, new.origin or "import", new.role, new.by or by
        )
    except HallError as error:
        raise BadInput(f"第{new.line}行：{error.message}", error.hint) from error
    return opened.code, events


def _store(work: Unit, register: Register, past: Past, time: HallTime, by: str) -> Iterator[Event]:
    ctx, tx, log = work.ctx, work.tx, past.log
    last, values = log[-1], current(log)
    closed = register.is_closed(last.state)
    closes = [entry.at for entry in log if register.is_closed(entry.state)]
    case = cases.add(
        tx,
        code=past.code,
        register=register.code,
        state=last.state,
        origin=past.origin,
        business_day=past.day,
        opened_at=log[0].at,
        changed_at=last.at,
        closed_at=closes[0] if closed else None,
        on_day=day_of(register, values),
        forget_on=forget_on(register, last) if closed and not past.gone else None,
    )
    for ordinal, entry in enumerate(log, start=1):
        public, private = parted(register, entry.values)
        secret = sealed(ctx, tx, about(past.code, ordinal), private)
        stored = StoredEntry(
            entry.step, entry.at, entry.state, entry.role, entry.by, public, secret
        )
        cases.add_entry(tx, case, ordinal, stored)
        yield _told(register, past, entry, public, digest(secret), by)
    if not closed:
        remember(ctx, work, case, register, values)
    yield from reckon(tx, cases.find(tx, past.code), register, log, time)


def _told(
    register: Register, past: Past, entry: Entry, public: dict[str, str], private: str, by: str
) -> Event:
    at = entry.at.astimezone(UTC).isoformat()
    if entry.step == OPEN:
        return CaseImported(
            past.code,
            register.code,
            past.origin,
            entry.role,
            entry.by,
            entry.state,
            public,
            at,
            by,
            private,
        )
    return StepImported(
        past.code, entry.step, entry.role, entry.by, entry.state, public, at, private
    )


def _refuse(problems: Sequence[str]) -> None:
    if problems:
        shown = "；".join(problems[:_SHOWN])
        more = f"；另有{len(problems) - _SHOWN}处" if len(problems) > _SHOWN else ""
        raise BadInput(f"{shown}{more}", "mend these places; nothing was taken in")
