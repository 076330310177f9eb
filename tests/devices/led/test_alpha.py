"""The Alpha protocol: published vectors, another implementation's bytes, and signs on wires."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from alphasign.commands import ReadSpecialFunction, ReadText, WriteSpecialFunction, WriteText
from alphasign.commands.base import BaseCommand
from alphasign.packet import Packet as TheirPacket
from alphasign.protocol import Color, DayOfWeek, DisplayMode, SpecialFunction
from alphasign.text_format import color, speed
from hypothesis import given
from hypothesis import strategies as st

from devices.led import Answering, LedBoardState, Look, NoAnswer, NotSupported, Refused, Shown
from devices.led.alpha import AlphaBus, AlphaSimulator
from devices.led.alpha import codec as ours
from devices.led.alpha.codec import Command, decode, encode
from devices.led.alpha.packet import ANSWER, Packet, PacketDecoder, encode_packet
from tests.devices.led.hearing import Overheard
from tests.devices.wires import wired

VECTOR = bytes(5) + b"\x01Z01\x02A0\x1b&bA023 > 03\x0302D0\x04"
BODY = b"A0\x1b&bA023 > 03"
ENABLE = bytes(5) + b"\x01Z01\x02Es1\x0300EE\x04"


def test_the_published_vectors() -> None:
    assert encode(ours.WriteText("A023 > 03")) == BODY
    assert encode_packet(Packet(1, BODY)) == VECTOR
    assert PacketDecoder().feed(VECTOR) == [Packet(1, BODY)]
    assert encode_packet(Packet(0, b"AAHELLO")).endswith(b"\x02AAHELLO\x0301FB\x04")


@pytest.mark.parametrize(
    ("command", "theirs"),
    [
        (
            ours.WriteText("A023 > 03"),
            lambda: WriteText("A023 > 03", label="0", mode=DisplayMode.HOLD),
        ),
        (
            ours.WriteText("A023", "flash", "green", 5),
            lambda: WriteText(
                color(Color.GREEN) + speed(5) + b"A023", label="0", mode=DisplayMode.FLASH
            ),
        ),
        (
            ours.WriteText("HELLO", "scroll", "yellow", 1),
            lambda: WriteText(
                color(Color.AMBER) + speed(1) + b"HELLO", label="0", mode=DisplayMode.ROTATE
            ),
        ),
        (ours.Acknowledge(), lambda: WriteSpecialFunction.enable_ack_nak(True)),
        (ours.Acknowledge(False), lambda: WriteSpecialFunction.enable_ack_nak(False)),
        (ours.SetTime(9, 5), lambda: WriteSpecialFunction.set_time(9, 5)),
        (ours.SetDate(date(2026, 11, 23)), lambda: WriteSpecialFunction.set_date(11, 23, 26)),
        (ours.SetWeekday(2), lambda: WriteSpecialFunction.set_day_of_week(DayOfWeek.MONDAY)),
        (ours.Dim(3), lambda: WriteSpecialFunction.set_dimming_register(0, 60)),
        (ours.ClearErrors(), WriteSpecialFunction.clear_error_status),
        (ours.AskText(), lambda: ReadText("0")),
        (ours.AskErrors(), lambda: ReadSpecialFunction(SpecialFunction.SERIAL_ERROR_STATUS)),
    ],
)
def test_our_bytes_are_those_of_alphasignpy(
    command: Command, theirs: Callable[[], BaseCommand]
) -> None:
    """Theirs holds FF where its sender pauses for 0.1 s; those bytes never reach the wire."""
    packet = TheirPacket(type_code=b"Z", address="2A").add(theirs())
    assert encode_packet(Packet(0x2A, encode(command))) == packet.to_bytes().replace(b"\xff", b"")


printable = st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E), max_size=40)
colors: list[str] = ["red", "green", "yellow"]
commands = st.one_of(
    st.builds(
        ours.WriteText,
        printable,
        st.sampled_from(["static", "flash", "scroll"]),
        st.one_of(st.none(), st.sampled_from(colors)),
        st.one_of(st.none(), st.integers(1, 5)),
    ),
    st.sampled_from([ours.Release(), ours.AskErrors(), ours.AskText(), ours.ClearErrors()]),
    st.builds(ours.Acknowledge, st.booleans()),
    st.builds(ours.SetTime, st.integers(0, 23), st.integers(0, 59)),
    st.builds(ours.SetDate, st.dates(date(2000, 1, 1), date(2099, 12, 31))),
    st.builds(ours.SetWeekday, st.integers(1, 7)),
    st.builds(ours.Dim, st.integers(0, 4)),
)
bodies = st.binary(min_size=1, max_size=40).map(lambda data: bytes(5 + byte % 123 for byte in data))
packets = st.builds(Packet, st.integers(0, 255), bodies, st.sampled_from("Z^!0"))


@given(commands)
def test_commands_come_back(command: Command) -> None:
    assert decode(encode(command)) == command


@given(st.lists(packets, max_size=4))
def test_packets_survive_the_wire_in_single_bytes(many: list[Packet]) -> None:
    decoder = PacketDecoder()
    stream = b"".join(map(encode_packet, many))
    assert [p for b in stream for p in decoder.feed(bytes((b,)))] == many
    assert decoder.rejected == 0


@given(packets, st.data())
def test_a_damaged_packet_is_dropped_and_the_next_one_heard(
    packet: Packet, data: st.DataObject
) -> None:
    raw = bytearray(encode_packet(packet))
    at = data.draw(st.integers(5, len(raw) - 1))
    raw[at] ^= data.draw(st.integers(1, 255))
    found = PacketDecoder().feed(bytes(raw) + VECTOR)
    assert found[-1] == Packet(1, BODY)
    assert all(one.body != packet.body or one != packet for one in found[:-1])


@given(
    st.binary(max_size=30), st.sampled_from([b"", b"A0", b"A0\x1b&b", b"E ", b"E;", b"E/", b"E*"])
)
def test_any_body_is_understood_or_refused(data: bytes, head: bytes) -> None:
    decode(head + data)
    ours.decode_errors(head + data)


def test_the_first_word_asks_a_sign_to_acknowledge(tmp_path: Path) -> None:
    simulator = AlphaSimulator([1])
    with wired(simulator, "pty", tmp_path) as transport:
        overheard = Overheard(transport)
        bus = AlphaBus(overheard)
        bus.open()
        assert bus.show(1, "A023 > 03") == Shown()
        assert bus.show(1, "A024 > 03") == Shown()
        assert [b"Es1" in one for one in overheard.written] == [True, False, False]
        assert overheard.written[0] == ENABLE


def test_a_sign_that_was_off_is_asked_to_acknowledge_again(tmp_path: Path) -> None:
    simulator = AlphaSimulator([1])
    with wired(simulator, "pty", tmp_path) as transport:
        bus = AlphaBus(transport, timeout=0.1, retries=0)
        bus.open()
        assert bus.show(1, "A023") == Shown()
        simulator.forget(1)
        assert bus.show(1, "A024") == NoAnswer(1)
        assert bus.show(1, "A024") == Shown()
        assert simulator.boards[1].text == "A024"


def test_a_sign_that_cannot_acknowledge_is_asked_for_its_errors(tmp_path: Path) -> None:
    simulator = AlphaSimulator([1, 2], acknowledges=False)
    with wired(simulator, "pty", tmp_path) as transport:
        bus = AlphaBus(transport, acknowledges=False)
        bus.open()
        assert bus.show(1, "A023", Look("flash", "green")) == Shown()
        assert simulator.boards[1] == LedBoardState("A023", "flash", "green")
        assert bus.ping(2) == Shown()
        simulator.nack = {1}
        assert bus.show(1, "A024") == Refused(0x48, "接收缓冲区不足")
        simulator.nack = set()
        assert bus.status(1) == Answering(), "the error was cleared"
        assert bus.show(1, "A024") == Shown()


def test_a_refusal_says_why(tmp_path: Path) -> None:
    simulator = AlphaSimulator([1])
    simulator.nack = {1}
    with wired(simulator, "pty", tmp_path) as transport:
        bus = AlphaBus(transport)
        bus.open()
        assert bus.show(1, "A023") == Refused(0x48, "接收缓冲区不足")


def test_errors_in_words() -> None:
    assert ours.reason(0x40 | 0x20 | 0x01) == "命令或文件号不合法、奇偶校验错误"
    assert ours.reason(0x40) == "没有说明原因"


def test_letting_go_is_the_bare_label(tmp_path: Path) -> None:
    """A formatted but empty text would blank a real sign for ever (measured by others)."""
    with wired(AlphaSimulator([1]), "memory", tmp_path) as transport:
        overheard = Overheard(transport)
        bus = AlphaBus(overheard)
        bus.open()
        assert bus.clear(1) == Shown()
        assert bus.show(1, "") == Shown()
        assert [b"\x02A0\x03" in one for one in overheard.written] == [False, True, True]


def test_clock_and_brightness(tmp_path: Path) -> None:
    simulator = AlphaSimulator([1])
    with wired(simulator, "pty", tmp_path) as transport:
        bus = AlphaBus(transport)
        bus.open()
        assert bus.set_clock(1, datetime(2026, 11, 23, 10, 7)) == Shown()
        assert bus.dim(1, 60) == Shown()
        assert simulator.boards[1].clock == datetime(2026, 11, 23, 10, 7)
        assert simulator.boards[1].brightness == 58
        assert isinstance(bus.light(1, False), NotSupported)


def test_what_the_priority_file_cannot_hold_is_shortened(tmp_path: Path) -> None:
    simulator = AlphaSimulator([1])
    with wired(simulator, "pty", tmp_path) as transport:
        overheard = Overheard(transport)
        bus = AlphaBus(overheard)
        bus.open()
        assert bus.show(1, "请" + "7" * 200) == Shown(("请",), shortened=True)
        assert simulator.boards[1].text == "?" + "7" * 116 + ".."
        body = PacketDecoder().feed(overheard.written[-1])[0].body
        assert len(body) - len(b"A0") <= 125


def test_another_signs_answer_packet_is_not_a_host_packet() -> None:
    status = encode_packet(Packet(0, ours.encode_errors(0x40), ANSWER))
    assert PacketDecoder().feed(bytes(15) + status) == [Packet(0, b"E*\x40", "0")]
