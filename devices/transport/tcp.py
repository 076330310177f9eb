"""TCP sockets: network printers, serial servers, simulated wires."""

import contextlib
import socket

from devices.errors import PortUnavailable
from devices.transport.held import Held


class TcpTransport(Held):
    """A TCP client; small frames leave at once (TCP_NODELAY)."""

    def __init__(self, name: str, host: str, port: int, *, connect_timeout: float = 3.0) -> None:
        super().__init__(name)
        self._address = (host, port)
        self._connect_timeout = connect_timeout
        self._socket: socket.socket | None = None

    def _acquire(self) -> int:
        try:
            wire = socket.create_connection(self._address, self._connect_timeout)
        except OSError as error:
            hint = "check that the device is switched on and the address is right"
            raise PortUnavailable(self._name, "connecting", str(error), hint) from error
        wire.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._socket = wire
        return wire.fileno()

    def _release(self) -> None:
        if self._socket is not None:
            # Closing with unread bytes resets the connection, and the device may lose
            # what was sent last: say goodbye and take what is there first.
            with contextlib.suppress(OSError):
                self._socket.shutdown(socket.SHUT_WR)
                while self._socket.recv(4096):
                    pass
            self._socket.close()
            self._socket = None
