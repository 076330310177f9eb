import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.bus import (
    BusEvent,
    BusLine,
    BusSimulator,
    Frame,
    FrameDecoder,
    Key,
    KeypadKey,
    PadKey,
    UnknownFrame,
    encode,
)
from devices.bus.simulator import BusDevice
from devices.errors import PortUnavailable
from devices.keypad import KeypadSimulator
from devices.pad import PadSimulator
from devices.transport import MemoryPair
from tests.devices.noise import FRAMES, noise
from tests.devices.wires import KINDS, eventually, wired

CALL = bytes.fromhex("FF 68 03 03 68 01 01 0C 0E 16")
TICKET_023 = bytes.fromhex("FF 68 08 08 68 01 02 0A 0A 0A 00 02 03 26 16")


@contextmanager
def line_to(devices: list[BusDevice], kind: str, folder: Path) -> Iterator[BusLine]:
    with wired(BusSimulator(devices), kind, folder) as transport:
        line = BusLine(transport)
        line.open()
        yield line
        line.close()


def next_events(line: BusLine, count: int = 1) -> list[BusEvent]:
    events: list[BusEvent] = []
    deadline = monotonic() + 30
    while len(events) < count and monotonic() < deadline:
        events += line.poll(0.2)
    return events


def test_the_vectors() -> None:
    assert encode(Frame(1, 1, b"\x0c")) == CALL
    assert encode(Frame(1, 2, bytes.fromhex("0A 0A 0A 00 02 03"))) == TICKET_023
    assert FrameDecoder().feed(CALL + TICKET_023) == [
        Frame(1, 1, b"\x0c"),
        Frame(1, 2, bytes.fromhex("0A 0A 0A 00 02 03")),
    ]


frames = st.builds(Frame, st.integers(0, 255), st.integers(0, 255), st.binary(max_size=32))


@given(st.lists(frames, max_size=5))
def test_frames_survive_the_wire_in_single_bytes(many: list[Frame]) -> None:
    decoder = FrameDecoder()
    stream = b"".join(map(encode, many))
    assert [f for b in stream for f in decoder.feed(bytes((b,)))] == many
    assert decoder.rejected == 0
    assert not decoder.pending


@given(st.binary(max_size=60), frames, st.binary(max_size=60))
def test_after_noise_and_silence_frames_are_heard(
    before: bytes, frame: Frame, after: bytes
) -> None:
    decoder = FrameDecoder()
    decoder.feed(before)
    decoder.silence()
    assert decoder.feed(encode(frame)) == [frame]
    decoder.feed(after)
    decoder.silence()
    assert decoder.feed(encode(frame)) == [frame]


@given(st.binary(max_size=60).filter(lambda noise: b"\xff" not in noise), frames)
def test_a_frame_right_behind_noise_is_heard_at_once(noise: bytes, frame: Frame) -> None:
    decoder = FrameDecoder()
    assert decoder.feed(noise + encode(frame)) == [frame]
    assert decoder.rejected == len(noise)


@given(frames, st.data())
def test_a_damaged_frame_is_never_taken_for_it(frame: Frame, data: st.DataObject) -> None:
    raw = bytearray(encode(frame))
    at = data.draw(st.integers(0, len(raw) - 1))
    raw[at] ^= data.draw(st.integers(1, 255))
    decoder = FrameDecoder()
    found = decoder.feed(bytes(raw)) + decoder.silence()
    assert frame not in found
    assert decoder.rejected > 0


def test_damaged_frames(record_property: Callable[[str, object], None]) -> None:
    """The 8-bit sum lets one in 256 random errors pass, and errors that cancel: no more."""
    good = [CALL, TICKET_023, encode(Frame(5, 0x11, b"\x03"))]
    known = [frame for one in good for frame in FrameDecoder().feed(one)]
    false = 0
    for damaged in noise(good, FRAMES, 3):
        decoder = FrameDecoder()
        false += sum(one not in known for one in decoder.feed(damaged) + decoder.silence())
    record_property("bus frames damaged", FRAMES)
    record_property("bus frames falsely accepted", false)
    assert false / FRAMES < 0.02


def test_random_bodies_pass_once_in_256(record_property: Callable[[str, object], None]) -> None:
    random, passed = Random(4), 0
    for _ in range(FRAMES):
        body = random.randbytes(4)
        passed += bool(FrameDecoder().feed(b"\xff\x68\x03\x03\x68" + body + b"\x16"))
    record_property("bus random frames tried", FRAMES)
    record_property("bus random frames accepted", passed)
    expected = FRAMES / 256
    assert abs(passed - expected) < 6 * expected**0.5 + 1


def test_a_false_beginning_holds_a_frame_back_only_until_the_line_is_quiet() -> None:
    decoder = FrameDecoder()
    assert decoder.feed(b"\xff\x68\x22\x22\x68" + CALL) == []
    assert decoder.pending
    assert decoder.silence() == [Frame(1, 1, b"\x0c")]
    assert not decoder.pending


