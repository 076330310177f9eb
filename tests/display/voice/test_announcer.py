"""Facts become spoken calls: 64 windows at once, languages, quiet hours, a lost device."""

import time
from array import array
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from datetime import time as time_of_day
from itertools import count, pairwise
from queue import Queue

import pytest

from display.voice import schedule
from display.voice.announcer import QUIET, Announcer, Said
from display.voice.words import announcement
from shared.config.schema import VoiceHoursToml, VoiceToml
from shared.domain.events import Fact, TicketCalled, TicketIssued
from shared.voice import player as playing
from shared.voice.book import Book, open_book
from shared.voice.pcm import RATE
from shared.voice.player import Player, Sounded, Unsaid
from shared.voice.spoken import Clip
from tests.shared.voice.conftest import HandSink

SOON = 30.0
Make = Callable[..., Announcer]


@pytest.fixture(scope="module")
def book() -> Book:
    return open_book()


@pytest.fixture
def sink() -> HandSink:
    return HandSink()


@pytest.fixture
def said() -> "Queue[Said]":
    return Queue()


@pytest.fixture
def make(
    book: Book, sink: HandSink, said: "Queue[Said]", monkeypatch: pytest.MonkeyPatch
) -> Iterator[Make]:
    monkeypatch.setattr(schedule, "LEAD_S", 0.3)
    monkeypatch.setattr(schedule, "BETWEEN_S", 0.01)
    monkeypatch.setattr(playing, "BACK_OFF_S", (0.01,))
    monkeypatch.setattr(playing, "_CHECK_S", 0.02)
    players: list[Player] = []

    def announcer(rules: VoiceToml | None = None, clips: Book = book) -> Announcer:
        player = Player(sink)
        player.start()
        players.append(player)
        return Announcer(clips, rules or VoiceToml(), player, UTC, {"C009": "en"}, said.put)

    yield announcer
    for player in players:
        player.stop()


IDS = count(1)


def called(number: str, window: int, at: float | None = None) -> Fact:
    moment = datetime.fromtimestamp(time.time() if at is None else at, UTC)
    return Fact(next(IDS), moment, TicketCalled(number, "C", "ordinary", window, "first"))


def issued(number: str, language: str) -> Fact:
    event = TicketIssued(number, "C", "ordinary", None, "kiosk", language=language)
    return Fact(next(IDS), datetime.now(UTC), event)


def quick(book: Book) -> Book:
    """The same clips, a hundredth as long: 64 calls pass in seconds."""
    short = Book(book.entries)
    for language, entries in book.entries.items():
        for key in entries:
            short._sounds[Clip(key, language)] = array("h", [0] * 40)
    return short


def test_sixty_four_windows_at_once(
    make: Make, book: Book, sink: HandSink, said: "Queue[Said]"
) -> None:
    announcer = make(VoiceToml(busy=2), quick(book))
    calls = [(f"D{i:03d}", i) for i in range(1, 65)]
    announcer.follow([called(number, window) for number, window in calls])
    ended = [said.get(timeout=SOON) for _ in calls]
    assert [(one.number, one.window) for one in ended] == calls
    assert {one.ended for one in ended} == {Sounded()}
    assert not sink.overlapped
    for (one, pcm), (two, _) in pairwise(sink.heard):
        assert two >= one + len(pcm) / RATE
    lengths = [len(pcm) for _, pcm in sink.heard]
    once = len(quick(book).render(announcement(VoiceToml(), "D011", 11, None, 64)))
    assert max(lengths[2:62]) <= once + 80  # said once, while others wait
    assert min(lengths[62:]) > 2 * once  # the last ones twice, after a chime


def test_how_fast_sixty_four_are_called(book: Book, record_property: Callable[..., None]) -> None:
    """By the lengths of the real clips: everybody is called within five minutes, none dropped."""
    seconds = sum(
        len(book.render(announcement(VoiceToml(), f"C{i:03d}", i, None, 64 - i))) / RATE
        + schedule.BETWEEN_S
        for i in range(1, 65)
    )
    record_property("seconds_for_64_calls", round(seconds, 1))
    assert seconds < 300


def test_a_ticket_is_called_in_its_language(
    make: Make, book: Book, sink: HandSink, said: "Queue[Said]"
) -> None:
    announcer = make(VoiceToml(repeat=1, chime=False, busy=9), quick(book))
    announcer.follow([issued("C002", "en"), issued("C003", ""), issued("C009", "")])
    announcer.follow([called(number, 3) for number in ("C002", "C003", "C009")])
    for _ in range(3):
        said.get(timeout=SOON)
    both, one, today = (len(pcm) for _, pcm in sink.heard)
    assert both > one
    assert today == one  # what C009 chose was chosen by somebody of another day


def test_quiet_hours_are_quiet(make: Make, sink: HandSink, said: "Queue[Said]") -> None:
    night = (VoiceHoursToml(time_of_day(0), time_of_day(23, 59, 59, 999999), 0),)
    announcer = make(VoiceToml(hours=night))
    announcer.follow([called("C001", 3), called("C002", 4)])
    assert [said.get(timeout=SOON).ended for _ in range(2)] == [Unsaid(QUIET)] * 2
    assert all(len(pcm) == 0 for _, pcm in sink.heard)


def test_volume_of_the_hour(make: Make, sink: HandSink, said: "Queue[Said]") -> None:
    announcer = make(VoiceToml(volume=35))
    announcer.follow([called("C001", 3)])
    said.get(timeout=SOON)
    assert sink.volume == 35


def test_without_sound_nobody_waits_and_it_goes_on_later(
    make: Make, book: Book, sink: HandSink, said: "Queue[Said]", caplog: pytest.LogCaptureFixture
) -> None:
    sink.lost = True
    announcer = make(VoiceToml(late_s=1), quick(book))
    started = time.monotonic()
    announcer.follow([called("C001", 3)])
    assert time.monotonic() - started < 1
    ended = said.get(timeout=SOON)
    assert (ended.number, ended.ended) == ("C001", Unsaid("there was no sound"))
    assert "C001 was not called by voice" in caplog.text
    sink.lost = False
    announcer.follow([called("C002", 4)])
    assert said.get(timeout=SOON).ended == Sounded()


def test_what_is_heard_of_too_late_is_not_said(
    make: Make, sink: HandSink, said: "Queue[Said]", caplog: pytest.LogCaptureFixture
) -> None:
    announcer = make()
    announcer.follow([called("C001", 3, time.time() - 60), called("C002", 4)])
    assert said.get(timeout=SOON).ended == Unsaid("it was heard of too late")
    assert said.get(timeout=SOON).number == "C002"
    assert len(sink.heard) == 1
    assert "too late" in caplog.text


def test_a_clip_that_is_missing_loses_one_call_not_the_next(
    make: Make, book: Book, said: "Queue[Said]", caplog: pytest.LogCaptureFixture
) -> None:
    entries = {language: dict(known) for language, known in book.entries.items()}
    del entries["zh_CN"]["letter-Q"]
    announcer = make(VoiceToml(), Book(entries))
    announcer.follow([called("Q001", 3), called("C002", 4)])
    first, second = said.get(timeout=SOON), said.get(timeout=SOON)
    assert (first.number, second.number, second.ended) == ("Q001", "C002", Sounded())
    assert "letter-Q" in caplog.text
