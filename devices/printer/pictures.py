"""Pictures put together: cells of a line, the modules of a QR code."""

from collections.abc import Sequence

import qrcode
from qrcode.constants import ERROR_CORRECT_M

from devices.printer.bitmap import Bitmap

QUIET_MODULES = 4  # ISO/IEC 18004


def join(pictures: Sequence[Bitmap]) -> Bitmap:
    """Set pictures of one height side by side."""
    height = pictures[0].height
    rows = []
    for y in range(height):
        bits = width = 0
        for one in pictures:
            row = int.from_bytes(one.rows[y * one.stride : (y + 1) * one.stride], "big")
            bits = bits << one.width | row >> one.stride * 8 - one.width
            width += one.width
        rows.append(_row(bits, width))
    return Bitmap(sum(one.width for one in pictures), height, b"".join(rows))


def qr_picture(data: str, module: int, dots: int) -> Bitmap:
    """Draw a QR code with its quiet zone, its modules at most so large that it fits the paper."""
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=QUIET_MODULES)
    code.add_data(data.encode("utf-8"))
    matrix = code.get_matrix()
    module = max(1, min(module, dots // len(matrix)))
    rows = []
    for line in matrix:
        bits = 0
        for dark in line:
            bits = bits << module | ((1 << module) - 1 if dark else 0)
        rows += [_row(bits, len(matrix) * module)] * module
    return Bitmap(len(matrix) * module, len(rows), b"".join(rows))


def _row(bits: int, width: int) -> bytes:
    stride = (width + 7) // 8
    return (bits << stride * 8 - width).to_bytes(stride, "big")
