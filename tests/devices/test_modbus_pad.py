"""Modbus pads: registers as configuration, each press once, absent units out of the way."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

import pytest
from pymodbus.framer import FramerRTU
from pymodbus.pdu import DecodePDU
from pymodbus.pdu.register_message import ReadHoldingRegistersRequest

from devices.errors import BadUrl
from devices.pad import PadKey
from devices.pad.modbus import (
    Absent,
    ModbusPads,
    ModbusPadSimulator,
    Present,
    Registers,
    Unknown,
    Unwilling,
    registers_of,
)
from devices.pad.modbus.driver import ABSENT_S
from devices.pad.modbus.master import Answer, ask
from devices.transport import MemoryPair
from tests.devices.noise import FRAMES, noise
from tests.devices.wires import KINDS, wired

MAP = Registers(key=16, ack=17, open=3, none=0xFFFF, first=0)


class Clock:
    def __init__(self) -> None:
        self.late = 0.0

    def __call__(self) -> float:
        return monotonic() + self.late


@contextmanager
def pads_of(
    simulator: ModbusPadSimulator,
    kind: str,
    folder: Path,
    units: dict[int, Registers] | None = None,
    clock: Callable[[], float] = monotonic,
) -> Iterator[ModbusPads]:
    with wired(simulator, kind, folder) as transport:
        registers = units or {address: one.registers for address, one in simulator.units.items()}
        pads = ModbusPads(transport, registers, clock)
        pads.open()
        yield pads
        pads.close()


@pytest.mark.parametrize("kind", KINDS)
def test_keys_come_once_and_ratings_go_out(kind: str, tmp_path: Path) -> None:
    simulator = ModbusPadSimulator({5: Registers(), 6: MAP})
    with pads_of(simulator, kind, tmp_path) as pads:
        assert pads.states == {5: Unknown(), 6: Unknown()}
        assert pads.poll(0) == []
        pads.start_rating(6)
        assert pads.poll(0) == []
        assert (simulator.units[5].rating_open, simulator.units[6].rating_open) == (False, True)
        simulator.press(6, 0)
        simulator.press(5, 4)
        assert pads.poll(0) == [PadKey(5, 4), PadKey(6, 0)]
        assert pads.poll(0) == []
        assert pads.states == {5: Present(), 6: Present()}
        assert [unit.acknowledged for unit in simulator.units.values()] == [1, 1]


def test_the_same_key_twice_is_two_presses(tmp_path: Path) -> None:
    simulator = ModbusPadSimulator({5: Registers()})
    with pads_of(simulator, "memory", tmp_path) as pads:
        simulator.press(5, 2)
        simulator.press(5, 2)
        assert [pads.poll(0) for _ in range(3)] == [[PadKey(5, 2)], [PadKey(5, 2)], []]


def test_a_press_whose_acknowledgement_was_lost_is_told_once(tmp_path: Path) -> None:
    class Lossy(ModbusPadSimulator):
        lose = True

        def feed(self, data: bytes) -> bytes:
            if self.lose and data[1:2] == b"\x06":
                return b""  # the acknowledgement itself does not arrive
            return super().feed(data)

    simulator, clock = Lossy({5: Registers()}), Clock()
    with pads_of(simulator, "memory", tmp_path, clock=clock) as pads:
        simulator.press(5, 2)
        assert pads.poll(0) == [PadKey(5, 2)]
        assert pads.poll(0) == []
        simulator.lose = False
        clock.late += ABSENT_S
        assert pads.poll(0) == []
        assert simulator.units[5].acknowledged == 1
        simulator.press(5, 2)
        assert pads.poll(0) == [PadKey(5, 2)]


def test_a_press_whose_answer_was_lost_is_told_once(tmp_path: Path) -> None:
    simulator, clock = ModbusPadSimulator({5: Registers()}), Clock()
    simulator.deaf_to_acks = {5}
    with pads_of(simulator, "tcp", tmp_path, clock=clock) as pads:
        simulator.press(5, 2)
        assert pads.poll(0) == [PadKey(5, 2)]
        simulator.deaf_to_acks = set()
        assert pads.poll(0) == []
        simulator.press(5, 2)
        assert pads.poll(0) == [PadKey(5, 2)]


def test_absent_units_do_not_hold_up_the_others(tmp_path: Path) -> None:
    simulator, clock = ModbusPadSimulator({5: Registers()}), Clock()
    units = dict.fromkeys((1, 2, 5), Registers())
    with pads_of(simulator, "tcp", tmp_path, units, clock) as pads:
        simulator.press(5, 1)
        assert pads.poll(0) == [PadKey(5, 1)]
        assert pads.states == {1: Absent(), 2: Absent(), 5: Present()}
        start = monotonic()
        simulator.press(5, 2)
        assert pads.poll(0) == [PadKey(5, 2)]
        assert monotonic() - start < 0.3
        simulator.units[1] = ModbusPadSimulator({1: Registers()}).units[1]
        simulator.press(1, 0)
        clock.late += ABSENT_S
        assert pads.poll(0) == [PadKey(1, 0)]


def test_an_interrupt_ends_a_round_of_absent_units(tmp_path: Path) -> None:
    units = dict.fromkeys(range(1, 40), Registers())
    with pads_of(ModbusPadSimulator({50: Registers()}), "memory", tmp_path, units) as pads:
        start = monotonic()
        threading.Timer(0.1, pads.interrupt).start()
        assert pads.poll(0) == []
        assert monotonic() - start < 5  # all 39 would take 12 s


def test_a_map_that_is_not_the_units_own_is_said(tmp_path: Path) -> None:
    simulator = ModbusPadSimulator({5: Registers()})
    with pads_of(simulator, "memory", tmp_path, {5: MAP}) as pads:
        assert pads.look() == {5: Unwilling(2)}


def test_looking_touches_no_key(tmp_path: Path) -> None:
    simulator = ModbusPadSimulator({5: Registers()})
    simulator.press(5, 3)
    with pads_of(simulator, "memory", tmp_path) as pads:
        assert pads.look() == {5: Present()}
        assert simulator.units[5].acknowledged == 0
        assert pads.poll(0) == [PadKey(5, 3)]


def test_the_published_example_of_the_protocol() -> None:
    request = ReadHoldingRegistersRequest(dev_id=17, address=0x006B, count=3)
    frame = FramerRTU(DecodePDU(False)).buildFrame(request)
    assert frame == bytes.fromhex("11 03 00 6B 00 03 76 87")


def test_damaged_answers(record_property: Callable[[str, object], None]) -> None:
    """CRC-16 sees every burst up to 16 bits; of longer damage one in 65,536 passes."""
    good = bytes.fromhex("05 03 02 00 03 09 85")
    framer, false, heard = FramerRTU(DecodePDU(False)), 0, 0
    assert framer.handleFrame(good, 5, 0)[1] is not None
    for frame in noise([good], FRAMES, 5):
        try:
            _, message = framer.handleFrame(frame, 5, 0)
        except Exception:
            continue
        if message is not None:
            heard += 1
            false += message.isError() or message.registers != [3]
    record_property("Modbus answers damaged", FRAMES)
    record_property("Modbus answers falsely accepted", false)
    assert false <= max(3, FRAMES / 10_000)
    assert heard > FRAMES / 20


@pytest.mark.parametrize("rubbish", [bytes(40), b"\xff" * 40, bytes(range(40)), b"\x05\x83"])
def test_rubbish_is_silence(rubbish: bytes) -> None:
    pair = MemoryPair()
    pair.far.open()
    pair.near.open()
    request = ReadHoldingRegistersRequest(dev_id=5, address=0, count=1)

    class Rubbish:
        name = "rubbish"

        def read(self, size: int, timeout: float) -> bytes:
            return pair.near.read(size, timeout)

        def write(self, data: bytes, timeout: float) -> None:
            pair.far.write(rubbish, 1)

        def open(self) -> None: ...

        def close(self) -> None: ...

        def interrupt(self) -> None: ...

    assert not isinstance(ask(Rubbish(), request, 0.05), Answer)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"key": "x"}, "a register is a number"),
        ({"key": "70000"}, "0 to 65535"),
        ({"ack": "0"}, "registers of their own"),
        ({"colour": "1"}, "unknown option colour"),
    ],
)
def test_a_bad_map_is_said(options: dict[str, str], told: str) -> None:
    with pytest.raises(BadUrl, match=told) as caught:
        registers_of("modbus+sim:x?address=5", options)
    assert "register numbers count from 0" in caught.value.hint
    assert registers_of("u", {"key": "0x10", "first": "0"}) == Registers(key=16, first=0)
