from pathlib import Path
from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.errors import DeviceError, PortUnavailable
from devices.led import (
    Area,
    Color,
    Frame,
    FrameDecoder,
    LedBoardState,
    LedBus,
    LedSimulator,
    Mode,
    NoAnswer,
    Refused,
    Shown,
    decode_area,
    encode_area,
    encode_frame,
)
from devices.led.codec import ACK, CLEAR, PING
from devices.led.frame import crc16
from devices.transport import transport_for
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


def test_ping_and_acknowledgement_as_seen_on_the_wire() -> None:
    assert encode_frame(PING, destination=1) == PING_WIRE
    assert encode_frame(ACK, destination=0x8000, source=1) == ACK_WIRE
    decoder = FrameDecoder()
    assert decoder.feed(PING_WIRE + ACK_WIRE) == [
        Frame(1, 0x8000, PING),
        Frame(0x8000, 1, ACK),
    ]


@pytest.mark.parametrize(
    ("data", "crc"),
    [
        (FIELD, "36 7A"),
        (bytes.fromhex("A3 02 01 02 00 01 0C"), "26 2D"),
        (CLEAR, "67 CC"),
    ],
)
def test_checksums_seen_in_the_field(data: bytes, crc: str) -> None:
    assert encode_frame(data, destination=1).endswith(bytes.fromhex(crc) + b"\x5a")


def test_the_dynamic_area_seen_in_the_field_is_understood() -> None:
    area = decode_area(FIELD)
    assert area == Area("HUM:66%RH", "static", "red", 512, 12, speed=0x17, stay=2)


def test_a_call_is_78_bytes() -> None:
    assert len(encode_frame(encode_area(Area("请A023号到3号窗口")), destination=1)) == 78


def test_unchecked_checksum_is_accepted_and_a_wrong_one_is_not() -> None:
    decoder = FrameDecoder()
    assert decoder.feed(ACK_WIRE.replace(b"\x64\xdc", b"\xff\xff")) == [Frame(0x8000, 1, ACK)]
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
    assert found[-1] == Frame(1, 0x8000, PING)


gbk = st.text(st.characters(codec="gbk", exclude_characters="\\", exclude_categories=["Cc", "Cf"]))


@given(
    gbk,
    st.sampled_from(["static", "flash", "scroll"]),
    st.sampled_from(["red", "green", "yellow"]),
    st.integers(1, 4000),
    st.integers(1, 256),
)
def test_areas_come_back(text: str, mode: Mode, color: Color, width: int, height: int) -> None:
    area = Area(text, mode, color, width, height)
    assert decode_area(encode_area(area)) == area


@given(st.binary(max_size=80))
def test_any_data_is_decoded_or_refused(data: bytes) -> None:
    for received in (data, b"\xa3\x06" + data):
        assert decode_area(received) is None or isinstance(decode_area(received), Area)


@pytest.mark.parametrize("kind", KINDS)
def test_boards_show_each_its_own(kind: str, tmp_path: Path) -> None:
    simulator = LedSimulator([1, 2, 0x1A5])
    changes: list[int] = []
    simulator.on_change = lambda: changes.append(1)
    with wired(simulator, kind, tmp_path) as transport:
        bus = LedBus(transport)
        bus.open()
        assert bus.show(1, "请A023号到1号窗口") == Shown()
        assert bus.show(0x1A5, "暂停", mode="flash", color="green", width=64, height=32) == Shown()
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


def test_what_gbk_cannot_carry_is_replaced_and_reported(tmp_path: Path) -> None:
    simulator = LedSimulator([1])
    with wired(simulator, "tcp", tmp_path) as transport:
        bus = LedBus(transport)
        bus.open()
        assert bus.show(1, "张𠮷先生\u3000¥30\\C2é") == Shown(("𠮷",))
        assert simulator.boards[1].text == "张〓先生\u3000￥30＼C2é"


def test_silence_is_no_answer_after_every_attempt(tmp_path: Path) -> None:
    simulator = LedSimulator([1, 2])
    simulator.mute = {1}
    with wired(simulator, "pty", tmp_path) as transport:
        bus = LedBus(transport, timeout=0.05, retries=2)
        bus.open()
        start = monotonic()
        assert bus.show(1, "A001") == NoAnswer(3)
        assert bus.ping(9) == NoAnswer(3)
        assert 0.3 <= monotonic() - start < 2
        assert bus.ping(2) == Shown()


def test_a_refusal_is_not_repeated(tmp_path: Path) -> None:
    simulator = LedSimulator([1])
    simulator.nack = {1}
    with wired(simulator, "tcp", tmp_path) as transport:
        bus = LedBus(transport)
        bus.open()
        assert bus.show(1, "A001") == Refused(1)
        assert simulator.boards[1] == LedBoardState()


def test_a_damaged_answer_is_asked_again(tmp_path: Path) -> None:
    class Noisy(LedSimulator):
        times = 0

        def feed(self, data: bytes) -> bytes:
            answer = super().feed(data)
            self.times += bool(answer)
            return answer[:-4] + b"\x00\xa5" if self.times == 1 else b"\xa5\x00" + answer

    with wired(Noisy([1]), "tcp", tmp_path) as transport:
        bus = LedBus(transport, timeout=0.1)
        bus.open()
        assert bus.show(1, "A001") == Shown()


def test_another_boards_answer_does_not_count(tmp_path: Path) -> None:
    class Liar(LedSimulator):
        def feed(self, data: bytes) -> bytes:
            return encode_frame(ACK, destination=0x8000, source=2) if data else b""

    with wired(Liar([1]), "tcp", tmp_path) as transport:
        bus = LedBus(transport, timeout=0.05, retries=0)
        bus.open()
        assert bus.ping(1) == NoAnswer(1)
        assert bus.ping(2) == Shown()


def test_a_text_no_card_can_hold_is_a_surprise(tmp_path: Path) -> None:
    with wired(LedSimulator([1]), "memory", tmp_path) as transport:
        bus = LedBus(transport)
        bus.open()
        with pytest.raises(ValueError, match="more than a board"):
            bus.show(1, "政" * 600)


def test_a_port_that_is_gone_is_raised() -> None:
    bus = LedBus(transport_for("serial:///dev/no-such-port"))
    with pytest.raises(PortUnavailable):
        bus.open()
    with pytest.raises(DeviceError):
        bus.ping(1)
