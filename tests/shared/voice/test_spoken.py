"""Numbers and calls become the right words."""

from collections.abc import Callable
from itertools import product
from string import ascii_uppercase

import pytest

from shared.domain.errors import BadInput
from shared.domain.ticket import TicketNumber
from shared.voice.book import Book
from shared.voice.check import joints_of, missing, reachable
from shared.voice.spoken import LANGUAGES, Clip, Language, Pieces, call, count, number


def words(book: Book, pieces: Pieces) -> str:
    """Write down what is heard."""
    said = [book.entry(piece) for piece in pieces if isinstance(piece, Clip)]
    language = next(piece.language for piece in pieces if isinstance(piece, Clip))
    return ("" if language == "zh_CN" else " ").join(entry.text for entry in said)


@pytest.mark.parametrize(
    ("value", "chinese", "english"),
    [
        (0, "零", "zero"),
        (2, "二", "two"),
        (10, "十", "ten"),
        (12, "十二", "twelve"),
        (20, "二十", "twenty"),
        (22, "二十二", "twenty two"),
        (100, "一百", "one hundred"),
        (102, "一百零二", "one hundred and two"),
        (110, "一百一十", "one hundred and ten"),
        (112, "一百一十二", "one hundred and twelve"),
        (222, "二百二十二", "two hundred and twenty two"),
        (255, "二百五十五", "two hundred and fifty five"),
        (1000, "一千", "one thousand"),
        (1005, "一千零五", "one thousand and five"),
        (1010, "一千零一十", "one thousand and ten"),
        (2034, "两千零三十四", "two thousand and thirty four"),
        (2300, "两千三百", "two thousand three hundred"),
        (9999, "九千九百九十九", "nine thousand nine hundred and ninety nine"),
    ],
)
def test_numbers(book: Book, value: int, chinese: str, english: str) -> None:
    assert words(book, number(value, "zh_CN")) == chinese
    assert words(book, number(value, "en")) == english


def test_two_people_are_liang(book: Book) -> None:
    assert words(book, count(2, "zh_CN")) == "两"
    assert words(book, count(12, "zh_CN")) == "十二"
    assert words(book, count(2, "en")) == "two"


def test_a_call(book: Book) -> None:
    said = call(TicketNumber("A", 12), 3, "zh_CN")
    assert words(book, said) == "请A零一二号到三号窗口"
    assert words(book, call(TicketNumber("A", 12), 12, "zh_CN")) == "请A零一二号到十二号窗口"
    assert words(book, call(TicketNumber("G", 1), 2, "zh_CN")) == "请G零零一号到二号窗口"
    assert words(book, call(TicketNumber("A", 1000), 3, "zh_CN")) == "请A一零零零号到三号窗口"
    english = words(book, call(TicketNumber("A", 12), 21, "en"))
    assert english == "Ticket A zero one two please go to window twenty one"


@pytest.mark.parametrize("value", [-1, 10_000])
def test_what_no_hall_has_is_refused(value: int) -> None:
    with pytest.raises(BadInput, match="cannot be spoken"):
        number(value, "zh_CN")


def chinese_value(text: str) -> int:
    """Read Chinese words back as a number: an independent reading, to hold `number` against."""
    digits = {word: value for value, word in enumerate("零一二三四五六七八九")} | {"两": 2}
    total = current = 0
    for word in text:
        if word in digits:
            current = digits[word]
        else:
            unit = {"十": 10, "百": 100, "千": 1000}[word]
            total += (current or 1) * unit
            current = 0
    return total + current


def test_every_number_reads_back(book: Book) -> None:
    assert all(chinese_value(words(book, number(n, "zh_CN"))) == n for n in range(10_000))


@pytest.mark.proof
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_call_there_can_be(
    book: Book, language: Language, record_property: Callable[[str, object], None]
) -> None:
    """Prefixes A–Z × 000–999 × windows 1–99: no clip is missing, and no joint was not looked at."""
    calls = 0
    looked_at = {joint for pieces in reachable(language) for joint in joints_of(pieces)}
    for prefix, value, window in product(ascii_uppercase, range(1000), range(1, 100)):
        pieces = call(TicketNumber(prefix, value), window, language)
        assert not list(missing(book, pieces))
        if window in (1, 99):
            assert looked_at.issuperset(joints_of(pieces)) or value == 0
        calls += 1
    record_property(f"calls_{language}", calls)
    assert calls == 26 * 1000 * 99
