"""From the text of a card to what the hall may know; nothing else of it is kept or told.

Layouts as published by makers of readers: resident card; residence permit of 2018 (pass number,
issues and type mark in the spare bytes); foreigners' card of 2017. Of the foreigners' card of 2023
(type mark Y) only parts are published: that names, number, birth and dates stand as here is known,
the place of its type mark is inferred. None of them was ever tried with a card of ours.
"""

import hmac
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import pairwise
from string import ascii_uppercase

from devices.id_reader.types import (
    AgeBand,
    CardKind,
    CardRead,
    Holder,
    UnknownCard,
    Unreadable,
)

AGE_BANDS = (0, 16, 18, 60, 70, 80)
LONG_TERM = "长期"
MARK = slice(248, 250)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"


@dataclass(frozen=True)
class Layout:
    """Where the fields stand that are looked at, in bytes; `names`: the first that is not empty."""

    kind: CardKind
    names: tuple[slice, ...]
    birth: slice
    number: slice
    until: slice


_LIKE_RESIDENT = (slice(36, 52), slice(122, 158), slice(204, 220))
LAYOUTS = {
    "": Layout(CardKind.RESIDENT, (slice(0, 30),), *_LIKE_RESIDENT),
    "J": Layout(CardKind.RESIDENCE_PERMIT, (slice(0, 30),), *_LIKE_RESIDENT),
    "Y": Layout(CardKind.FOREIGNER, (slice(0, 30), slice(52, 122)), *_LIKE_RESIDENT),
    "I": Layout(
        CardKind.FOREIGNER,
        (slice(158, 188), slice(0, 120)),
        slice(220, 236),
        slice(122, 152),
        slice(204, 220),
    ),
}


def read_card(
    text: bytes, key: bytes, today: date, bands: tuple[int, ...] = AGE_BANDS
) -> CardRead | UnknownCard | Unreadable:
    """Reduce the 256 bytes of a card to what the hall may know.

    What is wrong is told without what stands there. `bands` are the ages at which a new band
    begins, ascending from 0.
    """
    try:
        mark = _field(text, MARK)
        layout = LAYOUTS.get(mark)
        if layout is None:
            known_form = len(mark) == 1 and mark in ascii_uppercase
            return UnknownCard(mark) if known_form else Unreadable("the card's text is damaged")
        name = next((found for at in layout.names if (found := _field(text, at))), "")
        number = _field(text, layout.number)
        birth = _day(_field(text, layout.birth))
        until = _field(text, layout.until)
        last = None if until == LONG_TERM else _day(until)
    except ValueError:
        return Unreadable("the card's text is damaged")
    if not name or not _is_number(number, mark) or birth > today:
        return Unreadable("the card's name, number or birth cannot be right")
    return CardRead(
        Holder(
            layout.kind,
            age_band(birth, today, bands),
            last is not None and last < today,
            name,
            hmac.new(key, number.encode(), sha256).hexdigest(),
        )
    )


def age_band(birth: date, today: date, bands: tuple[int, ...] = AGE_BANDS) -> AgeBand:
    """Return the band of somebody's age today; who is born on 29 February is older on 1 March."""
    age = today.year - birth.year - ((today.month, today.day) < (birth.month, birth.day))
    for youngest, before in pairwise(bands):
        if age < before:
            return AgeBand(youngest, before)
    return AgeBand(bands[-1])


def check_digit(digits: str) -> str:
    """Return the 18th character of an identity number (GB 11643, MOD 11-2)."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=True))
    return _CHECKS[total % 11]


def _is_number(number: str, mark: str) -> bool:
    if not number.isascii():
        return False
    if mark == "I":
        return len(number) == 15 and number[:3].isalpha() and number[3:].isdigit()
    return len(number) == 18 and number[:17].isdigit() and number[17] == check_digit(number[:17])


def _field(text: bytes, at: slice) -> str:
    """Return a field without what fills it up. Raises ValueError when it is no UTF-16."""
    return text[at].decode("utf-16-le").replace("\0", " ").strip()


def _day(written: str) -> date:
    if len(written) != 8 or not (written.isascii() and written.isdigit()):
        raise ValueError("not a day")
    return date(int(written[:4]), int(written[4:6]), int(written[6:]))
