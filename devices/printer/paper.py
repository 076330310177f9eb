"""What comes out of a simulated printer."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

from devices.printer.types import Align

LEVELS = {48: "L", 49: "M", 50: "Q", 51: "H"}
ALIGNMENTS: dict[int, Align] = {0: "left", 1: "center", 2: "right"}


@dataclass(frozen=True)
class PrintedText:
    """One line (or the part of it in one style) as the printer set it."""

    text: str
    width: int = 1
    height: int = 1
    align: Align = "left"
    bold: bool = False


@dataclass(frozen=True)
class PrintedQr:
    """A QR code; module in dots, level one of L, M, Q, H."""

    data: str
    module: int
    level: str
    align: Align


@dataclass(frozen=True)
class PrintedFeed:
    """Blank lines."""

    lines: int


Printed: TypeAlias = PrintedText | PrintedQr | PrintedFeed


@dataclass(frozen=True)
class Slip:
    """A piece of paper and the bytes that made it."""

    elements: tuple[Printed, ...] = ()
    raw: bytes = b""


class Paper:
    """Sets characters into lines, lines into slips, cut by cut."""

    def __init__(self, columns: int) -> None:
        self.slips: list[Slip] = []
        self.style = PrintedText("")
        self.raw = bytearray()
        self._columns = columns
        self._elements: list[Printed] = []
        self._line = ""
        self._used = 0

    @property
    def unfinished(self) -> Slip:
        """What is printed or set since the last cut."""
        rest = [replace(self.style, text=self._line)] if self._line else []
        return Slip((*self._elements, *rest), bytes(self.raw))

    def restyle(self, change: Callable[[PrintedText], PrintedText]) -> None:
        """Change the style of what follows."""
        style = change(self.style)
        if style != self.style:
            self._flush()
            self.style = style

    def put(self, text: str, columns: int) -> None:
        """Set one character; at the paper's edge the line breaks."""
        width = columns * self.style.width
        if self._used + width > self._columns:
            self._flush()
            self._used = 0
        self._line += text
        self._used += width

    def end_line(self) -> None:
        """LF: print the line, or feed one when there is nothing to print."""
        if self._used:
            self._flush()
        else:
            self.feed(1)
        self._used = 0

    def feed(self, lines: int) -> None:
        """Print what is set, then feed; feeds in a row count together."""
        self._flush()
        self._used = 0
        if self._elements and isinstance(last := self._elements[-1], PrintedFeed):
            self._elements.pop()
            lines += last.lines
        if lines:
            self._elements.append(PrintedFeed(lines))

    def qr(self, data: bytes, module: int, level: int) -> None:
        """Draw a QR code."""
        self._flush()
        text = data.decode("utf-8", errors="replace")
        self._elements.append(PrintedQr(text, module, LEVELS.get(level, "?"), self.style.align))

    def cut(self) -> None:
        """Cut: what was printed becomes a slip."""
        self._flush()
        self.slips.append(Slip(tuple(self._elements), bytes(self.raw)))
        self._elements.clear()
        self.raw.clear()
        self._used = 0

    def _flush(self) -> None:
        if self._line:
            self._elements.append(replace(self.style, text=self._line))
            self._line = ""
