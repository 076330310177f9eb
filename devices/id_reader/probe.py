"""Whether an ID-card reader (SDT protocol) is at the end of a port: its status, no card is read."""

from functools import reduce
from operator import xor
from time import monotonic

from devices.transport.types import Transport

STATUS = bytes.fromhex("AA AA AA 96 69 00 03 11 FF ED")
PREAMBLE = STATUS[:5]
STATUS_SECONDS = 0.4


def probe(transport: Transport) -> str | None:
    """Return what answered on an open port, None for silence. Raises DeviceError."""
    transport.write(STATUS, 1)
    deadline = monotonic() + STATUS_SECONDS
    heard = b""
    while (left := deadline - monotonic()) > 0:
        heard += transport.read(64, left)
        if whole(heard):
            return "an ID-card reader (SDT)"
    return None


def whole(heard: bytes) -> bool:
    """Say whether a sound reply is in what was heard: preamble, length, status words, XOR."""
    at = heard.find(PREAMBLE)
    body = heard[at + len(PREAMBLE) :]
    if at < 0 or len(body) < 2:
        return False
    end = 2 + int.from_bytes(body[:2], "big")
    return end >= 6 and len(body) >= end and reduce(xor, body[:end]) == 0
