"""Frames of the Onbon (仰邦) BX-5K/6K font-card protocol."""

from dataclasses import dataclass

HEAD, TAIL = 0xA5, 0x5A
PREAMBLE = bytes((HEAD,)) * 8
HOST = 0x8000
UNCHECKED = 0xFFFF  # a received checksum of FFFF means "not checked"
HEADER_SIZE = 14
BUFFER_SIZE = 1024  # bytes a small card can receive
_FIXED = bytes((0, 0, 0, 0, 0, 0, 0xFE, 0x02))  # reserved 3, barcode, check, display, type, version
_ESCAPE = {0xA5: b"\xa6\x02", 0xA6: b"\xa6\x01", 0x5A: b"\x5b\x02", 0x5B: b"\x5b\x01"}
_UNESCAPE = {escaped: plain for plain, escaped in _ESCAPE.items()}


def _shifted(crc: int) -> int:
    for _ in range(8):
        crc = crc >> 1 ^ (0xA001 if crc & 1 else 0)
    return crc


_CRC = tuple(map(_shifted, range(256)))


@dataclass(frozen=True)
class Frame:
    """One frame: 16-bit addresses and the data, unescaped."""

    destination: int
    source: int
    data: bytes


def crc16(data: bytes) -> int:
    """CRC-16, polynomial A001 (reflected), initial value 0."""
    crc = 0
    for byte in data:
        crc = crc >> 8 ^ _CRC[(crc ^ byte) & 0xFF]
    return crc


def encode_frame(data: bytes, *, destination: int, source: int = HOST) -> bytes:
    """Return the frame on the wire: preamble, escaped header + data + checksum, end."""
    body = destination.to_bytes(2, "little") + source.to_bytes(2, "little") + _FIXED
    body += len(data).to_bytes(2, "little") + data
    body += crc16(body).to_bytes(2, "little")
    return PREAMBLE + b"".join(_ESCAPE.get(b, bytes((b,))) for b in body) + bytes((TAIL,))


class FrameDecoder:
    """Finds frames in a stream; noise is skipped and bad frames are counted in `rejected`."""

    def __init__(self) -> None:
        self.rejected = 0
        self._body: bytearray | None = None  # None: before a preamble

    def feed(self, data: bytes) -> list[Frame]:
        """Return the frames completed by data."""
        frames: list[Frame] = []
        for byte in data:
            if byte == HEAD:  # never stands inside a frame: whatever was begun is broken
                self.rejected += bool(self._body)
                self._body = bytearray()
            elif self._body is None:
                continue
            elif byte == TAIL:
                frame = parse(bytes(self._body))
                self._body = None
                if frame is None:
                    self.rejected += 1
                else:
                    frames.append(frame)
            elif len(self._body) > 2 * BUFFER_SIZE:
                self._body = None
                self.rejected += 1
            else:
                self._body.append(byte)
        return frames


def parse(escaped: bytes) -> Frame | None:
    """Return the frame between preamble and end, None when anything about it is wrong."""
    body = _unescape(escaped)
    if body is None or len(body) < HEADER_SIZE + 2:
        return None
    data, crc = body[HEADER_SIZE:-2], int.from_bytes(body[-2:], "little")
    if int.from_bytes(body[12:14], "little") != len(data):
        return None
    if crc not in {UNCHECKED, crc16(body[:-2])}:
        return None
    return Frame(
        int.from_bytes(body[0:2], "little"), int.from_bytes(body[2:4], "little"), bytes(data)
    )


def _unescape(escaped: bytes) -> bytes | None:
    out, at = bytearray(), 0
    while at < len(escaped):
        if escaped[at] in {0xA6, 0x5B}:
            plain = _UNESCAPE.get(escaped[at : at + 2])
            if plain is None:
                return None
            out.append(plain)
            at += 2
        else:
            out.append(escaped[at])
            at += 1
    return bytes(out)
