"""Paper and LED boards as pictures: one dot of the device at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import zip_longest
from typing import assert_never

import qrcode
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPolygonF
from qrcode.constants import ERROR_CORRECT_H, ERROR_CORRECT_L, ERROR_CORRECT_M, ERROR_CORRECT_Q

from devices.dock import palette
from devices.dock.cells import cell_font, cell_width, draw_cells, line_width
from devices.led import LedBoardState
from devices.printer import Bitmap, PrintedFeed, PrintedPicture, PrintedQr, PrintedText, Slip
from devices.printer.paper import PICTURE, Printed

FONT_DOTS = 24
FEED_DOTS = 30  # the printer's line spacing
GAP_DOTS = FEED_DOTS - FONT_DOTS
KNIFE_LINES = 5  # what is fed between print head and knife stays in the printer
QUIET_MODULES = 4  # ISO/IEC 18004
TOOTH_DOTS = 12
LEVELS = {"L": ERROR_CORRECT_L, "M": ERROR_CORRECT_M, "Q": ERROR_CORRECT_Q, "H": ERROR_CORRECT_H}
SIDES = {"left": 0.0, "center": 0.5, "right": 1.0}
ROUND = 0.84  # of a dot's pitch is lit


def draw_paper(slip: Slip, dots_wide: int = 576, *, margin: int = 0, torn: bool = False) -> QImage:
    """Draw a slip, one dot per pixel; margin is blank paper around the printed width."""
    blocks = [(block, _height(block)) for block in _cut(slip)]
    tooth = TOOTH_DOTS if torn else 0
    size = dots_wide + 2 * margin, sum(high for _, high in blocks) + 2 * margin + tooth
    image = QImage(size[0], max(1, size[1]), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(palette.PAPER))
    with painting(image) as painter:
        top = margin
        for block, high in blocks:
            painter.save()
            painter.translate(margin, top)
            _draw_block(painter, block, dots_wide)
            painter.restore()
            top += high
        if torn:
            _tear(painter, *size)
    return image


def text_dots(state: LedBoardState) -> int:
    """Return how many dots a board's text takes across."""
    return line_width(state.text, state.height)


def draw_led(state: LedBoardState, dot: int = 5, offset: int = 0) -> QImage:
    """Draw a board, `dot` pixels per LED; its text begins `offset` LEDs left of the board."""
    image = draw_unlit(state.width, state.height, dot)
    with painting(image) as painter:
        painter.drawImage(-offset * dot, 0, draw_lit(state, dot))
    return image


def draw_unlit(width: int, height: int, dot: int) -> QImage:
    """Draw a dark board of width × height LEDs."""
    image = QImage(width * dot, height * dot, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(palette.BOARD))
    with painting(image) as painter:
        painter.fillRect(image.rect(), QBrush(_dot(dot, palette.UNLIT)))
    return image


def draw_lit(state: LedBoardState, dot: int) -> QImage:
    """Draw the lit LEDs of the whole text on nothing, as long as the text is."""
    mask = QImage(max(1, text_dots(state)), state.height, QImage.Format.Format_ARGB32_Premultiplied)
    mask.fill(Qt.GlobalColor.transparent)
    with painting(mask) as painter:
        painter.setPen(QColor(palette.LIT[state.color]))
        draw_cells(painter, state.text, cell_font(state.height, smooth=False))
    lit = mask.scaled(mask.width() * dot, mask.height() * dot)
    with painting(lit) as painter:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
        painter.fillRect(lit.rect(), QBrush(_dot(dot, palette.BOARD)))
    return lit


def _cut(slip: Slip) -> tuple[Printed, ...]:
    match slip.elements:
        case (*before, PrintedFeed(lines)):
            return (*before, PrintedFeed(max(0, lines - KNIFE_LINES)))
        case elements:
            return elements


def _dot(size: int, color: str) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    with painting(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(color))
        painter.drawEllipse(QPointF(size / 2, size / 2), size * ROUND / 2, size * ROUND / 2)
    return image


def _height(block: Printed) -> int:
    match block:
        case PrintedText():
            return FONT_DOTS * block.height + GAP_DOTS
        case PrintedFeed():
            return FEED_DOTS * block.lines
        case PrintedQr():
            return (len(_modules(block)) + 2 * QUIET_MODULES) * block.module
        case PrintedPicture(picture):
            return picture.height
    assert_never(block)


def _draw_block(painter: QPainter, block: Printed, dots_wide: int) -> None:
    match block:
        case PrintedText():
            _draw_text(painter, block, dots_wide)
        case PrintedFeed():
            pass
        case PrintedQr():
            _draw_qr(painter, block, dots_wide)
        case PrintedPicture(picture, align):
            left = round((dots_wide - picture.width) * SIDES[align])
            _draw_dots(painter, picture, left)
        case _:
            assert_never(block)


def _draw_text(painter: QPainter, text: PrintedText, dots_wide: int) -> None:
    parts = text.text.split(PICTURE)
    widths = [sum(cell_width(char, FONT_DOTS) for char in part) * text.width for part in parts]
    wide = sum(widths) + sum(picture.width for picture in text.pictures)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    left = round((dots_wide - wide) * SIDES[text.align])
    for part, width, picture in zip_longest(parts, widths, text.pictures):
        painter.save()
        painter.setPen(QColor(palette.PRINT))
        painter.translate(left, 0)
        painter.scale(text.width, text.height)
        draw_cells(painter, part, cell_font(FONT_DOTS, bold=text.bold))
        painter.restore()
        left += width
        if picture is not None:
            _draw_dots(painter, picture, left)
            left += picture.width


def _draw_dots(painter: QPainter, picture: Bitmap, left: int) -> None:
    image = QImage(
        picture.rows,
        picture.width,
        picture.height,
        picture.stride,
        QImage.Format.Format_Mono,
    )
    image.setColorTable([QColor(Qt.GlobalColor.transparent).rgba(), QColor(palette.PRINT).rgba()])
    painter.drawImage(left, 0, image)


def _draw_qr(painter: QPainter, qr: PrintedQr, dots_wide: int) -> None:
    modules = _modules(qr)
    left = round((dots_wide - len(modules) * qr.module) * SIDES[qr.align])
    for row, line in enumerate(modules):
        for column, dark in enumerate(line):
            if dark:
                x, y = left + column * qr.module, (row + QUIET_MODULES) * qr.module
                painter.fillRect(QRect(x, y, qr.module, qr.module), QColor(palette.PRINT))


def _modules(qr: PrintedQr) -> list[list[bool]]:
    code = qrcode.QRCode(error_correction=LEVELS.get(qr.level, ERROR_CORRECT_L), border=0)
    code.add_data(qr.data.encode("utf-8"))
    return [[bool(module) for module in row] for row in code.get_matrix()]


def _tear(painter: QPainter, width: int, height: int) -> None:
    teeth = QPolygonF([QPointF(0, height)])
    count = max(1, round(width / TOOTH_DOTS))
    for tooth in range(count):
        at = width * tooth / count
        teeth.append(QPointF(at, height - TOOTH_DOTS / 2))
        teeth.append(QPointF(at + width / count / 2, height))
    teeth.append(QPointF(width, height - TOOTH_DOTS / 2))
    teeth.append(QPointF(width, height))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.PRINT))
    painter.drawPolygon(teeth)


@contextmanager
def painting(image: QImage) -> Iterator[QPainter]:
    """Paint on an image, and be done with it at the end."""
    painter = QPainter(image)
    try:
        yield painter
    finally:
        painter.end()
