"""Commands of the Alpha sign protocol, as the body of a packet, and what signs answer.

Source: the Alpha sign communications protocol, form 9708-8061; bytes agree with alphasignpy (a
test compares them). Texts go into the priority file, which every sign has without any memory
configuration and which takes the whole sign at once, so neither memory nor run sequence is touched.
Inferred: that a file read back ends with the very bytes of its text, and that threshold 00 of the
dimming register makes the level hold in any light.
"""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias, assert_never

from devices.led.types import Color, Mode

PRIORITY = b"0"
PRIORITY_SIZE = 125
FILL = b"&"  # position: irrelevant on signs of one line, but it must be there
MODES: dict[Mode, bytes] = {"static": b"b", "flash": b"c", "scroll": b"a"}
COLORS: dict[Color, bytes] = {"red": b"1", "green": b"2", "yellow": b"3"}  # 3 is amber
LEVELS = (100, 86, 72, 58, 44)  # per cent, dimming levels 0–4
ACK, NAK = 0x06, 0x15
FINE = 0x40  # the status byte without any error bit
ERRORS = {
    0x20: "命令或文件号不合法",
    0x10: "校验和错误",
    0x08: "接收缓冲区不足",
    0x04: "接收超时",
    0x02: "帧错误",
    0x01: "奇偶校验错误",
}
_MODE_OF = {code: name for name, code in MODES.items()}
_COLOR_OF = {code: name for name, code in COLORS.items()}


@dataclass(frozen=True)
class WriteText:
    """Take the sign with a text of printable ASCII; speed 1 (slow) to 5."""

    text: str
    mode: Mode = "static"
    color: Color | None = None
    speed: int | None = None


@dataclass(frozen=True)
class Release:
    """Empty the priority file: the bare label, for a formatted but empty text blanks the sign."""


@dataclass(frozen=True)
class Acknowledge:
    """Answer each packet from now on (Alpha 2.0 and 3.0 only), or no longer."""

    on: bool = True


@dataclass(frozen=True)
class SetTime:
    """Time of day, 24 hours."""

    hour: int
    minute: int


@dataclass(frozen=True)
class SetDate:
    """Month, day and the year's last two digits."""

    day: date


@dataclass(frozen=True)
class SetWeekday:
    """1 (Sunday) to 7."""

    day: int


@dataclass(frozen=True)
class Dim:
    """A level of LEVELS; only signs with a dimming register (Solar) know it."""

    level: int


@dataclass(frozen=True)
class AskErrors:
    """Read the serial error status register."""


@dataclass(frozen=True)
class AskText:
    """Read the priority file back."""


@dataclass(frozen=True)
class ClearErrors:
    """Clear that register."""


Command: TypeAlias = (
    WriteText
    | Release
    | Acknowledge
    | SetTime
    | SetDate
    | SetWeekday
    | Dim
    | AskErrors
    | AskText
    | ClearErrors
)


def encode(command: Command) -> bytes:
    """Return a command's body. Raises ValueError (UnicodeEncodeError) for what is not ASCII."""
    match command:
        case WriteText(text, mode, color, speed):
            codes = (b"" if color is None else b"\x1c" + COLORS[color]) + (
                b"" if speed is None else bytes((0x14 + speed,))
            )
            return b"A" + PRIORITY + b"\x1b" + FILL + MODES[mode] + codes + text.encode("ascii")
        case Release():
            return b"A" + PRIORITY
        case Acknowledge(on):
            return b"Es1" if on else b"Es0"
        case SetTime(hour, minute):
            return b"E %02d%02d" % (hour, minute)
        case SetDate(day):
            return b"E;%02d%02d%02d" % (day.month, day.day, day.year % 100)
        case SetWeekday(weekday):
            return b"E&%d" % weekday
        case Dim(level):
            return b"E/00%02d" % level
        case AskErrors():
            return b"F*"
        case AskText():
            return b"B" + PRIORITY
        case ClearErrors():
            return b"E4"
        case _:
            assert_never(command)


def decode(body: bytes) -> Command | None:
    """Return the command, None when it is none we know."""
    label, rest = body[:2], body[2:]
    digits = rest.isdigit()
    match label:
        case b"A0":
            return _text(rest) if rest else Release()
        case b"Es" if rest in {b"0", b"1"}:
            return Acknowledge(rest == b"1")
        case b"E " if digits and len(rest) == 4 and int(rest[:2]) < 24 and int(rest[2:]) < 60:
            return SetTime(int(rest[:2]), int(rest[2:]))
        case b"E;" if digits and len(rest) == 6:
            return _date(rest)
        case b"E&" if digits and len(rest) == 1 and 1 <= int(rest) <= 7:
            return SetWeekday(int(rest))
        case b"E/" if digits and len(rest) == 4 and int(rest) < len(LEVELS):
            return Dim(int(rest))
        case b"F*" if not rest:
            return AskErrors()
        case b"B0" if not rest:
            return AskText()
        case b"E4" if not rest:
            return ClearErrors()
        case _:
            return None


def encode_errors(status: int) -> bytes:
    """Return the body of a sign's answer to AskErrors."""
    return b"E*" + bytes((status,))


def decode_errors(body: bytes) -> int | None:
    """Return the status byte of such an answer, None when it is another."""
    if len(body) != 3 or body[:2] != b"E*" or not is_status(body[2]):
        return None
    return body[2]


def is_status(byte: int) -> bool:
    """Whether a byte can be a status: bit 6 is always set, bit 7 never."""
    return byte & 0xC0 == FINE


def reason(status: int) -> str:
    """Return what the error bits of a status say."""
    return "、".join(words for bit, words in ERRORS.items() if status & bit) or "没有说明原因"


def _text(rest: bytes) -> WriteText | None:
    if len(rest) < 3 or rest[0] != 0x1B or rest[2:3] not in _MODE_OF:
        return None
    mode, at = _MODE_OF[rest[2:3]], 3
    color: Color | None = None
    speed: int | None = None
    if rest[at : at + 1] == b"\x1c":
        color = _COLOR_OF.get(rest[at + 1 : at + 2])
        at += 2
    if 0x15 <= int.from_bytes(rest[at : at + 1], "big") <= 0x19:
        speed = rest[at] - 0x14
        at += 1
    return WriteText(rest[at:].decode("ascii", errors="replace"), mode, color, speed)


def _date(rest: bytes) -> SetDate | None:
    try:
        return SetDate(date(2000 + int(rest[4:]), int(rest[:2]), int(rest[2:4])))
    except ValueError:
        return None
