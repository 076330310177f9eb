"""The shipped clips and the calls made of them, by their samples."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from shared.domain.ticket import TicketNumber
from shared.voice import check
from shared.voice.book import SHIPPED, Book, MissingClip
from shared.voice.pcm import (
    FULL,
    RATE,
    Pcm,
    decibel,
    joined,
    levelled,
    measure,
    samples,
    silence,
    speech_level,
    trimmed,
)
from shared.voice.sound_file import read_sound, write_wav
from shared.voice.spoken import LANGUAGES, Clip, Language, Pause, call

Record = Callable[[str, object], None]


def some_calls(count: int) -> list[tuple[str, int, int, Language]]:
    draw = random.Random(20261123)
    return [
        (draw.choice("ABCDEFGHJKLMNP"), draw.randint(1, 999), draw.randint(1, 99), language)
        for language in LANGUAGES
        for _ in range(count)
    ]


@pytest.mark.parametrize(("prefix", "value", "window", "language"), some_calls(6))
def test_a_call_has_no_gap_click_or_clipping(
    book: Book, prefix: str, value: int, window: int, language: Language
) -> None:
    pieces = call(TicketNumber(prefix, value), window, language)
    pcm = book.render(pieces)
    found = measure(pcm)
    assert found.gap_ms <= check.LONGEST_GAP_MS
    assert found.peak_db <= check.HIGHEST_PEAK_DB
    assert 2.5 <= found.seconds <= 6.5
    assert len(pcm) == sum(len(book.sound(piece)) for piece in pieces)  # sample by sample
    place = 0
    for piece in pieces[:-1]:
        place += len(book.sound(piece))
        assert abs(pcm[place] - pcm[place - 1]) <= check.JOINT * FULL


@pytest.mark.parametrize("every", [40, pytest.param(1, marks=pytest.mark.proof)])
def test_the_whole_voice_is_in_order(every: int, record_property: Record) -> None:
    found = check.check_all(None, every=every)
    assert found.problems == ()
    assert found.figures["joints"] > 900
    for name, value in found.figures.items():
        record_property(name, value)


def test_the_voice_is_small() -> None:
    assert sum(path.stat().st_size for path in SHIPPED.rglob("*") if path.is_file()) < 20_000_000


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    shipped = tmp_path / "voice"
    shutil.copytree(SHIPPED, shipped)
    (shipped / "zh_CN" / "number-7.ogg").unlink()
    sound = (shipped / "en" / "call-go.ogg").read_bytes()
    (shipped / "en" / "call-go.ogg").write_bytes(sound[:-10])
    problems = list(check.files_problems(shipped))
    assert problems == [
        "zh_CN/number-7.ogg is missing",
        "en/call-go.ogg is not the file that was shipped",
    ]


def test_limits_are_limits(book: Book) -> None:
    loud: Pcm = trimmed(levelled(book.sound(Clip("number-3", "zh_CN"))))
    top = max(map(abs, loud))
    clipped = type(loud)("h", (round(x * 32_700 / top) for x in loud))
    spoilt = Book({"zh_CN": book.entries["zh_CN"], "en": {}})
    clip, other = Clip("number-3", "zh_CN"), Clip("number-4", "zh_CN")
    spoilt._sounds[clip] = clipped
    assert any("peak" in one for one in check.clip_problems(spoilt, clip))
    spoilt._sounds[clip] = joined((loud, silence(200), loud))
    assert any("silence inside" in one for one in check.clip_problems(spoilt, clip))
    spoilt._sounds[clip] = type(loud)("h", (round(x / 8) for x in loud))
    assert any("level" in one for one in check.clip_problems(spoilt, clip))
    spoilt._sounds[clip] = loud[: len(loud) // 2]
    step = check.Joint(clip, 0, other)
    spoilt._sounds[clip][-1] = 5000
    assert list(check.joint_problems(spoilt, step)) == [
        "number-3 and number-4 click where they join"
    ]
    assert check.gap_ms(book, check.Joint(clip, 300, other)) > check.LONGEST_GAP_MS
    assert list(check.missing(spoilt, (Clip("number-3", "en"), Pause(3)))) == [
        "there is no clip “number-3” in en"
    ]


def test_an_unknown_clip_says_what_to_do(book: Book) -> None:
    with pytest.raises(MissingClip, match="no-such") as refused:
        book.render((Clip("no-such", "en"),))
    assert "hall voice import" in refused.value.hint


def test_trimmed_and_levelled(tmp_path: Path, book: Book) -> None:
    speech = book.sound(Clip("call-window", "zh_CN"))
    soft = type(speech)("h", (round(x / 9) for x in speech))
    found = levelled(trimmed(joined((silence(700), soft, silence(300)))))
    assert abs(len(found) - len(speech)) < samples(60)
    assert decibel(speech_level(found)) == pytest.approx(decibel(speech_level(speech)), abs=1)
    write_wav(tmp_path / "a.wav", found)
    assert read_sound(tmp_path / "a.wav") == found
    assert measure(silence(50)).seconds == pytest.approx(samples(50) / RATE)
    assert levelled(silence(5)) == silence(5)
