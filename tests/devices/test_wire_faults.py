"""Simulated wires that are slow, noisy or pulled out, whatever hangs on them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from time import monotonic, sleep

import pytest

from devices.bus import BusLine, BusSimulator, Key, KeypadKey
from devices.errors import PortUnavailable
from devices.keypad import KeypadSimulator
from devices.led import Shown
from devices.led.onbon import OnbonBus, OnbonSimulator
from devices.transport import Listener, PtyListener, TcpListener, Transport, transport_for
from devices.transport.faults import WireFaults
from devices.transport.pacing import Pacing
from tests.devices.wires import eventually

Record = Callable[[str, object], None]
MAKES = ("pty", "tcp")


class Heard:
    """A device that answers every chunk with as many bytes, and knows when each came."""

    def __init__(self) -> None:
        self.data = b""
        self.at: list[float] = []

    def feed(self, data: bytes) -> bytes:
        self.data += data
        self.at.append(monotonic())
        return b""


@contextmanager
def served(
    feed: Callable[[bytes], bytes], kind: str, folder: Path
) -> Iterator[tuple[Listener, Transport]]:
    listener: Listener = PtyListener(folder / "wire") if kind == "pty" else TcpListener()
    listener.start(feed)
    transport = transport_for(listener.url)
    transport.open()
    try:
        yield listener, transport
    finally:
        transport.close()
        listener.stop()


def read(transport: Transport, size: int) -> bytes:
    data = b""
    while len(data) < size and (more := transport.read(size - len(data), 3)):
        data += more
    return data


@pytest.mark.parametrize("kind", MAKES)
@pytest.mark.parametrize(("baud", "size"), [(9600, 240), (115200, 2000)])
def test_a_paced_line_takes_its_time_both_ways(
    kind: str, baud: int, size: int, tmp_path: Path, record_property: Record
) -> None:
    heard = Heard()
    with served(heard.feed, kind, tmp_path) as (listener, transport):
        listener.faults.baud = baud
        wire = size * 10 / baud
        begun = monotonic()
        transport.write(bytes(size), 3)
        assert eventually(lambda: len(heard.data) == size)
        there = heard.at[-1] - begun
        begun = monotonic()
        listener.send(bytes(size))
        assert len(read(transport, size)) == size
        back = monotonic() - begun
    record_property(f"paced {kind} at {baud}: there / wire", round(there / wire, 3))
    record_property(f"paced {kind} at {baud}: back / wire", round(back / wire, 3))
    # Never quicker than the line; how much later depends on how busy this machine is.
    assert there >= wire * 0.98
    assert back >= wire * 0.98
    assert max(there, back) < wire + 5


def test_both_directions_go_at_once(tmp_path: Path) -> None:
    """A printer answers while it is being written to."""
    heard = Heard()
    with served(heard.feed, "pty", tmp_path) as (listener, transport):
        listener.faults.baud = 9600
        transport.write(bytes(480), 3)  # half a second
        listener.send(b"status")
        assert read(transport, 6) == b"status"
        assert len(heard.data) < 480


def test_paced_bytes_come_in_their_order_and_time() -> None:
    faults = WireFaults()
    faults.baud = 1000
    pacing = Pacing(faults)
    assert pacing.take == 1
    pacing.say(b"ab", 10.0)
    pacing.say(b"c", 10.0)
    assert pacing.said(10.005) == b""
    assert pacing.next_at() == pytest.approx(10.01)
    assert pacing.said(10.0101) == b"a"
    assert pacing.said(10.0301) == b"bc"
    assert (pacing.next_at(), pacing.speaking) == (None, False)
    pacing.hear(b"x", 11.0)
    assert (pacing.hearing, pacing.heard(11.005)) == (True, b"")
    assert pacing.heard(11.0101) == b"x"
    pacing.hear(b"y", 11.08, waiting=True)  # the thread woke late: the line had gone on
    assert pacing.heard(11.08) == b"y"
    pacing.hear(b"z", 11.2)  # the line was quiet
    assert pacing.next_at() == pytest.approx(11.21)
    pacing.clear()
    assert pacing.next_at() is None


def test_seven_bits_and_parity_are_ten_bits_and_two_stop_bits_eleven() -> None:
    faults = WireFaults()
    faults.baud, faults.bits = 9600, 11
    assert faults.byte_seconds == pytest.approx(11 / 9600)


@pytest.mark.parametrize("kind", MAKES)
def test_late_and_slow_answers(kind: str, tmp_path: Path) -> None:
    with served(bytes.upper, kind, tmp_path) as (listener, transport):
        listener.faults.delay = 0.2
        begun = monotonic()
        transport.write(b"abc", 1)
        assert transport.read(10, 3) != b""
        assert monotonic() - begun >= 0.19
        listener.faults.delay = 0.0
        listener.faults.slow = 0.05
        begun = monotonic()
        transport.write(b"abcd", 1)
        assert read(transport, 4) == b"ABCD"
        assert monotonic() - begun >= 0.19


def test_noise_is_as_loud_as_it_is_set() -> None:
    faults = WireFaults(Random(7))
    data = bytes(1000)
    assert faults.noisy(data) == data
    faults.drop = 0.25
    assert 650 < len(faults.noisy(data)) < 850
    faults.drop, faults.garbage = 0.0, 0.1
    louder = faults.noisy(data)
    assert 1100 < len(louder) < 1500
    assert any(louder)
    faults.garbage, faults.double = 0.0, 1.0
    assert faults.said(b"ab") == b"abab"
    assert faults.noisy(data) == data


def test_a_keypad_on_a_bad_line_is_heard_or_not_but_never_wrongly(tmp_path: Path) -> None:
    keypad = KeypadSimulator(1)
    bus = BusSimulator([keypad])
    with served(bus.feed, "pty", tmp_path) as (listener, transport):
        bus.emit = listener.send
        listener.faults = WireFaults(Random(3))
        listener.faults.drop, listener.faults.garbage = 0.02, 0.05
        line = BusLine(transport)
        keys = (Key.RECALL, Key.CALL_NEXT)  # one key again at once would be the host's own echo
        events = []
        for turn in range(60):
            keypad.press(keys[turn % 2])
            events += line.poll(0.02)
        listener.faults = WireFaults()
        while more := line.poll(0.3):
            events += more
        keypad.press(Key.PARK)
        events += line.poll(1)
    assert set(events) == {KeypadKey(1, key.value) for key in (*keys, Key.PARK)}
    assert 15 < len(events) <= 61


@pytest.mark.parametrize("kind", MAKES)
def test_pulled_out_and_put_back(kind: str, tmp_path: Path) -> None:
    changes: list[bool] = []
    with served(bytes.upper, kind, tmp_path) as (listener, transport):
        listener.on_url = lambda: changes.append(listener.unplugged)
        for _ in range(3):
            transport.write(b"x", 1)
            assert transport.read(1, 2) == b"X"
            listener.faults.unplugged = True
            with pytest.raises(PortUnavailable):
                transport.read(1, 10)
            transport.close()
            assert eventually(lambda: listener.unplugged)
            with pytest.raises(PortUnavailable):
                transport.open()
            listener.send(b"lost")
            listener.faults.unplugged = False
            assert eventually(lambda: not listener.unplugged)
            transport.open()
        assert changes == [True, False] * 3
    listener.stop()


def test_a_wire_that_is_away_can_be_stopped(tmp_path: Path) -> None:
    for listener in (PtyListener(tmp_path / "wire"), TcpListener()):
        listener.start(bytes.upper)
        listener.faults.unplugged = True
        assert eventually(lambda: listener.unplugged)  # noqa: B023
        listener.stop()
        listener.faults.unplugged = False  # nobody serves it any more


def test_a_place_that_was_taken_stays_unplugged() -> None:
    listener = TcpListener()
    listener.start(bytes.upper)
    listener.faults.unplugged = True
    assert eventually(lambda: listener.unplugged)
    _, _, port = listener.url.rpartition(":")
    taker = TcpListener(port=int(port))
    listener.faults.unplugged = False
    assert eventually(lambda: listener.faults.unplugged)
    taker.stop()
    listener.faults.unplugged = False
    assert eventually(lambda: not listener.unplugged)
    listener.stop()


def test_a_board_on_a_paced_line_is_asked_in_its_time(tmp_path: Path) -> None:
    boards = OnbonSimulator([1])
    with served(boards.feed, "pty", tmp_path) as (listener, transport):
        listener.faults.baud = 9600
        begun = monotonic()
        assert OnbonBus(transport, timeout=2).show(1, "请A023号到3号窗口") == Shown()
        assert monotonic() - begun >= 0.1  # 78 bytes there, 28 back
        sleep(0)
    assert boards.boards[1].text == "请A023号到3号窗口"
