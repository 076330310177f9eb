"""The kiosk's pages: what each of them shows and remembers. docs/kiosk.md says how to add one."""

from dataclasses import dataclass, field
from enum import StrEnum

from shared.domain.ticket import TicketClass
from shared.usecases.holder import Found


class Way(StrEnum):
    """How the items are being looked for."""

    FREQUENT = "frequent"
    DEPARTMENT = "department"
    TYPE = "type"
    SEARCH = "search"


class Purpose(StrEnum):
    """What an item is looked for: a number, one thing more on a number, or to read about it."""

    TAKE = "take"
    ADD = "add"
    LOOK_UP = "look_up"


class Paper(StrEnum):
    """What is known of the slip, for the applicant."""

    PRINTING = "printing"
    TAKE = "take"  # sent or confirmed
    UNSURE = "unsure"
    NONE = "none"  # failed, or no slip


@dataclass(frozen=True)
class Looking:
    """What the applicant looks at on the items page."""

    way: Way = Way.FREQUENT
    group: str = ""
    typed: str = ""


@dataclass(frozen=True)
class Given:
    """The number that was given out. `wait`, `place` and `after` (where the visit goes on) are
    sentences, `code` is what its QR code holds.
    """

    ticket: int
    number: str
    ticket_class: TicketClass
    service: str
    ahead: int
    wait: str
    place: str
    code: str
    after: str = ""


@dataclass(frozen=True)
class Home:
    """Where a visit begins."""


@dataclass(frozen=True)
class Items:
    """Which of the hall's items."""

    looking: Looking = field(default_factory=Looking)
    purpose: Purpose = Purpose.TAKE


@dataclass(frozen=True)
class Details:
    """All about one item."""

    code: str


@dataclass(frozen=True)
class Done:
    """The number, and what becomes of its slip."""

    given: Given
    paper: Paper = Paper.PRINTING

    @property
    def number(self) -> str:
        """What its slip is known by."""
        return self.given.number


@dataclass(frozen=True)
class Told:
    """A one-time notice that was given: its number, its item, what its QR code holds."""

    number: str
    item: str
    code: str
    paper: Paper = Paper.PRINTING


@dataclass(frozen=True)
class Booking:
    """Which booking: its number is typed, its code scanned, or a card read."""

    typed: str = ""


@dataclass(frozen=True)
class Card:
    """What is read of a card and why; `agreed` lets it be read, `trouble` says what went wrong."""

    agreed: bool = False
    trouble: str = ""


@dataclass(frozen=True)
class Notice:
    """What happened, and what to do now."""

    words: str


@dataclass(frozen=True)
class Help:
    """How to use the kiosk, and who helps."""


@dataclass(frozen=True)
class Find:
    """Which number: its letter first, then its digits, unless its code is scanned."""

    typed: str = ""


@dataclass(frozen=True)
class Mine:
    """How a number stands; `leaving` while it is asked whether it is really given up."""

    found: Found
    leaving: bool = False


@dataclass(frozen=True)
class Rate:
    """Five faces for one service of a ticket that its holder has shown."""

    found: Found


@dataclass(frozen=True)
class Pin:
    """The PIN of the staff screen, as far as it is typed."""

    typed: str = field(default="", repr=False)
    wrong: bool = False


@dataclass(frozen=True)
class Staff:
    """The staff screen; `said` is what came of the last act, `sure` the act that is asked about."""

    said: str = ""
    sure: str = ""


Page = (
    Home
    | Items
    | Details
    | Done
    | Told
    | Booking
    | Card
    | Notice
    | Help
    | Find
    | Mine
    | Rate
    | Pin
    | Staff
)
