"""A scanner on a serial line or USB-CDC: it speaks by itself, and is heard once per code."""

import time
from collections.abc import Callable, Sequence

from devices.scanner.codec import Framing, ScanDecoder, Torn
from devices.scanner.types import CodeForm, ScanResult, Unreadable, recognised
from devices.transport.types import Transport

POLL_S = 0.5
AGAIN_S = 2.0  # the same code within this time of its last sight is the same sight


class Sights:
    """Knows which codes were just seen."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._seen: dict[str, float] = {}

    def is_new(self, text: str) -> bool:
        """Say whether a code was out of sight, and remember that it is seen now."""
        now = self._clock()
        self._seen = {one: at for one, at in self._seen.items() if now - at < AGAIN_S}
        new = text not in self._seen
        self._seen[text] = now
        return new


class LineScanner:
    """Raises PortUnavailable when the port is gone. One thread polls.

    `forms` are the codes of this hall. A code that lies before the scanner is told once.
    """

    def __init__(
        self,
        transport: Transport,
        framing: Framing,
        forms: Sequence[CodeForm],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._transport = transport
        self._framing = framing
        self._forms = tuple(forms)
        self._clock = clock
        self._decoder = ScanDecoder(framing)
        self._sights = Sights(clock)

    @property
    def name(self) -> str:
        """The URL, for people."""
        return self._transport.name

    def open(self) -> None:
        """Open the port, or raise PortUnavailable; half a scan from before is forgotten."""
        self._decoder = ScanDecoder(self._framing)
        self._transport.open()

    def close(self) -> None:
        """Let go of the port."""
        self._transport.close()

    def interrupt(self) -> None:
        """From another thread: make a waiting poll return."""
        self._transport.interrupt()

    def poll(self, timeout: float = POLL_S) -> list[ScanResult]:
        """Return what was scanned, after at most `timeout` seconds."""
        data = self._transport.read(4096, timeout)
        results: list[ScanResult] = []
        for scan in self._decoder.feed(data, self._clock()) if data else ():
            if isinstance(scan, Torn):
                results.append(Unreadable(scan.why))
            elif self._sights.is_new(scan):
                results.append(recognised(scan, self._forms))
        return results
