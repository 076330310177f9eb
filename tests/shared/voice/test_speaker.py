"""The voice of a screen: it says the newest thing, falls silent, and forgets the visitor."""

import threading
from collections.abc import Iterator
from queue import Queue

import pytest

from shared.voice.book import Book
from shared.voice.player import Player
from shared.voice.reading import Reader
from shared.voice.speaker import USUAL_VOLUME, Speaker, Spoken
from tests.shared.voice.conftest import HandSink

SOON = 20.0


@pytest.fixture
def quiet() -> "Queue[bool]":
    return Queue()


@pytest.fixture
def transcript() -> list[Spoken]:
    return []


@pytest.fixture
def speaker(
    book: Book,
    reader: Reader,
    sink: HandSink,
    transcript: list[Spoken],
    quiet: "Queue[bool]",
) -> Iterator[Speaker]:
    player = Player(sink)
    made = Speaker(book, reader, player, transcript.append, lambda: quiet.put(True))
    player.start()
    yield made
    player.stop()


def test_a_ticket_is_spoken(
    speaker: Speaker, book: Book, reader: Reader, sink: HandSink, quiet: "Queue[bool]"
) -> None:
    speaker.say("您的号码A012。前面还有2人", "zh_CN")
    assert quiet.get(timeout=SOON)
    assert sink.heard[0][1] == book.render(reader.pieces("您的号码A012。前面还有2人", "zh_CN"))
    assert not speaker.speaking


def test_the_newest_word_silences_the_old(
    speaker: Speaker, book: Book, sink: HandSink, transcript: list[Spoken], quiet: "Queue[bool]"
) -> None:
    sink.held = threading.Event()
    speaker.say("您好，请问办什么事？", "zh_CN")
    assert sink.begun.wait(SOON)
    assert speaker.speaking
    sink.held = None
    speaker.say("返回", "zh_CN")
    speaker.add("Back", "en")
    while len(sink.heard) < 2:
        assert quiet.get(timeout=SOON)
    assert [one.text for one in transcript] == ["您好，请问办什么事？", "返回", "Back"]
    speaker.say(" … ", "zh_CN")
    assert len(transcript) == 3


def test_volume_and_reset(speaker: Speaker) -> None:
    speaker.volume = 80
    assert speaker.volume == 80
    speaker.volume = 120
    assert speaker.volume == 100
    speaker.reset()
    assert speaker.volume == USUAL_VOLUME


def test_what_has_no_sound_is_told_without_the_words_around_it(
    speaker: Speaker, transcript: list[Spoken], caplog: pytest.LogCaptureFixture
) -> None:
    speaker.say("您的号码A012≈☃", "zh_CN")
    assert [one.text for one in transcript] == ["您的号码A012≈☃"]
    assert "no sound for ≈ ☃" in caplog.text
    assert "012" not in caplog.text
