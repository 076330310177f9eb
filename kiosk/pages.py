"""The kiosk's pages: what each of them shows and remembers. docs/kiosk.md says how to add one."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from kiosk.forms import Draft, Menu
from shared.domain.ticket import TicketClass
from shared.usecases.holder import Found


class Way(StrEnum):
    """How the items are being looked for."""

    FREQUENT = "frequent"
    DEPARTMENT = "department"
    TYPE = "type"
    SEARCH = "search"


class Purpose(StrEnum):
    """What an item is looked for: a number, one thing more on a number, to read about it, or to
    say what a request is about.
    """

    TAKE = "take"
    ADD = "add"
    LOOK_UP = "look_up"
    REQUEST = "request"


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
    """Which of the hall's items; `draft` is the request it is for."""

    looking: Looking = field(default_factory=Looking)
    purpose: Purpose = Purpose.TAKE
    draft: Draft | None = None


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
class Choice:
    """What is asked for (a menu), or the answer to a question of a request."""

    asks: Menu | Draft


@dataclass(frozen=True)
class Digits:
    """A number that is typed: a telephone, or a ticket of today."""

    draft: Draft
    typed: str = field(default="", repr=False)


@dataclass(frozen=True)
class Receipt:
    """The request that was taken in. `due` are pairs of what happens and by when, `first_due` the
    first moment of these; `note`, `due` and `place` are sentences, `qr` is what its code holds.
    """

    code: str
    title: str
    note: str
    due: tuple[tuple[str, str], ...]
    first_due: datetime | None
    place: str
    qr: str


@dataclass(frozen=True)
class Filed:
    """The number of a request, what happens next, and what becomes of its slip."""

    receipt: Receipt
    paper: Paper = Paper.PRINTING

    @property
    def number(self) -> str:
        """What its slip is known by."""
        return self.receipt.code


@dataclass(frozen=True)
class OtherWays:
    """The other ways to complain."""


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
    | Choice
    | Digits
    | Filed
    | OtherWays
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
