"""How Chinese words are read: pinyin with tone numbers, and the table for words nobody foresaw."""

import re
from collections.abc import Iterable
from functools import cache

from shared.voice.tones import tone_sandhi

HANZI = re.compile(r"[一-鿿]")
_SYLLABLE = re.compile(r"[a-zü]+[1-5]")
USUAL = {"长": "chang2", "地": "di4", "还": "huan2", "得": "de2", "着": "zhe5", "便": "bian4"}
"""Characters that a hall's words use otherwise than the dictionary has first."""

WORDS = {
    "照片": "zhào piàn",
    "错得": "cuò de",
    "写得": "xiě de",
    "填写得": "tián xiě de",
    "电子": "diàn zǐ",
    "为准": "wéi zhǔn",
    "还款": "huán kuǎn",
    "还田": "huán tián",
    "还政": "huán zhèng",
    "还帐": "huán zhàng",
}
"""Words the dictionary has wrong."""


def reading(text: str) -> tuple[str, ...]:
    """Return the syllables of a text of hanzi, as spoken in it: `bu2 yao4`, neutral tone 5."""
    hanzi = "".join(HANZI.findall(text))
    return tone_sandhi(hanzi, _looked_up(hanzi))


@cache
def _correct() -> None:
    """Correct the dictionary, once: it takes a second."""
    from pypinyin import load_phrases_dict

    load_phrases_dict({word: [[part] for part in said.split()] for word, said in WORDS.items()})


def _looked_up(text: str) -> list[str]:
    from pypinyin import Style, lazy_pinyin

    _correct()
    return lazy_pinyin(text, style=Style.TONE3, neutral_tone_with_five=True)


def table() -> dict[str, dict[str, str]]:
    """Return readings for unforeseen words: each character of GB 2312, and the words in which
    one of them is read otherwise (from pypinyin's dictionaries, MIT).
    """
    from pypinyin.constants import PHRASES_DICT

    chars = {char: _plain(char) for char in gb2312()} | USUAL
    words = {}
    for word in sorted(PHRASES_DICT):
        if len(word) > 4 or not all(char in chars for char in word):
            continue
        said = _looked_up(word)
        usual = [chars[char] for char in word]
        if len(said) == len(word) and said != usual and all(map(_SYLLABLE.fullmatch, said)):
            words[word] = " ".join(said)
    return {"chars": chars, "words": words}


def _plain(char: str) -> str:
    from pypinyin import Style, lazy_pinyin

    return lazy_pinyin(char, style=Style.TONE3, neutral_tone_with_five=True)[0]


def gb2312() -> Iterable[str]:
    """Return the 6763 characters of GB 2312."""
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                yield bytes((row, cell)).decode("gb2312")
            except UnicodeDecodeError:
                continue
