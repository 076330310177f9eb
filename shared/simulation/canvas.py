"""A sheet to draw charts on: text in a font that knows Chinese if there is one, and axes."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, log10

from PIL import Image, ImageDraw, ImageFont

INK, GREY, GRID = "#1f2933", "#6b7785", "#e4e8ed"
BLUE, BAND, ORANGE = "#2563a8", "#cfe0f2", "#c8571b"

_FONTS = (
    ("NotoSansCJK-Regular.ttc", 2),
    ("SourceHanSansSC-Regular.otf", 0),
    ("wqy-zenhei.ttc", 0),
    ("msyh.ttc", 0),
    ("PingFang.ttc", 0),
    ("DroidSansFallbackFull.ttf", 0),
)


@dataclass(frozen=True)
class Axes:
    """A frame in pixels and what its edges mean; both axes begin at 0."""

    left: float
    top: float
    right: float
    bottom: float
    x_end: float
    y_end: float

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Return the pixel of a point; a point outside comes to the edge."""
        across = min(x / self.x_end, 1.0)
        up = min(y / self.y_end, 1.0)
        return (
            self.left + across * (self.right - self.left),
            self.bottom - up * (self.bottom - self.top),
        )


class Canvas:
    """An image; lengths in pixels."""

    def __init__(self, width: int, height: int) -> None:
        self.image = Image.new("RGB", (width, height), "white")
        self.pen = ImageDraw.Draw(self.image, "RGBA")
        self._found = next((font for font in _FONTS if _loads(*font)), None)
        self._fonts: dict[int, ImageFont.FreeTypeFont | ImageFont.ImageFont] = {}

    def both(self, chinese: str, english: str) -> str:
        """Return a label in both languages, or in English where no font knows Chinese."""
        return f"{chinese} {english}" if self._found else english

    def text(
        self, at: tuple[float, float], text: str, size: int, colour: str = INK, anchor: str = "la"
    ) -> None:
        """Write a line; `anchor` as Pillow names it."""
        self.pen.text(at, text, fill=colour, font=self._font(size), anchor=anchor)

    def key(self, at: tuple[float, float], entries: Sequence[tuple[str, str, bool]]) -> None:
        """Explain colours in one row ending at `at`: label, colour, whether it is an area."""
        x, y = at
        for label, colour, area in reversed(entries):
            x -= self._font(20).getlength(label)
            self.text((x, y), label, 20, GREY, "lm")
            thick = 9 if area else 2
            self.pen.rectangle((x - 42, y - thick, x - 10, y + thick), fill=colour)
            x -= 66

    def axes(self, axes: Axes, x_label: str, y_label: str, unit: str = "") -> None:
        """Draw a frame's grid, numbers and labels."""
        for value in ticks(axes.y_end):
            x, y = axes.at(0, value)
            self.pen.line((x, y, axes.right, y), fill=GRID, width=2)
            self.text((x - 12, y), f"{value:g}{unit}", 20, GREY, "rm")
        for value in ticks(axes.x_end):
            x, y = axes.at(value, 0)
            self.pen.line((x, y, x, y + 8), fill=GREY, width=2)
            self.text((x, y + 14), f"{value:g}", 20, GREY, "ma")
        self.pen.line((axes.left, axes.bottom, axes.right, axes.bottom), fill=GREY, width=2)
        self.text((axes.right, axes.bottom + 44), x_label, 20, GREY, "ra")
        self.text((axes.left, axes.top - 16), y_label, 20, GREY, "ls")

    def _font(self, size: int) -> "ImageFont.FreeTypeFont | ImageFont.ImageFont":
        if size not in self._fonts:
            self._fonts[size] = (
                ImageFont.truetype(self._found[0], size, index=self._found[1])
                if self._found
                else ImageFont.load_default(size)
            )
        return self._fonts[size]


def round_step(least: float) -> float:
    """Return the smallest of 1, 2 or 5 times a power of ten that is not below `least`."""
    power = 10.0 ** floor(log10(least))
    return next(power * nice for nice in (1, 2, 5, 10) if power * nice >= least)


def ticks(end: float) -> list[float]:
    """Return round numbers from 0 to `end`, at most six."""
    step = round_step(end / 5)
    return [round(i * step, 10) for i in range(floor(end / step + 1e-9) + 1)]


def _loads(name: str, index: int) -> bool:
    try:
        ImageFont.truetype(name, 20, index=index)
    except OSError:
        return False
    return True
