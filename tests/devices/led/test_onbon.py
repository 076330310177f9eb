from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.errors import DeviceError, PortUnavailable
from devices.led import Answering, Color, LedBoardState, Look, Mode, NoAnswer, Refused, Shown
from devices.led.onbon import OnbonBus, OnbonSimulator
from devices.led.onbon.area import Area
from devices.led.onbon.codec import (
    ALL_AREAS,
    ERRORS,
    LEVELS,
    Ack,
    Answer,
    AskStatus,
    Command,
    Dim,
    Light,
    Nack,
    Ping,
    SetClock,
    Told,
    Update,
    decode,
    decode_answer,
    encode,
    encode_answer,
)
from devices.led.onbon.frame import BUFFER_SIZE, Frame, FrameDecoder, crc16, encode_frame
from devices.transport import transport_for
from tests.devices.led.hearing import Overheard
from tests.devices.wires import KINDS, wired

A5 = "A5 " * 8
PING_WIRE = bytes.fromhex(A5 + "01 00 00 80 00 00 00 00 00 00 FE 02 05 00 A2 00 01 00 00 68 F8 5A")
ACK_WIRE = bytes.fromhex(A5 + "00 80 01 00 00 00 00 00 00 00 FE 02 05 00 A0 00 00 00 00 64 DC 5A")
FIELD = (
    bytes.fromhex(
        "A3 06 02 00 00 00 01 2A 00 00 00 00 18 00 40 00 0C 00 01 0A 01 02 00 00 00 00 "
        "01 01 01 00 17 02 0F 00 00 00"
    )
    + rb"\FO000HUM:66%RH"
)


PUBLISHED = bytes.fromhex(
    "A3 06 01 2D 00 00 01 29 00 00 00 00 00 00 18 00 20 00 00 00 00 02 00 00 00 00 02 02 03 00 04 "
    "05 0E 00 00 00 30 31 32 33 34 35 51 52 53 54 54 56 27 42"
)
"""The maker's own example of a dynamic area that moves to the left."""


def test_ping_and_acknowledgement_as_seen_on_the_wire() -> None:
    assert encode_frame(encode(Ping()), destination=1) == PING_WIRE
    assert encode_frame(encode_answer(Ack()), destination=0x8000, source=1) == ACK_WIRE
    decoder = FrameDecoder()
    assert decoder.feed(PING_WIRE + ACK_WIRE) == [
        Frame(1, 0x8000, encode(Ping())),
        Frame(0x8000, 1, encode_answer(Ack())),
    ]


@pytest.mark.parametrize(
    ("data", "crc"),
    [
        (FIELD, "36 7A"),
        (PUBLISHED, "A8 7D"),
        (bytes.fromhex("A1 05 01 00 00 01 50 30 30 30 49 00 00 00"), "E2 16"),
        (bytes.fromhex("A3 04 01 06 00 00 01 50 30 30 30"), "42 6A"),
        (encode(Dim(12)), "26 2D"),
        (encode(Update(delete=(ALL_AREAS,))), "67 CC"),
    ],
)
def test_checksums_seen_in_the_field(data: bytes, crc: str) -> None:
    assert encode_frame(data, destination=1).endswith(bytes.fromhex(crc) + b"\x5a")


def test_the_dynamic_areas_seen_in_the_field_are_understood() -> None:
    area = Area("HUM:66%RH", "static", "red", 512, 12, speed=0x17, stay=2, number=1)
    assert decode(FIELD) == (Update((area,)), False), "the field asked for no answer"
    moving = Area("012345QRSTTV'B", "scroll", "red", 192, 32, speed=4, stay=5)
    assert decode(PUBLISHED) == (Update((moving,)), True)


def test_a_call_is_78_bytes() -> None:
    call = Update((Area("请A023号到3号窗口"),))
    assert len(encode_frame(encode(call), destination=1)) == 78


def test_unchecked_checksum_is_accepted_and_a_wrong_one_is_not() -> None:
    decoder = FrameDecoder()
    assert decoder.feed(ACK_WIRE.replace(b"\x64\xdc", b"\xff\xff")) == [
        Frame(0x8000, 1, encode_answer(Ack()))
    ]
    assert decoder.feed(ACK_WIRE.replace(b"\x64\xdc", b"\x64\xdd")) == []
    assert decoder.rejected == 1
    assert crc16(b"") == 0


