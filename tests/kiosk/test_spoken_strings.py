"""Every string of the kiosk and every item of the hall has a spoken form, to the last character."""

import csv
import re
from collections.abc import Callable, Iterator
from string import ascii_lowercase
from xml.etree import ElementTree

import pytest

from shared.assets import ASSETS
from shared.config import load_hall
from shared.voice.book import Book, open_book
from shared.voice.reading import Reader, read_readings
from shared.voice.script import TRANSLATIONS
from shared.voice.spoken import LANGUAGES, Clip, Language
from tests.support.halls import SAMPLE

PLACES = re.compile(r"%L?n|%\d|\{\w*\}")
MARKS_ALONE = {"、", ", ", "－", "＋"}
SPELLED = {*ascii_lowercase, "gssl"}
"""What is meant to be said letter by letter."""


@pytest.fixture(scope="module")
def book() -> Book:
    return open_book()


@pytest.fixture(scope="module")
def reader(book: Book) -> Reader:
    return Reader(book, read_readings())


def strings(language: Language) -> Iterator[str]:
    """Yield what the screens can say in a language, each place filled with a number."""
    for path in (ASSETS / "i18n" / name for name in TRANSLATIONS):
        for message in ElementTree.parse(path).getroot().iter("message"):
            forms = [form.text or "" for form in message.iter("numerusform")]
            words = forms or [message.findtext("translation", "")]
            if language == "zh_CN":
                words = [message.findtext("source", "")]
            yield from (PLACES.sub(" 7 ", one) for one in words)


def names() -> Iterator[str]:
    """Yield the names in the sample hall's data: items, kinds, windows."""
    config = load_hall(ASSETS / "halls" / SAMPLE)
    yield config.hall.name
    yield from (window.name for window in config.hall.windows)
    with (ASSETS / "catalog" / "items.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            yield from (row["name"], row["type"])


def test_every_string_has_a_spoken_form(
    reader: Reader, book: Book, record_property: Callable[[str, object], None]
) -> None:
    wrong: list[str] = []
    spoken = 0
    for language in LANGUAGES:
        for words in {*strings(language), *names()} - MARKS_ALONE:
            pieces = reader.pieces(words, language)
            spoken += 1
            wrong += [f"no sound for {char}: {words}" for char in reader.left_out(words)]
            if not any(isinstance(piece, Clip) for piece in pieces):
                wrong.append(f"nothing said: {words}")
            for piece in pieces:
                if isinstance(piece, Clip):
                    book.entry(piece)  # it is there
    for words in {*strings("en")}:
        # English has no syllables to fall back on: `hall voice generate` makes its clips.
        unknown = [word for word in reader.spelled(words) if word not in SPELLED]
        wrong += [f"spelled letter by letter: {word} in “{words}”" for word in unknown]
    record_property("voice.strings_spoken", spoken)
    assert wrong == []
    assert spoken > 800


def test_words_without_a_sound_are_told(reader: Reader) -> None:
    assert reader.left_out("请到2号窗口，“补打小票”…（10:30）·A012") == set()
    assert reader.left_out("☃鿋≈") == {"☃", "鿋", "≈"}
    assert reader.spelled("Take a number fnord") == ["fnord"]
