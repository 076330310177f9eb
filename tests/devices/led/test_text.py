"""What a board's character set carries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.led.panel import Panel, pack_text, unpack_text
from devices.led.text import Carried, for_ascii, for_gbk, within


@pytest.mark.parametrize(
    ("text", "carried"),
    [
        ("请A023号到3号窗口", Carried("请A023号到3号窗口")),
        ("¥30\\C2", Carried("￥30＼C2")),
        ("张𠮷先生", Carried("张〓先生", ("𠮷",))),
        ("a\u200bb\r\nc\u00a0d", Carried("abc d")),
        ("①㈠Ⅳ～", Carried("①㈠Ⅳ～")),
        ("•–😀", Carried("·-〓", ("😀",))),
    ],
)
def test_gbk(text: str, carried: Carried) -> None:
    assert for_gbk(text) == carried


@pytest.mark.parametrize(
    ("text", "carried"),
    [
        ("A023 > 3", Carried("A023 > 3")),
        ("Ａ０２３　＞　３", Carried("A023 > 3")),
        ("café ½ ①", Carried("cafe ? 1", ("½",))),
        ("三号", Carried("??", ("三", "号"))),
        ("好。“A”…", Carried('?."A"...', ("好",))),
        ("1~2\x1bb", Carried("1-2b")),
    ],
)
def test_ascii(text: str, carried: Carried) -> None:
    assert for_ascii(text) == carried


@given(st.text(max_size=60))
def test_whatever_comes_out_can_be_encoded_and_holds_no_code_of_the_board(text: str) -> None:
    gbk, ascii_ = for_gbk(text), for_ascii(text)
    assert "\\" not in gbk.text.encode("gbk").decode("gbk")
    assert not text or ascii_.text.encode("ascii").decode("ascii").isprintable()
    assert set(gbk.replaced) <= set(text)
    assert set(ascii_.replaced) <= set(text)


@given(st.text(st.characters(codec="gbk"), max_size=60), st.integers(2, 90))
def test_shortening_is_visible_and_keeps_whole_characters(text: str, limit: int) -> None:
    short = within(Carried(text), "gbk", limit, "…")
    assert len(short.text.encode("gbk")) <= limit
    assert short.shortened == (len(text.encode("gbk")) > limit)
    if short.shortened:
        assert short.text.endswith("…")
        assert text.startswith(short.text[:-1])
        assert len(short.text.encode("gbk")) >= limit - 1
    else:
        assert short.text == text


@given(st.text(st.characters(codec="gbk", exclude_characters="\0"), max_size=20))
def test_registers_hold_a_text(text: str) -> None:
    panel = Panel(length=20)
    registers = pack_text(panel, text)
    assert len(registers) == 20
    assert unpack_text(panel, registers) == text


def test_a_text_too_long_for_its_registers_is_a_surprise() -> None:
    with pytest.raises(ValueError, match="do not fit into 2 registers"):
        pack_text(Panel(length=2), "三号窗口")
