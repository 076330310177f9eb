"""What the engine says is what was meant: phonemes against pinyin. Needs espeak-ng (dev only)."""

import pytest

from shared.voice.book import Book
from shared.voice.making.readings import reading
from shared.voice.tones import tone_sandhi

pytest.importorskip("espeakng_loader", reason="the engine that makes clips is not installed")

from shared.voice.making.espeak import PINYIN, Espeak
from shared.voice.making.phonemes import Phonemes, spelled


@pytest.fixture(scope="module")
def phonemes(book: Book) -> Phonemes:
    known = book.entries["zh_CN"]
    return Phonemes(Espeak(), [one.text for key, one in known.items() if "syllable-" in key])


def test_every_clip_is_spoken_with_the_right_syllables_and_tones(
    book: Book, phonemes: Phonemes
) -> None:
    read = 0
    for key, entry in book.entries["zh_CN"].items():
        if entry.reading and not key.startswith("syllable-"):
            syllables = tuple(entry.reading.split())
            assert phonemes.of_pinyin(syllables) == syllables, key
            assert syllables == reading(entry.text), key
            read += 1
    assert read > 100


def test_a_wrong_tone_is_heard(phonemes: Phonemes) -> None:
    assert phonemes.of_pinyin(("hao3",)) != ("hao4",)
    assert phonemes.of_hanzi("银行") == ("yin2", "hang2")


OPINIONS = {
    # Both ways are said: the engine makes a syllable toneless, or 里 of 哪里.
    "小票打不出来": "xiao3 piao4 da3 bu4 chu1 lai2",
    "办不成事": "ban4 bu4 cheng2 shi4",
    "读卡器现在用不了": "du2 ka3 qi4 xian4 zai4 yong4 bu4 liao3",
    "卡在哪里": "ka3 zai4 na2 li3",
    # Its dictionary is wrong: 重启, 时好时坏, 角色.
    "重启程序": "chong2 qi3 cheng2 xu4",
    "时好时坏": "shi2 hao3 shi2 huai4",
    "您的角色不能办": "nin2 de5 jue2 se4 bu4 neng2 ban4",
    # Its words run together, and can be cut in two ways: tian yao, nin an.
    "今天要办": "jin1 tian1 yao4 ban4",
    "工作人员为您安排": "gong1 zuo4 ren2 yuan2 wei4 nin2 an1 pai2",
}
"""Looked at by hand: where the engine's own dictionary reads otherwise."""


def test_a_second_opinion_agrees(book: Book, phonemes: Phonemes) -> None:
    """The engine's own dictionary reads the words as we do, tones in flow aside."""
    differing = {}
    for key, entry in book.entries["zh_CN"].items():
        if not entry.reading or key.startswith("syllable-"):
            continue
        other = phonemes.of_hanzi(entry.text)
        ours = " ".join(entry.reading.split())
        theirs = ours if other is None else " ".join(tone_sandhi(entry.text, other))
        if theirs.replace("ge5", "ge4") != ours.replace("ge5", "ge4"):  # 个: both are said
            differing[entry.text] = ours
    assert differing == OPINIONS


def test_the_engine_can_be_asked_in_pinyin() -> None:
    assert spelled(("lü4", "se4")) == "lv4 se4"
    assert len(Espeak().speak("lv4 se4", PINYIN)) > 5000


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("银行", "yin2 hang2"),
        ("行政", "xing2 zheng4"),
        ("号码", "hao4 ma3"),
        ("几号窗口", "ji3 hao4 chuang1 kou3"),
        ("长者", "zhang2 zhe3"),
        ("长度", "chang2 du4"),
        ("重新", "chong2 xin1"),
        ("重要", "zhong4 yao4"),
        ("返还", "fan3 huan2"),
        ("还在", "hai2 zai4"),
        ("办不成事", "ban4 bu4 cheng2 shi4"),
        ("不要", "bu2 yao4"),
        ("请取走", "qing2 qu2 zou3"),
    ],
)
def test_words_read_in_more_than_one_way(text: str, said: str) -> None:
    assert " ".join(reading(text)) == said
