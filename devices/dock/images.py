"""The drawings of a bench's devices as images for QML."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

from devices.dock.bench import Bench
from devices.dock.draw import draw_lit, draw_paper, draw_unlit
from devices.dock.panel import draw_digits, draw_face
from devices.dock.pictures import MARGIN_DOTS

NAME = "dock"
UNFINISHED = "unfinished"


class DockImages(QQuickImageProvider):
    """image://dock/slip/WIRE/INDEX/…, lit/LABEL/DOT/…, unlit/WxH/DOT, digits/TEXT/HEIGHT,
    face/CODE/lit|dark/SIZE; what follows only tells one state of the device from the next.
    """

    def __init__(self, bench: Bench) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._bench = bench

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:  # noqa: A002, N803
        """Draw what id names."""
        image = self._draw(id.split("/"))
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image

    def _draw(self, path: list[str]) -> QImage:
        match path:
            case ["slip", wire, index, *_]:
                return self._slip(wire, index)
            case ["lit", label, dot, *_]:
                return draw_lit(self._bench.led(label), int(dot))
            case ["unlit", size, dot]:
                width, height = size.split("x")
                return draw_unlit(int(width), int(height), int(dot))
            case ["digits", digits, height]:
                return draw_digits(digits, int(height))
            case ["face", code, lit, size]:
                return draw_face(int(code), int(size), lit=lit == "lit")
            case _:
                return QImage()

    def _slip(self, wire: str, index: str) -> QImage:
        printer = self._bench.printer(wire)
        if index == UNFINISHED:
            return draw_paper(printer.unfinished, margin=MARGIN_DOTS)
        return draw_paper(printer.slips[int(index)], margin=MARGIN_DOTS, torn=True)
