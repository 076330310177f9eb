"""Frames of the caller bus: FF 68 L L 68 ADDR FUNC DATA… CS 16."""

from dataclasses import dataclass

START, END = b"\xff\x68", 0x16
MAX_LENGTH = 34  # ADDR, FUNC and 32 bytes of data: far above anything spoken on this bus


@dataclass(frozen=True)
class Frame:
    """One frame; address and function are one byte each, data at most 32 bytes."""

    address: int
    function: int
    data: bytes = b""


def encode(frame: Frame) -> bytes:
    """Return the frame on the wire. Raises ValueError when a part does not fit its field."""
    body = bytes((frame.address, frame.function)) + frame.data
    if len(body) > MAX_LENGTH:
        raise ValueError(f"{len(frame.data)} bytes of data do not fit a frame")
    length = len(body)
    return START + bytes((length, length, 0x68)) + body + bytes((sum(body) & 0xFF, END))


class FrameDecoder:
    """Finds frames in a stream that collides; `rejected` counts bytes that belong to none."""

    def __init__(self) -> None:
        self.rejected = 0
        self._buffer = bytearray()

    @property
    def pending(self) -> bool:
        """Say whether a frame may be half received."""
        return bool(self._buffer)

    def feed(self, data: bytes) -> list[Frame]:
        """Return the frames completed by data."""
        self._buffer += data
        frames: list[Frame] = []
        while self._buffer:
            end = _end(self._buffer)
            if end is None:
                break
            if end == 0:
                self._drop_one()
                continue
            body = bytes(self._buffer[5 : end - 2])
            frames.append(Frame(body[0], body[1], body[2:]))
            del self._buffer[:end]
        return frames

    def silence(self) -> list[Frame]:
        """Tell that the line is quiet: what is half received will not be completed.

        Returns whole frames that stood behind a false beginning.
        """
        frames: list[Frame] = []
        while self._buffer:
            self._drop_one()
            frames += self.feed(b"")
        return frames

    def _drop_one(self) -> None:
        del self._buffer[0]
        self.rejected += 1


def _end(data: bytearray) -> int | None:
    """Return where the frame at the beginning ends; 0: it is none; None: too early to say."""
    if data[:2] != START[: len(data)]:
        return 0
    if len(data) < 5:
        return None if len(data) < 4 or data[2] == data[3] else 0
    length = data[2]
    if data[3] != length or data[4] != 0x68 or not 2 <= length <= MAX_LENGTH:
        return 0
    end = 5 + length + 2
    if len(data) < end:
        return None
    good = data[end - 2] == sum(data[5 : end - 2]) & 0xFF and data[end - 1] == END
    return end if good else 0
