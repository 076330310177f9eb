"""One JSON object a line: UTF-8, ended by a line feed, of limited length."""

from typing import Generic, TypeVar

import msgspec

from devices.pad.screen.messages import PHOTO_LIMIT, HostMessage, PadMessage

FROM_PAD_LIMIT = 4096
FROM_HOST_LIMIT = PHOTO_LIMIT * 4 // 3 + 8192  # a photo is a third longer in base64
END = b"\n"

M = TypeVar("M")


def encode(message: HostMessage | PadMessage) -> bytes:
    """Return a message as its line."""
    return msgspec.json.encode(message) + END


class LineDecoder(Generic[M]):
    """Finds messages in a stream; whatever is none is counted in `rejected`, and closes nothing."""

    def __init__(self, decoder: "msgspec.json.Decoder[M]", limit: int) -> None:
        self.rejected = 0
        self._decoder = decoder
        self._limit = limit
        self._line = bytearray()
        self._too_long = False

    def feed(self, data: bytes) -> list[M]:
        """Return the messages completed by data."""
        found: list[M] = []
        *ended, rest = data.split(END)
        for part in ended:
            self._take(part)
            if self._too_long:
                self.rejected += 1
            elif self._line.strip():  # an empty line is nothing, as keep-alive of some terminals
                self._decode(found)
            self._line.clear()
            self._too_long = False
        self._take(rest)
        return found

    def _take(self, part: bytes) -> None:
        self._too_long = self._too_long or len(self._line) + len(part) > self._limit
        if self._too_long:
            self._line.clear()
        else:
            self._line += part

    def _decode(self, found: list[M]) -> None:
        try:
            found.append(self._decoder.decode(self._line))
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            self.rejected += 1


def from_pad() -> LineDecoder[PadMessage]:
    """Return a decoder of what pads say."""
    return LineDecoder(msgspec.json.Decoder(PadMessage), FROM_PAD_LIMIT)


def from_host() -> LineDecoder[HostMessage]:
    """Return a decoder of what the hub says."""
    return LineDecoder(msgspec.json.Decoder(HostMessage), FROM_HOST_LIMIT)
