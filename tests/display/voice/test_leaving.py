"""An evacuation is spoken instead of everything else, again and again, until it ends."""

import threading
import time
from array import array
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import count
from queue import Queue

import pytest

from display.voice import schedule
from display.voice.announcer import EVACUATED, Announcer, Said
from display.voice.leaving import Leaving
from display.voice.staff_calls import StaffCalls
from shared.config.schema import VoiceHoursToml, VoiceToml
from shared.domain.events import (
    CaseOpened,
    EvacuationBegan,
    EvacuationEnded,
    Event,
    Fact,
    HelperAsked,
    HelperEscalated,
    HelperTaken,
    TicketCalled,
)
from shared.voice.book import Book
from shared.voice.pcm import RATE
from shared.voice.player import Player, Stopped, Unsaid
from shared.voice.reading import Reader
from shared.voice.spoken import DUTY, HELPER, Clip, summons
from tests.shared.voice.conftest import HandSink, book, reader  # noqa: F401

SOON = 30.0
IDS = count(1)


def fact(event: Event) -> Fact:
    return Fact(next(IDS), datetime.now(UTC), event)


def wait_for(what: Callable[[], bool]) -> None:
    deadline = time.monotonic() + SOON
    while not what():
        assert time.monotonic() < deadline
        time.sleep(0.005)


@pytest.fixture
def sink() -> HandSink:
    return HandSink(held=threading.Event())


@pytest.fixture
def player(sink: HandSink) -> Iterator[Player]:
    one = Player(sink)
    one.start()
    yield one
    one.stop()


def test_it_takes_the_voice_over_and_gives_it_back(
    book: Book,  # noqa: F811
    sink: HandSink,
    player: Player,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(schedule, "LEAD_S", 0.0)
    monkeypatch.setattr(Leaving, "period", 0.05)
    said: Queue[Said] = Queue()
    all_night = VoiceHoursToml(datetime.min.time(), datetime.max.time(), 30)
    announcer = Announcer(
        book, VoiceToml(repeat=1, chime=False, hours=(all_night,)), player, UTC, tell=said.put
    )
    assert sink.held is not None
    announcer.follow([fact(TicketCalled("C001", "C", "ordinary", 3, "first"))])
    assert sink.begun.wait(SOON)  # C001 is being said, and C002 waits
    announcer.follow([fact(TicketCalled("C002", "C", "ordinary", 4, "first"))])
    announcer.follow(
        [fact(EvacuationBegan("请立即有序撤离", "Please leave the building now", "王"))]
    )
    ended = {one.number: one.ended for one in (said.get(timeout=SOON), said.get(timeout=SOON))}
    assert ended == {"C001": Stopped(), "C002": Unsaid(EVACUATED)}
    announcer.follow([fact(TicketCalled("C003", "C", "ordinary", 3, "first"))])
    assert said.get(timeout=SOON).ended == Unsaid(EVACUATED)
    sink.held.set()
    wait_for(lambda: len(sink.heard) >= 2)
    assert sink.volume == 100
    words = sink.heard[0][1]
    assert sink.heard[1][1] == words
    clip = Clip("qing-li-ji-you-xu-che-li", "zh_CN")
    assert words.tobytes().count(book.sound(clip).tobytes()) == 2
    announcer.follow([fact(EvacuationEnded("王"))])
    announcer.follow([fact(TicketCalled("C004", "C", "ordinary", 3, "first"))])
    assert said.get(timeout=SOON).number == "C004"
    assert sink.heard[-1][1] != words
    assert not sink.overlapped


def test_boards_that_agree_on_the_time_say_it_together() -> None:
    one = Leaving(array("h", [0]) * (3 * RATE), since=1000.0)
    assert one.next_start(999.0) == 1000.0
    assert one.next_start(1000.5) == 1004.0 == one.next_start(1003.9)


def test_staff_are_asked_to_a_window(book: Book, reader: Reader) -> None:  # noqa: F811
    staff = StaffCalls(("helper", "complaint"))
    asked = staff.wanted(fact(HelperAsked("G001", 7, "", 1)))
    assert asked is not None
    assert (asked.window, asked.who) == (1, HELPER)
    keys = [one.key for one in summons(HELPER, 1, "zh_CN") if isinstance(one, Clip)]
    texts = "".join(book.entries["zh_CN"][key].text for key in keys)
    assert texts == "请帮办员到一号窗口"
    again = staff.wanted(fact(HelperEscalated("G001", 7)))
    assert again is not None
    assert again.number == asked.number  # said once if both still wait
    assert staff.wanted(fact(HelperAsked("G002", 8, "", 1))) is not None
    assert staff.wanted(fact(HelperTaken("G002", 8, "李"))) is None
    assert staff.wanted(fact(HelperEscalated("G002", 8))) is None
    assert staff.wanted(fact(HelperAsked("G003", 9, ""))) is None  # nobody knows where
    values = {"method": "onsite", "window": "3"}
    complaint = CaseOpened("TS-1", "complaint", "pad", "applicant", "", "received", values)
    came = staff.wanted(fact(complaint))
    assert came is not None
    assert (came.window, came.who) == (3, DUTY)
    assert StaffCalls(()).wanted(fact(complaint)) is None
    phoned = CaseOpened("TS-2", "complaint", "desk", "clerk", "", "received", {"method": "phone"})
    assert staff.wanted(fact(phoned)) is None
