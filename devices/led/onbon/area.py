"""One dynamic area: its place, how it moves, and its text with inline codes."""

import re
from dataclasses import dataclass

from devices.led.types import Color, Mode

TEXT_AT = 27  # bytes of an area before its text
PIXELS = 0x8000  # bit 15: the measure is in pixels, not in units of 8
MODES: dict[Mode, int] = {"static": 1, "flash": 2, "scroll": 3}
"""1 静止显示, 2 快速打出 (again and again: the nearest to flashing), 3 向左移动."""
COLORS: dict[Color, int] = {"red": 1, "green": 2, "yellow": 3}
_COLOR_OF = {code: name for name, code in COLORS.items()}
_MODE_OF = {code: name for name, code in MODES.items()}
_INLINE = re.compile(r"\\(?:F[OE]\d{3}|C\d)")


@dataclass(frozen=True)
class Area:
    """A dynamic area; width and height in pixels, speed 0 (fast) to 24, stay in half seconds."""

    text: str
    mode: Mode = "static"
    color: Color = "red"
    width: int = 160
    height: int = 16
    speed: int = 5
    stay: int = 4
    number: int = 0


def pack_area(area: Area) -> bytes:
    """Return an area's bytes, without the length before them. Raises ValueError.

    Text is GBK; red, the colour of single-colour boards, needs no colour code.
    """
    text = area.text.encode("gbk")
    if area.color != "red":
        text = b"\\C%d" % COLORS[area.color] + text
    body = b"\x00" + b"".join(
        value.to_bytes(2, "little") for value in (PIXELS, 0, PIXELS | area.width, area.height)
    )
    # Run mode: 1 stops at the last page, 0 goes round and round.
    body += bytes((area.number, 0, 1 if area.mode == "static" else 0))
    body += bytes((2, 0)) + bytes(3)  # timeout, voice and extension
    body += bytes((1, 1, MODES[area.mode], 0, area.speed, area.stay))
    return body + len(text).to_bytes(4, "little") + text


def unpack_area(body: bytes) -> Area | None:
    """Return the area, None when it is cut off or its mode unknown."""
    if len(body) < TEXT_AT:
        return None
    size = int.from_bytes(body[23:27], "little")
    text = body[TEXT_AT : TEXT_AT + size]
    if len(text) != size or body[19] not in _MODE_OF:
        return None
    words = text.decode("gbk", errors="replace")
    codes = re.findall(r"\\C(\d)", words)
    color = _COLOR_OF.get(int(codes[-1]), "red") if codes else "red"
    width, height = (int.from_bytes(body[i : i + 2], "little") for i in (5, 7))
    width = width & ~PIXELS if width & PIXELS else width * 8
    return Area(
        _INLINE.sub("", words),
        _MODE_OF[body[19]],
        color,
        width,
        height,
        body[21],
        body[22],
        body[9],
    )
