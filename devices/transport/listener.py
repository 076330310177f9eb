"""Pseudo-terminals and TCP ports that simulators sit on."""

import contextlib
import os
import pty
import socket
import tty
from pathlib import Path

from devices.transport.far_end import Listener
from devices.transport.faults import WireFaults


class PtyListener(Listener):
    """A pseudo-terminal; `link`, if given, is a symbolic link that always points to it."""

    def __init__(self, link: Path | None = None, *, faults: WireFaults | None = None) -> None:
        super().__init__(faults)
        self._link = link
        self._open()

    def _open(self) -> None:
        # Our own copy of the slave stays open: without it, every client that leaves
        # makes the master report a hang-up for ever, and the thread would spin.
        self._master, self._slave = pty.openpty()
        tty.setraw(self._slave)
        os.set_blocking(self._master, False)
        self._path = Path(os.ttyname(self._slave))
        if self._link is not None:
            new = self._link.with_name(f".{self._link.name}.{os.getpid()}")
            new.unlink(missing_ok=True)
            new.symlink_to(self._path)
            new.replace(self._link)

    @property
    def url(self) -> str:
        """The serial URL of the link, or of the pseudo-terminal itself."""
        return f"serial://{self._link.absolute() if self._link else self._path}"

    def _waiting_on(self) -> int:
        return self._master

    def _receive(self, size: int) -> bytes:
        try:
            return os.read(self._master, size)
        except OSError:  # nothing there after all, or hung up from another thread meanwhile
            return b""

    def _client(self) -> int | None:
        return self._master

    def _hang_up(self) -> None:
        # A new pseudo-terminal takes its place; without a link, that is a new URL.
        old = self._master, self._slave
        self._open()  # first, so that the link never points nowhere
        for fd in old:
            os.close(fd)

    def _unplug(self) -> None:
        self._close()

    def _plug(self) -> None:
        self._open()

    def _close(self) -> None:
        if self._link is not None:
            self._link.unlink(missing_ok=True)
        os.close(self._master)
        os.close(self._slave)


class TcpListener(Listener):
    """A TCP port with one client at a time; the next one is let in when it leaves."""

    def __init__(
        self, host: str = "127.0.0.1", port: int = 0, *, faults: WireFaults | None = None
    ) -> None:
        super().__init__(faults)
        self._connection: socket.socket | None = None
        self._host, self._port = host, port
        self._plug()

    @property
    def url(self) -> str:
        """The TCP URL, with the port that was given out."""
        return f"tcp://{self._host}:{self._port}"

    def _waiting_on(self) -> int:
        return (self._connection or self._server).fileno()

    def _receive(self, size: int) -> bytes:
        connection = self._connection
        if connection is None:
            with self._sending:
                self._client()
            return b""
        try:
            data = connection.recv(size)
        except BlockingIOError:
            return b""
        except OSError:
            data = b""
        if not data:
            with self._sending:
                self._pacing.clear()
                self._hang_up()
        return data

    def _client(self) -> int | None:
        # A client may have connected a moment ago: bytes sent now are for it already.
        if self._connection is None:
            with contextlib.suppress(BlockingIOError):
                connection, _ = self._server.accept()
                connection.setblocking(False)
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self._connection = connection
                self._wake()
        return None if self._connection is None else self._connection.fileno()

    def _hang_up(self) -> None:
        if self._connection is not None:
            with contextlib.suppress(OSError):
                self._connection.shutdown(socket.SHUT_RDWR)
            self._connection.close()
            self._connection = None

    def _unplug(self) -> None:
        self._close()

    def _plug(self) -> None:
        self._server = socket.create_server((self._host, self._port))
        self._server.setblocking(False)
        self._host, self._port = self._server.getsockname()[:2]

    def _close(self) -> None:
        self._hang_up()
        self._server.close()
