"""What comes out of a simulated printer."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

from devices.printer.bitmap import Bitmap
from devices.printer.charset import COLUMN_DOTS
from devices.printer.types import Align

PICTURE = "\ufffc"  # where a picture stands in a line
LEVELS = {48: "L", 49: "M", 50: "Q", 51: "H"}
ALIGNMENTS: dict[int, Align] = {0: "left", 1: "center", 2: "right"}


@dataclass(frozen=True)
class PrintedText:
    """One line (or the part of it in one style) as the printer set it.

    Each U+FFFC in text stands for one of the pictures, in order.
    """

    text: str
    width: int = 1
    height: int = 1
    align: Align = "left"
    bold: bool = False
    pictures: tuple[Bitmap, ...] = ()


@dataclass(frozen=True)
class PrintedQr:
    """A QR code; module in dots, level one of L, M, Q, H."""

    data: str
    module: int
    level: str
    align: Align


@dataclass(frozen=True)
class PrintedPicture:
    """A picture on lines of its own."""

    picture: Bitmap
    align: Align


@dataclass(frozen=True)
class PrintedFeed:
    """Blank lines."""

    lines: int


Printed: TypeAlias = PrintedText | PrintedQr | PrintedPicture | PrintedFeed


@dataclass(frozen=True)
class Slip:
    """A piece of paper and the bytes that made it; partial: it hangs on a bridge."""

    elements: tuple[Printed, ...] = ()
    raw: bytes = b""
    partial: bool = False


class Paper:
    """Sets characters into lines, lines into slips, cut by cut."""

    def __init__(self, columns: int) -> None:
        self.slips: list[Slip] = []
        self.style = PrintedText("")
        self.raw = bytearray()
        self._columns = columns
        self._elements: list[Printed] = []
        self._line = ""
        self._pictures: list[Bitmap] = []
        self._used = 0

    @property
    def unfinished(self) -> Slip:
        """What is printed or set since the last cut."""
        rest = [self._set()] if self._line else []
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

    def strip(self, picture: Bitmap) -> None:
        """Set a picture into the line; what does not fit any more is lost."""
        columns = -(-picture.width // COLUMN_DOTS)
        if self._used + columns <= self._columns:
            self._line += PICTURE
            self._pictures.append(picture)
            self._used += columns

    def picture(self, picture: Bitmap) -> None:
        """Print a picture on lines of its own."""
        self._flush()
        self._used = 0
        self._elements.append(PrintedPicture(picture, self.style.align))

    def forget_line(self) -> None:
        """Drop what is set and not yet printed."""
        self._line, self._used = "", 0
        self._pictures.clear()

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

    def cut(self, *, partial: bool = False) -> None:
        """Cut: what was printed becomes a slip."""
        self._flush()
        self.slips.append(Slip(tuple(self._elements), bytes(self.raw), partial))
        self._elements.clear()
        self.raw.clear()
        self._used = 0

    def _set(self) -> PrintedText:
        return replace(self.style, text=self._line, pictures=tuple(self._pictures))

    def _flush(self) -> None:
        if self._line:
            self._elements.append(self._set())
            self._line = ""
            self._pictures.clear()
