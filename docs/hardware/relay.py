"""An example of a driver for another device: a USB relay (LCUS-1) that switches a hall's lamp.

Four bytes, 9600 baud 8N1: A0, relay, 01 on or 00 off, and the low byte of their sum. The relay
answers nothing, so nobody can tell more than that the bytes were sent. Codec, result, driver and
simulator stand in one file here; a device of the product has a file for each (docs/hardware.md).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from devices.errors import WriteFailed
from devices.transport import Transport

START = 0xA0
LENGTH = 4
WRITE_SECONDS = 1.0


@dataclass(frozen=True)
class Frame:
    """One command: which relay, 1 to 255, and on or off."""

    relay: int
    on: bool


def encode(frame: Frame) -> bytes:
    """Return the bytes of a command. Raises ValueError for a relay that cannot be."""
    if not 1 <= frame.relay <= 0xFF:
        raise ValueError(f"relays are 1 to 255, not {frame.relay}")
    body = bytes((START, frame.relay, frame.on))
    return body + bytes((sum(body) & 0xFF,))


class Decoder:
    """Cuts what comes over a wire into commands; what is no command is passed over."""

    def __init__(self) -> None:
        self._pending = bytearray()

    def feed(self, data: bytes) -> list[Frame]:
        """Return the commands that data completes."""
        self._pending += data
        found = []
        while len(self._pending) >= LENGTH:
            start, relay, on, check = self._pending[:LENGTH]
            sound = (
                start == START
                and relay
                and on in (0, 1)
                and sum((start, relay, on)) & 0xFF == check
            )
            if sound:
                found.append(Frame(relay, bool(on)))
            # After noise, look again one byte further on.
            del self._pending[: LENGTH if sound else 1]
        return found


@dataclass(frozen=True)
class Sent:
    """The command was handed over whole; what the relay did is not known."""


@dataclass(frozen=True)
class Lost:
    """The command did not leave, or not whole."""

    reason: str


Result: TypeAlias = Sent | Lost


class Relay:
    """The relays on one port."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def open(self) -> None:
        """Open the port, or raise PortUnavailable."""
        self._transport.open()

    def close(self) -> None:
        """Let go of the port."""
        self._transport.close()

    def switch(self, relay: int, on: bool) -> Result:
        """Switch one relay."""
        try:
            self._transport.write(encode(Frame(relay, on)), WRITE_SECONDS)
        except WriteFailed as error:
            return Lost(str(error))
        return Sent()


class RelaySimulator:
    """Relays at the other end of a wire; `mute` is not needed, for they never answer."""

    def __init__(self) -> None:
        self.on: dict[int, bool] = {}
        self.emit: Callable[[bytes], None] = lambda _data: None
        self.on_change: Callable[[], None] = lambda: None
        self._decoder = Decoder()

    def feed(self, data: bytes) -> bytes:
        """Take bytes from the wire; returns the answer, which is nothing."""
        for frame in self._decoder.feed(data):
            self.on[frame.relay] = frame.on
            self.on_change()
        return b""
