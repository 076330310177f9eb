"""What goes wrong on a simulated wire, whatever hangs on it."""

import threading
from collections.abc import Callable
from random import Random

from devices.switches import Switch

RUBBISH_BYTES = 4  # at most


class WireFaults:
    """Switches of one wire, settable from any thread at any time.

    `baud` (None: as fast as it goes) and `bits` per byte on the line pace both directions.
    `delay` is seconds before whatever a device says, `slow` seconds between its bytes. Chances
    within 0 and 1 are `garbage` and `drop`, for each byte of both directions, that rubbish comes
    before it or that it is lost, and `double`, for each thing a device says, that it says it
    twice. `unplugged` takes the wire away until it is put back.
    """

    baud = Switch[int | None](None)
    bits = Switch(10)
    delay = Switch(0.0)
    slow = Switch(0.0)
    garbage = Switch(0.0)
    drop = Switch(0.0)
    double = Switch(0.0)
    unplugged = Switch(False)

    def __init__(self, random: Random | None = None) -> None:
        self.lock = threading.RLock()
        self.on_switch: Callable[[], None] = lambda: None
        self._random = random or Random()  # noqa: S311

    def switched(self) -> None:
        """Tell whoever serves the wire."""
        self.on_switch()

    @property
    def byte_seconds(self) -> float:
        """How long a byte takes on the line."""
        return self.bits / self.baud if self.baud else 0.0

    @property
    def timed(self) -> bool:
        """Whether what is sent must wait for its time."""
        return bool(self.baud or self.delay or self.slow)

    def noisy(self, data: bytes) -> bytes:
        """Return what arrives of bytes on the line, in either direction."""
        if not (self.garbage or self.drop):
            return data
        arrived = bytearray()
        with self.lock:
            for byte in data:
                if self._random.random() < self.garbage:
                    arrived += self._random.randbytes(self._random.randint(1, RUBBISH_BYTES))
                if self._random.random() >= self.drop:
                    arrived.append(byte)
        return bytes(arrived)

    def said(self, data: bytes) -> bytes:
        """Return what a device that says data puts on the line."""
        with self.lock:
            return data + data if self.double and self._random.random() < self.double else data
