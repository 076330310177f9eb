"""What may stand in a field, how it is kept, and how much of it anybody may see."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.errors import BadInput
from shared.domain.register.fields import Field, Kind, Surroundings
from shared.domain.register.identity_number import is_identity_number
from shared.domain.register.masks import masked
from tests.support.halls import MONDAY_10

AROUND = Surroundings(MONDAY_10, lambda text: f"事项{text}", lambda text: text)


def field(kind: Kind, **more: object) -> Field:
    return Field("x", "栏", kind, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "given_", "kept"),
    [
        (Kind.TEXT, "  两  个\n字 ", "两 个 字"),
        (Kind.TEXT, "两\n\n个", "两 个"),
        (Kind.LONG, "一行  \n二行", "一行\n二行"),
        (Kind.YES_NO, "是", "yes"),
        (Kind.YES_NO, "No", "no"),
        (Kind.NUMBER, "007", "7"),
        (Kind.DATE, "2026-11-28", "2026-11-28"),
        (Kind.MOMENT, "2026-11-28 09:30", "2026-11-28T09:30+08:00"),
        (Kind.MOMENT, "2026-11-28T01:30:59Z", "2026-11-28T09:30+08:00"),
        (Kind.PHONE, "0838-312 6666", "08383126666"),
        (Kind.PHONE, "+86 138 1234 5678", "+8613812345678"),
        (Kind.IDENTITY, "11010519491231002x", "11010519491231002X"),
        (Kind.ITEM, "登记", "事项登记"),
    ],
)
def test_it_is_kept_in_one_way(kind: Kind, given_: str, kept: str) -> None:
    assert field(kind).read(given_, AROUND) == kept


@pytest.mark.parametrize(
    ("kind", "given_"),
    [
        (Kind.TEXT, "   "),
        (Kind.TEXT, "字" * 201),
        (Kind.TEXT, "a\x07b"),
        (Kind.LONG, "字" * 4001),
        (Kind.YES_NO, "maybe"),
        (Kind.NUMBER, "-1"),
        (Kind.NUMBER, "1.5"),
        (Kind.NUMBER, "１２"),
        (Kind.DATE, "28.11.2026"),
        (Kind.DATE, "2026-02-30"),
        (Kind.MOMENT, "morgen"),
        (Kind.PHONE, "1381234567a"),
        (Kind.PHONE, "12"),
        (Kind.IDENTITY, "110105194912310021"),
        (Kind.IDENTITY, "11010519491331002X"),
    ],
)
def test_what_does_not_fit_is_refused_with_a_hint(kind: Kind, given_: str) -> None:
    with pytest.raises(BadInput) as caught:
        field(kind).read(given_, AROUND)
    assert "栏" in caught.value.message
    assert caught.value.hint


def test_what_is_personal_is_not_repeated_in_the_refusal() -> None:
    with pytest.raises(BadInput) as caught:
        field(Kind.PHONE, personal=True).read("1381234567a", AROUND)
    assert "138" not in f"{caught.value.message}{caught.value.hint}"
    with pytest.raises(BadInput) as caught:
        field(Kind.IDENTITY, personal=True).read("110105194912310021", AROUND)
    assert "1101" not in f"{caught.value.message}{caught.value.hint}"


def test_numbers_and_choices_have_bounds() -> None:
    few = field(Kind.NUMBER, least=1, most=30)
    assert [few.read(text, AROUND) for text in ("1", "30")] == ["1", "30"]
    for text in ("0", "31"):
        with pytest.raises(BadInput):
            few.read(text, AROUND)
    choice = field(Kind.CHOICE, choices={"onsite": "现场", "phone": "电话"})
    assert [choice.read(text, AROUND) for text in ("onsite", "电话")] == ["onsite", "phone"]
    assert choice.shown("phone") == "电话"


@given(st.text(max_size=300))
def test_reading_twice_changes_nothing(text: str) -> None:
    for kind in (Kind.TEXT, Kind.LONG, Kind.NUMBER, Kind.DATE, Kind.MOMENT, Kind.PHONE):
        one = field(kind)
        try:
            kept = one.read(text, AROUND)
        except BadInput:
            continue
        assert one.read(kept, AROUND) == kept


@given(digits=st.from_regex("[1-9][0-9]{5}19[0-9]{2}0[1-9]1[0-9][0-9]{3}", fullmatch=True))
def test_one_check_digit_of_eleven_fits(digits: str) -> None:
    assert sum(is_identity_number(digits + check) for check in "0123456789X") == 1


@pytest.mark.parametrize(
    ("kind", "value", "shown"),
    [
        (Kind.TEXT, "张三", "张*"),
        (Kind.TEXT, "王", "王*"),
        (Kind.TEXT, "欧阳明月", "欧***"),
        (Kind.TEXT, "经开区1号楼", "***"),
        (Kind.LONG, "他说", "***"),
        (Kind.PHONE, "13812345678", "138****5678"),
        (Kind.PHONE, "8312666", "***"),
        (Kind.IDENTITY, "11010519491231002X", "110***********002X"),
    ],
)
def test_screens_show_little_of_what_is_personal(kind: Kind, value: str, shown: str) -> None:
    assert masked(field(kind, personal=True), value) == shown
    assert masked(field(kind), value) == value
