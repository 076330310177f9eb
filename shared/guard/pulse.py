"""The heartbeat between a window and its guard: datagrams on the machine's own loopback."""

import os
import secrets
import socket
from typing import Self

VARIABLE = "HALLCALL_PULSE"
"""The environment variable that tells a window where its guard listens: `PORT:TOKEN`."""

BEAT_S = 0.5
"""How often a window that is well says so."""


class Ear:
    """The guard's end. A token keeps other programs of the machine from speaking for the window."""

    def __init__(self) -> None:
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind(("127.0.0.1", 0))
        self._token = secrets.token_hex(8).encode()

    @property
    def address(self) -> str:
        """What the window is told in VARIABLE."""
        return f"{self._socket.getsockname()[1]}:{self._token.decode()}"

    def heard(self, seconds: float) -> bool:
        """Wait up to `seconds` for a beat; True as soon as there is one."""
        self._socket.settimeout(seconds)
        try:
            return self._socket.recv(64) == self._token
        except TimeoutError:
            return False

    def close(self) -> None:
        """Listen no more."""
        self._socket.close()


class Pulse:
    """The window's end."""

    def __init__(self, address: str) -> None:
        port, _, token = address.partition(":")
        self._to = ("127.0.0.1", int(port))
        self._token = token.encode()
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.setblocking(False)

    @classmethod
    def of_this_process(cls) -> Self | None:
        """Return the pulse a guard asked this process for, None when nobody guards it."""
        address = os.environ.pop(VARIABLE, None)  # children of the window do not speak for it
        return None if address is None else cls(address)

    def beat(self) -> None:
        """Say that all is well; a guard that is gone is no reason to fail."""
        try:
            self._socket.sendto(self._token, self._to)
        except OSError:
            return

    def close(self) -> None:
        """Beat no more."""
        self._socket.close()
