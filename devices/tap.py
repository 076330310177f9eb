"""A port that is listened to while it is recorded, and passed through to whoever drives it."""

import contextlib

from devices.errors import DeviceError
from devices.transport import Listener, Transport

READ_SECONDS = 0.5
WRITE_SECONDS = 5.0


class Tap:
    """A line for a supervisor: what the port says goes to `through`, if there is one, and what is
    heard there goes to the port; what comes while the port is away is lost.
    """

    def __init__(self, transport: Transport, through: Listener | None = None) -> None:
        self._transport = transport
        self._through = through

    def open(self) -> None:
        """Open the port, or raise DeviceError."""
        self._transport.open()

    def close(self) -> None:
        """Let go of the port."""
        self._transport.close()

    def interrupt(self) -> None:
        """From another thread: make `work` return soon."""
        self._transport.interrupt()

    def work(self) -> None:
        """Hand on what the port says."""
        data = self._transport.read(4096, READ_SECONDS)
        if data and self._through is not None:
            self._through.send(data)

    def heard(self, data: bytes) -> bytes:
        """Hand on what the host says."""
        with contextlib.suppress(DeviceError):  # the port is away: its supervisor says so
            self._transport.write(data, WRITE_SECONDS)
        return b""
