"""Window boards on one line: send, wait for the acknowledgement, try again."""

import threading
from time import monotonic

from devices.led.codec import CLEAR, PING, Area, carried, encode_area
from devices.led.frame import BUFFER_SIZE, Frame, FrameDecoder, encode_frame
from devices.led.types import Color, LedResult, Mode, NoAnswer, Refused, Shown
from devices.transport.types import Transport

WRITE_SECONDS = 2.0
FACTORY_SOURCE = 1  # some cards answer with the address they left the factory with


class LedBus:
    """Onbon boards that share a port. Every call raises PortUnavailable or WriteFailed
    when the port itself is gone; what a board says or does not say is returned.

    `timeout` is seconds per attempt, beyond which a board counts as silent; `retries` are
    further attempts.
    """

    def __init__(self, transport: Transport, *, timeout: float = 0.4, retries: int = 2) -> None:
        self._transport = transport
        self._timeout = timeout
        self._attempts = retries + 1
        self._lock = threading.Lock()

    def open(self) -> None:
        """Open the port, or raise PortUnavailable."""
        self._transport.open()

    def close(self) -> None:
        """Let go of the port."""
        self._transport.close()

    def show(
        self,
        address: int,
        text: str,
        *,
        mode: Mode = "static",
        color: Color = "red",
        width: int = 160,
        height: int = 16,
        patient: bool = True,
    ) -> LedResult:
        """Show text on the whole board of width × height pixels; if not `patient`, ask once only.

        Raises ValueError when the text is too long for a board's receive buffer (1024 bytes).
        """
        words, replaced = carried(text)
        area = encode_area(Area(words, mode, color, width, height))
        result = self._ask(address, area, self._attempts if patient else 1)
        return Shown(replaced) if isinstance(result, Shown) else result

    def ping(self, address: int) -> LedResult:
        """Ask whether the board is there; Shown means yes. The picture does not change."""
        return self._ask(address, PING, self._attempts)

    def clear(self, address: int) -> LedResult:
        """Take every text off the board."""
        return self._ask(address, CLEAR, self._attempts)

    def _ask(self, address: int, data: bytes, attempts: int) -> LedResult:
        request = encode_frame(data, destination=address)
        if len(request) > BUFFER_SIZE:
            raise ValueError(f"{len(request)} bytes are more than a board can receive")
        with self._lock:
            for _ in range(attempts):
                while self._transport.read(256, 0):
                    pass  # a late answer to the last question is not the answer to this one
                self._transport.write(request, WRITE_SECONDS)
                answer = self._answer(address)
                if answer is not None:
                    code = answer.data[2] if len(answer.data) > 2 else 0
                    return Shown() if answer.data[:2] == b"\xa0\x00" else Refused(code)
        return NoAnswer(attempts)

    def _answer(self, address: int) -> Frame | None:
        decoder = FrameDecoder()
        deadline = monotonic() + self._timeout
        while (left := deadline - monotonic()) > 0:
            for frame in decoder.feed(self._transport.read(256, left)):
                if frame.source in {address, FACTORY_SOURCE} and frame.data[:1] == b"\xa0":
                    return frame
        return None
