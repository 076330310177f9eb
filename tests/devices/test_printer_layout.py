"""Lines of Chinese and Latin, tables, and the paper's width."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.printer import Cut, PrinterSimulator, Table, Text, encode, load_profile
from devices.printer.breaking import NOT_FIRST, NOT_LAST, break_line
from devices.printer.charset import cells
from devices.printer.paper import PrintedText


def broken(text: str, columns: int) -> list[str]:
    return ["".join(cell.text for cell in line) for line in break_line(cells(text), columns)]


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("", 10, [""]),
        ("请到窗口办理", 8, ["请到窗口", "办理"]),
        ("请到窗口，办理", 8, ["请到窗", "口，办理"]),
        ("请到窗口（一楼）", 10, ["请到窗口", "（一楼）"]),
        ("ticket number A023", 10, ["ticket", "number", "A023"]),
        ("电话 0816-2233445", 12, ["电话 0816-", "2233445"]),
        ("费用￥30.00元", 8, ["费用", "￥30.00", "元"]),
        ("一二三四  五", 8, ["一二三四", "五"]),
        ("  缩进", 10, ["  缩进"]),
        ("x" * 25, 10, ["x" * 10, "x" * 10, "x" * 5]),
        ("。" * 6, 4, ["。。", "。。", "。。"]),
        ("政", 2, ["政"]),
    ],
)
def test_where_lines_break(text: str, columns: int, lines: list[str]) -> None:
    assert broken(text, columns) == lines


@given(st.text("政务，。（）《》AB1 -￥%", max_size=80), st.integers(4, 48))
def test_nothing_is_lost_or_too_wide_and_punctuation_stays(text: str, columns: int) -> None:
    lines = broken(text, columns)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(sum(cell.columns for cell in cells(line)) <= columns for line in lines)
    for before, after in pairwise(lines):
        avoidable = any(
            one not in NOT_LAST and two not in NOT_FIRST and not (one + two).isascii()
            for one, two in pairwise(before.replace(" ", ""))
        )
        if avoidable and before:
            assert after[:1] not in NOT_FIRST or after[:1] == ""
            assert before[-1] not in NOT_LAST


ROWS = (("事项", "件数"), ("公司设立登记（含预约变更）", "1"), ("发票领用", "12"))


@pytest.mark.parametrize("columns", [32, 42, 48])
def test_a_table_keeps_its_columns(columns: int) -> None:
    profile = replace(load_profile("generic-80"), columns=columns)
    table = Table(ROWS, (3, 1), ("left", "right"))
    simulator = PrinterSimulator(columns=columns)
    simulator.feed(encode((table, Cut()), profile).data)
    lines = [one.text for one in simulator.slips[0].elements if isinstance(one, PrintedText)]
    assert all(sum(cell.columns for cell in cells(line)) == columns for line in lines)
    assert lines[0].startswith("事项 ")
    assert [line.split()[-1] for line in lines if line.rstrip()[-1].isdigit()] == ["1", "12"]
    assert "公司设立登记（含预约变更）" in "".join(line[:-4].strip() for line in lines)


def test_tables_that_make_no_sense_are_refused() -> None:
    for rows, shares, align in (
        ((("a",),), (1, 1), ()),
        ((("a",),), (0,), ()),
        ((("a",),), (1,), ("left", "left")),
    ):
        with pytest.raises(ValueError, match=r"."):
            Table(rows, shares, align)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="do not fit"):
        encode((Table((("a",) * 20,), (1,) * 20),), load_profile("generic-58"))


@pytest.mark.parametrize("name", ["generic-58", "generic-80", "tm-t88v", "rp-f10-58mm"])
def test_enlarged_words_fit_every_paper(name: str) -> None:
    profile = load_profile(name)
    simulator = PrinterSimulator(columns=profile.columns)
    simulator.feed(encode((Text("政务服务中心大厅", width=4, height=4), Cut()), profile).data)
    lines = [one for one in simulator.slips[0].elements if isinstance(one, PrintedText)]
    assert "".join(one.text for one in lines) == "政务服务中心大厅"
    assert all(len(one.text) * 8 <= profile.columns for one in lines)
