"""Facts: what has happened in the hall, frozen, in the order it was committed."""

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, get_args

from shared.domain.events.cases import (
    CalendarLoaded,
    CaseAlarmed,
    CaseForgotten,
    CaseImported,
    CaseOpened,
    CasesDisclosed,
    CaseStepped,
    DeadlineSet,
    StepImported,
)
from shared.domain.events.duty import (
    AlarmEscalated,
    AlarmMet,
    AlarmTaken,
    EvacuationBegan,
    EvacuationEnded,
    HelperKeyEnded,
    HelperKeyMade,
)
from shared.domain.events.hall import (
    DayBegan,
    DayClosed,
    DayReopened,
    DeviceChanged,
    HelperAsked,
    HelperEscalated,
    HelperMet,
    HelperTaken,
    KioskTended,
    QueueClosed,
    QueueOpened,
)
from shared.domain.events.services import (
    PadPressed,
    PrintChanged,
    RatingAsked,
    ServiceEnded,
    ServiceRated,
    ServiceStarted,
    TicketCalled,
)
from shared.domain.events.staff import (
    PostChanged,
    StaffAdmitted,
    StaffKept,
    StaffPasswordSet,
    StaffTurnedAway,
    StaffUnlocked,
    WindowLeftEmpty,
)
from shared.domain.events.tickets import (
    ErrandAdded,
    GreenGranted,
    GreenRevoked,
    NumberSkipped,
    TicketAbandoned,
    TicketCarried,
    TicketIssued,
    TicketReturned,
    TicketVoided,
)

Event = (
    TicketIssued
    | ErrandAdded
    | TicketReturned
    | TicketAbandoned
    | TicketVoided
    | TicketCarried
    | NumberSkipped
    | GreenGranted
    | GreenRevoked
    | TicketCalled
    | ServiceStarted
    | ServiceEnded
    | RatingAsked
    | ServiceRated
    | PadPressed
    | PrintChanged
    | DayBegan
    | DayClosed
    | DayReopened
    | QueueClosed
    | QueueOpened
    | HelperAsked
    | HelperTaken
    | HelperMet
    | HelperEscalated
    | DeviceChanged
    | KioskTended
    | CaseOpened
    | CaseStepped
    | DeadlineSet
    | CaseAlarmed
    | CaseForgotten
    | CasesDisclosed
    | CaseImported
    | StepImported
    | CalendarLoaded
    | StaffKept
    | StaffPasswordSet
    | StaffAdmitted
    | StaffTurnedAway
    | StaffUnlocked
    | PostChanged
    | WindowLeftEmpty
    | EvacuationBegan
    | EvacuationEnded
    | AlarmTaken
    | AlarmMet
    | AlarmEscalated
    | HelperKeyMade
    | HelperKeyEnded
)

_KINDS: dict[str, type[Event]] = {kind.__name__: kind for kind in get_args(Event)}

KINDS = tuple(_KINDS)
"""The names of all kinds this release knows."""

__all__ = [
    "KINDS",
    "AlarmEscalated",
    "AlarmMet",
    "AlarmTaken",
    "CalendarLoaded",
    "CaseAlarmed",
    "CaseForgotten",
    "CaseImported",
    "CaseOpened",
    "CaseStepped",
    "CasesDisclosed",
    "DayBegan",
    "DayClosed",
    "DayReopened",
    "DeadlineSet",
    "DeviceChanged",
    "ErrandAdded",
    "EvacuationBegan",
    "EvacuationEnded",
    "Event",
    "Fact",
    "GreenGranted",
    "GreenRevoked",
    "HelperAsked",
    "HelperEscalated",
    "HelperKeyEnded",
    "HelperKeyMade",
    "HelperMet",
    "HelperTaken",
    "KioskTended",
    "NumberSkipped",
    "PadPressed",
    "PostChanged",
    "PrintChanged",
    "QueueClosed",
    "QueueOpened",
    "RatingAsked",
    "ServiceEnded",
    "ServiceRated",
    "ServiceStarted",
    "StaffAdmitted",
    "StaffKept",
    "StaffPasswordSet",
    "StaffTurnedAway",
    "StaffUnlocked",
    "StepImported",
    "TicketAbandoned",
    "TicketCalled",
    "TicketCarried",
    "TicketIssued",
    "TicketReturned",
    "TicketVoided",
    "WindowLeftEmpty",
    "from_payload",
    "line_change",
    "to_payload",
]


@dataclass(frozen=True)
class Fact:
    """An event with its place in the hall's history: `id` grows in commit order."""

    id: int
    at: datetime
    event: Event


def to_payload(event: Event) -> tuple[str, dict[str, Any]]:
    """Return the kind and the plain data of an event, as stored."""
    return type(event).__name__, dict(vars(event))  # flat: asdict would copy at length


def from_payload(kind: str, payload: dict[str, Any]) -> Event | None:
    """Rebuild an event; None for a kind of a newer release, which older readers pass over."""
    cls = _KINDS.get(kind)
    if cls is None:
        return None
    known = {field.name for field in fields(cls)}
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in payload.items()
        if name in known
    }
    return cls(**values)


def line_change(event: Event) -> tuple[tuple[str, int], ...]:
    """Return how many more (or fewer) wait in which queue after the event."""
    match event:
        case TicketIssued(queue=queue) | TicketReturned(queue=queue):
            return ((queue, 1),)
        case TicketCarried(queue=queue, from_line=True):
            return ((queue, 1),)
        case TicketCalled(queue=queue, from_line=True, again=False):
            return ((queue, -1),)
        case ServiceEnded(to_queue=str(queue)):
            return ((queue, 1),)
        case TicketAbandoned(queue=queue, from_line=True):
            return ((queue, -1),)
        case TicketVoided(queue=queue, from_line=True):
            return ((queue, -1),)
        case ErrandAdded(queue=queue, from_queue=old) if queue != old:
            return ((old, -1), (queue, 1))
        case GreenRevoked(queue=queue, from_queue=old, from_line=True) if queue != old:
            return ((old, -1), (queue, 1))
        case _:
            return ()
