"""Reckons the deadlines of a case anew: writes what changed, plans the alarms."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import assert_never

from shared.domain.events import DeadlineSet, Event
from shared.domain.register.alarms import rings
from shared.domain.register.case import Entry
from shared.domain.register.clocks import (
    Clock,
    Late,
    Met,
    Moot,
    Paused,
    Running,
    Unknown,
    clocks,
)
from shared.domain.register.declaration import Register
from shared.domain.workdays import HallTime
from shared.storage import Transaction, case_clocks
from shared.storage.case_clocks import PlannedAlarm, StoredDeadline
from shared.storage.cases import CaseFile

NEVER = "never"
"""The phase a fact tells of a deadline that was taken back."""


def reckon(
    tx: Transaction, case: CaseFile, register: Register, log: Sequence[Entry], time: HallTime
) -> list[Event]:
    """Bring the deadlines of a case to where its log puts them; returns what is to be told."""
    found = clocks(register, log, time)
    before = {deadline.name: deadline for deadline in case_clocks.deadlines(tx, case.id)}
    events: list[Event] = []
    for name, clock in found.items():
        stored = stored_of(name, clock)
        if before.get(name) != stored:
            case_clocks.set_deadline(tx, case.id, stored)
            events.append(told_of(case.code, stored))
    for name in before.keys() - found.keys():
        case_clocks.drop_deadline(tx, case.id, name)
        gone = StoredDeadline(name, NEVER, before[name].round, before[name].start)
        events.append(told_of(case.code, gone))
    planned = [
        PlannedAlarm(name, ring.name, ring.at, ring.to.value)
        for name, clock in found.items()
        for ring in rings(register.deadlines[name], clock, time)
    ]
    case_clocks.plan(tx, case.id, planned)
    return events


def stored_of(name: str, clock: Clock) -> StoredDeadline:
    """Return a deadline as it is stored."""
    match clock:
        case Running(turn, start, due):
            return StoredDeadline(name, "running", turn, start, due)
        case Paused(turn, start, since):
            return StoredDeadline(name, "paused", turn, start, ended=since)
        case Unknown(turn, start, count, year, ended):
            return StoredDeadline(name, "unknown", turn, start, None, ended, count, year)
        case Met(turn, start, due, at):
            return StoredDeadline(name, "met", turn, start, due, at)
        case Late(turn, start, due, at):
            return StoredDeadline(name, "late", turn, start, due, at)
        case Moot(turn, start, at):
            return StoredDeadline(name, "moot", turn, start, None, at)
        case _:
            assert_never(clock)


def told_of(code: str, stored: StoredDeadline) -> DeadlineSet:
    """Return the fact of how a deadline stands."""
    return DeadlineSet(
        code,
        stored.name,
        stored.phase,
        stored.round,
        _iso(stored.start),
        None if stored.due is None else _iso(stored.due),
        None if stored.ended is None else _iso(stored.ended),
        stored.amount,
        stored.year,
    )


def _iso(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()
