"""Reads a text of the screen aloud: by clips where there are any, else by syllables."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from shared.domain.errors import BadInput
from shared.domain.ticket import TicketNumber
from shared.voice.book import SHIPPED, Book
from shared.voice.spoken import (
    LANGUAGES,
    MOST,
    SENTENCE,
    Clip,
    Language,
    Pause,
    Piece,
    Pieces,
    count,
    digits,
    number,
    ticket,
)
from shared.voice.tones import tone_sandhi

COMMA = Pause(140)
READINGS = "readings.json"

_TOKEN = re.compile(
    r"(?P<ticket>(?<![A-Za-z])[A-Z]\d{3,4}(?!\d))"
    r"|(?P<time>(?<!\d)\d{1,2}:\d{2}(?!\d))"
    r"|(?P<range>(?<!\d{4})(?<=\d)\s*[-–~～]\s*(?=\d{1,3}(?!\d)))"
    r"|(?P<digits>\d+)"
    r"|(?P<latin>[A-Za-z]+(?:[ '’-]+[A-Za-z]+(?![A-Za-z0-9]))*)"
    r"|(?P<hanzi>[一-鿿]+)"
    r"|(?P<end>[。！？；.!?;\n]+)"
    r"|(?P<comma>[，、：,:…·（）()“”《》/|—]+)"
)
_UNSAID = "“”‘’\"'-…[]{}#&@%+×*<>=_"
"""Marks that speech has no word for."""

_PARTS = re.compile(r"syllable-.*|letter-[A-Z]|number-\d+|two")
"""Keys of clips that are put together, and no words of a text."""

_MEASURES = "人个位份张件项次秒分天年小时"
"""Before these, two is 两."""


@dataclass(frozen=True)
class Readings:
    """How hanzi without a clip are read: words first, then character by character."""

    words: Mapping[str, str]
    chars: Mapping[str, str]
    longest: int

    def syllables(self, text: str) -> list[str]:
        """Return the syllables of hanzi, one for each character, which must be known."""
        found: list[str] = []
        start = 0
        while start < len(text):
            for end in range(min(len(text), start + self.longest), start, -1):
                said = self.words.get(text[start:end])
                if said is None and end == start + 1:
                    said = self.chars[text[start]]
                if said is not None:
                    found += said.split()
                    start = end
                    break
        return found


def read_readings(folder: Path = SHIPPED) -> Readings:
    """Read the shipped table."""
    path = folder / "zh_CN" / READINGS
    try:
        tree = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadInput(f"{path} cannot be read: {error}", "install the program again") from error
    return Readings(tree["words"], tree["chars"], max(map(len, tree["words"]), default=1))


class Reader:
    """Turns texts into pieces with the clips of a book. Whatever it is given, it says something."""

    def __init__(self, book: Book, readings: Readings) -> None:
        self._readings = readings
        self._keys: dict[Language, dict[str, str]] = {language: {} for language in LANGUAGES}
        for language in LANGUAGES:
            for key, entry in book.entries[language].items():
                if not _PARTS.fullmatch(key):
                    self._keys[language].setdefault(" ".join(_words(entry.text)), key)
        self._longest = max(map(len, self._keys["zh_CN"]), default=1)

    def pieces(self, text: str, language: Language) -> Pieces:
        """Return how a text is said; hanzi are read in Chinese whatever the language."""
        said: list[Piece] = []
        for token in _TOKEN.finditer(text):
            said += self._token(token, text, language)
        while said and isinstance(said[-1], Pause):
            said.pop()
        return tuple(said)

    def left_out(self, text: str) -> set[str]:
        """Return the characters of a text that are passed over though they are no mere marks."""
        rest = _TOKEN.sub("", text)
        hanzi = {char for char in text if "一" <= char <= "鿿"} - self._readings.chars.keys()
        return hanzi | {char for char in rest if char not in _UNSAID and not char.isspace()}

    def spelled(self, text: str) -> list[str]:
        """Return the words of a text that English says letter by letter, for want of a clip."""
        tokens = (token for token in _TOKEN.finditer(text) if token.lastgroup == "latin")
        return [words for token in tokens for words, key in self._phrases(token[0]) if key is None]

    def _token(self, token: re.Match[str], text: str, language: Language) -> Pieces:
        word = token[0]
        match token.lastgroup:
            case "ticket":
                return ticket(TicketNumber(word[0], int(word[1:])), language)
            case "time":
                return self._time(word, language)
            case "range":
                return self._known("到" if language == "zh_CN" else "to", language)
            case "digits":
                return _digits(word, text[token.end() :].lstrip()[:1], language)
            case "latin":
                return tuple(self._latin(word, language))
            case "hanzi":
                return tuple(self._hanzi(word))
            case "end":
                return (SENTENCE,)
            case _:
                return (COMMA,)

    def _known(self, words: str, language: Language) -> Pieces:
        key = self._keys[language].get(words)
        return (Clip(key, language),) if key else ()

    def _time(self, word: str, language: Language) -> Pieces:
        hours, minutes = map(int, word.split(":"))
        if language == "en":
            return (*number(hours, language), *(number(minutes, language) if minutes else ()))
        said = (*count(hours, language), *self._known("点", language))
        if minutes:
            zero = digits("0", language) if minutes < 10 else ()
            said = (*said, *zero, *number(minutes, language), *self._known("分", language))
        return said

    def _latin(self, word: str, language: Language) -> Iterator[Piece]:
        for words, key in self._phrases(word):
            yield from (Clip(key, "en"),) if key else _letters(words, language)

    def _phrases(self, text: str) -> Iterator[tuple[str, str | None]]:
        """Yield the longest known phrases with their clips, and single words that have none."""
        words = _words(text)
        while words:
            for size in range(len(words), 0, -1):
                phrase = " ".join(words[:size])
                key = self._keys["en"].get(phrase)
                if key or size == 1:
                    yield phrase, key
                    del words[:size]
                    break

    def _hanzi(self, text: str) -> Iterator[Piece]:
        start = plain = 0
        while start < len(text):
            end, key = self._longest_clip(text, start)
            if key is None:
                start += 1
                continue
            yield from self._syllables(text[plain:start])
            yield Clip(key, "zh_CN")
            start = plain = end
        yield from self._syllables(text[plain:])

    def _longest_clip(self, text: str, start: int) -> tuple[int, str | None]:
        known = self._keys["zh_CN"]
        for end in range(min(len(text), start + self._longest), start, -1):
            key = known.get(text[start:end])
            # One character is a clip only by itself: within words it may be read otherwise.
            if key and (end - start > 1 or len(text) == 1):
                return end, key
        return start, None

    def _syllables(self, text: str) -> Iterator[Piece]:
        known = "".join(filter(self._readings.chars.__contains__, text))
        for syllable in tone_sandhi(known, self._readings.syllables(known)):
            yield Clip(f"syllable-{syllable}", "zh_CN")


def _digits(word: str, unit: str, language: Language) -> Pieces:
    if (word.startswith("0") and len(word) > 1) or int(word) > MOST:
        return digits(word, language)
    if unit and unit in _MEASURES:
        return count(int(word), language)
    return number(int(word), language)


def _words(text: str) -> list[str]:
    """Cut a text into words; today's is two, as is check-in: so are their clips found."""
    return list(filter(None, re.split(r"[\s'’-]+", text.lower())))


def _letters(word: str, language: Language) -> Pieces:
    return tuple(Clip(f"letter-{letter.upper()}", language) for letter in word if letter.isalpha())
