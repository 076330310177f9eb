"""What happens to a ticket in line."""

from dataclasses import dataclass


@dataclass(frozen=True)
class TicketIssued:
    """A number was given out. `queue` is where it waits, `service` the item's full name.

    `category` is the class code of the green channel, `booked_for` the time of an appointment
    (ISO), `stops` the queues of a visit with several items, `by` who acted for the applicant,
    `printer` where a slip is wanted: the intent to print is told with the number itself,
    `language` the one the applicant chose, such as en (empty: the hall's).
    """

    number: str
    queue: str
    ticket_class: str
    service: str | None
    origin: str
    category: str | None = None
    booked_for: str | None = None
    stops: tuple[str, ...] = ()
    by: str = ""
    printer: str | None = None
    language: str = ""


@dataclass(frozen=True)
class ErrandAdded:
    """A number in line is for one thing more: for all of `service` now, at the queues `stops`.

    It waits in `queue`, where it waited in `from_queue`; its place is the same.
    """

    number: str
    queue: str
    from_queue: str
    service: str
    stops: tuple[str, ...]
    origin: str


@dataclass(frozen=True)
class TicketReturned:
    """Somebody who was missed is back in line, behind `behind` others and at `place` there.

    None: at the end, by this fact's id.
    """

    number: str
    queue: str
    behind: int | None
    place: int | None = None


@dataclass(frozen=True)
class TicketAbandoned:
    """The person gave the number up; `from_line` if it was waiting."""

    number: str
    queue: str
    origin: str
    from_line: bool


@dataclass(frozen=True)
class TicketVoided:
    """The hall took the number back; `from_day` if it stood in the line of an earlier day."""

    number: str
    queue: str
    reason: str
    by: str
    from_line: bool
    from_day: str | None = None


@dataclass(frozen=True)
class TicketCarried:
    """A ticket of an earlier day stands in the line of this one."""

    number: str
    queue: str
    from_day: str
    from_line: bool


@dataclass(frozen=True)
class NumberSkipped:
    """A number was not given out, because one carried over bears it."""

    number: str


@dataclass(frozen=True)
class GreenGranted:
    """Staff gave a ticket the green channel; the reason is the class code alone."""

    number: str
    queue: str
    category: str
    by: str


@dataclass(frozen=True)
class GreenRevoked:
    """Staff took the green channel from a ticket, which now waits in `queue`, for the time of its
    appointment (ISO) if it has one.
    """

    number: str
    queue: str
    from_queue: str
    reason: str
    by: str
    from_line: bool
    booked_for: str | None = None
