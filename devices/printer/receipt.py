"""A document as lines of characters the printer has, each no wider than the paper."""

import unicodedata
from dataclasses import dataclass
from typing import TypeAlias, assert_never

from devices.printer.types import Align, Columns, Cut, Document, Element, Feed, Qr, Rule, Text

GETA = "〓"  # the printer's trade mark for "a character is missing here"


@dataclass(frozen=True)
class Line:
    """One printed line; its characters fit the paper at its width."""

    text: str
    width: int = 1
    height: int = 1
    align: Align = "left"
    bold: bool = False


Laid: TypeAlias = Line | Qr | Feed | Cut


def lay_out(document: Document, columns: int) -> list[Laid]:
    """Wrap everything to a paper of so many columns (half-width characters at width 1)."""
    return [laid for element in document for laid in _lay_out(element, columns)]


def _lay_out(element: Element, columns: int) -> list[Laid]:
    match element:
        case Text(text, width, height, align, bold):
            return [Line(part, width, height, align, bold) for part in wrap(text, columns // width)]
        case Rule():
            return [Line("-" * columns)]
        case Columns(left, right):
            return _columns(printable(left), printable(right), columns)
        case Qr() | Feed() | Cut():
            return [element]
    assert_never(element)


def _columns(left: str, right: str, columns: int) -> list[Laid]:
    gap = columns - display_width(left) - display_width(right)
    if gap >= (1 if left and right else 0):
        return [Line(left + " " * gap + right)]
    ends: tuple[tuple[str, Align], ...] = ((left, "left"), (right, "right"))
    return [Line(part, align=side) for end, side in ends if end for part in wrap(end, columns)]


def wrap(text: str, columns: int) -> list[str]:
    """Break printable text into lines of at most so many columns; a full-width one counts two."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line, used = "", 0
        for char in printable(paragraph):
            width = display_width(char)
            if used + width > columns and line:
                lines.append(line)
                line, used = "", 0
            line += char
            used += width
        lines.append(line)
    return lines


def display_width(text: str) -> int:
    """Return the columns text takes: ASCII one, everything of two bytes two."""
    return sum(1 if char < "\x80" else 2 for char in text)


def printable(text: str) -> str:
    """Return text in characters the printer has: 〓 stands for those it has not.

    It has ASCII and the two-byte part of GB18030. Control characters are left out.
    """
    return "".join(_printable(char) for char in unicodedata.normalize("NFC", text))


def _printable(char: str) -> str:
    if char in "\u00a5\uffe5":
        return "￥"  # U+00A5 would become a four-byte sequence that prints "0 6"
    if char == "\t":
        return " "
    kind = unicodedata.category(char)
    if kind in {"Cc", "Cf"}:
        return ""
    if kind in {"Co", "Cs", "Cn"} or len(char.encode("gb18030")) > 2:
        return GETA
    return char
