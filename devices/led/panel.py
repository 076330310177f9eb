"""Where a panel keeps its text, colour and mode: the registers of one make, as configuration.

No two makers agree on them, so nothing here is a fact about a panel: its manual must be read.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from devices.led.types import Color, Mode

Encoding: TypeAlias = Literal["gbk", "ascii"]
COLORS: tuple[Color, ...] = ("red", "green", "yellow")
MODES: tuple[Mode, ...] = ("static", "flash", "scroll")
MOST_REGISTERS = 120  # one request writes 123 at most


@dataclass(frozen=True)
class Panel:
    """A register map. The text stands in `length` registers from `start`, two bytes in each, the
    first one high, zeros behind it. None: the panel has no such register. `colors` and `modes` are
    the values for red, green, yellow and for static, flash, scroll; brightness runs 0–`levels`.
    """

    start: int = 0
    length: int = 32
    encoding: Encoding = "gbk"
    color: int | None = None
    mode: int | None = None
    brightness: int | None = None
    power: int | None = None
    colors: tuple[int, int, int] = (1, 2, 3)
    modes: tuple[int, int, int] = (1, 2, 3)
    levels: int = 100

    @property
    def bytes_of_text(self) -> int:
        """How many bytes of text fit."""
        return 2 * self.length


def pack_text(panel: Panel, text: str) -> tuple[int, ...]:
    """Return the registers of a text. Raises ValueError when it does not fit or cannot be said."""
    data = text.encode(panel.encoding)
    if len(data) > panel.bytes_of_text:
        raise ValueError(f"{len(data)} bytes do not fit into {panel.length} registers")
    data = data.ljust(panel.bytes_of_text, b"\0")
    return tuple(high << 8 | low for high, low in zip(data[::2], data[1::2], strict=True))


def unpack_text(panel: Panel, registers: tuple[int, ...]) -> str:
    """Return the text of the registers."""
    data = b"".join(register.to_bytes(2, "big") for register in registers)
    return data.rstrip(b"\0").decode(panel.encoding, errors="replace")
