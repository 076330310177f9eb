"""How tones change in flow, pure: pinyin with tone numbers, 5 the neutral one."""

from collections.abc import Iterable

_RANKS, _COUNTS = set("号月零一二三四五六七八九十"), set("第十一二三四五六七八九零")


def tone_sandhi(text: str, syllables: Iterable[str]) -> tuple[str, ...]:
    """Return the syllables of hanzi with the tones they have in flow: a third before a third is
    raised, 一 and 不 turn with what follows (一 not in 第一, 十一, 一号).
    """
    said = list(syllables)
    for i in range(len(said) - 1):
        tone, follows = said[i][-1], said[i + 1][-1]
        if text[i] == "不" and follows == "4":
            said[i] = "bu2"
        elif text[i] == "一" and text[i + 1] not in _RANKS and text[i - 1 : i] not in _COUNTS:
            said[i] = "yi2" if follows in "45" else "yi4"
        elif tone == "3" and follows == "3":
            said[i] = said[i][:-1] + "2"
    return tuple(said)
