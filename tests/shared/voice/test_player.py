"""The player: in order, never two at a time, and back by itself when the device was lost."""

import threading
import time
from array import array
from collections.abc import Iterator
from queue import Queue

import pytest

from shared.domain.errors import BadInput
from shared.voice import player as playing
from shared.voice.pcm import Pcm
from shared.voice.player import Ended, Player, Silent, Sounded, Stopped, Turn, Unsaid, Working
from tests.shared.voice.conftest import HandSink

SOON = 20.0


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(playing, "BACK_OFF_S", (0.01,))
    monkeypatch.setattr(playing, "_CHECK_S", 0.02)


@pytest.fixture
def states() -> "Queue[object]":
    return Queue()


@pytest.fixture
def player(sink: HandSink, states: "Queue[object]") -> Iterator[Player]:
    made = Player(sink, states.put)
    made.start()
    yield made
    made.stop()


def pcm(value: int) -> Pcm:
    return array("h", [value])


def turn(ends: "Queue[Ended]", value: int = 1, at: float = 0.0, until: float = 0.0) -> Turn:
    return Turn(lambda: pcm(value), at, until or time.time() + SOON, ends.put)


def test_a_thousand_in_order_none_lost_none_overlapping(player: Player, sink: HandSink) -> None:
    ends: Queue[Ended] = Queue()

    def bring(first: int) -> None:
        for value in range(first, first + 250):
            player.put(turn(ends, value))

    threads = [threading.Thread(target=bring, args=(250 * i,)) for i in range(4)]
    for thread in threads:
        thread.start()
    assert {ends.get(timeout=SOON) for _ in range(1000)} == {Sounded()}
    heard = [sound[0] for _, sound in sink.heard]
    assert sorted(heard) == list(range(1000))
    for i in range(4):
        own = [value for value in heard if value // 250 == i]
        assert own == sorted(own)
    assert not sink.overlapped


def test_it_waits_for_its_moment(player: Player, sink: HandSink) -> None:
    ends: Queue[Ended] = Queue()
    at = time.time() + playing.AHEAD_S + 0.2
    player.put(turn(ends, at=at))
    ends.get(timeout=SOON)
    assert sink.heard[0][0] == at
    assert time.time() >= at - playing.AHEAD_S - 0.01


def test_a_lost_device_is_told_and_what_is_in_time_is_still_said(
    player: Player, sink: HandSink, states: "Queue[object]"
) -> None:
    ends: Queue[Ended] = Queue()
    assert states.get(timeout=SOON) == Working()
    sink.lost = True
    assert states.get(timeout=SOON) == Silent("unplugged")
    started = time.monotonic()
    player.put(turn(ends, 7))
    player.put(turn(ends, 8, until=time.time() + 0.05))
    assert time.monotonic() - started < 1  # nobody waited
    assert ends.get(timeout=SOON) == Unsaid("there was no sound")
    sink.lost = False
    assert states.get(timeout=SOON) == Working()
    assert ends.get(timeout=SOON) == Sounded()
    assert [sound[0] for _, sound in sink.heard] == [7]
    assert sink.opened == 2


def test_lost_in_the_middle_it_is_said_again_from_the_start(player: Player, sink: HandSink) -> None:
    ends: Queue[Ended] = Queue()
    sink.held = threading.Event()
    player.put(turn(ends, 7))
    assert sink.begun.wait(SOON)
    sink.lost = True
    while sink.sounding:
        time.sleep(0.005)
    sink.held, sink.lost = None, False
    assert ends.get(timeout=SOON) == Sounded()
    assert [sound[0] for _, sound in sink.heard] == [7]


def test_taken_back_while_it_sounds(player: Player, sink: HandSink) -> None:
    ends: Queue[Ended] = Queue()
    sink.held = threading.Event()
    player.put(turn(ends, 1))
    player.put(turn(ends, 2))
    assert sink.begun.wait(SOON)
    player.clear()
    assert [ends.get(timeout=SOON), ends.get(timeout=SOON)] == [Stopped(), Stopped()]
    sink.held = None
    player.put(turn(ends, 3))
    assert ends.get(timeout=SOON) == Sounded()
    assert [sound[0] for _, sound in sink.heard] == [3]


def test_what_cannot_be_made_is_passed_over(
    player: Player, sink: HandSink, caplog: pytest.LogCaptureFixture
) -> None:
    ends: Queue[Ended] = Queue()

    def fail() -> Pcm:
        raise BadInput("there is no clip “x”", "record it")

    player.put(Turn(fail, 0.0, time.time() + SOON, ends.put))
    player.put(turn(ends, 2, until=1.0))
    player.put(turn(ends, 3))
    assert ends.get(timeout=SOON) == Unsaid("there is no clip “x”")
    assert ends.get(timeout=SOON) == Unsaid("its time was over")
    assert ends.get(timeout=SOON) == Sounded()
    assert "record it" in caplog.text


def test_volume_keeps_within_its_bounds(player: Player) -> None:
    player.volume = 140
    assert player.volume == 100
    player.volume = -3
    assert player.volume == 0
