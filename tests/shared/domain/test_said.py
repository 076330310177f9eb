"""A sentence that knows its pattern is still a str."""

import copy
import json
import pickle

from shared.domain.said import Said, named, said


def test_it_is_its_own_chinese() -> None:
    sentence = said("when", "今天{clock}").of(clock="9:00")
    assert sentence == "今天9:00"
    assert json.dumps(sentence, ensure_ascii=False) == '"今天9:00"'
    assert (sentence.context, sentence.text, sentence.parts) == (
        "when",
        "今天{clock}",
        {"clock": "9:00"},
    )


def test_parts_are_words_numbers_sentences_and_enumerations() -> None:
    inner = said("place", "{numbers}号窗口").of(numbers=("3", "4"))
    outer = said("x", "{count}人在{place}").of(count=2, place=inner)
    assert outer == "2人在3、4号窗口"
    assert outer.parts["place"] is inner


def test_names_may_hold_braces() -> None:
    assert named("{飞}") == "{飞}"


def test_a_copy_keeps_the_pattern() -> None:
    sentence = said("when", "今天{clock}").of(clock="9:00")
    for twin in (copy.deepcopy(sentence), pickle.loads(pickle.dumps(sentence))):
        assert isinstance(twin, Said)
        assert (twin, twin.text, twin.parts) == (sentence, sentence.text, sentence.parts)
