"""What happens at a window."""

from dataclasses import dataclass


@dataclass(frozen=True)
class TicketCalled:
    """A window asked for the ticket; `reason` is the dispatch rule that chose it.

    `over` are the first of the other lines this window might have called, `from_line` is false
    for a recall and for somebody who was parked or missed. `serving` tells whether serving began
    with the call (None: the first release did not tell).
    """

    number: str
    queue: str
    ticket_class: str
    window: int
    reason: str
    again: bool = False
    over: tuple[str, ...] = ()
    from_line: bool = True
    serving: bool | None = None


@dataclass(frozen=True)
class ServiceStarted:
    """Serving began at the window."""

    number: str
    window: int


@dataclass(frozen=True)
class ServiceEnded:
    """The ticket left the window; `outcome` is the state it left into.

    `to_queue` is the line it went to, `to_window` the one window it was sent to, `front` whether
    before all others there, and then `place` is its place (None: by this fact's id); `calls` how
    often it had been called.
    """

    number: str
    window: int
    outcome: str
    to_queue: str | None = None
    to_window: int | None = None
    front: bool = False
    calls: int = 1
    place: int | None = None


@dataclass(frozen=True)
class RatingAsked:
    """The window asked the person to rate the service."""

    number: str
    window: int


@dataclass(frozen=True)
class ServiceRated:
    """The person rated the service; `score` 1–5, 5 best. `pressed_at`: as `PadPressed`."""

    number: str
    window: int
    score: int
    source: str
    pressed_at: str | None = None


@dataclass(frozen=True)
class PadPressed:
    """A pad key that rated nothing: no service to rate, already rated, or a key without score.

    `pressed_at` is when (ISO 8601), if the database was away then and the press is told late.
    """

    window: int
    code: int
    why: str
    pressed_at: str | None = None


@dataclass(frozen=True)
class PrintChanged:
    """The slip of a ticket: `state` pending, sent, confirmed, uncertain or failed; `detail` for
    staff, `trouble` a `SlipTrouble`, "" for none or of an older release.
    """

    number: str
    job: int
    state: str
    detail: str = ""
    trouble: str = ""
