"""What a paper is made of; a printer's driver decides about dots and bytes."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """A line of text, centred or not; `size` is a multiple of the printer's normal type."""

    text: str
    size: int = 1
    bold: bool = False
    centred: bool = True


@dataclass(frozen=True)
class Pair:
    """A label at the left margin and its value at the right."""

    label: str
    value: str


@dataclass(frozen=True)
class Rule:
    """A rule across the paper."""


@dataclass(frozen=True)
class Code:
    """A QR code, centred."""

    data: str


@dataclass(frozen=True)
class Gap:
    """Empty lines of normal type."""

    lines: int = 1


Paper = tuple[Line | Pair | Rule | Code | Gap, ...]
"""One paper from top to cut."""
