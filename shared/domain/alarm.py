"""Alarms of the duty: what needs somebody to go, how urgent, and who goes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from shared.domain.devices import DeviceState, KnownDevice


class AlarmKind(StrEnum):
    """What an alarm is about."""

    COMPLAINT = "complaint"
    HELPER = "helper"
    RATING = "rating"
    PAPER = "paper"
    DEVICE = "device"


SOMEBODY_WAITS = (AlarmKind.COMPLAINT, AlarmKind.HELPER)
"""A person stands there: these come before everything else."""

PAPER = "纸"
"""What a printer says of itself when its paper is the trouble."""


@dataclass(frozen=True)
class Alarm:
    """`subject` names it within its kind: an alert, a case, a service, a device since when.

    `what` is the ticket, case or device, `detail` more of it, without anybody's name; `window` 0
    where nobody knows. From `due` on it is overdue, unless somebody has taken it.
    """

    kind: AlarmKind
    subject: str
    what: str
    window: int
    since: datetime
    due: datetime
    detail: str = ""
    escalated: bool = False
    taken_at: datetime | None = None
    taken_by: str = ""

    @property
    def id(self) -> str:
        """Its name among all alarms."""
        return f"{self.kind}:{self.subject}"

    def is_overdue(self, now: datetime) -> bool:
        """Whether somebody should be there by now. A complaint waits until the handler arrives."""
        return now >= self.due and (not self.taken_by or self.kind is AlarmKind.COMPLAINT)


@dataclass(frozen=True)
class Dealt:
    """An alarm somebody has dealt with: when, which, who was there."""

    at: datetime
    kind: AlarmKind
    what: str
    by: str


def by_urgency(alarms: Iterable[Alarm], now: datetime) -> list[Alarm]:
    """Order alarms: where a person waits, then nobody goes, then overdue, then the first due."""

    def urgency(one: Alarm) -> tuple[object, ...]:
        waits = one.kind in SOMEBODY_WAITS
        return not waits, bool(one.taken_by), not one.is_overdue(now), one.due, one.id

    return sorted(alarms, key=urgency)


def of_device(known: KnownDevice, answer: timedelta) -> Alarm | None:
    """Return the alarm of a device, None when it works or its program was stopped on purpose.

    A printer that works but says so has little paper left.
    """
    printer = known.device.endswith("printer")
    low = printer and known.state is DeviceState.WORKING and PAPER in known.reason
    if known.state in (DeviceState.WORKING, DeviceState.OFF) and not low:
        return None
    kind = AlarmKind.PAPER if printer and PAPER in known.reason else AlarmKind.DEVICE
    subject = f"{known.device.replace(' ', '-')}@{int(known.since.timestamp())}"
    due = known.since + answer
    return Alarm(kind, subject, known.device, 0, known.since, due, known.reason or known.state)
