"""Pads with a screen: lines of JSON, the login, and what is repeated until it is acknowledged."""

import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from devices.errors import PortUnavailable
from devices.pad.screen import (
    Away,
    Face,
    Idle,
    PadEvent,
    PadOffline,
    PadOnline,
    Question,
    ScreenPadClient,
    ScreenPadServer,
    ScreenPadSimulator,
    Serving,
    Staff,
    Submitted,
    login,
)
from devices.pad.screen.codec import encode, from_host, from_pad
from devices.pad.screen.connection import LOGIN_S, SILENCE_S
from devices.pad.screen.messages import (
    PHOTO_LIMIT,
    Challenge,
    Login,
    Show,
    Submit,
    Welcome,
)
from devices.pad.screen.server import CONNECTIONS
from devices.transport import transport_for
from tests.devices.wires import at_work, eventually

KEY = bytes(range(32))
FACES = tuple(Face(code, 5 - code, words) for code, words in enumerate("优良中差劣"))
QUESTION = Question("71", "A012", 120, FACES, complaint=7)
STAFF = Staff("王芳", "综合受理岗", "0021", party_member=True, photo=b"\xff\xd8" + bytes(300))


class Hall:
    """A server at work, its pads, and what it was told."""

    def __init__(self, pads: tuple[str, ...] = ("PAD1", "PAD2")) -> None:
        self.events: list[PadEvent] = []
        self.stored = True
        self.late = 0.0
        windows = {pad: (i, f"{i}号") for i, pad in enumerate(pads, 3)}
        self.server = ScreenPadServer(
            ("127.0.0.1", 0), KEY, windows, self._take, lambda: time.monotonic() + self.late
        )
        self.server.open()
        self._stack = ExitStack()
        self._stack.enter_context(at_work(self.server))

    def _take(self, event: PadEvent) -> None:
        self.events.append(event)
        if isinstance(event, Submitted):
            self.server.settle(event, stored=self.stored)

    def pad(self, name: str = "PAD1", key: bytes = KEY) -> ScreenPadSimulator:
        pad = ScreenPadSimulator(name, key)
        client = ScreenPadClient(pad, transport_for(self.url))
        client.start()
        self._stack.callback(client.stop)
        return pad

    def online(self, name: str = "PAD1") -> ScreenPadSimulator:
        pad = self.pad(name)
        assert eventually(lambda: pad.online)
        return pad

    @property
    def url(self) -> str:
        return self.server.name.replace("listen", "tcp")

    def call(self) -> socket.socket:
        host, _, port = self.server.name.removeprefix("listen://").partition(":")
        wire = socket.create_connection((host, int(port)), 3)
        wire.settimeout(5)
        return wire

    def submitted(self) -> list[tuple[str, int]]:
        return [(e.request, e.code) for e in self.events if isinstance(e, Submitted)]

    def close(self) -> None:
        self._stack.close()


@pytest.fixture
def hall() -> Iterator[Hall]:
    opened = Hall()
    yield opened
    opened.close()


def test_a_pad_shows_who_serves_and_what_the_visitor_is_asked(hall: Hall) -> None:
    hall.server.show("PAD1", Serving("A012", STAFF))
    pad = hall.online()
    assert eventually(lambda: pad.shown is not None)
    assert pad.shown is not None
    assert (pad.shown.window, pad.shown.name) == (3, "3号")
    assert pad.shown.scene == Serving("A012", STAFF)
    hall.server.ask("PAD1", QUESTION)
    assert eventually(lambda: pad.question is not None)
    assert pad.question is not None
    assert (pad.question.faces, pad.question.complaint) == (FACES, 7)
    pad.press(1)
    assert eventually(lambda: hall.submitted() == [("71", 1)] and pad.unsettled == 0)
    hall.server.thank("PAD1")
    assert eventually(lambda: pad.thanked == 1)
    hall.server.show("PAD1", Away("请到4号窗口办理"))
    assert eventually(lambda: pad.shown is not None and isinstance(pad.shown.scene, Away))
    hall.server.operate("PAD1", "brightness", 40)
    assert eventually(lambda: [one.value for one in pad.operated] == [40])
    pad.press(7)
    assert eventually(lambda: hall.submitted()[1:] == [("", 7)])