frames = st.builds(
    Frame,
    st.integers(0, 0xFFFF),
    st.integers(0, 0xFFFF),
    st.one_of(
        st.binary(max_size=60), st.lists(st.sampled_from(b"\xa5\xa6\x5a\x5b\x01\x02")).map(bytes)
    ),
)


def wire(frame: Frame) -> bytes:
    return encode_frame(frame.data, destination=frame.destination, source=frame.source)


@given(st.lists(frames, max_size=4))
def test_frames_survive_the_wire_in_single_bytes(many: list[Frame]) -> None:
    decoder = FrameDecoder()
    stream = b"".join(map(wire, many))
    assert all(b not in wire(f)[8:-1] for f in many for b in (0xA5, 0x5A))
    assert [f for b in stream for f in decoder.feed(bytes((b,)))] == many
    assert decoder.rejected == 0


@given(st.binary(max_size=80), frames, st.binary(max_size=80), frames)
def test_noise_between_frames_is_skipped(
    before: bytes, first: Frame, between: bytes, second: Frame
) -> None:
    decoder = FrameDecoder()
    found = decoder.feed(before + wire(first) + between + wire(second))
    assert [f for f in found if f in (first, second)][-1] == second
    assert first in found


@given(frames, st.data())
def test_a_damaged_frame_is_dropped_and_the_next_one_heard(
    frame: Frame, data: st.DataObject
) -> None:
    raw = bytearray(wire(frame))
    at = data.draw(st.integers(8, len(raw) - 1))
    raw[at] ^= data.draw(st.integers(1, 255))
    decoder = FrameDecoder()
    found = decoder.feed(bytes(raw) + PING_WIRE)
    assert found[-1] == Frame(1, 0x8000, encode(Ping()))


gbk = st.text(st.characters(codec="gbk", exclude_characters="\\", exclude_categories=["Cc", "Cf"]))
modes: list[Mode] = ["static", "flash", "scroll"]
colors: list[Color] = ["red", "green", "yellow"]
areas = st.builds(
    Area,
    gbk,
    st.sampled_from(modes),
    st.sampled_from(colors),
    st.integers(1, 4000),
    st.integers(1, 256),
    st.integers(0, 24),
    st.integers(0, 255),
    st.integers(0, 31),
)
clocks = st.datetimes(datetime(2000, 1, 1), datetime(2099, 12, 31)).map(
    lambda now: now.replace(microsecond=0)
)
commands = st.one_of(
    st.sampled_from([Ping(), AskStatus(), Light(True), Light(False)]),
    st.builds(SetClock, clocks),
    st.builds(Dim, st.integers(0, LEVELS)),
    st.builds(Update, st.lists(areas, min_size=1, max_size=3).map(tuple)),
    st.builds(
        Update,
        st.lists(areas, max_size=2).map(tuple),
        st.one_of(st.just((ALL_AREAS,)), st.lists(st.integers(0, 31), min_size=1).map(tuple)),
    ),
)
answers = st.one_of(
    st.just(Ack()),
    st.builds(Nack, st.integers(0, 255)),
    st.builds(Told, st.booleans(), st.integers(0, LEVELS), st.one_of(st.none(), clocks)),
)


@given(commands)
def test_commands_come_back(command: Command) -> None:
    assert decode(encode(command)) == (command, True)


@given(answers)
def test_answers_come_back(answer: Answer) -> None:
    assert decode_answer(encode_answer(answer)) == answer


@given(
    st.binary(max_size=80), st.sampled_from([b"", b"\xa3\x06", b"\xa2\x03", b"\xa1\x02", b"\xa0"])
)
def test_any_data_is_understood_or_refused(data: bytes, head: bytes) -> None:
    decode(head + data)
    decode_answer(head + data)


def test_a_clock_is_eight_bcd_bytes_low_year_first() -> None:
    data = encode(SetClock(datetime(2026, 11, 22, 9, 5, 7)))
    assert data == bytes.fromhex("A2 03 01 00 00 26 20 11 22 09 05 07 07")


