"""Which registers of a Modbus pad mean what: configuration, for every maker has its own."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from devices.errors import BadUrl

HINT = "register numbers count from 0: modbus+PORT?address=5&key=0&ack=1&open=0&none=0&first=1"


@dataclass(frozen=True)
class Registers:
    """Holding registers `key` and `ack`, and the coil `open`; all numbers count from 0.

    `key` holds `none` until a key is pressed, then `first` + the key's code, until the same value
    is written to `ack`. The coil `open` is set to ask the visitor for a rating. (Ours: there is no
    standard for pads.)
    """

    key: int = 0
    ack: int = 1
    open: int = 0
    none: int = 0
    first: int = 1


def registers_of(url: str, options: Mapping[str, str]) -> Registers:
    """Read the options of a modbus URL. Raises BadUrl."""
    known = {field.name for field in fields(Registers)}
    if unknown := sorted(options.keys() - known):
        raise _bad(url, f"unknown option {', '.join(unknown)}")
    try:
        registers = Registers(**{name: int(written, 0) for name, written in options.items()})
    except ValueError:
        raise _bad(url, "a register is a number") from None
    if not all(0 <= getattr(registers, name) <= 0xFFFF for name in known):
        raise _bad(url, "registers and values are 0 to 65535")
    if registers.key == registers.ack:
        raise _bad(url, "the key and its acknowledgement need registers of their own")
    return registers


def _bad(url: str, reason: str) -> BadUrl:
    return BadUrl(url, "reading the URL", reason, HINT)