def test_too_much_data_is_refused() -> None:
    with pytest.raises(ValueError, match="33 bytes"):
        encode(Frame(1, 1, bytes(33)))


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_arrives_and_is_echoed(kind: str, tmp_path: Path) -> None:
    keypad = KeypadSimulator(3)
    with line_to([keypad], kind, tmp_path) as line:
        for key in Key:
            keypad.press(key)
            assert next_events(line) == [KeypadKey(3, key.value)]
        assert eventually(lambda: keypad.acknowledged == len(Key))


@pytest.mark.parametrize("kind", KINDS)
def test_keypad_and_pad_share_an_address(kind: str, tmp_path: Path) -> None:
    keypad, pad, other = KeypadSimulator(3), PadSimulator(3), KeypadSimulator(4)
    with line_to([keypad, pad, other], kind, tmp_path) as line:
        pad.press(7)
        assert next_events(line) == [PadKey(3, 7)]
        assert eventually(lambda: pad.acknowledged == 1)
        line.show_ticket(3, None, 23)
        assert eventually(lambda: keypad.digits == "---023")
        line.show_ticket(4, 1234, 5678)
        assert eventually(lambda: other.digits == "999678")
        line.show_ticket(3, 7, None)
        assert eventually(lambda: keypad.digits == "007---")
        line.beep(3)
        line.start_rating(3)
        line.show_stars(3)
        assert eventually(lambda: pad.stars == 1)
        assert (keypad.beeps, other.beeps, pad.rating_open) == (1, 0, True)
        assert keypad.acknowledged == other.acknowledged == 0
        assert keypad.digits == "007---"
        pad.press(4)
        assert next_events(line) == [PadKey(3, 4)]
        assert not pad.rating_open


def raw_line() -> tuple[MemoryPair, BusLine]:
    pair = MemoryPair()
    pair.far.open()
    line = BusLine(pair.near)
    line.open()
    return pair, line


def test_the_reply_to_a_pad_carries_function_1() -> None:
    pair, line = raw_line()
    pair.far.write(encode(Frame(2, 0x11, b"\x03")), 1)
    assert line.poll(1) == [PadKey(2, 3)]
    reply = pair.far.read(64, 1)
    asked = encode(Frame(2, 0x11, b"\x03"))
    assert reply == asked[:6] + b"\x01" + asked[7:8] + bytes((asked[8] - 0x10,)) + asked[9:]


def test_the_reply_to_a_keypad_is_its_echo() -> None:
    pair, line = raw_line()
    pair.far.write(CALL, 1)
    assert line.poll(1) == [KeypadKey(1, Key.CALL_NEXT.value)]
    assert pair.far.read(64, 1) == CALL


def test_a_key_of_another_maker_is_told_and_echoed() -> None:
    pair, line = raw_line()
    strange = encode(Frame(1, 1, b"\x55"))
    pair.far.write(strange, 1)
    assert line.poll(1) == [KeypadKey(1, b"\x55")]
    assert pair.far.read(64, 1) == strange


def test_an_unknown_frame_is_told_and_not_answered() -> None:
    pair, line = raw_line()
    pair.far.write(encode(Frame(1, 1)) + encode(Frame(1, 9)), 1)
    assert line.poll(1) == [UnknownFrame(Frame(1, 1)), UnknownFrame(Frame(1, 9))]
    assert pair.far.read(64, 0.05) == b""


def test_a_collision_costs_at_most_the_frames_in_it() -> None:
    pair, line = raw_line()
    pair.far.write(CALL[:6] + b"\xff\x68\x22\x22\x68" + CALL, 1)
    assert next_events(line) == [KeypadKey(1, Key.CALL_NEXT.value)]
    pair.far.write(b"\xff\x68\x22\x22\x68" + CALL, 1)
    for _ in range(10):  # short polls never wait for the whole quiet time, yet it passes
        if events := line.poll(0.02):
            break
    assert events == [KeypadKey(1, Key.CALL_NEXT.value)]


def test_a_key_in_pieces_is_one_key() -> None:
    pair, line = raw_line()
    for byte in CALL[:-1]:
        pair.far.write(bytes((byte,)), 1)
        assert line.poll(0.001) == []
    pair.far.write(CALL[-1:], 1)
    assert line.poll(1) == [KeypadKey(1, Key.CALL_NEXT.value)]


def test_poll_ends_on_time_on_interrupt_and_on_hang_up() -> None:
    pair, line = raw_line()
    start = monotonic()
    assert line.poll(0.05) == []
    assert 0.04 < monotonic() - start < 1
    threading.Timer(0.05, line.interrupt).start()
    assert line.poll(30) == []
    assert monotonic() - start < 5
    pair.break_cable()
    with pytest.raises(PortUnavailable):
        line.poll(1)


@given(st.lists(st.binary(max_size=30), max_size=5))
def test_noise_never_raises(chunks: list[bytes]) -> None:
    simulator = BusSimulator([KeypadSimulator(1), PadSimulator(1)])
    for chunk in chunks:
        assert simulator.feed(chunk) == b""
    pair, line = raw_line()
    for chunk in chunks:
        pair.far.write(chunk, 1)
    line.poll(0)