@pytest.mark.parametrize("kind", KINDS)
def test_boards_show_each_its_own(kind: str, tmp_path: Path) -> None:
    simulator = OnbonSimulator([1, 2, 0x1A5])
    changes: list[int] = []
    simulator.on_change = lambda: changes.append(1)
    with wired(simulator, kind, tmp_path) as transport:
        bus = OnbonBus(transport)
        bus.open()
        assert bus.show(1, "请A023号到1号窗口") == Shown()
        assert bus.show(0x1A5, "暂停", Look("flash", "green", 64, 32)) == Shown()
        assert simulator.boards == {
            1: LedBoardState("请A023号到1号窗口"),
            2: LedBoardState(),
            0x1A5: LedBoardState("暂停", "flash", "green", 64, 32),
        }
        assert len(changes) == 2
        assert bus.ping(2) == Shown()
        assert len(changes) == 2
        assert bus.clear(1) == Shown()
        assert simulator.boards[1] == LedBoardState()
        bus.close()


def test_a_status_tells_power_brightness_and_clock(tmp_path: Path) -> None:
    now = datetime(2026, 11, 23, 10, 0, 5)
    with wired(OnbonSimulator([1]), "pty", tmp_path) as transport:
        bus = OnbonBus(transport)
        bus.open()
        assert bus.status(1) == Answering(True, 100, None)
        assert bus.set_clock(1, now) == Shown()
        assert bus.dim(1, 41) == Shown()
        assert bus.light(1, False) == Shown()
        assert bus.status(1) == Answering(False, 40, now)


def test_what_gbk_cannot_carry_is_replaced_and_reported(tmp_path: Path) -> None:
    simulator = OnbonSimulator([1])
    with wired(simulator, "pty", tmp_path) as transport:
        bus = OnbonBus(transport)
        bus.open()
        assert bus.show(1, "张𠮷先生\u3000¥30\\C2é") == Shown(("𠮷",))
        assert simulator.boards[1].text == "张〓先生\u3000￥30＼C2é"


def test_a_refusal_says_why_and_is_not_repeated(tmp_path: Path) -> None:
    simulator = OnbonSimulator([1])
    simulator.nack = {1}
    with wired(simulator, "pty", tmp_path) as transport:
        overheard = Overheard(transport)
        bus = OnbonBus(overheard)
        bus.open()
        assert bus.show(1, "A001") == Refused(3, ERRORS[3]) == Refused(3, "控制卡正忙")
        assert simulator.boards[1] == LedBoardState()
        assert len(overheard.written) == 1


def test_a_board_with_the_factorys_address_counts_until_another_has_it(tmp_path: Path) -> None:
    class Liar(OnbonSimulator):
        def feed(self, data: bytes) -> bytes:
            return encode_frame(encode_answer(Ack()), destination=0x8000, source=1) if data else b""

    with wired(Liar([7]), "pty", tmp_path) as transport:
        bus = OnbonBus(transport, timeout=0.05, retries=0)
        bus.open()
        assert bus.ping(7) == Shown()
        assert bus.ping(1) == Shown()
        assert bus.ping(7) == NoAnswer(1)


@pytest.mark.parametrize("text", ["政" * 600, "Z[" * 700, "\u4e5a" * 600])
def test_a_text_no_card_can_hold_is_shortened_visibly(text: str, tmp_path: Path) -> None:
    simulator = OnbonSimulator([1])
    with wired(simulator, "memory", tmp_path) as transport:
        overheard = Overheard(transport)
        bus = OnbonBus(overheard)
        bus.open()
        assert bus.show(1, text) == Shown((), shortened=True)
        shown = simulator.boards[1].text
        assert shown.endswith("…")
        assert text.startswith(shown[:-1])
        assert BUFFER_SIZE - 8 <= len(overheard.written[0]) <= BUFFER_SIZE


def test_a_broadcast_is_obeyed_and_not_answered() -> None:
    simulator = OnbonSimulator([1, 2])
    now = datetime(2026, 11, 23, 10)
    frame = encode_frame(encode(SetClock(now)), destination=0xFFFF)
    assert simulator.feed(frame) == b""
    assert {board.clock for board in simulator.boards.values()} == {now}


def test_a_port_that_is_gone_is_raised() -> None:
    bus = OnbonBus(transport_for("serial:///dev/no-such-port"))
    with pytest.raises(PortUnavailable):
        bus.open()
    with pytest.raises(DeviceError):
        bus.ping(1)
