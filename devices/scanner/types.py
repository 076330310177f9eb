"""What callers see of a scanner for QR and bar codes."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from re import Pattern
from typing import TypeAlias


@dataclass(frozen=True)
class CodeForm:
    """A kind of code the hall knows: its name, and what its whole text looks like."""

    name: str
    pattern: Pattern[str]


@dataclass(frozen=True)
class KnownCode:
    """A code of this hall: its form, its text, and the named groups of the form's pattern.

    repr keeps the text to itself: a code may open somebody's ticket.
    """

    form: str
    text: str = field(repr=False)
    groups: dict[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class UnknownCode:
    """A code that was read well but is none of this hall's: 这不是本大厅的码."""

    text: str = field(repr=False)


@dataclass(frozen=True)
class Unreadable:
    """Bytes that are no code: too long, or not in the scanner's encoding."""

    why: str


ScanResult: TypeAlias = KnownCode | UnknownCode | Unreadable


def recognised(text: str, forms: Sequence[CodeForm]) -> KnownCode | UnknownCode:
    """Return which of the hall's codes a text is; the first form that fits wins."""
    for form in forms:
        if match := form.pattern.fullmatch(text):
            groups = {name: found for name, found in match.groupdict().items() if found}
            return KnownCode(form.name, text, groups)
    return UnknownCode(text)
