"""Commands and answers of the Onbon BX-5K/6K protocol, as the data of a frame.

Source: the maker's BX-5K/6K protocol (doc.onbonbx.com/zh/k/potocol), its Led5kSDK manual and
frames seen in the field. Inferred, never tried on a card: the order of bytes in the status answer,
that mode 2 in a loop looks like flashing, and what the deletion of single areas does to others.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias, assert_never

from devices.led.onbon.area import Area, pack_area, unpack_area
from devices.led.onbon.bcd import CLOCK_SIZE, pack_clock, unpack_clock

REPLY, NO_REPLY = 1, 2
ALL_AREAS = 0xFF
LEVELS = 15  # brightness 0–15, 15 brightest
ERRORS = {
    1: "命令分组号错误",
    2: "没有这个命令",
    3: "控制卡正忙",
    4: "超出内存容量",
    5: "CRC校验错误",
    6: "文件不存在",
    7: "闪存访问错误",
    8: "文件下载错误",
    9: "文件名错误",
    10: "文件类型错误",
    11: "文件CRC错误",
    12: "字库不存在",
    13: "固件类型错误",
    14: "日期时间格式错误",
    15: "文件已存在",
    16: "文件块号错误",
}
"""What a NACK's code means (the maker's list)."""


@dataclass(frozen=True)
class Ping:
    """Are you there?"""


@dataclass(frozen=True)
class AskStatus:
    """Power, brightness, clock."""


@dataclass(frozen=True)
class SetClock:
    """Set the clock; a time without zone."""

    now: datetime


@dataclass(frozen=True)
class Light:
    """Switch the picture on or off."""

    on: bool


@dataclass(frozen=True)
class Dim:
    """Brightness 0–15, from now on."""

    level: int


@dataclass(frozen=True)
class Update:
    """Delete dynamic areas (ALL_AREAS alone: every one), then show others."""

    areas: tuple[Area, ...] = ()
    delete: tuple[int, ...] = ()


Command: TypeAlias = Ping | AskStatus | SetClock | Light | Dim | Update


@dataclass(frozen=True)
class Ack:
    """Done."""


@dataclass(frozen=True)
class Nack:
    """Not done; `code` is one of ERRORS."""

    code: int


@dataclass(frozen=True)
class Told:
    """The status: brightness 0–15, the clock None when it shows no date."""

    lit: bool
    level: int
    clock: datetime | None


Answer: TypeAlias = Ack | Nack | Told


def encode(command: Command) -> bytes:
    """Return the data of a command that wants an answer. Raises ValueError."""
    match command:
        case Ping():
            return b"\xa2\x00\x01\x00\x00"
        case AskStatus():
            return b"\xa1\x02\x01\x00\x00"
        case SetClock(now):
            return b"\xa2\x03\x01\x00\x00" + pack_clock(now)
        case Light(on):
            return b"\xa3\x00\x01\x00\x00" + (b"\x01" if on else b"\x02")
        case Dim(level):
            return b"\xa3\x02\x01\x02\x00\x01" + bytes((level,))
        case Update(areas, delete):
            # Reserved bytes as frames of the field have them: 02 00 where something is deleted.
            head = b"\xa3\x06\x01" + (b"\x02\x00" if delete else b"\x00\x00")
            gone = b"\xff" if delete == (ALL_AREAS,) else bytes((len(delete), *delete))
            bodies = [pack_area(area) for area in areas]
            return head + gone + bytes((len(bodies),)) + b"".join(map(_sized, bodies))
        case _:
            assert_never(command)


def decode(data: bytes) -> tuple[Command, bool] | None:
    """Return a command and whether it wants an answer, None when it is none we know."""
    wants = len(data) >= 5 and data[2] != NO_REPLY
    rest = data[5:]
    match data[:2]:
        case b"\xa2\x00":
            return Ping(), wants
        case b"\xa1\x02":
            return AskStatus(), wants
        case b"\xa2\x03":
            now = unpack_clock(rest)
            return None if now is None else (SetClock(now), wants)
        case b"\xa3\x00" if rest[:1] in {b"\x01", b"\x02"}:
            return Light(rest[0] == 1), wants
        case b"\xa3\x02" if rest[:1] == b"\x01" and len(rest) == 2 and rest[1] <= LEVELS:
            return Dim(rest[1]), wants
        case b"\xa3\x06":
            update = _update(rest)
            return None if update is None else (update, wants)
        case _:
            return None


def encode_answer(answer: Answer) -> bytes:
    """Return the data of an answer."""
    match answer:
        case Ack():
            return b"\xa0\x00\x00\x00\x00"
        case Nack(code):
            return bytes((0xA0, 0x01, code, 0, 0))
        case Told(lit, level, clock):
            time = bytes(CLOCK_SIZE) if clock is None else pack_clock(clock)
            return b"\xa1\x02\x00\x00\x00" + bytes((1 if lit else 2, level)) + time
        case _:
            assert_never(answer)


def decode_answer(data: bytes) -> Answer | None:
    """Return an answer, None when it is none."""
    match data[:2]:
        case b"\xa0\x00" if len(data) >= 3:
            return Ack()
        case b"\xa0\x01" if len(data) >= 3:
            return Nack(data[2])
        case b"\xa1\x02" if len(data) >= 7 + CLOCK_SIZE and data[5] in {1, 2}:
            return Told(data[5] == 1, data[6], unpack_clock(data[7 : 7 + CLOCK_SIZE]))
        case _:
            return None


def _update(rest: bytes) -> Update | None:
    if not rest:
        return None
    every = rest[0] == ALL_AREAS
    gone = 0 if every else rest[0]
    delete = (ALL_AREAS,) if every else tuple(rest[1 : 1 + gone])
    at, areas = 1 + gone, []
    for _ in range(rest[at] if len(rest) > at else 0):
        size = int.from_bytes(rest[at + 1 : at + 3], "little")
        area = unpack_area(rest[at + 3 : at + 3 + size])
        if area is None:
            return None
        areas.append(area)
        at += 2 + size
    return Update(tuple(areas), delete) if areas or delete else None


def _sized(body: bytes) -> bytes:
    return len(body).to_bytes(2, "little") + body
