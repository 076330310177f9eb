"""One connection of a pad: bytes in and out, and who is at the other end, once that is proven."""

import contextlib
import socket

from devices.pad.screen import login
from devices.pad.screen.codec import encode, from_pad
from devices.pad.screen.messages import Challenge, HostMessage, Login, PadMessage

LOGIN_S = 5.0
SILENCE_S = 30.0
HEARTBEAT_S = 10.0
STUCK_S = 10.0  # a pad that takes nothing for so long is gone
OUT_LIMIT = 2 * 1024 * 1024


class Connection:
    """`pad` is "" until it has logged in; `gone` says why it is over, once it is."""

    def __init__(self, wire: socket.socket, now: float) -> None:
        wire.setblocking(False)
        wire.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.wire = wire
        self.pad = ""
        self.gone = ""
        self.nonce = login.new_nonce()
        self._decoder = from_pad()
        self._out = bytearray()
        self._since = self._heard = self._told = self._moved = now
        self.tell(Challenge(self.nonce), now)

    @property
    def waits(self) -> bool:
        """Whether there is something to send."""
        return bool(self._out)

    @property
    def rejected(self) -> int:
        """How many lines were no messages."""
        return self._decoder.rejected

    def tell(self, message: HostMessage, now: float) -> None:
        """Send a message, as far as the pad takes it now."""
        if not self._out:
            self._moved = now
        self._out += encode(message)
        self._told = now
        if len(self._out) > OUT_LIMIT:
            self.gone = "it takes nothing"
        self.send(now)

    def send(self, now: float) -> None:
        """Send what waits."""
        try:
            while self._out:
                sent = self.wire.send(self._out)
                del self._out[:sent]
                self._moved = now
        except BlockingIOError:
            pass
        except OSError as error:
            self.gone = str(error)

    def receive(self, now: float) -> list[PadMessage]:
        """Take what has arrived."""
        try:
            data = self.wire.recv(65536)
        except BlockingIOError:
            return []
        except OSError as error:
            self.gone = str(error)
            return []
        if not data:
            self.gone = "it hung up"
            return []
        messages = self._decoder.feed(data)
        if messages:
            self._heard = now
        return messages

    def proves(self, said: Login, key: bytes) -> bool:
        """Whether a login answers this connection's challenge."""
        expected = login.proof_of_pad(key, self.nonce, said.nonce, said.pad)
        return login.same(expected, said.proof)

    def is_quiet(self, now: float) -> bool:
        """Whether it is time for a heartbeat."""
        return bool(self.pad) and now - self._told >= HEARTBEAT_S

    def look(self, now: float) -> None:
        """Notice that it is over: no login, no sign of life, or nothing taken."""
        if not self.pad and now - self._since > LOGIN_S:
            self.gone = "it did not log in"
        elif now - self._heard > SILENCE_S:
            self.gone = "it is silent"
        elif self._out and now - self._moved > STUCK_S:
            self.gone = "it takes nothing"

    def close(self) -> None:
        """Close the wire; what waits is tried once more."""
        with contextlib.suppress(OSError):
            if self._out:
                self.wire.send(self._out)
        self.wire.close()
