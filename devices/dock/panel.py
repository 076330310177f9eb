"""The front of a pad and of a keypad's display as pictures."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen, QPolygonF

from devices.dock import palette, words
from devices.dock.draw import painting

# Which of the seven segments (top, upper left, upper right, middle, lower left, lower right,
# bottom) are lit for each character.
SEGMENTS = {
    "0": "1110111",
    "1": "0010010",
    "2": "1011101",
    "3": "1011011",
    "4": "0111010",
    "5": "1101011",
    "6": "1101111",
    "7": "1010010",
    "8": "1111111",
    "9": "1111011",
    "-": "0000000",
}
PITCH, BAR = 0.70, 0.13  # of a digit's height: from digit to digit, and a segment's thickness
BENDS = {0: 1.0, 1: 0.6, 2: 0.0, 3: -0.55, 4: -1.0}  # a mouth, from a smile to the contrary
FAMILY = "Noto Sans CJK SC"


def draw_digits(digits: str, height: int) -> QImage:
    """Draw seven-segment digits ("-": blank, " ": a gap), `height` pixels high, on nothing."""
    image = _blank(QSize(round(len(digits) * PITCH * height), height))
    with painting(image) as painter:
        _draw_digits(painter, digits, height)
    return image


def draw_face(code: int, size: int, *, lit: bool = False) -> QImage:
    """Draw the face on a pad's key (complaint: an exclamation mark), `size` pixels square."""
    image = _blank(QSize(size, size))
    with painting(image) as painter:
        _draw_face(painter, code, size, lit)
    return image


def draw_pad(name: str, digits: str, *, lit: bool) -> QImage:
    """Draw a pad with its window's name and digits; its keys are lit while it asks."""
    image = _blank(QSize(920, 360))
    with painting(image) as painter:
        _plate(painter, QRectF(2, 2, 916, 356), palette.PAD, 28)
        _write(painter, QRectF(36, 28, 400, 72), name, 40, Qt.AlignmentFlag.AlignLeft)
        _plate(painter, QRectF(620, 28, 264, 72), palette.DISPLAY, 12)
        painter.save()
        painter.translate(641, 42)
        _draw_digits(painter, digits, 44)
        painter.restore()
        asked = "请您评价" if lit else "等待服务"
        _write(painter, QRectF(36, 108, 848, 48), asked, 26, Qt.AlignmentFlag.AlignLeft)
        for index, (code, meaning) in enumerate(words.PAD.items()):
            _draw_key(painter, QPointF(36 + index * 143, 168), code, meaning, lit)
    return image


def _draw_key(painter: QPainter, at: QPointF, code: int, meaning: str, lit: bool) -> None:
    rating = lit and code != words.COMPLAINT
    key = QRectF(at.x(), at.y(), 133, 156)
    _plate(painter, key, palette.PAD_LIT if rating else palette.PAD_KEY, 16)
    painter.save()
    painter.translate(at.x() + 30, at.y() + 18)
    _draw_face(painter, code, 73, rating)
    painter.restore()
    below = key.adjusted(0, 98, 0, 0)
    _write(painter, below, meaning, 24, Qt.AlignmentFlag.AlignHCenter)


def _draw_face(painter: QPainter, code: int, size: float, lit: bool) -> None:
    stop = code == words.COMPLAINT
    ink = QColor(palette.PAD_STOP if stop else palette.PAD_INK)
    pen = QPen(ink, size / 14, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(QColor(palette.PAD_LIT if lit else palette.PAD_KEY))
    middle = QPointF(size / 2, size / 2)
    painter.drawEllipse(middle, size * 0.45, size * 0.45)
    if stop:
        painter.drawLine(QPointF(size / 2, size * 0.26), QPointF(size / 2, size * 0.56))
    painter.setBrush(ink)
    painter.setPen(Qt.PenStyle.NoPen)
    eyes = [QPointF(size / 2, size * 0.72)] if stop else []
    eyes = eyes or [QPointF(size * x, size * 0.40) for x in (0.35, 0.65)]
    for eye in eyes:
        painter.drawEllipse(eye, size * 0.055, size * 0.055)
    if not stop:
        painter.setPen(pen)
        painter.drawPolyline(_mouth(BENDS.get(code, 0.0), size))


def _mouth(bend: float, size: float) -> QPolygonF:
    points = []
    for step in range(13):
        across = step / 6 - 1
        drop = bend * 0.13 * (math.cos(across * math.pi / 2) - 0.5)
        points.append(QPointF(size * (0.5 + across * 0.22), size * (0.64 + drop)))
    return QPolygonF(points)


def _draw_digits(painter: QPainter, digits: str, height: float) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for index, digit in enumerate(digits):
        lit = SEGMENTS.get(digit)
        if lit is None:
            continue
        painter.save()
        painter.translate(index * PITCH * height + 0.07 * height, 0)
        for segment, on in enumerate(lit):
            painter.setBrush(QColor(palette.SEGMENT if on == "1" else palette.SEGMENT_OFF))
            painter.drawPolygon(_segment(segment, height))
        painter.restore()


def _segment(number: int, height: float) -> QPolygonF:
    """Return the outline of a segment of a digit `height` high."""
    half, gap = BAR * height / 2, 0.012 * height
    width, high = 0.56 * height - 2 * half, height - 2 * half
    left, right, top, middle, bottom = half, half + width, half, height / 2, half + high
    ends = (
        ((left, top), (right, top)),
        ((left, top), (left, middle)),
        ((right, top), (right, middle)),
        ((left, middle), (right, middle)),
        ((left, middle), (left, bottom)),
        ((right, middle), (right, bottom)),
        ((left, bottom), (right, bottom)),
    )
    (x1, y1), (x2, y2) = ends[number]
    if y1 == y2:
        x1, x2 = x1 + gap, x2 - gap
        sides = ((x1 + half, -half), (x2 - half, -half), (x2, 0.0), (x2 - half, half))
        rest = ((x1 + half, half), (x1, 0.0))
        return QPolygonF([QPointF(x, y1 + dy) for x, dy in (*sides, *rest)])
    y1, y2 = y1 + gap, y2 - gap
    sides = ((-half, y1 + half), (0.0, y1), (half, y1 + half), (half, y2 - half))
    rest = ((0.0, y2), (-half, y2 - half))
    return QPolygonF([QPointF(x1 + dx, y) for dx, y in (*sides, *rest)])


def _plate(painter: QPainter, where: QRectF, color: str, radius: float) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(palette.PAD_EDGE), 2))
    painter.setBrush(QColor(color))
    painter.drawRoundedRect(where, radius, radius)


def _write(
    painter: QPainter, where: QRectF, text: str, pixels: int, side: Qt.AlignmentFlag
) -> None:
    font = QFont(FAMILY)
    font.setPixelSize(pixels)
    painter.setFont(font)
    painter.setPen(QColor(palette.PAD_INK))
    painter.drawText(where, side | Qt.AlignmentFlag.AlignVCenter, text)


def _blank(size: QSize) -> QImage:
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image
