"""Window boards made of bytes: they show what they are sent and acknowledge it."""

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from devices.led.codec import CLEAR_ALL, PING, UPDATE, acknowledge, decode_area
from devices.led.frame import HOST, Frame, FrameDecoder, encode_frame
from devices.led.types import Color, Mode

REFUSAL = 1  # the error code of a board told to refuse


@dataclass(frozen=True)
class LedBoardState:
    """What a board shows; width and height in pixels."""

    text: str = ""
    mode: Mode = "static"
    color: Color = "red"
    width: int = 160
    height: int = 16


class LedSimulator:
    """Boards on one line. `mute` boards show but do not answer; `nack` boards refuse."""

    def __init__(self, addresses: Iterable[int]) -> None:
        self.addresses = tuple(addresses)
        self.boards = {address: LedBoardState() for address in self.addresses}
        self.mute: set[int] = set()
        self.nack: set[int] = set()
        self.emit: Callable[[bytes], None] = lambda _data: None
        self.on_change: Callable[[], None] = lambda: None
        self._decoder = FrameDecoder()
        self._lock = threading.Lock()

    def feed(self, data: bytes) -> bytes:
        """Take bytes from the line and return the acknowledgements."""
        with self._lock:
            before = dict(self.boards)
            answers = [self._execute(frame) for frame in self._decoder.feed(data)]
            changed = before != self.boards
        if changed:
            self.on_change()
        return b"".join(answers)

    def _execute(self, frame: Frame) -> bytes:
        address = frame.destination
        if address not in self.boards:
            return b""
        accepted = address not in self.nack and self._show(address, frame.data)
        if address in self.mute:
            return b""
        data = acknowledge(0 if accepted else REFUSAL)
        return encode_frame(data, destination=HOST, source=address)

    def _show(self, address: int, data: bytes) -> bool:
        if data[:2] == PING[:2]:
            return True
        if data[:2] == CLEAR_ALL or (data[:2] == UPDATE and data[5:6] == b"\xff"):
            self.boards[address] = LedBoardState()
            if data[:2] == CLEAR_ALL or data[6:7] == b"\x00":
                return True
        area = decode_area(data)
        if area is None:
            return False
        self.boards[address] = LedBoardState(
            area.text, area.mode, area.color, area.width, area.height
        )
        return True
