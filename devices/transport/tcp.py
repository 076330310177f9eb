"""TCP sockets: network printers, serial servers, simulated wires."""

import socket
from time import monotonic

from devices.errors import PortUnavailable, WriteFailed
from devices.transport.held import Held

GOODBYE_SECONDS = 0.3  # how long the other side may take to finish reading and close
KEEPALIVE = (("TCP_KEEPIDLE", 10), ("TCP_KEEPINTVL", 5), ("TCP_KEEPCNT", 3))
USER_TIMEOUT_MS = 10_000  # unacknowledged data for this long means the other side has gone


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
        _notice_silent_loss(wire)
        self._socket = wire
        return wire.fileno()

    def _release(self) -> None:
        if self._socket is not None:
            wire, self._socket = self._socket, None
            try:
                _say_goodbye(wire)
            except (ConnectionResetError, BrokenPipeError) as error:
                hint = "look whether the paper came out whole"
                reason = f"the other side broke off: {error}"
                raise WriteFailed(self._name, "closing", reason, hint, written=1) from error
            finally:
                wire.close()


def _say_goodbye(wire: socket.socket) -> None:
    """Closing with unread bytes resets the connection, and the device may lose what was sent
    last: announce the end and take what is there first, but not for long.
    """
    deadline = monotonic() + GOODBYE_SECONDS
    try:
        wire.shutdown(socket.SHUT_WR)
        while (left := deadline - monotonic()) > 0:
            wire.settimeout(left)
            if not wire.recv(4096):
                return
    except (ConnectionResetError, BrokenPipeError):
        raise
    except OSError:
        return  # not connected any more, or still open at the other end: no news of the data


def _notice_silent_loss(wire: socket.socket) -> None:
    wire.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for name, value in (*KEEPALIVE, ("TCP_USER_TIMEOUT", USER_TIMEOUT_MS)):
        if hasattr(socket, name):
            wire.setsockopt(socket.IPPROTO_TCP, getattr(socket, name), value)
