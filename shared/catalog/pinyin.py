"""Pinyin of item names, for finding them by Latin letters."""

import unicodedata
from dataclasses import dataclass

from pypinyin import Style, lazy_pinyin, load_phrases_dict

# Office words whose reading pypinyin's dictionary lacks: it would say zhongzhi and tiaodang.
load_phrases_dict({"重置": [["chóng"], ["zhì"]], "调档": [["diào"], ["dàng"]]})


@dataclass(frozen=True, slots=True)
class Pinyin:
    """Lower-case letters and digits only: whole syllables, and first letters."""

    full: str
    initials: str


def pinyin_of(name: str) -> Pinyin:
    """Return the name's pinyin without tones (ü as v); Latin and digits stay, the rest goes.

    Characters with several readings follow the phrase they stand in: 银行 yinhang, 行政 xingzheng.
    """
    text = unicodedata.normalize("NFKC", name)
    return Pinyin(_spell(text, Style.NORMAL), _spell(text, Style.FIRST_LETTER))


def _spell(text: str, style: Style) -> str:
    letters = "".join(lazy_pinyin(text, style=style, errors="default")).lower()
    return "".join(letter for letter in letters if letter.isascii() and letter.isalnum())
