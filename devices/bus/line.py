"""The host's side of the caller bus: keypads and evaluation pads on one RS-485 line."""

import contextlib
import threading
from dataclasses import dataclass, replace
from time import monotonic
from typing import TypeAlias

from devices.bus import functions
from devices.bus.codec import Frame, FrameDecoder, encode
from devices.errors import WriteFailed
from devices.keypad.types import KeypadKey
from devices.pad.types import PadKey
from devices.transport.types import Transport

WRITE_SECONDS = 1.0
OWN_ECHO_SECONDS = 0.05  # an adapter that hears itself does so within a frame's length
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
        self._sent: tuple[Frame, float] | None = None

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
                return self._answered([frame for frame in frames if not self._own(frame)])

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

    def _own(self, frame: Frame) -> bool:
        """Whether this is what we have just said: some adapters hear themselves."""
        return (
            self._sent is not None
            and self._sent[0] == frame
            and monotonic() - self._sent[1] < OWN_ECHO_SECONDS
        )

    def _answered(self, frames: list[Frame]) -> list[BusEvent]:
        """Answer every frame and return what they mean. A key that was heard is never lost: if
        an answer cannot be sent, the next poll finds the port gone.
        """
        events: list[BusEvent] = []
        for frame in frames:
            if frame.function == functions.KEY and frame.data:
                events.append(KeypadKey(frame.address, frame.data))
                answer = frame
            elif frame.function == functions.RATING and frame.data:
                events.append(PadKey(frame.address, frame.data[-1]))
                answer = replace(frame, function=functions.KEY)
            else:
                events.append(UnknownFrame(frame))
                continue
            with contextlib.suppress(WriteFailed):
                self._send(answer)
        return events

    def _send(self, frame: Frame) -> None:
        with self._writing:
            self._transport.write(encode(frame), WRITE_SECONDS)
            self._sent = frame, monotonic()
