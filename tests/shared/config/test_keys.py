"""Key tables of keypads and pads: the hall's, a window's own, and what is wrong with one."""

from pathlib import Path

import pytest

from shared.config import load_hall
from shared.domain.keypad import KeyAction, KeypadKeys, TransferTo
from shared.domain.rating import PadKeys, Score
from tests.shared.config.test_load import SMALL, hall_with, refusal

OWN = SMALL.replace(
    "green = true",
    'green = true\nkeypad_keys = { 41 = "call_next", 000f = "transfer:A" }\n'
    "pad_scores = { 1 = 5, 2 = 1 }\npad_complaint = 0",
)


def test_a_window_may_have_keys_of_its_own(tmp_path: Path) -> None:
    config = load_hall(hall_with(tmp_path, OWN))
    assert config.keypad_keys[1] == KeypadKeys()
    assert config.pad_keys[1] == PadKeys()
    assert config.keypad_keys[2] == KeypadKeys(
        ((b"\x41", KeyAction.CALL_NEXT), (b"\x00\x0f", TransferTo("A")))
    )
    assert config.pad_keys[2] == PadKeys(((1, Score.VERY_GOOD), (2, Score.VERY_BAD)), 0)


def test_the_hall_may_give_all_keypads_another_table(tmp_path: Path) -> None:
    config = load_hall(hall_with(tmp_path, f'{OWN}\n[keypad]\nkeys = {{ 0E = "finish" }}\n'))
    assert config.keypad_keys[1] == KeypadKeys(((b"\x0e", KeyAction.FINISH),))
    assert config.keypad_keys[2].meaning(b"\x0e") is None


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ('[keypad]\nkeys = { 0C = "dance" }', "key 0C cannot do dance: it does one of call_next"),
        ('[keypad]\nkeys = { 0C = "transfer:Z" }', "key 0C sends to Z"),
        ('[keypad]\nkeys = { 0C = "park", 0c = "recall" }', "key 0C is named twice"),
        ('[keypad]\nkeys = { C = "park" }', "Expected `str` matching regex"),
        ("[pad]\nscores = { 0 = 6 }", "key 0 stands for 6"),
        ("[pad]\nscores = { 7 = 5 }", "key 7 is the complaint key and a score"),
        ("[pad]\nscores = { 256 = 5 }", "a pad's keys are 0 to 255"),
        ("[pad]\nscores = { 1 = 5, 01 = 4 }", "key 1 is named twice"),
        ("[pad]\ncomplaint = 900", "Expected `int` <= 255"),
    ],
)
def test_a_bad_table_names_its_line(tmp_path: Path, table: str, told: str) -> None:
    text = f"{SMALL}\n{table}\n"
    error = refusal(tmp_path, text)
    assert told in error.message
    assert f"line {len(text.splitlines())}" in error.message


@pytest.mark.parametrize(
    ("own", "told"),
    [
        ('keypad_keys = { 0C = "dance" }', "key 0C cannot do dance"),
        ("pad_scores = { 7 = 1 }", "key 7 is the complaint key and a score"),
        ("pad_complaint = 3", "key 3 is the complaint key and a score"),
    ],
)
def test_a_bad_table_of_a_window_names_its_line(tmp_path: Path, own: str, told: str) -> None:
    text = SMALL.replace("green = true", f"green = true\n{own}")
    error = refusal(tmp_path, text)
    assert told in error.message
    assert f"line {text.splitlines().index(own) + 1}" in error.message
