"""A pad with a screen, made of messages."""

import secrets
import threading
import time
from collections.abc import Callable
from typing import assert_never

from devices.pad.screen import login
from devices.pad.screen.codec import encode, from_host
from devices.pad.screen.link import RESEND_S
from devices.pad.screen.messages import (
    Ack,
    Challenge,
    Close,
    Heartbeat,
    HostMessage,
    Login,
    Operate,
    PadMessage,
    Rate,
    Refused,
    Show,
    Submit,
    Thanks,
    Welcome,
)
from devices.switches import Switch

HEARTBEAT_S = 10.0


class ScreenPadSimulator:
    """What the screen shows is in `shown`, `question` and `thanked`; `refused` says why it is out.

    Faults: `mute` acknowledges nothing, `garbage` says rubbish before every line, `doubled` says
    every line twice. Any thread may call it.
    """

    mute = Switch(False)
    garbage = Switch(False)
    doubled = Switch(False)

    def __init__(self, pad: str, key: bytes, clock: Callable[[], float] = time.monotonic) -> None:
        self.lock = threading.RLock()
        self.emit: Callable[[bytes], None] = lambda _data: None
        self.on_change: Callable[[], None] = lambda: None
        self.pad = pad
        self.online = False
        self.refused = ""
        self.shown: Show | None = None
        self.question: Rate | None = None
        self.asked = 0
        self.thanked = 0
        self.operated: list[Operate] = []
        self._key = key
        self._clock = clock
        self._nonces = ("", "")
        self._decoder = from_host()
        self._unsettled: dict[str, tuple[Submit, float]] = {}
        self._until = 0.0
        self._told = 0.0
        self._seen: list[str] = []

    @property
    def unsettled(self) -> int:
        """How many keys wait for their acknowledgement."""
        with self.lock:
            return len(self._unsettled)

    def switched(self) -> None:
        """Tell that a fault was switched."""
        self.on_change()

    def press(self, code: int) -> None:
        """Touch a face or the complaint key: said until it is acknowledged."""
        with self.lock:
            request = self.question.request if self.question else ""
            submit = Submit(secrets.token_hex(8), code, request)
            if self.question and code in {face.code for face in self.question.faces}:
                self.question = None
            self._unsettled[submit.id] = (submit, self._clock() + RESEND_S)
            line = self._line(submit) if self.online else b""
        self.emit(line)
        self.on_change()

    def restart(self) -> None:
        """Begin a connection: the other side has to prove itself again."""
        with self.lock:
            was, self.online = self.online, False
            self._decoder = from_host()
        if was:
            self.on_change()

    def feed(self, data: bytes) -> bytes:
        """Take bytes from the hub and return the answers."""
        with self.lock:
            answers = [self._hear(message) for message in self._decoder.feed(data)]
        if answers:
            self.on_change()
        return b"".join(answers)

    def tick(self) -> bytes:
        """Return what has to be said again by now, and close a question whose time is over."""
        with self.lock:
            now = self._clock()
            over = self.question is not None and now > self._until
            if over:
                self.question = None
            said = self._due(now)
        if over:
            self.on_change()
        return said

    def _due(self, now: float) -> bytes:
        if not self.online:
            return b""
        out = b""
        for submit, due in list(self._unsettled.values()):
            if due <= now:
                self._unsettled[submit.id] = (submit, now + RESEND_S)
                out += self._line(submit)
        if now - self._told > HEARTBEAT_S:
            out += self._line(Heartbeat())
        return out

    def _hear(self, message: HostMessage) -> bytes:
        match message:
            case Challenge(nonce=theirs):
                mine = login.new_nonce()
                self._nonces = (theirs, mine)
                proof = login.proof_of_pad(self._key, theirs, mine, self.pad)
                return self._line(Login(self.pad, mine, proof))
            case Welcome(proof=proof):
                expected = login.proof_of_host(self._key, *self._nonces, self.pad)
                self.online = login.same(proof, expected)
                self.refused = "" if self.online else "the hub does not know the key"
                return b"".join(self._line(one) for one, _ in self._unsettled.values())
            case Refused(why=why):
                self.refused = why
                return b""
            case Ack(id=id_):
                self._unsettled.pop(id_, None)
                return b""
            case Heartbeat():
                return self._line(Heartbeat())
            case Show() | Rate() | Close() | Thanks() | Operate():
                if self.mute or not self.online:
                    return b""
                if message.id not in self._seen:
                    self._seen = [*self._seen[-255:], message.id]
                    self._do(message)
                return self._line(Ack(message.id))
            case _:
                assert_never(message)

    def _do(self, message: Show | Rate | Close | Thanks | Operate) -> None:
        match message:
            case Show():
                self.shown = message
            case Rate():
                self.question = message
                self.asked += 1
                self._until = self._clock() + message.seconds
            case Close():
                self.question = None
            case Thanks():
                self.question = None
                self.thanked += 1
            case Operate():
                self.operated.append(message)
            case _:
                assert_never(message)

    def _line(self, message: PadMessage) -> bytes:
        self._told = self._clock()
        line = encode(message) * (2 if self.doubled else 1)
        return b'{"type":"?"}\n\xff\xfe{\n' + line if self.garbage else line
