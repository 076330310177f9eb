"""The keys of a caller keypad."""

from dataclasses import dataclass
from enum import Enum


class Key(Enum):
    """A key; its value is the data its frame ends in."""

    CALL_NEXT = b"\x0c"
    RECALL = b"\x0d"
    EVALUATE = b"\x0b"
    CANCEL = b"\x0e"
    PAUSE = b"\x12"
    TRANSFER = b"\x13"
    NO_SHOW = b"\x06\x0f"
    PARK = b"\x00\x0f"
    CALL_BACK = b"\x03\x0f"


@dataclass(frozen=True)
class KeypadKey:
    """A key was pressed on the keypad with this address."""

    address: int
    key: Key


def key_of(data: bytes) -> Key | None:
    """Return the key whose frame carries data: two bytes exactly, or else the last byte."""
    return next((key for key in Key if key.value in {data, data[-1:]}), None)
