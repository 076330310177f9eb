"""The lines that pads with a screen and the hub exchange."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.pad.screen import (
    Away,
    Face,
    Idle,
    Serving,
    Staff,
)
from devices.pad.screen.codec import FROM_PAD_LIMIT, encode, from_host, from_pad
from devices.pad.screen.messages import (
    Ack,
    Heartbeat,
    HostMessage,
    Login,
    PadMessage,
    Rate,
    Show,
    Submit,
)
from tests.devices.noise import FRAMES, noise

FACES = tuple(Face(code, 5 - code, words) for code, words in enumerate("优良中差劣"))


words = st.text(max_size=200)
ids = st.text(min_size=1, max_size=40)
codes = st.integers(0, 255)
from_pads = st.one_of(
    st.builds(Submit, ids, codes, st.text(max_size=40)),
    st.builds(Ack, ids),
    st.just(Heartbeat()),
    st.builds(Login, ids, st.just("ab" * 32), st.just("cd" * 32)),
)
staffs = st.none() | st.builds(Staff, words, words, words, st.booleans(), st.binary(max_size=300))
scenes = st.one_of(
    st.builds(Idle, staffs), st.builds(Serving, words, staffs), st.builds(Away, words, staffs)
)
from_hosts = st.one_of(
    st.builds(Show, ids, st.integers(1, 255), words, scenes),
    st.builds(Rate, ids, ids, words, st.integers(1, 3600), st.just(FACES), st.none() | codes),
    st.builds(Ack, ids),
)


@given(st.lists(from_pads, max_size=4), st.lists(from_hosts, max_size=4))
def test_messages_survive_the_wire_in_single_bytes(
    said: list[PadMessage], answered: list[HostMessage]
) -> None:
    pad, host = from_pad(), from_host()
    stream = b"".join(map(encode, said))
    assert [m for b in stream for m in pad.feed(bytes((b,)))] == said
    stream = b"".join(map(encode, answered))
    assert [m for b in stream for m in host.feed(bytes((b,)))] == answered
    assert pad.rejected == host.rejected == 0


@pytest.mark.parametrize(
    "line",
    [
        b"{",
        b"[]",
        b'{"type":"submit"}',
        b'{"type":"submit","id":"","code":1}',
        b'{"type":"submit","id":"a","code":256}',
        b'{"type":"submit","id":"a","code":"1"}',
        b'{"type":"challenge","nonce":""}',
        b"\xff\xfe",
        b"[" * 3000,
        b'{"type":"submit","id":"a","code":1,"request":"' + b"9" * FROM_PAD_LIMIT + b'"}',
    ],
)
def test_what_is_no_message_is_counted_and_the_next_one_heard(line: bytes) -> None:
    decoder = from_pad()
    assert decoder.feed(line + b"\r\n\n" + encode(Submit("b", 2))) == [Submit("b", 2)]
    assert decoder.rejected == 1


def test_keys_of_a_newer_pad_are_passed_over() -> None:
    line = b'{"type":"submit","id":"a","code":1,"battery":80}\n'
    assert from_pad().feed(line) == [Submit("a", 1)]


def test_damaged_lines_become_no_other_message_than_a_plausible_one(
    record_property: Callable[[str, object], None],
) -> None:
    said: list[PadMessage] = [Submit("b81f", 3, "71"), Ack("00ff"), Heartbeat()]
    decoder, false = from_pad(), 0
    for line in noise([encode(message) for message in said], FRAMES, 31):
        for message in decoder.feed(line + b"\n"):
            false += message not in said
    record_property("screen pad lines damaged", FRAMES)
    record_property("screen pad lines taken for another message", false)
    # A line has no checksum: TCP has. A flipped digit of an id or a code is a message like any.
    assert false / FRAMES < 0.2
    assert decoder.rejected > FRAMES / 4
