"""What can be wrong with a simulated printer, and the bytes in which it says so."""

from dataclasses import dataclass

from devices.printer import status as bits


@dataclass(frozen=True)
class Condition:
    """How the printer is at this moment."""

    paper_out: bool = False
    near_end: bool = False
    cover_open: bool = False
    offline: bool = False
    cutter_error: bool = False
    unrecoverable: bool = False
    overheated: bool = False
    untaken: bool = False

    @property
    def blocked(self) -> bool:
        """Say whether it prints nothing and keeps what it gets."""
        return (
            self.paper_out
            or self.cover_open
            or self.offline
            or self.cutter_error
            or self.unrecoverable
            or self.overheated
        )

    def answer(self, n: int) -> bytes:
        """Return the answer to DLE EOT n; nothing to an n it does not know."""
        error = (
            bits.CUTTER * self.cutter_error
            | bits.UNRECOVERABLE * self.unrecoverable
            | bits.RECOVERABLE * self.overheated
        )
        flags = {
            1: bits.OFFLINE * self.blocked | bits.UNTAKEN * self.untaken,
            2: bits.COVER * self.cover_open
            | bits.PAPER_STOP * self.paper_out
            | bits.ERROR * bool(error),
            3: error,
            4: bits.NEAR_END * (self.near_end or self.paper_out) | bits.PAPER_END * self.paper_out,
        }
        return bytes((bits.ALWAYS | flags[n],)) if n in flags else b""

    def report(self) -> bytes:
        """Return the four bytes of automatic status."""
        near, end = self.near_end or self.paper_out, self.paper_out
        return bytes(
            (
                0x10 | bits.AUTO_OFFLINE * self.blocked | bits.AUTO_COVER * self.cover_open,
                bits.CUTTER * self.cutter_error
                | bits.UNRECOVERABLE * self.unrecoverable
                | bits.RECOVERABLE * self.overheated,
                bits.AUTO_NEAR_END * near | bits.AUTO_PAPER_END * end,
                0x00,
            )
        )
