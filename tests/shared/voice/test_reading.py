"""Texts of the screen become clips, numbers and syllables; whatever is given, something is said."""

import csv
import re

import pytest

from shared.assets import CATALOG
from shared.voice.book import Book
from shared.voice.reading import Reader
from shared.voice.script import clauses
from shared.voice.spoken import Clip, Language


def said(reader: Reader, book: Book, text: str, language: Language = "zh_CN") -> list[str]:
    """Write down clip by clip what is heard."""
    pieces = reader.pieces(text, language)
    return [book.entry(piece).text for piece in pieces if isinstance(piece, Clip)]


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("前面还有2人", "前面还有 两 人"),
        ("前面还有 12 人", "前面还有 十 二 人"),
        ("请到2号窗口", "请到 二 号窗口"),
        ("您的号码A012", "您的号码 A 零 一 二"),
        ("大约等待5–10分钟", "大约等待 五 到 十 分钟"),
        ("10:05", "十 点 零 五 分"),
        ("2:30", "两 点 三 十 分"),
        ("11月23日", "十 一 月 二 十 三 日"),
        ("0838-3122345", "零 八 三 八 三 一 二 二 三 四 五"),
        ("如 gssl", "如 G S S L"),
        ("English", "English"),
        ("银行还款", "yin2 hang2 huan2 kuan3"),
        ("行政裁量", "xing2 zheng4 cai2 liang4"),
        ("重新办理", "chong2 xin1 ban4 li3"),
        ("长者", "zhang2 zhe3"),
        ("不利", "bu2 li4"),
        ("异地安置", "yi4 di4 an1 zhi4"),
    ],
)
def test_chinese(reader: Reader, book: Book, text: str, heard: str) -> None:
    assert " ".join(said(reader, book, text)) == heard


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        (
            "Your number A012. People before you 2",
            "Your number A zero one two People before you two",
        ),
        ("Please wait near 3、4号窗口", "Please wait near three four 号窗口"),
        ("Back to the start in 20 seconds", "Back to the start in twenty seconds"),
        ("PC", "P C"),
    ],
)
def test_english(reader: Reader, book: Book, text: str, heard: str) -> None:
    assert " ".join(said(reader, book, text, "en")) == heard


def test_every_item_of_the_catalogue_is_spoken_to_the_last_character(
    reader: Reader, book: Book
) -> None:
    with (CATALOG / "items.csv").open(encoding="utf-8") as file:
        names = [re.sub(r"\d", "", row["name"]) for row in csv.DictReader(file)]
    assert len(names) == 360
    for name in names:
        pieces = reader.pieces(name, "zh_CN")
        book_says = [book.entry(piece) for piece in pieces if isinstance(piece, Clip)]
        syllables = sum(
            1 if len(entry.text) == 1 else len(entry.reading.split()) for entry in book_says
        )
        spoken = [c for c in name if "一" <= c <= "鿿" or (c.isascii() and c.isalnum())]
        assert syllables == len(spoken), name


def test_nothing_to_say(reader: Reader) -> None:
    assert reader.pieces("", "zh_CN") == ()
    assert reader.pieces(" … —", "en") == ()


def test_clauses_are_cut_where_people_breathe() -> None:
    assert list(clauses("可以返回另选，或到%1，工作人员帮您", "zh_CN")) == [
        "可以返回另选",
        "或到",
        "工作人员帮您",
    ]
    assert list(clauses("Back to the start in %1 seconds", "en")) == [
        "Back to the start in",
        "seconds",
    ]
    assert list(clauses("输入拼音，如 gssl", "zh_CN")) == ["输入拼音", "如"]
