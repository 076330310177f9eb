"""Keys of the hall in files of their own."""

import threading
from pathlib import Path

import pytest

from shared.config.secret import CARD_KEY, PAD_KEY, hall_secret
from shared.domain.errors import Unavailable


def test_a_key_is_made_once_and_kept(tmp_path: Path) -> None:
    key = hall_secret(tmp_path, PAD_KEY)
    assert len(key) == 32
    assert hall_secret(tmp_path, PAD_KEY) == key
    assert hall_secret(tmp_path, CARD_KEY) != key
    assert (tmp_path / PAD_KEY).stat().st_mode & 0o777 == 0o600
    assert sorted(file.name for file in tmp_path.iterdir()) == [CARD_KEY, PAD_KEY]


def test_two_who_want_it_at_once_have_the_same(tmp_path: Path) -> None:
    keys: list[bytes] = []
    want = [
        threading.Thread(target=lambda: keys.append(hall_secret(tmp_path, PAD_KEY)))
        for _ in range(8)
    ]
    for thread in want:
        thread.start()
    for thread in want:
        thread.join()
    assert len(keys) == 8
    assert len(set(keys)) == 1


@pytest.mark.parametrize("text", ["", "secret\n", "ab" * 31, "zz" * 32])
def test_what_is_no_key_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / PAD_KEY).write_text(text)
    with pytest.raises(Unavailable, match="is not a key") as caught:
        hall_secret(tmp_path, PAD_KEY)
    assert caught.value.hint


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="cannot be read") as caught:
        hall_secret(tmp_path / "nowhere", PAD_KEY)
    assert caught.value.hint
