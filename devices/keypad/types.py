"""The keys of a caller keypad."""

from dataclasses import dataclass
from enum import Enum


class Key(Enum):
    """What stands on the keys of a keypad in the field; the value is the code a key sends."""

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
    """A key was pressed on the keypad with this address; what its code does, the hall decides."""

    address: int
    code: bytes
