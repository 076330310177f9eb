"""What the keys of a keypad do."""

from shared.domain.keypad import USUAL, KeyAction, KeypadKeys, TransferTo


def test_the_usual_keys() -> None:
    keys = KeypadKeys()
    assert [keys.meaning(code) for code, _ in USUAL] == [does for _, does in USUAL]
    for nothing in (b"\x0e", b"\x12", b"\x13", b"\x0f", b"\x05\x0f"):
        assert keys.meaning(nothing) is None


def test_two_bytes_decide_before_the_last_one() -> None:
    keys = KeypadKeys(((b"\x0f", TransferTo("H")), (b"\x06\x0f", KeyAction.NO_SHOW)))
    assert keys.meaning(b"\x06\x0f") is KeyAction.NO_SHOW
    assert keys.meaning(b"\x05\x0f") == keys.meaning(b"\x0f") == TransferTo("H")
    assert keys.meaning(b"\x01\x02\x0f") == TransferTo("H")
