"""Scans on a line: prefix, payload, suffix; payloads of at most 512 bytes."""

from dataclasses import dataclass
from typing import Literal

LIMIT = 512
STALE_S = 1.0  # a scan is on the wire at once: what hangs for so long is a torn one

Encoding = Literal["utf-8", "gb18030", "ascii"]


@dataclass(frozen=True)
class Framing:
    """What stands around a payload, and how it is encoded; the suffix is never empty."""

    prefix: bytes = b""
    suffix: bytes = b"\r"
    encoding: Encoding = "utf-8"

    def __post_init__(self) -> None:
        if not self.suffix:
            raise ValueError("without a suffix nobody knows where a scan ends")


@dataclass(frozen=True)
class Torn:
    """Bytes between two suffixes that are no scan, and why."""

    why: str


def encode(text: str, framing: Framing) -> bytes:
    """Return a scan on the wire. Raises ValueError when it cannot be one."""
    payload = text.encode(framing.encoding)
    if not payload or len(payload) > LIMIT:
        raise ValueError(f"a scan is 1 to {LIMIT} bytes long, not {len(payload)}")
    if framing.suffix in payload + framing.suffix[:-1]:
        raise ValueError("the payload holds the suffix")
    return framing.prefix + payload + framing.suffix


class ScanDecoder:
    """Finds scans in a stream, each whole or not at all; `now` is seconds of one clock."""

    def __init__(self, framing: Framing) -> None:
        self._framing = framing
        self._buffer = bytearray()
        self._too_long = False
        self._fed_at = 0.0

    def feed(self, data: bytes, now: float) -> list[str | Torn]:
        """Return the scans completed by data, and what was none."""
        found: list[str | Torn] = []
        if self._buffer and now - self._fed_at > STALE_S:
            if self._buffer.strip(b"\r\n"):
                found.append(Torn("a scan came in part"))
            self._buffer.clear()
            self._too_long = False
        self._fed_at = now
        self._buffer += data
        suffix = self._framing.suffix
        while (end := self._buffer.find(suffix)) >= 0:
            line = bytes(self._buffer[:end])
            del self._buffer[: end + len(suffix)]
            found += self._read(line)
        keep = LIMIT + len(self._framing.prefix) + len(suffix)
        if len(self._buffer) > keep:
            self._too_long = True
            del self._buffer[: -len(suffix)]  # the suffix may have begun
        return found

    def _read(self, line: bytes) -> list[str | Torn]:
        too_long, self._too_long = self._too_long, False
        line = line.strip(b"\r\n")  # many scanners end with both, whichever is the suffix
        if not line and not too_long:
            return []
        if too_long or len(line) > LIMIT + len(self._framing.prefix):
            return [Torn(f"it is longer than {LIMIT} bytes")]
        if not line.startswith(self._framing.prefix):
            return [Torn("it does not begin with the prefix")]
        try:
            text = line[len(self._framing.prefix) :].decode(self._framing.encoding)
        except UnicodeDecodeError:
            return [Torn(f"it is not {self._framing.encoding}")]
        return [text] if text else []
