"""Characters in cells of equal size, as printers and LED boards set them."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

# In the monospaced cut a Latin letter is exactly half as wide as a Chinese one.
FAMILIES = ["Noto Sans Mono CJK SC", "Noto Sans CJK SC"]
BASELINE = 0.88  # of the em square, where Chinese fonts stand


def cell_font(pixels: int, *, bold: bool = False, smooth: bool = True) -> QFont:
    """Return the font whose Chinese characters are so many pixels wide and high."""
    font = QFont(FAMILIES)
    font.setPixelSize(pixels)
    font.setBold(bold)
    if not smooth:
        font.setStyleStrategy(QFont.StyleStrategy.NoAntialias)
        font.setHintingPreference(QFont.HintingPreference.PreferFullHinting)
    return font


def cell_width(char: str, pixels: int) -> int:
    """Return the pixels a character takes across: ASCII half of what others take."""
    return pixels // 2 if char < "\x80" else pixels


def line_width(text: str, pixels: int) -> int:
    """Return the pixels a line takes across."""
    return sum(cell_width(char, pixels) for char in text)


def draw_cells(painter: QPainter, text: str, font: QFont) -> None:
    """Draw a line with its upper left corner at the painter's origin."""
    pixels = font.pixelSize()
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    left = 0
    for char in text:
        width = cell_width(char, pixels)
        wide = metrics.horizontalAdvance(char)
        painter.save()
        painter.translate(left, 0)
        if wide > width:
            painter.scale(width / wide, 1)
        else:
            painter.translate((width - wide) / 2, 0)
        painter.drawText(QPointF(0, round(pixels * BASELINE)), char)
        painter.restore()
        left += width
