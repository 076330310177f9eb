"""Tables in text, broken and whole."""

from pathlib import Path

import pytest

from shared.catalog.errors import CatalogError
from shared.catalog.read import read_catalog
from tests.shared.catalog.support import write_table, write_text

ROW = ["\t1", "\t公司备案", "\t行政许可"]


def test_text_around_the_table_is_not_in_it(tmp_path: Path) -> None:
    path = write_table(tmp_path, *ROW, "附件3", "\t9", "\t别的", "\t行政许可")
    assert [item.name for item in read_catalog(path).items] == ["公司备案"]


def test_a_page_number_inside_the_table_is_remarked(tmp_path: Path) -> None:
    path = write_table(tmp_path, *ROW, "— 12 —", "\t2", "\t公司注销登记", "\t行政许可")
    read = read_catalog(path)
    assert [item.name for item in read.items] == ["公司备案", "公司注销登记"]
    assert read.remarks == ("表1-1：第1项之后的文字“— 12 —”不属于目录，未作事项",)


def test_a_mention_of_a_table_is_no_heading(tmp_path: Path) -> None:
    path = write_table(tmp_path, *ROW)
    path.write_text("表1-1见后。\n正文\n" + path.read_text("utf-8"), encoding="utf-8")
    assert len(read_catalog(path).rows) == 1


def test_numbers_out_of_order_are_remarked(tmp_path: Path) -> None:
    path = write_table(tmp_path, "\t2", "\t甲", "\t公共服务", "\t1", "\t乙", "\t公共服务")
    read = read_catalog(path)
    assert [row.source.number for row in read.rows] == [2, 1]
    assert read.remarks == ("表1-1：序号1次序颠倒，按位置记为第2项",)


def test_a_table_of_something_else_is_remarked(tmp_path: Path) -> None:
    path = write_table(tmp_path, *ROW, "表1-2 物资", "\t序号", "\t物资", "\t1", "\t桌")
    read = read_catalog(path)
    assert len(read.rows) == 1
    assert read.remarks == ("表1-2：表头不是序号、事项名称、事项类型，不作事项目录读取",)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["\t1", "\t公司备案", "\t行政许渴"], "第6行（表1-1第1项）事项类型“行政许渴”不认识"),
        (["\t1", "\t行政许可"], "第6行（表1-1第1项）事项名称为空"),
        (["\t1", "\t", "\t行政许可"], "第6行（表1-1第1项）事项名称为空"),
        (["\t1", "\t公司备案"], "第6行（表1-1第1项）缺事项名称或类型"),
        (["\t1", "\t2", "\t公司备案", "\t行政许可"], "第6行（表1-1第1项）缺事项名称或类型"),
        ([*ROW, "\t公司注销登记", "\t行政许可"], "类型之后多出一格“公司注销登记”"),
    ],
)
def test_an_unreadable_row_is_named(tmp_path: Path, lines: list[str], said: str) -> None:
    with pytest.raises(CatalogError) as refused:
        read_catalog(write_table(tmp_path, *lines))
    assert refused.value.message.startswith("catalog.txt：")
    assert said in refused.value.message
    assert refused.value.hint


@pytest.mark.parametrize("text", ["没有表的文章\n", "表1-1见后\n正文\n", "\t序号\n\t1\n"])
def test_text_without_a_table_is_no_catalogue(tmp_path: Path, text: str) -> None:
    with pytest.raises(CatalogError, match="没有事项目录表"):
        read_catalog(write_text(tmp_path, text, suffix=".txt"))


def test_many_problems_are_counted(tmp_path: Path) -> None:
    lines = [line for n in range(1, 13) for line in (f"\t{n}", "\t事项", "\t无此类型")]
    with pytest.raises(CatalogError, match="另有2处"):
        read_catalog(write_table(tmp_path, *lines))
