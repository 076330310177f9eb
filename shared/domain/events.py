"""Facts: what has happened in the hall, frozen, in the order it was committed."""

from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class TicketIssued:
    """A number was given out. `queue` is where it waits, `service` the item's full name."""

    number: str
    queue: str
    ticket_class: str
    service: str | None
    origin: str


@dataclass(frozen=True)
class TicketCalled:
    """A window asked for the ticket; `reason` is the dispatch rule that chose it."""

    number: str
    queue: str
    ticket_class: str
    window: int
    reason: str
    again: bool = False


@dataclass(frozen=True)
class ServiceStarted:
    """Serving began at the window."""

    number: str
    window: int


@dataclass(frozen=True)
class ServiceEnded:
    """The ticket left the window; `outcome` is the state it left into."""

    number: str
    window: int
    outcome: str
    to_queue: str | None = None
    to_window: int | None = None


@dataclass(frozen=True)
class RatingAsked:
    """The window asked the person to rate the service."""

    number: str
    window: int


@dataclass(frozen=True)
class ServiceRated:
    """The person rated the service; `score` 1–5, 5 best."""

    number: str
    window: int
    score: int
    source: str


@dataclass(frozen=True)
class PadPressed:
    """A pad key that rated nothing: no service to rate, already rated, or a key without score."""

    window: int
    code: int
    why: str


@dataclass(frozen=True)
class PrintChanged:
    """The slip of a ticket: `state` pending, sent, confirmed, uncertain or failed."""

    number: str
    job: int
    state: str
    detail: str = ""


Event = (
    TicketIssued
    | TicketCalled
    | ServiceStarted
    | ServiceEnded
    | RatingAsked
    | ServiceRated
    | PadPressed
    | PrintChanged
)

_KINDS: dict[str, type[Event]] = {
    kind.__name__: kind
    for kind in (
        TicketIssued,
        TicketCalled,
        ServiceStarted,
        ServiceEnded,
        RatingAsked,
        ServiceRated,
        PadPressed,
        PrintChanged,
    )
}

KINDS = tuple(_KINDS)
"""The names of all kinds this release knows."""


@dataclass(frozen=True)
class Fact:
    """An event with its place in the hall's history: `id` grows in commit order."""

    id: int
    at: datetime
    event: Event


def to_payload(event: Event) -> tuple[str, dict[str, Any]]:
    """Return the kind and the plain data of an event, as stored."""
    return type(event).__name__, asdict(event)


def from_payload(kind: str, payload: dict[str, Any]) -> Event | None:
    """Rebuild an event; None for a kind of a newer release, which older readers pass over."""
    cls = _KINDS.get(kind)
    if cls is None:
        return None
    known = {field.name for field in fields(cls)}
    return cls(**{name: value for name, value in payload.items() if name in known})
