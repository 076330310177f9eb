"""One-bit pictures for a print head, and the byte sequences no picture may hold."""

from dataclasses import dataclass

BAND_DOTS = 24  # rows of one ESC * strip, the height of a line of text
DLE = 0x10
REAL_TIME = frozenset({0x04, 0x05, 0x14})  # DLE EOT, DLE ENQ, DLE DC4


@dataclass(frozen=True)
class Bitmap:
    """Rows of dots from the top, eight to a byte, the leftmost in the highest bit; 1 is black."""

    width: int
    height: int
    rows: bytes

    def __post_init__(self) -> None:
        if len(self.rows) != self.stride * self.height:
            raise ValueError(f"{self.width}×{self.height} dots are not {len(self.rows)} bytes")

    @property
    def stride(self) -> int:
        """Bytes of one row."""
        return (self.width + 7) // 8

    def dot(self, x: int, y: int) -> bool:
        """Say whether a dot is black."""
        return bool(self.rows[y * self.stride + x // 8] & 0x80 >> x % 8)

    def raster(self) -> bytes:
        """Return the command GS v 0 that prints this picture on lines of its own."""
        size = self.stride.to_bytes(2, "little") + self.height.to_bytes(2, "little")
        return b"\x1dv0\0" + size + without_real_time(self.rows)

    def strip(self) -> bytes:
        """Return the command ESC * 33 that sets this picture into the line; 24 rows only."""
        if self.height != BAND_DOTS:
            raise ValueError(f"a strip in a line is {BAND_DOTS} dots high, not {self.height}")
        columns = bytearray()
        for x in range(self.width):
            at, mask = x // 8, 0x80 >> x % 8
            bits = 0
            for row in range(at, len(self.rows), self.stride):
                bits = bits << 1 | bool(self.rows[row] & mask)
            columns += bits.to_bytes(3, "big")
        return b"\x1b*\x21" + self.width.to_bytes(2, "little") + without_real_time(bytes(columns))


def from_strip(data: bytes) -> Bitmap:
    """Return the picture of ESC * 33's column bytes, three to a column."""
    width = len(data) // 3
    stride = (width + 7) // 8
    rows = bytearray(stride * BAND_DOTS)
    for x in range(width):
        bits = int.from_bytes(data[3 * x : 3 * x + 3], "big")
        for y in range(BAND_DOTS):
            if bits >> BAND_DOTS - 1 - y & 1:
                rows[y * stride + x // 8] |= 0x80 >> x % 8
    return Bitmap(width, BAND_DOTS, bytes(rows))


def box(width: int, height: int) -> Bitmap:
    """Return a hollow box: where a character has no drawing anywhere."""
    inside = ((1 << width - 4) - 1) << 2 if width > 4 else 0
    full = (1 << width) - 1
    edge = full & ~inside
    stride = (width + 7) // 8
    shift = stride * 8 - width
    rows = [full if y in (2, height - 3) else edge & ~1 & full >> 1 for y in range(height)]
    blank = {0, 1, height - 2, height - 1}
    return Bitmap(
        width,
        height,
        b"".join(
            ((0 if y in blank else row) << shift).to_bytes(stride, "big")
            for y, row in enumerate(rows)
        ),
    )


def without_real_time(data: bytes) -> bytes:
    """Return picture data without real-time requests: one dot more where one stood.

    Printers look for DLE EOT, ENQ and DC4 even inside a picture, and answer or pulse a drawer.
    """
    clean = bytearray(data)
    for at in range(1, len(clean)):
        if clean[at - 1] == DLE and clean[at] in REAL_TIME:
            clean[at] |= 0x02
    return bytes(clean)
