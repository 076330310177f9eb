"""What the facts of cases do to the rebuilt hall."""

import re
from dataclasses import replace
from datetime import datetime

from shared.domain.events import (
    CaseAlarmed,
    CaseForgotten,
    CaseImported,
    CaseOpened,
    CaseStepped,
    DeadlineSet,
    StepImported,
)
from shared.domain.rebuilding import Contradiction, Rebuilding
from shared.domain.rebuilt_case import RebuiltCase, ToldDeadline, ToldEntry
from shared.domain.register.declaration import OPEN
from shared.domain.seal import RawFact
from shared.domain.steps import step
from shared.domain.ticket import TicketNumber

_CODE = re.compile(r"([A-Z]{2,4})-([0-9]{8})-([0-9]{3,9})")
_NEVER = "never"


@step.register
def _(event: CaseOpened, fact: RawFact, hall: Rebuilding) -> None:
    match = _CODE.fullmatch(event.case)
    if match is None or match[2] != f"{fact.day:%Y%m%d}":
        raise Contradiction(f"{event.case} is no number of a case of {fact.day}")
    if event.case in hall.cases:
        raise Contradiction(f"{event.case} was opened before")
    case = RebuiltCase(event.case, event.register, event.origin, event.state)
    hall.cases[event.case] = case
    case.log.append(
        ToldEntry(OPEN, fact.at, event.state, event.role, event.by, event.values, event.private)
    )
    hall.opening(fact.day)
    hall.draw(fact.day, TicketNumber(match[1], int(match[3])))


@step.register
def _(event: CaseStepped, fact: RawFact, hall: Rebuilding) -> None:
    case = _case(hall, event.case)
    case.state = event.state
    case.log.append(
        ToldEntry(
            event.step, fact.at, event.state, event.role, event.by, event.values, event.private
        )
    )


@step.register
def _(event: CaseImported, _fact: RawFact, hall: Rebuilding) -> None:
    if event.case in hall.cases:
        raise Contradiction(f"{event.case} was opened before")
    case = RebuiltCase(event.case, event.register, event.origin, event.state)
    hall.cases[event.case] = case
    at = datetime.fromisoformat(event.at)
    case.log.append(
        ToldEntry(OPEN, at, event.state, event.role, event.by, event.values, event.private)
    )


@step.register
def _(event: StepImported, _fact: RawFact, hall: Rebuilding) -> None:
    case = _case(hall, event.case)
    case.state = event.state
    at = datetime.fromisoformat(event.at)
    case.log.append(
        ToldEntry(event.step, at, event.state, event.role, event.by, event.values, event.private)
    )


@step.register
def _(event: DeadlineSet, _fact: RawFact, hall: Rebuilding) -> None:
    case = _case(hall, event.case)
    if event.phase == _NEVER:
        case.deadlines.pop(event.deadline, None)
        return
    case.deadlines[event.deadline] = ToldDeadline(
        event.phase,
        event.round,
        datetime.fromisoformat(event.start),
        _moment(event.due),
        _moment(event.ended),
        event.count,
        event.year,
    )


@step.register
def _(event: CaseAlarmed, _fact: RawFact, hall: Rebuilding) -> None:
    rung = (event.deadline, event.alarm, datetime.fromisoformat(event.at))
    _case(hall, event.case).rung.add(rung)


@step.register
def _(event: CaseForgotten, _fact: RawFact, hall: Rebuilding) -> None:
    case = _case(hall, event.case)
    case.log = [replace(entry, private="") for entry in case.log]


def _case(hall: Rebuilding, code: str) -> RebuiltCase:
    case = hall.cases.get(code)
    if case is None:
        raise Contradiction(f"{code} was not opened")
    return case


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
