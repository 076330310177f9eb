"""Reading and writing a file descriptor with finite waits."""

import contextlib
import os
import select
import termios
from time import monotonic

from devices.errors import PortUnavailable, WriteFailed

# Parity or seven bits on a pseudo-terminal raise termios.error, which is not an OSError.
FAILURES = (OSError, termios.error)


class Descriptor:
    """A non-blocking file descriptor that someone else opens and closes."""

    def __init__(self, name: str, fd: int) -> None:
        self.name = name
        self._fd = fd
        self._wake_in, self._wake_out = os.pipe()
        os.set_blocking(self._wake_in, False)
        os.set_blocking(self._wake_out, False)
        os.set_blocking(fd, False)

    def close(self) -> None:
        """Release the wake-up pipe."""
        os.close(self._wake_in)
        os.close(self._wake_out)

    def interrupt(self) -> None:
        """Make a waiting read return."""
        with contextlib.suppress(OSError):
            os.write(self._wake_out, b"\0")

    def read(self, size: int, timeout: float) -> bytes:
        """Return what is there, b"" after timeout seconds; PortUnavailable on hang-up."""
        poll = select.poll()
        poll.register(self._fd, select.POLLIN)
        poll.register(self._wake_in, select.POLLIN)
        ready = {fd for fd, _ in poll.poll(max(0.0, timeout) * 1000)}
        if self._wake_in in ready:
            with contextlib.suppress(OSError):
                os.read(self._wake_in, 4096)
            if self._fd not in ready:
                return b""
        if self._fd not in ready:
            return b""
        try:
            data = os.read(self._fd, size)
        except BlockingIOError:
            return b""
        except FAILURES as error:
            raise self._gone(str(error)) from error
        if not data:
            raise self._gone("the other end hung up")
        return data

    def write(self, data: bytes, timeout: float) -> None:
        """Write all of data within timeout seconds, or raise WriteFailed."""
        deadline = monotonic() + timeout
        poll = select.poll()
        poll.register(self._fd, select.POLLOUT)
        written = 0
        while written < len(data):
            wait = max(0.0, deadline - monotonic())
            if not poll.poll(wait * 1000):
                reason = f"nothing accepted for {timeout:g} s"
                hint = "check power, cable and flow control of the device"
                raise WriteFailed(self.name, "writing", reason, hint, written=written)
            try:
                written += os.write(self._fd, data[written:])
            except BlockingIOError:
                continue
            except FAILURES as error:
                hint = "check power and cable of the device"
                raise WriteFailed(
                    self.name, "writing", str(error), hint, written=written
                ) from error

    def _gone(self, reason: str) -> PortUnavailable:
        return PortUnavailable(self.name, "reading", reason, "check power and cable of the device")
