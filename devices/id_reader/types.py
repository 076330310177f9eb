"""What callers see of an ID-card reader: little of a person, and nothing by accident."""

from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias


class CardKind(Enum):
    """Which card it is; the value is what people call it."""

    RESIDENT = "居民身份证"
    FOREIGNER = "外国人永久居留身份证"
    RESIDENCE_PERMIT = "港澳台居民居住证"


@dataclass(frozen=True)
class AgeBand:
    """At least `youngest` years old and, unless open, younger than `before`."""

    youngest: int
    before: int | None = None


@dataclass(frozen=True)
class Holder:
    """All that leaves the reader of who holds a card.

    `name` is for the moment of display only: do not store it. `digest` is the HMAC-SHA256 of the
    number under the hall's card key, in hex: the same person has the same digest in this hall, and
    nobody without the key can find the number by trying. Neither is shown by repr.
    """

    kind: CardKind
    age: AgeBand
    expired: bool
    name: str = field(repr=False)
    digest: str = field(repr=False)


@dataclass(frozen=True)
class CardRead:
    """A card was placed and read; told once for each placing."""

    holder: Holder


@dataclass(frozen=True)
class UnknownCard:
    """A card that reads well but is none of the kinds we know; `mark` is its type mark."""

    mark: str


@dataclass(frozen=True)
class Unreadable:
    """A card was placed but not read whole: ask for it to be lifted and placed again."""

    why: str


@dataclass(frozen=True)
class NoCard:
    """Nothing new lies on the reader."""


@dataclass(frozen=True)
class NoAnswer:
    """The reader says nothing intelligible: whether a card lies there is unknown."""

    doing: str


@dataclass(frozen=True)
class ReaderFault:
    """The reader says that it cannot work; `code` is its third status byte."""

    code: int


@dataclass(frozen=True)
class ReaderReady:
    """The reader's security module answers and is well."""


ReadResult: TypeAlias = CardRead | UnknownCard | Unreadable | NoCard | NoAnswer | ReaderFault
ReaderStatus: TypeAlias = ReaderReady | NoAnswer | ReaderFault
