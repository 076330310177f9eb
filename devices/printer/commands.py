"""Cutting an ESC/POS byte stream into commands, however it arrives in pieces."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

ESC, FS, GS, DLE = 0x1B, 0x1C, 0x1D, 0x10


@dataclass(frozen=True)
class Command:
    """One command: its name bytes, its arguments, and all of it as it came."""

    name: bytes
    args: bytes
    raw: bytes


@dataclass(frozen=True)
class Char:
    """One character of text: a byte, two bytes of Chinese, up to four of UTF-8."""

    raw: bytes


Token: TypeAlias = Command | Char

# How many argument bytes follow each two-byte name; what is not listed has none.
ARGUMENTS = {
    bytes((ESC, letter)): count
    for count, letters in (
        (0, b"@2"),
        (1, b" !-3=EGJKMRTUVadrtv{"),
        (2, b"$9BW\\c"),
        (3, b"p"),
    )
    for letter in letters
} | {
    bytes((lead, letter)): count
    for lead, letters, count in (
        (GS, b"!BHIabfhrw", 1),
        (GS, b"LPW", 2),
        (FS, b"!-C", 1),
        (FS, b"S", 2),
    )
    for letter in letters
}
ESCAPES = frozenset({ESC, FS, GS, DLE})
PRESENTER_ARGUMENTS = {3: 1, 32: 2}  # after the n of GS e n; every other n has none
THREE_BYTE_MODES = frozenset({32, 33})  # of ESC *: 24 dots high


def next_token(data: bytes | bytearray, kanji: bool, utf8: bool = False) -> Token | None:
    """Return the first command or character of data, None while it is incomplete."""
    if not data:
        return None
    first = data[0]
    if first in ESCAPES:
        length = _command_length(data)
        if length is None or len(data) < length[1]:
            return None
        start, end = length
        return Command(bytes(data[:start]), bytes(data[start:end]), bytes(data[:end]))
    if first < 0x20:
        return Command(bytes(data[:1]), b"", bytes(data[:1]))
    if utf8 and first >= 0xC0:
        size = 2 if first < 0xE0 else 3 if first < 0xF0 else 4
        return None if len(data) < size else Char(bytes(data[:size]))
    if kanji and first > 0x80:
        if len(data) < 2:
            return None
        # A second byte below 40 belongs to no two-byte character: the lead is lost, and
        # the digit prints. That is how a four-byte sequence becomes "0 6".
        return Char(bytes(data[: 2 if data[1] >= 0x40 else 1]))
    return Char(bytes(data[:1]))


def _command_length(data: bytes | bytearray) -> tuple[int, int] | None:
    """Return where the arguments begin and end, None while that cannot be known."""
    if len(data) < 2:
        return None
    name = bytes(data[:2])
    if name == bytes((DLE, 0x04)):
        return 2, 3
    if name in {b"\x1d(", b"\x1b("}:
        return None if len(data) < 5 else (2, 5 + int.from_bytes(data[3:5], "little"))
    if name == b"\x1dV":
        return None if len(data) < 3 else (2, 4 if data[2] >= 65 else 3)
    if name == b"\x1dv":
        return None if len(data) < 8 else (2, 8 + _raster(data))
    if name == b"\x1de":
        return None if len(data) < 3 else (2, 3 + PRESENTER_ARGUMENTS.get(data[2], 0))
    if name == b"\x1b*":
        return None if len(data) < 5 else (2, 5 + _strip(data))
    return 2, 2 + ARGUMENTS.get(name, 0)


def _strip(data: bytes | bytearray) -> int:
    return int.from_bytes(data[3:5], "little") * (3 if data[2] in THREE_BYTE_MODES else 1)


def _raster(data: bytes | bytearray) -> int:
    return int.from_bytes(data[4:6], "little") * int.from_bytes(data[6:8], "little")


class RealTime:
    """Finds DLE EOT n wherever it stands, as printers do: even inside a picture's data."""

    def __init__(self) -> None:
        self._last = b""

    def feed(self, data: bytes) -> Iterator[int]:
        """Yield n of each DLE EOT n completed by data."""
        stream = self._last + data
        self._last = stream[-2:]
        for at in range(len(stream) - 2):
            if stream[at] == DLE and stream[at + 1] == 0x04:
                yield stream[at + 2]
