"""SDT frames: AA AA AA 96 69, length, body, XOR. A reply's photo is checked, never kept."""

from dataclasses import dataclass, field

PREAMBLE = b"\xaa\xaa\xaa\x96\x69"
TEXT_SIZE, PHOTO_SIZE = 256, 1024
KEPT = 3 + 4 + TEXT_SIZE  # status bytes, the lengths of text and photo, the text
MAX_LENGTH = KEPT + 2 * PHOTO_SIZE + 1  # readers with fingerprints send another kilobyte

STATUS, FIND, SELECT, READ = (0x11, 0xFF), (0x20, 0x01), (0x20, 0x02), (0x30, 0x01)

OK, FOUND = 0x90, 0x9F
NO_CARD, NOT_SELECTED, NOT_READ = 0x80, 0x81, 0x41


@dataclass(frozen=True)
class Request:
    """What the host asks: command, parameter."""

    command: int
    parameter: int


@dataclass(frozen=True)
class Reply:
    """What the reader says: the third status byte, and the first bytes of its data.

    `size` is how many bytes of data there were; those of a photo are not among `data`.
    """

    status: int
    data: bytes = field(default=b"", repr=False)
    size: int = 0


def xor(data: bytes) -> int:
    """Return the check byte over length and body."""
    check = 0
    for byte in data:
        check ^= byte
    return check


def encode(request: Request) -> bytes:
    """Return a request on the wire."""
    body = bytes((0, 3, request.command, request.parameter))
    return PREAMBLE + body + bytes((xor(body),))


def encode_reply(status: int, data: bytes = b"") -> bytes:
    """Return a reply on the wire."""
    body = (len(data) + 4).to_bytes(2, "big") + bytes((0, 0, status)) + data
    return PREAMBLE + body + bytes((xor(body),))


class _Decoder:
    """Finds frames byte by byte and keeps the first `keep` bytes of a body only."""

    def __init__(self, shortest: int, longest: int, keep: int) -> None:
        self.rejected = 0
        self.damaged = 0
        self._sizes = range(shortest, longest + 1)
        self._keep = keep
        self._reset()

    @property
    def pending(self) -> bool:
        """Whether a frame may be half received."""
        return self._matched > 0

    def _reset(self) -> None:
        self._matched = 0  # bytes of the preamble
        self._head = b""
        self._left = 0
        self._check = 0
        self._kept = bytearray()

    def _feed(self, data: bytes) -> list[tuple[bytes, int]]:
        """Return (first bytes of the body, its size) of the frames completed by data."""
        found: list[tuple[bytes, int]] = []
        for byte in data:
            if self._matched < len(PREAMBLE):
                self._match(byte)
            elif len(self._head) < 2:
                self._measure(byte)
            elif self._left > 1:
                self._check ^= byte
                self._left -= 1
                if len(self._kept) < self._keep:
                    self._kept.append(byte)
            else:
                if byte == self._check:
                    found.append((bytes(self._kept), int.from_bytes(self._head, "big") - 1))
                else:
                    self.damaged += 1
                self._reset()
        return found

    def _match(self, byte: int) -> None:
        if byte == PREAMBLE[self._matched]:
            self._matched += 1
        elif not (byte == PREAMBLE[0] and self._matched == 3):  # one more AA before 96 is no harm
            self.rejected += 1
            self._matched = int(byte == PREAMBLE[0])

    def _measure(self, byte: int) -> None:
        self._head += bytes((byte,))
        self._check ^= byte
        if len(self._head) == 2:
            self._left = int.from_bytes(self._head, "big")
            if self._left not in self._sizes:
                self.rejected += 1
                self._reset()


class ReplyDecoder(_Decoder):
    """Finds replies in a stream; photos pass through it unkept.

    `rejected` counts bytes that belong to none, `damaged` replies whose check byte is wrong.
    """

    def __init__(self) -> None:
        super().__init__(4, MAX_LENGTH, KEPT)

    def feed(self, data: bytes) -> list[Reply]:
        """Return the replies completed by data."""
        return [
            Reply(body[2], body[3:], size - 3)
            for body, size in self._feed(data)
            if body[:2] == b"\0\0"
        ]


class RequestDecoder(_Decoder):
    """Finds requests in a stream, as a reader does."""

    def __init__(self) -> None:
        super().__init__(3, 3, 2)

    def feed(self, data: bytes) -> list[Request]:
        """Return the requests completed by data."""
        return [Request(body[0], body[1]) for body, _ in self._feed(data)]


def text_of(reply: Reply) -> bytes | None:
    """Return the text of a read reply, None when its parts are not as long as they say."""
    text, photo = (int.from_bytes(reply.data[at : at + 2], "big") for at in (0, 2))
    if text != TEXT_SIZE or reply.size < 4 + text + photo or len(reply.data) < 4 + text:
        return None
    return reply.data[4 : 4 + text]
