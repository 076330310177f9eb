"""The ticket's QR code as a picture for the screen, to be photographed when paper fails."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

MODULE_PX = 8


class CodeImages(QQuickImageProvider):
    """`image://code/TEXT` is the QR code of TEXT, black on white, with its quiet zone."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, text: str, size: QSize, requested: QSize) -> QImage:
        image = code_image(text)
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image


def code_image(text: str) -> QImage:
    """Draw a QR code; one module is MODULE_PX pixels. The first loads what draws."""
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.main import QRCode

    code = QRCode(error_correction=ERROR_CORRECT_M, border=4)
    code.add_data(text)
    code.make(fit=True)
    matrix = code.get_matrix()
    image = QImage(len(matrix), len(matrix), QImage.Format.Format_Grayscale8)
    for y, line in enumerate(matrix):
        for x, dark in enumerate(line):
            image.setPixel(x, y, 0xFF000000 if dark else 0xFFFFFFFF)
    side = len(matrix) * MODULE_PX
    return image.scaled(
        side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.FastTransformation
    )
