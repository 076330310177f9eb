"""Recordings: what is written, what comes out when they are played again."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.bus import BusLine, Key, KeypadKey
from devices.errors import PortUnavailable, WriteFailed
from devices.id_reader import CardKind, NoCard, ReaderFault, ReaderReady
from devices.led import NoAnswer, Refused, Shown
from devices.led.onbon import OnbonBus
from devices.pad import PadKey
from devices.pad.modbus import Absent, Present
from devices.printer import CoverOpen, PaperOut, Ready, Unknown
from devices.transport import MemoryPair, PtyListener, transport_for
from devices.transport.recorded import (
    BadRecording,
    Event,
    Recording,
    header,
    line,
    read_recording,
)
from devices.transport.recording import RecordingTransport
from devices.transport.replay import Differs, ReplayPeer, ReplayTransport
from tests.devices.sessions import FOLDER, SESSIONS, Hand, record
from tests.devices.wires import eventually

OUTCOMES: dict[str, list[object]] = {
    "led": [Shown(), NoAnswer(2), Refused(3, "控制卡正忙"), Shown()],
    "keypad": [
        [KeypadKey(1, Key.CALL_NEXT.value)],
        [KeypadKey(1, Key.NO_SHOW.value)],
        "PortUnavailable",
    ],
    "printer": [Ready(), CoverOpen(), PaperOut(), Unknown()],
    "pad-modbus": [[], [PadKey(1, 2)], [], Absent(), [PadKey(1, 7)], Present()],
    "id-reader": [
        ReaderReady(),
        NoCard(),
        CardKind.RESIDENT,
        NoCard(),
        NoCard(),
        CardKind.RESIDENCE_PERMIT,
        ReaderFault(0x60),
    ],
}


def stored(kind: str) -> Recording:
    return read_recording((FOLDER / f"{kind}.jsonl").read_text(encoding="utf-8").splitlines())


def talk(events: Sequence[Event]) -> list[tuple[str, bytes]]:
    """What was said, whatever the pieces it came in."""
    said: list[tuple[str, bytes]] = []
    for event in events:
        if event.event in {"silence", "open", "close"}:
            continue
        if said and said[-1][0] == event.event:
            said[-1] = (event.event, said[-1][1] + event.data)
        else:
            said.append((event.event, event.data))
    return said


def test_every_recording_is_replayed() -> None:
    assert {file.stem for file in FOLDER.glob("*.jsonl")} == set(SESSIONS) == set(OUTCOMES)


@pytest.mark.parametrize("kind", SESSIONS)
def test_the_real_driver_takes_a_recording_as_it_took_the_wire(kind: str) -> None:
    wire = ReplayTransport(stored(kind))
    hand = Hand()
    SESSIONS[kind](wire, hand)
    assert hand.said == OUTCOMES[kind]
    assert wire.done


@pytest.mark.parametrize("kind", SESSIONS)
def test_the_recordings_are_what_the_simulators_say(kind: str, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.jsonl"
    assert record(kind, fresh, tmp_path) == OUTCOMES[kind]
    assert fresh.stat().st_mode & 0o077 == 0
    now = read_recording(fresh.read_text(encoding="utf-8").splitlines())
    assert talk(now.events) == talk(stored(kind).events)
    assert now.port == stored(kind).port


def test_the_device_of_a_recording_at_the_end_of_a_real_wire(tmp_path: Path) -> None:
    listener = PtyListener(tmp_path / "wire")
    peer = ReplayPeer(stored("led"), listener, speed=0)
    peer.start()
    hand = Hand()
    SESSIONS["led"](transport_for(listener.url), hand)
    assert eventually(peer.done.is_set)
    peer.stop()
    assert hand.said == OUTCOMES["led"]
    assert peer.different == 0


def test_a_peer_counts_what_differs_and_hangs_up_as_recorded(tmp_path: Path) -> None:
    listener = PtyListener(tmp_path / "wire")
    events = (Event(0, "write", b"ab"), Event(0.1, "read", b"c"))
    lost = Event(30, "error", error="PortUnavailable", what="reading", reason="gone")
    peer = ReplayPeer(Recording("x", "", (*events, lost)), listener, speed=100)
    peer.start()
    wire = transport_for(listener.url)
    wire.open()
    wire.write(b"xy", 1)
    assert wire.read(1, 3) == b"c"
    with pytest.raises(PortUnavailable):
        wire.read(1, 3)
    wire.close()
    peer.stop()
    assert peer.different == 1


def test_a_peer_that_waits_can_be_stopped(tmp_path: Path) -> None:
    peer = ReplayPeer(Recording("x", "", (Event(0, "write", b"ab"),)), PtyListener())
    peer.start()
    peer.stop()
    assert not peer.done.is_set()


def recorded(play: Any) -> list[Event]:
    pair = MemoryPair()
    pair.far.open()
    out = io.StringIO()
    now = [0.0]

    def clock() -> float:
        now[0] += 0.5
        return now[0]

    play(RecordingTransport(pair.near, out, clock=clock), pair)
    return list(read_recording(out.getvalue().splitlines()).events)


def test_everything_that_happens_is_written_with_its_time() -> None:
    def play(wire: RecordingTransport, pair: MemoryPair) -> None:
        wire.open()
        wire.write(b"\x00\xff", 1)
        pair.far.write(b"answer", 1)
        assert wire.read(3, 1) == b"ans"
        assert wire.read(9, 1) == b"wer"
        for _ in range(3):
            assert wire.read(1, 0.001) == b""
        assert wire.read(1, 0) == b""
        pair.break_cable()
        with pytest.raises(PortUnavailable):
            wire.read(1, 1)
        with pytest.raises(WriteFailed):
            wire.write(b"lost", 1)
        wire.close()

    events = recorded(play)
    assert [(one.event, one.data, one.what) for one in events] == [
        ("open", b"", ""),
        ("write", b"\x00\xff", ""),
        ("read", b"ans", ""),
        ("read", b"wer", ""),
        ("silence", b"", ""),
        ("error", b"", "reading"),
        ("error", b"", "writing"),
        ("close", b"", ""),
    ]
    assert [one.t for one in events] == sorted(one.t for one in events)
    assert events[5].error == "PortUnavailable"
    assert events[6].error == "WriteFailed"


def test_recorded_failures_happen_again() -> None:
    gone = Event(1, "error", error="PortUnavailable", what="opening", reason="none", hint="plug")
    lost = Event(2, "error", b"a", "WriteFailed", "writing", "no space", "", 1)
    wire = ReplayTransport(Recording("x", "", (gone, Event(2, "open"), lost)))
    with pytest.raises(PortUnavailable) as unplugged:
        wire.open()
    assert (unplugged.value.reason, unplugged.value.hint) == ("none", "plug")
    wire.open()
    with pytest.raises(WriteFailed) as failed:
        wire.write(b"ab", 1)
    assert failed.value.written == 1
    wire.close()
    assert wire.done


def test_a_driver_that_says_something_else_is_told() -> None:
    told = (Event(0, "open"), Event(1, "write", b"abc"), Event(2, "read", b"d"))
    wire = ReplayTransport(Recording("x", "", told))
    wire.open()
    assert wire.read(1, 0.01) == b""  # not yet: it was written first
    wire.write(b"ab", 1)
    with pytest.raises(Differs, match="78 is written, 63 was recorded"):
        wire.write(b"x", 1)
    wire.write(b"c", 1)
    with pytest.raises(Differs, match="read at 2 s was recorded"):
        wire.write(b"x", 1)
    with pytest.raises(Differs, match="opening, where read"):
        wire.open()
    assert wire.read(9, 1) == b"d"
    with pytest.raises(Differs, match="the end"):
        wire.write(b"x", 1)


def test_a_driver_that_asks_too_often_is_told() -> None:
    wire = ReplayTransport(stored("led"))
    bus = OnbonBus(wire, timeout=0.05, retries=1)
    bus.open()
    bus.ping(1)
    bus.ping(1)
    with pytest.raises(Differs):
        bus.ping(1)


@given(
    st.builds(
        Event,
        t=st.floats(0, 1e6),
        event=st.sampled_from(("open", "read", "write", "silence", "close", "error")),
        data=st.binary(),
        error=st.sampled_from(("", "WriteFailed")),
        what=st.text(),
        reason=st.text(),
        hint=st.text(),
        written=st.integers(0, 10**6),
    )
)
def test_events_survive_writing(event: Event) -> None:
    head = header(Recording("sim:led", "2026-11-21T20:00:00+00:00", personal=True))
    found = read_recording([head, line(event)])
    assert found.events == (event,)
    assert (found.port, found.personal) == ("sim:led", True)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no recording of version 1"),
        ("{}", "no recording of version 1"),
        ("[1]", "no recording"),
        ('{"hallcall-recording": 2, "port": "x", "started": ""}', "no recording of version 1"),
        ('{"hallcall-recording": 1, "port": "x"}', "started"),
        ("PNG", "line 1"),
        ('HEAD\n{"t": 1, "event": "sing"}\nREST', "line 2: nobody knows the event sing"),
        ('HEAD\n{"t": 1}\nREST', "line 2"),
        ('HEAD\n{"t": 1, "event": "read", "data": "zz"}\nREST', "line 2"),
        ('HEAD\n{"t": 1, "event": "read", "colour": "red"}\nREST', "line 2: it is no event"),
        ("HEAD\n7\nREST", "line 2: it is no event"),
    ],
)
def test_what_is_no_recording_is_refused(text: str, why: str) -> None:
    head = header(Recording("x", ""))
    lines = text.replace("HEAD", head).replace("REST", line(Event(1, "open"))).splitlines()
    with pytest.raises(BadRecording, match=why):
        read_recording(lines)


def test_half_a_last_line_is_forgiven() -> None:
    lines = [header(Recording("x", "")), line(Event(1, "open")), '{"t": 2, "eve']
    assert [event.event for event in read_recording(lines).events] == ["open"]


def test_a_recorded_wire_can_be_interrupted() -> None:
    pair = MemoryPair()
    wire = RecordingTransport(pair.near, io.StringIO())
    wire.open()
    wire.interrupt()
    assert BusLine(wire).poll(0.01) == []
    assert wire.name == pair.near.name
