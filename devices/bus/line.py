"""The host's side of the caller bus: keypads and evaluation pads on one RS-485 line."""

import threading
from dataclasses import dataclass, replace
from time import monotonic
from typing import TypeAlias

from devices.bus import functions
from devices.bus.codec import Frame, FrameDecoder, encode
from devices.keypad.types import KeypadKey, key_of
from devices.pad.types import PadKey
from devices.transport.types import Transport

WRITE_SECONDS = 1.0
QUIET_SECONDS = 0.1  # a frame takes 15 ms at 9600 baud; USB adapters add up to 16 ms


@dataclass(frozen=True)
class UnknownFrame:
    """A sound frame that means nothing to us; it gets no reply."""

    frame: Frame


BusEvent: TypeAlias = KeypadKey | PadKey | UnknownFrame


class BusLine:
    """Devices speak unprompted; every key is answered as soon as it is read.

    One thread polls; any may show and beep. All raise PortUnavailable or WriteFailed.
    """

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self._decoder = FrameDecoder()
        self._heard_at = monotonic()
        self._writing = threading.Lock()

    def open(self) -> None:
        """Open the port, or raise PortUnavailable."""
        self._decoder = FrameDecoder()
        self._transport.open()

    def close(self) -> None:
        """Let go of the port."""
        self._transport.close()

    def interrupt(self) -> None:
        """From another thread: make a waiting poll return."""
        self._transport.interrupt()

    def poll(self, timeout: float) -> list[BusEvent]:
        """Wait up to timeout seconds for keys, answer them, and return them."""
        deadline = monotonic() + timeout
        while True:
            pending = self._decoder.pending
            left = max(0.0, deadline - monotonic())
            data = self._transport.read(256, min(left, QUIET_SECONDS) if pending else left)
            now = monotonic()
            frames: list[Frame] = []
            if data:
                self._heard_at = now
                frames = self._decoder.feed(data)
            elif pending and now - self._heard_at >= QUIET_SECONDS:
                frames = self._decoder.silence()
            if frames or now >= deadline or not (data or pending):
                return [self._take(frame) for frame in frames]

    def show_ticket(self, address: int, waiting: int | None, number: int | None) -> None:
        """Show people waiting and the ticket's last three digits; None leaves blank."""
        self._send(Frame(address, functions.SHOW, functions.digits(waiting, number)))

    def beep(self, address: int) -> None:
        """Make a keypad beep."""
        self._send(Frame(address, functions.BEEP))

    def start_rating(self, address: int) -> None:
        """Ask the visitor at a pad for a rating."""
        self._send(Frame(address, functions.KEY, functions.START_RATING))

    def show_stars(self, address: int) -> None:
        """Show a pad's stars."""
        self._send(Frame(address, functions.SHOW, functions.STARS))

    def _take(self, frame: Frame) -> BusEvent:
        if frame.function == functions.KEY and (key := key_of(frame.data)):
            self._send(frame)
            return KeypadKey(frame.address, key)
        if frame.function == functions.RATING and frame.data:
            self._send(replace(frame, function=functions.KEY))
            return PadKey(frame.address, frame.data[-1])
        return UnknownFrame(frame)

    def _send(self, frame: Frame) -> None:
        with self._writing:
            self._transport.write(encode(frame), WRITE_SECONDS)
