"""The five levels and the keys of a pad."""

import pytest

from shared.domain.errors import BadInput
from shared.domain.rating import PadKeys, Score


def test_the_five_levels_have_the_words_of_national_practice() -> None:
    words = [Score.parse(value).words for value in (5, 4, 3, 2, 1)]
    assert words == ["非常满意", "满意", "基本满意", "不满意", "非常不满意"]


@pytest.mark.parametrize("value", [0, 6, -1, 100])
def test_other_numbers_are_no_rating(value: int) -> None:
    with pytest.raises(BadInput, match=f"{value} is not a rating") as caught:
        Score.parse(value)
    assert "5 非常满意" in caught.value.hint


def test_keys_stand_for_scores_and_others_for_none() -> None:
    keys = PadKeys()
    assert [keys.score(code) for code in range(5)] == [5, 4, 3, 2, 1]
    assert keys.score(5) is None
    assert keys.complaint is not None
    assert keys.score(keys.complaint) is None
