"""Personal fields: closed by a key beside the database, opened by nothing else."""

from pathlib import Path

import pytest

from shared.domain.errors import BadInput, Unavailable
from shared.storage.vault import FILE_NAME, Locked, Vault, digest

VALUES = {"name": "欧阳明月", "phone": "13812345678"}


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    found = Vault(tmp_path)
    found.first_key()
    return found


def test_what_is_closed_is_opened_where_it_belongs(vault: Vault) -> None:
    one, other = vault.seal(VALUES, "TS-1/1"), vault.seal(VALUES, "TS-1/1")
    assert one != other  # two equal values do not look equal
    assert "欧阳" not in one
    assert vault.unseal(one, "TS-1/1") == VALUES
    assert isinstance(vault.unseal(one, "TS-1/2"), Locked)
    assert digest(one) != digest(other)
    assert digest(None) == ""


@pytest.mark.parametrize("place", range(8, 60, 5))
def test_one_changed_letter_opens_nothing(vault: Vault, place: int) -> None:
    text = vault.seal(VALUES, "x")
    changed = text[:place] + ("A" if text[place] != "A" else "B") + text[place + 1 :]
    assert isinstance(vault.unseal(changed, "x"), Locked)


@pytest.mark.parametrize("text", ["", "nonsense", "1:abcd1234:???", "1:abcd1234:"])
def test_what_is_no_closed_text_is_locked(vault: Vault, text: str) -> None:
    assert isinstance(vault.unseal(text, "x"), Locked)


def test_the_first_key_stays(vault: Vault, tmp_path: Path) -> None:
    closed = vault.seal(VALUES, "x")
    Vault(tmp_path).first_key()  # another process had the same thought
    assert Vault(tmp_path).unseal(closed, "x") == VALUES
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


def test_new_keys_read_what_old_ones_closed(vault: Vault) -> None:
    old, found = vault.seal(VALUES, "x"), vault.fingerprints("110 x")
    name = vault.new_key()
    assert vault.unseal(old, "x") == VALUES
    assert vault.seal(VALUES, "x").split(":")[1] == name
    assert vault.fingerprints("110X")[1:] == found
    assert len({*vault.fingerprints("110X"), *vault.fingerprints("111X")}) == 4


def test_without_a_key_nothing_opens(vault: Vault, tmp_path: Path) -> None:
    closed = vault.seal(VALUES, "x")
    (tmp_path / FILE_NAME).unlink()
    assert vault.unseal(closed, "x") == Locked(closed.split(":")[1])
    assert vault.fingerprints("1") == ()
    with pytest.raises(Unavailable, match="cannot be read"):
        vault.seal(VALUES, "x")


@pytest.mark.parametrize("text", ["", "short", "!!!!", "QUJD"])
def test_a_key_file_that_is_none_says_so(vault: Vault, tmp_path: Path, text: str) -> None:
    (tmp_path / FILE_NAME).write_text(text)
    with pytest.raises(BadInput, match="holds no keys") as caught:
        vault.seal(VALUES, "x")
    assert "put back a copy" in caught.value.hint


def test_a_folder_nobody_may_write(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="cannot be written"):
        Vault(tmp_path / "gone").new_key()
