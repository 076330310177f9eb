"""The registers behind a window's post: every leave is a case of 去向留言 and one of AB岗交接."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from shared.domain.errors import BadInput
from shared.domain.events import Event
from shared.domain.hall import Hall
from shared.domain.register.case import current
from shared.domain.register.declaration import OPEN
from shared.storage import cases
from shared.storage.cases import CaseFile
from shared.usecases.cases.advance_case import advance_within
from shared.usecases.cases.open_case import open_within
from shared.usecases.cases.reading import hall_time, read_log, register_of
from shared.usecases.permitted import acting_name, register_role
from shared.usecases.unit import Unit

POST = "post"
WHEREABOUTS = "whereabouts"
AGREED = "agreed"
_DESK = "desk"
_MOST = 1000


def opened(work: Unit, register: str, fields: Mapping[str, str]) -> tuple[str, list[Event]]:
    """Open a case as whoever acts; returns its number and what is to be told."""
    declared = work.ctx.registers.register(register)
    role = register_role(work.ctx, work.tx, declared.steps[OPEN].by)
    by = acting_name(work.ctx, work.tx)
    done, events = open_within(work, declared, fields, _DESK, role, by)
    return done.code, events


def stepped(work: Unit, code: str, step: str, fields: Mapping[str, str]) -> list[Event]:
    """Take a step in a case as whoever acts; returns what is to be told."""
    case = cases.find(work.tx, code, hold=True)
    register = register_of(work.ctx, case)
    declared = register.step(step)
    role = register_role(work.ctx, work.tx, declared.by)
    by = acting_name(work.ctx, work.tx)
    return advance_within(work, case, register, declared, fields, role, by)[1]


def minute(moment: datetime, work: Unit) -> str:
    """Write a moment as fields of registers have it: hall time."""
    return f"{moment.astimezone(work.ctx.zone):%Y-%m-%dT%H:%M}"


@dataclass(frozen=True)
class Agreed:
    """A leave the centre has agreed to beforehand."""

    case: CaseFile
    values: Mapping[str, str]


def agreed(work: Unit, window: int, person: str) -> Agreed | None:
    """Return the newest agreed leave of somebody at a window that has not begun."""
    found = cases.listed(work.tx, register=POST, state=AGREED, closed=False, limit=_MOST)
    for case in found:
        values = current(read_log(work.ctx, case.code, cases.log(work.tx, case.id)).entries)
        if values.get("window") == str(window) and values.get("post_a") == person:
            return Agreed(case, values)
    return None


def is_single(hall: Hall, window: int) -> bool:
    """Whether a window is the only one for something (第二条: 只有一个岗位的窗口)."""
    return any(len(hall.windows_for(letter)) == 1 for letter in hall.window(window).queues)


def single_words(hall: Hall, window: int) -> str:
    """Return the same as the register's field `single` has it."""
    return "yes" if is_single(hall, window) else "no"


def is_long(work: Unit, until: datetime) -> bool:
    """Whether somebody away until then misses more than half of a day's working time."""
    if until <= work.now:
        raise BadInput(f"{minute(until, work)} has passed", "返岗时间: say when you will be back")
    day = sum(
        (end.hour - start.hour) * 60 + end.minute - start.minute
        for start, end in work.ctx.config.work_hours
    )
    worked = hall_time(work.ctx, work.tx).worked(
        work.now.astimezone(work.ctx.zone), until.astimezone(work.ctx.zone)
    )
    return worked.total_seconds() / 60 > day / 2
