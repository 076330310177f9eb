"""A scanner made of bytes."""

import threading
from collections.abc import Callable

from devices.scanner.codec import Framing, encode
from devices.switches import Switch


class ScannerSimulator:
    """Says what is held before it. Faults: `mute`, `torn` (half of every scan), `doubled`.

    Any thread may call it.
    """

    mute = Switch(False)
    torn = Switch(False)
    doubled = Switch(False)

    def __init__(self, framing: Framing | None = None) -> None:
        self.lock = threading.RLock()
        self.emit: Callable[[bytes], None] = lambda _data: None
        self.on_change: Callable[[], None] = lambda: None
        self.scans = 0
        self._framing = framing or Framing()

    def scan(self, text: str) -> None:
        """Hold a code before it."""
        data = encode(text, self._framing)
        with self.lock:
            self.scans += 1
            if self.torn:
                data = data[: len(data) // 2]
            sent = b"" if self.mute else data * (2 if self.doubled else 1)
        self.emit(sent)
        self.on_change()

    def feed(self, data: bytes) -> bytes:
        """Take bytes from the host: scanners of this kind listen to nothing."""
        return b""

    def switched(self) -> None:
        """Tell that a fault was switched."""
        self.on_change()
