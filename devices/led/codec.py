"""Commands of the Onbon BX-5K/6K protocol, as the data of a frame."""

import re
import unicodedata
from dataclasses import dataclass

from devices.led.types import Color, Mode

GETA = "〓"
PING = bytes.fromhex("A2 00 01 00 00")
CLEAR = bytes.fromhex("A3 06 01 02 00 FF 00")  # delete every dynamic area
CLEAR_ALL = b"\xa3\x10"  # the command's group and number; boards differ in what follows
UPDATE = b"\xa3\x06"
ACK = bytes.fromhex("A0 00 00 00 00")
TEXT_AT = 27  # bytes of one area before its text

MODES: dict[Mode, int] = {"static": 1, "flash": 2, "scroll": 3}  # flash and scroll are inferred
COLORS: dict[Color, int] = {"red": 1, "green": 2, "yellow": 3}  # inferred
PIXELS = 0x8000  # bit 15: the measure is in pixels, not in units of 8


@dataclass(frozen=True)
class Area:
    """A dynamic area; width and height in pixels, stay in half seconds."""

    text: str
    mode: Mode = "static"
    color: Color = "red"
    width: int = 160
    height: int = 16
    speed: int = 5
    stay: int = 4


def encode_area(area: Area) -> bytes:
    """Return the data that shows text in area 0, and only there. Raises ValueError.

    Text is GBK; red, the colour of single-colour boards, needs no colour code.
    """
    text = area.text.encode("gbk")
    if area.color != "red":
        text = b"\\C%d" % COLORS[area.color] + text
    body = b"\x00" + b"".join(
        value.to_bytes(2, "little") for value in (PIXELS, 0, PIXELS | area.width, area.height)
    )
    body += bytes((0, 0, 0 if area.mode != "static" else 1))  # number, spacing, run mode (inferred)
    body += bytes((2, 0)) + bytes(3)  # timeout, voice and extension
    body += bytes((1, 1, MODES[area.mode], 0, area.speed, area.stay))
    body += len(text).to_bytes(4, "little") + text
    return UPDATE + b"\x01\x00\x00\x00\x01" + len(body).to_bytes(2, "little") + body


def decode_area(data: bytes) -> Area | None:
    """Return the first area a dynamic-area update shows, None when it shows none."""
    if data[:2] != UPDATE or len(data) < 7:
        return None
    deleted = data[5] if data[5] != 0xFF else 0
    at = 6 + deleted
    body = data[at + 3 :]
    if not data[at : at + 1] or data[at] == 0 or len(body) < TEXT_AT:
        return None
    size = int.from_bytes(body[23:27], "little")
    text = body[TEXT_AT : TEXT_AT + size]
    if len(text) != size:
        return None
    words, color = _inline(text.decode("gbk", errors="replace"))
    static: Mode = "static"
    mode = next((mode for mode, code in MODES.items() if code == body[19]), static)
    width, height = (int.from_bytes(body[i : i + 2], "little") for i in (5, 7))
    width = width & ~PIXELS if width & PIXELS else width * 8
    return Area(words, mode, color, width, height, body[21], body[22])


def carried(text: str) -> tuple[str, tuple[str, ...]]:
    r"""Return text as GBK can carry it, and the characters that became 〓.

    ¥ becomes ￥ and \ becomes ＼, which would otherwise begin an inline code.
    """
    out, replaced = "", []
    for char in text.replace("¥", "￥").replace("\\", "＼"):
        if unicodedata.category(char) in {"Cc", "Cf"}:
            continue
        try:
            char.encode("gbk")
        except UnicodeEncodeError:
            replaced.append(char)
            out += GETA
        else:
            out += char
    return out, tuple(replaced)


def acknowledge(code: int = 0) -> bytes:
    """Return the data of ACK, or of NACK (inferred) with an error code."""
    return ACK if code == 0 else bytes((0xA0, 0x01, code, 0, 0))


def _inline(text: str) -> tuple[str, Color]:
    color: Color = "red"
    for name, code in COLORS.items():
        if f"\\C{code}" in text:
            color = name
    return re.sub(r"\\(?:FO\d{3}|C\d)", "", text), color