def test_the_biggest_photo_arrives(hall: Hall) -> None:
    pad = hall.online()
    photo = bytes(range(256)) * (PHOTO_LIMIT // 256)
    hall.server.show("PAD1", Idle(Staff("李", photo=photo)))
    assert eventually(
        lambda: pad.shown is not None and pad.shown.scene == Idle(Staff("李", photo=photo))
    )


def test_a_photo_that_no_pad_takes_is_a_surprise() -> None:
    with pytest.raises(ValueError, match="too big for a pad"):
        Staff(photo=bytes(PHOTO_LIMIT + 1))


def test_a_crowd_of_strangers_does_not_keep_a_pad_out(hall: Hall) -> None:
    with ExitStack() as stack:
        for _ in range(CONNECTIONS + 5):
            stack.enter_context(hall.call())
        assert hall.online().online


def test_a_stranger_is_not_let_in(hall: Hall) -> None:
    pad = hall.pad(key=bytes(32))
    assert eventually(lambda: "key of this hall" in pad.refused)
    other = hall.pad("PAD9")
    assert eventually(lambda: "PAD9 is not in hall.toml" in other.refused)
    assert hall.server.online == frozenset()
    assert hall.events == []


def test_a_pad_talks_to_no_stranger() -> None:
    pad = ScreenPadSimulator("PAD1", KEY)
    challenge = Challenge(login.new_nonce())
    (hello,) = from_pad().feed(pad.feed(encode(challenge)))
    assert isinstance(hello, Login)
    assert hello.proof == login.proof_of_pad(KEY, challenge.nonce, hello.nonce, "PAD1")
    pad.feed(encode(Welcome(hello.proof)))  # only what the pad itself said
    assert not pad.online
    assert pad.feed(encode(Show("1", 3, "", Idle()))) == b""
    assert pad.shown is None


def test_a_login_heard_before_is_worth_nothing(hall: Hall) -> None:
    with hall.call() as wire:
        nonce = login.new_nonce()
        wire.recv(4096)
        old = login.proof_of_pad(KEY, "00" * 32, nonce, "PAD1")
        wire.sendall(encode(Login("PAD1", nonce, old)) + encode(Submit("x", 0, "71")))
        answer = b""
        while part := wire.recv(4096):
            answer += part
    assert b"refused" in answer
    assert hall.events == []


def test_before_the_login_nobody_is_heard(hall: Hall) -> None:
    with hall.call() as wire:
        wire.sendall(b"GET / HTTP/1.1\r\n\r\n" + encode(Submit("x", 0, "71")))
        assert eventually(lambda: hall.server.rejected == 1)
        hall.late = LOGIN_S + 1
        while wire.recv(4096):
            pass
    assert hall.submitted() == []


def test_rubbish_closes_nothing_and_is_counted(hall: Hall) -> None:
    pad = hall.online()
    pad.garbage = True
    pad.press(2)
    assert eventually(lambda: hall.submitted() == [("", 2)])
    assert hall.server.rejected == 2
    assert hall.events.count(PadOnline("PAD1")) == 1


def test_what_is_said_twice_counts_once(hall: Hall) -> None:
    pad = hall.online()
    pad.doubled = True
    pad.press(2)
    assert eventually(lambda: pad.unsettled == 0)
    assert hall.submitted() == [("", 2)]


def test_a_key_is_repeated_until_it_is_stored(hall: Hall) -> None:
    pad = hall.online()
    hall.stored = False
    pad.press(3)
    assert eventually(lambda: len(hall.submitted()) == 1)
    hall.stored = True
    assert eventually(lambda: pad.unsettled == 0)
    assert hall.submitted() == [("", 3)] * 2


def test_the_host_repeats_what_is_not_acknowledged(hall: Hall) -> None:
    pad = hall.online()
    pad.mute = True
    hall.server.ask("PAD1", QUESTION)
    hall.server.show("PAD1", Serving("A012"))
    pad.mute = False
    assert eventually(lambda: pad.question is not None and pad.shown is not None)
    assert pad.asked == 1


def test_a_question_ends_with_its_time_or_with_the_next_person(hall: Hall) -> None:
    pad = hall.online()
    hall.server.ask("PAD1", QUESTION)
    assert eventually(lambda: pad.question is not None)
    hall.server.close_question("PAD1")
    assert eventually(lambda: pad.question is None)
    hall.server.ask("PAD2", QUESTION)
    hall.late = 121.0
    other = hall.online("PAD2")
    hall.server.show("PAD2", Idle())
    assert eventually(lambda: other.shown is not None)
    assert other.asked == 0


def test_a_cable_pulled_in_the_middle_loses_and_doubles_nothing() -> None:
    hall = Hall()
    pad = hall.online()
    hall.server.ask("PAD1", QUESTION)
    assert eventually(lambda: pad.question is not None)
    hall.stored = False  # the key arrives, its acknowledgement does not
    pad.press(1)
    assert eventually(lambda: len(hall.submitted()) == 1)
    with hall.server._lock:
        for connection in hall.server._connections.values():
            connection.wire.shutdown(socket.SHUT_RDWR)
    hall.stored = True
    hall.server.show("PAD1", Serving("A013"))
    assert eventually(lambda: pad.unsettled == 0 and hall.events.count(PadOnline("PAD1")) == 2)
    assert [event.why for event in hall.events if isinstance(event, PadOffline)]
    assert eventually(lambda: pad.shown is not None and pad.shown.scene == Serving("A013"))
    assert set(hall.submitted()) == {("71", 1)}
    assert len(hall.submitted()) == 2  # refused once, stored once
    hall.close()


def test_the_newest_connection_of_a_pad_is_the_pad(hall: Hall) -> None:
    first, second = hall.online(), hall.online()
    assert first is not second
    assert eventually(lambda: PadOnline("PAD1") in hall.events)
    assert PadOffline("PAD1", "it connected anew") not in hall.events
    assert hall.server.online == {"PAD1"}


def test_silence_is_noticed(hall: Hall) -> None:
    with hall.call() as wire:
        (challenge,) = from_host().feed(wire.recv(4096))
        assert isinstance(challenge, Challenge)
        nonce = login.new_nonce()
        proof = login.proof_of_pad(KEY, challenge.nonce, nonce, "PAD1")
        wire.sendall(encode(Login("PAD1", nonce, proof)))
        assert eventually(lambda: hall.server.online == {"PAD1"})
        hall.late = SILENCE_S + 1
        while wire.recv(4096):
            pass
    told = [PadOnline("PAD1"), PadOffline("PAD1", "it is silent")]
    assert eventually(lambda: hall.events == told)


def test_shutdown_is_quick_and_a_taken_port_is_said() -> None:
    hall = Hall()
    hall.online()
    host, _, port = hall.server.name.removeprefix("listen://").partition(":")
    other = ScreenPadServer((host, int(port)), KEY, {}, hall.events.append)
    with pytest.raises(PortUnavailable, match="in use"):
        other.open()
    with pytest.raises(PortUnavailable, match="not open"):
        other.work()
    start = time.monotonic()
    hall.close()
    assert time.monotonic() - start < 3
