"""Reads a ticket's bytes with none of the writer's code: ESC/POS by the book, Chinese by GBK."""

from dataclasses import dataclass, field

ESC, FS, GS, LF = 0x1B, 0x1C, 0x1D, 0x0A
FIXED = {
    (ESC, ord("@")): 0,
    (ESC, ord("a")): 1,
    (ESC, ord("E")): 1,
    (ESC, ord("d")): 1,
    (ESC, ord("t")): 1,
    (ESC, ord("M")): 1,
    (ESC, ord("-")): 1,
    (ESC, ord("{")): 1,
    (ESC, ord("!")): 1,
    (ESC, ord("2")): 0,
    (FS, ord("&")): 0,
    (FS, ord(".")): 0,
    (GS, ord("!")): 1,
    (GS, ord("B")): 1,
}
"""Commands and how many parameter bytes follow."""


@dataclass
class Ticket:
    """What stands on the paper, line by line, and how it ends."""

    lines: list[str] = field(default_factory=list)
    code: str = ""
    chinese: bool = False
    cut: bool = False
    job: bytes = b""


def decode(raw: bytes) -> Ticket:
    """Walk through the bytes; AssertionError at the first that belongs to nothing known."""
    ticket = Ticket()
    at, run = 0, bytearray()
    while at < len(raw):
        assert not ticket.cut, "bytes after the cut"
        lead = raw[at]
        if lead in (ESC, FS, GS):
            _flush(ticket, run)
            at = _command(ticket, raw, at)
        elif lead == LF:
            _flush(ticket, run)
            at += 1
        elif lead < 0x80:
            assert lead >= 0x20, f"control byte {lead:02x} at {at}"
            run.append(lead)
            at += 1
        else:
            assert raw[at + 1] >= 0x40, "not the second byte of a Chinese character"
            run += raw[at : at + 2]
            at += 2
    return ticket


def _flush(ticket: Ticket, run: bytearray) -> None:
    if run:
        assert ticket.chinese or max(run) < 0x80, "Chinese without FS &"
        ticket.lines.append(run.decode("gbk"))
        run.clear()


def _command(ticket: Ticket, raw: bytes, at: int) -> int:
    name = (raw[at], raw[at + 1])
    if name == (GS, ord("V")):
        ticket.cut = True
        return at + (4 if raw[at + 2] in b"AB" else 3)
    if name == (GS, ord("(")):
        length = raw[at + 3] + 256 * raw[at + 4]
        data = raw[at + 5 : at + 5 + length]
        if raw[at + 2] == ord("k") and data[1] == 80:
            ticket.code = data[3:].decode("ascii")
        if raw[at + 2] == ord("H"):
            ticket.job = data[2:]
        return at + 5 + length
    if name == (FS, ord("&")):
        ticket.chinese = True
    assert name in FIXED, f"unknown command {raw[at : at + 4].hex(' ')} at {at}"
    return at + 2 + FIXED[name]
