"""Modbus panels: the standard's own frame, pymodbus's framer and server, and panels on wires."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from pymodbus import FramerType
from pymodbus.framer.rtu import FramerRTU
from pymodbus.pdu import DecodePDU
from pymodbus.server import ModbusTcpServer
from pymodbus.simulator import DataType, SimData, SimDevice

from devices.led import Answering, LedBoardState, Look, NotSupported, Refused, Shown
from devices.led.modbus import ModbusBus, ModbusSimulator
from devices.led.modbus.rtu import (
    Answer,
    Decoder,
    Failed,
    Read,
    Request,
    Values,
    Write,
    Written,
    encode,
)
from devices.led.panel import Panel
from devices.transport import transport_for
from tests.devices.wires import wired

FULL = Panel(start=0x10, length=16, color=0, mode=1, brightness=2, power=3, levels=8)
BARE = Panel(length=8, encoding="ascii")


def test_the_frame_every_modbus_text_gives() -> None:
    """Read 10 registers of unit 1 from 0: 01 03 00 00 00 0A C5 CD."""
    assert encode(Read(1, 0, 10)) == bytes.fromhex("01 03 00 00 00 0A C5 CD")
    written = bytes.fromhex("11 10 00 01 00 02 04 00 0A 01 02 C6 F0")
    assert encode(Write(0x11, 1, (0x0A, 0x102))) == written
    assert Decoder("requests").feed(bytes.fromhex("0103 0000 000A C5CD")) == [Read(1, 0, 10)]


units = st.integers(1, 247)
places = st.integers(0, 0xFF00)
registers = st.lists(st.integers(0, 0xFFFF), min_size=1, max_size=20).map(tuple)
requests = st.one_of(
    st.builds(Read, units, places, st.integers(1, 125)), st.builds(Write, units, places, registers)
)
answers = st.one_of(
    st.builds(Values, units, registers),
    st.builds(Written, units, places, st.integers(1, 123)),
    st.builds(Failed, units, st.sampled_from([3, 16]), st.integers(1, 11)),
)


@given(requests)
def test_requests_come_back(request: Request) -> None:
    decoder = Decoder("requests")
    assert [m for b in encode(request) for m in decoder.feed(bytes((b,)))] == [request]


@given(answers)
def test_answers_come_back(answer: Answer) -> None:
    decoder = Decoder("answers")
    assert [m for b in encode(answer) for m in decoder.feed(bytes((b,)))] == [answer]


@given(requests)
def test_pymodbus_reads_our_requests(request: Request) -> None:
    data = encode(request)
    used, pdu = FramerRTU(DecodePDU(is_server=True)).handleFrame(data, 0, 0)
    assert used == len(data)
    assert pdu is not None
    assert (pdu.dev_id, pdu.address) == (request.unit, request.start)


@given(st.binary(max_size=40), requests, st.binary(max_size=40), requests)
def test_noise_between_frames_is_skipped(
    before: bytes, first: Request, between: bytes, second: Request
) -> None:
    found = Decoder("requests").feed(before + encode(first) + between + encode(second))
    assert first in found
    assert second in found


@contextmanager
def their_panel() -> Iterator[str]:
    """pymodbus's own server, with RTU frames, as unit 5."""
    started, loop = threading.Event(), asyncio.new_event_loop()
    server: list[ModbusTcpServer] = []

    async def serve() -> None:
        registers = SimData(0, count=64, values=0, datatype=DataType.REGISTERS)
        one = ModbusTcpServer(
            SimDevice(5, simdata=[registers]),
            framer=FramerType.RTU,
            address=("127.0.0.1", 0),
        )
        server.append(one)
        await one.serve_forever(background=True)
        started.set()

    def run() -> None:
        asyncio.set_event_loop(loop)
        loop.run_until_complete(serve())
        loop.run_forever()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    assert started.wait(5)
    listening: Any = server[0].transport
    host, port = listening.sockets[0].getsockname()[:2]
    try:
        yield f"tcp://{host}:{port}"
    finally:
        stopping: Any = server[0].shutdown
        asyncio.run_coroutine_threadsafe(stopping(), loop).result(5)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(5)
        loop.close()


def test_a_panel_that_somebody_else_wrote() -> None:
    panel = Panel(start=8, length=16, color=1, mode=2)
    with their_panel() as url:
        bus = ModbusBus(transport_for(url), {5: panel}, timeout=0.3, retries=0)
        bus.open()
        assert bus.show(5, "请A023号到3号窗口", Look("flash", "green")) == Shown()
        assert bus.ping(5) == Shown()
        written = bus._ask(Read(5, 0, 24), True)
        assert isinstance(written, Values)
        assert written.values[1:3] == (2, 2)
        text = b"".join(value.to_bytes(2, "big") for value in written.values[8:])
        assert text.rstrip(b"\0").decode("gbk") == "请A023号到3号窗口"
        bus.close()


def test_registers_become_a_picture(tmp_path: Path) -> None:
    simulator = ModbusSimulator({1: FULL, 2: BARE})
    with wired(simulator, "pty", tmp_path) as transport:
        bus = ModbusBus(transport, {1: FULL, 2: BARE})
        bus.open()
        assert bus.script == "latin", "one panel of the line has no Chinese"
        assert bus.show(1, "请A023号到3号窗口", Look("scroll", "yellow")) == Shown()
        assert simulator.boards[1] == LedBoardState("请A023号到3号窗口", "scroll", "yellow")
        assert bus.show(2, "Ａ023号") == Shown(("号",))
        assert simulator.boards[2].text == "A023?"
        assert bus.show(2, "0123456789ABCDEFG") == Shown((), shortened=True)
        assert simulator.boards[2].text == "0123456789ABCD.."
        assert bus.dim(1, 50) == Shown()
        assert bus.light(1, False) == Shown()
        assert bus.status(1) == Answering(False, 50)
        assert bus.status(2) == Answering()
        assert isinstance(bus.dim(2, 50), NotSupported)
        assert isinstance(bus.light(2, True), NotSupported)
        assert bus.clear(1) == Shown()
        assert simulator.boards[1].text == ""


def test_a_wrong_register_map_is_told_in_words(tmp_path: Path) -> None:
    with wired(ModbusSimulator({1: BARE}), "pty", tmp_path) as transport:
        bus = ModbusBus(transport, {1: Panel(start=100)})
        bus.open()
        assert bus.show(1, "A") == Refused(2, "没有这个寄存器")
