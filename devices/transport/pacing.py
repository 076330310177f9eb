"""Bytes in their time: when each may arrive on a line of finite speed."""

from collections import deque
from dataclasses import dataclass, field

from devices.transport.faults import WireFaults

CHUNK_SECONDS = 0.002
"""Bytes that arrive within this time are handed over together: a thread wakes no finer."""

CATCH_UP_SECONDS = 0.25


@dataclass
class Pacing:
    """Both directions of one line. Moments are seconds of a monotonic clock; not thread-safe."""

    faults: WireFaults
    _out: deque[tuple[float, bytes]] = field(default_factory=deque)
    _out_free: float = 0.0
    _in: tuple[float, bytes] | None = None
    _in_free: float = 0.0

    @property
    def take(self) -> int:
        """Return how many bytes may be taken off the wire at once."""
        seconds = self.faults.byte_seconds
        return max(1, int(CHUNK_SECONDS / seconds)) if seconds else 4096

    @property
    def hearing(self) -> bool:
        """Whether bytes are arriving, so that no others can."""
        return self._in is not None

    @property
    def speaking(self) -> bool:
        """Whether bytes are waiting for their time to leave."""
        return bool(self._out)

    def hear(self, data: bytes, now: float, *, waiting: bool = False) -> None:
        """Bytes from the host begin to arrive; `waiting`: they were there before the last had
        arrived, and so follow at once: a thread that woke late does not slow the line down.
        """
        seconds = len(data) * self.faults.byte_seconds
        late = waiting and now - self._in_free < CATCH_UP_SECONDS
        begin = self._in_free if late else max(now, self._in_free)
        self._in_free = begin + seconds
        self._in = self._in_free, data

    def say(self, data: bytes, now: float) -> None:
        """Queue what a device says, behind what it has said before."""
        faults = self.faults
        each = faults.byte_seconds + faults.slow
        size = 1 if faults.slow else self.take
        at = max(now + faults.delay, self._out_free)
        for start in range(0, len(data), size):
            piece = data[start : start + size]
            at += len(piece) * each
            self._out.append((at, piece))
        self._out_free = at

    def heard(self, now: float) -> bytes:
        """Return what has arrived by now."""
        if self._in is None or self._in[0] > now:
            return b""
        data, self._in = self._in[1], None
        return data

    def said(self, now: float) -> bytes:
        """Return what leaves by now."""
        data = b""
        while self._out and self._out[0][0] <= now:
            data += self._out.popleft()[1]
        return data

    def next_at(self) -> float | None:
        """Return when something is next due, None when nothing is."""
        due = [at for at, _ in (*([self._in] if self._in else []), *list(self._out)[:1])]
        return min(due, default=None)

    def clear(self) -> None:
        """Lose what is on the line."""
        self._out.clear()
        self._in = None
        self._out_free = self._in_free = 0.0
