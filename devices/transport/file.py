"""Files and device files such as /dev/usb/lp0: written, never read."""

import os

from devices.errors import PortUnavailable
from devices.transport.held import Held


class FileTransport(Held):
    """A path that is emptied on open and then written."""

    def __init__(self, name: str, path: str) -> None:
        super().__init__(name)
        self._path = path
        self._fd = -1

    def _acquire(self) -> int:
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NONBLOCK | os.O_CLOEXEC
        try:
            self._fd = os.open(self._path, flags, 0o644)
        except OSError as error:
            hint = "check that the folder exists and may be written"
            raise PortUnavailable(self._name, "opening", str(error), hint) from error
        return self._fd

    def _release(self) -> None:
        os.close(self._fd)

    def read(self, size: int, timeout: float) -> bytes:
        """Return b"": a file does not answer."""
        del size, timeout
        return b""
