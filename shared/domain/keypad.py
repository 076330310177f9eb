"""What the keys of a window's caller keypad do."""

from dataclasses import dataclass
from enum import StrEnum


class KeyAction(StrEnum):
    """What a key can do by itself; the value is its name in hall.toml."""

    CALL_NEXT = "call_next"
    RECALL = "recall"
    EVALUATE = "evaluate"
    NO_SHOW = "no_show"
    PARK = "park"
    CALL_BACK = "call_back"
    START = "start"
    FINISH = "finish"


@dataclass(frozen=True)
class TransferTo:
    """The key sends the ticket to this queue; written `transfer:H` in hall.toml."""

    queue: str


KeyMeaning = KeyAction | TransferTo

USUAL: tuple[tuple[bytes, KeyMeaning], ...] = (
    (b"\x0c", KeyAction.CALL_NEXT),
    (b"\x0d", KeyAction.RECALL),
    (b"\x0b", KeyAction.EVALUATE),
    (b"\x06\x0f", KeyAction.NO_SHOW),
    (b"\x00\x0f", KeyAction.PARK),
    (b"\x03\x0f", KeyAction.CALL_BACK),
)
"""Keypads of the field. Their keys 0E cancel, 12 pause and 13 transfer do nothing unless a hall
gives them something to do.
"""


@dataclass(frozen=True)
class KeypadKeys:
    """Key code (one byte or two) → what it does; a code that is not named does nothing."""

    meanings: tuple[tuple[bytes, KeyMeaning], ...] = USUAL

    def meaning(self, code: bytes) -> KeyMeaning | None:
        """Return what a key does: its two bytes decide, or else its last byte."""
        table = dict(self.meanings)
        return table.get(code) or table.get(code[-1:])
