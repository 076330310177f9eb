"""CSV and spreadsheets: the same items as the text, and clear refusals."""

import datetime as dt
from pathlib import Path

import pytest

from shared.catalog.csv_file import read_csv
from shared.catalog.departments import read_departments
from shared.catalog.errors import CatalogError
from shared.catalog.read import read_catalog
from shared.catalog.write import write_catalog_csv
from shared.domain.catalog import Department, ItemType
from shared.domain.errors import HallError, Unavailable
from tests.shared.catalog.support import DEPARTMENTS, EXCERPT, ITEMS, write_text, write_xlsx

CHINESE = "事项名称,事项类型,编码,文件/来源,表,序号,部门,依据,队列\n"


def test_text_csv_and_xlsx_give_the_same_items(tmp_path: Path) -> None:
    text = read_catalog(EXCERPT, document="004")
    out = tmp_path / "items.csv"
    write_catalog_csv(text.items, {}, out)
    assert out.read_bytes() == ITEMS.read_bytes()
    sheet = write_xlsx(tmp_path, [list(cells) for _, cells in read_csv(out)])
    assert read_catalog(out).items == read_catalog(sheet).items == text.items


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_halls_own_list_in_any_office_encoding(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    text = CHINESE + "公司设立登记,行政许可,HZ-1,本厅,表2－2,84,市场监督管理局,三定方案,C\n"
    path = write_text(tmp_path, text.replace(",", delimiter), encoding=encoding)
    read = read_catalog(path)
    (item,) = read.items
    assert (item.code, item.name, item.type) == ("HZ-1", "公司设立登记", ItemType.LICENCE)
    assert item.sources[0].code == "2-2-001"
    assert item.sources[0].number == 84
    assert item.sources[0].document == "本厅"
    assert read.departments == {"HZ-1": Department("市场监督管理局", "三定方案")}
    assert read.queues == {"HZ-1": "C"}
    assert read.remarks == ()


def test_name_and_type_are_enough(tmp_path: Path) -> None:
    path = write_text(tmp_path, "名称,类型\n取水 许可,行政许可\n\n换证,公共服务\n")
    read = read_catalog(path)
    assert [(i.code, i.name) for i in read.items] == [("1-001", "取水许可"), ("1-002", "换证")]
    assert [row.line for row in read.rows] == [2, 4]
    assert (read.departments, read.queues) == ({}, {})


def test_departments_survive_a_round_trip(tmp_path: Path) -> None:
    items, departments = read_catalog(ITEMS).items, read_departments(DEPARTMENTS)
    path = tmp_path / "all.csv"
    write_catalog_csv(items, departments, path)
    read = read_catalog(path)
    assert (read.items, read.departments) == (items, departments)


def test_one_name_twice_is_one_item_and_said(tmp_path: Path) -> None:
    rows = "换证（A）,公共服务,C,甲局\n换证 (a),行政确认,D,乙局\n"
    read = read_catalog(write_text(tmp_path, "名称,类型,队列,部门\n" + rows))
    (item,) = read.items
    assert item.name == "换证（A）"
    assert [source.type.value for source in item.sources] == ["公共服务", "行政确认"]
    assert read.queues == {"1-001": "C"}
    assert read.departments == {"1-001": Department("甲局", "stated")}
    assert read.remarks == (
        "表1第2项“换证(a)”类型为行政确认，事项按首处记为公共服务",
        "表1第2项“换证(a)”与同表第1项重名，合为一项",
        "表1第2项“换证(a)”的部门“乙局”与前面不同，以前面为准",
        "表1第2项“换证(a)”的队列“D”与前面不同，以前面为准",
    )


def test_what_is_left_aside_is_said(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["某某中心事项目录"],
        [],
        ["序号", "名称", "类型", "备注"],
        [1.0, "换证", "公共服务", "快"],
    ]
    read = read_catalog(write_xlsx(tmp_path, rows, "说明"))
    assert read.rows[0].line == 4
    assert read.remarks == (
        "工作表“说明”未读，只读第一张工作表",
        "第1行在表头之上，未作事项",
        "“备注”一列不认识，未导入",
    )


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (",行政许可,,,,,,,", "第3行事项名称为空"),
        ("换证,许可,,,,,,,", "第3行事项类型“许可”不认识（可用：公共服务、行政许可"),
        ("换证,,,,,,,,", "第3行缺事项类型"),
        ("换证,公共服务,,,,零,,,", "第3行“零”不是序号"),
        ("换证,公共服务,,,,0,,,", "第3行“0”不是序号"),
        ("换证,公共服务,,,2月1日,,,,", "“2月1日”已被 Excel 变成日期"),
        ("换证,公共服务,2002/1/1,,,,,,", "“2002/1/1”已被 Excel 变成日期"),
        ("换证,公共服务,,,,,,,,多", "第3行多出表头之外的内容“多”"),
        ("换证,公共服务,K1,,,,,,", "第3行“换证”与“公司备案”编码相同：K1"),
        ("公司备案,公共服务,K2,,,,,,", "第3行“公司备案”的编码“K2”与前面的“K1”不同"),
        ('"换证,公共服务,,,,,,,\n"', "第4行起的内容不合 CSV 格式"),
    ],
)
def test_a_bad_row_is_named_and_nothing_imported(tmp_path: Path, row: str, said: str) -> None:
    if said.startswith("第4行起"):
        row = '正常,公共服务,,,,,,,\n"换证,公共服务,,,,,,,'
    path = write_text(tmp_path, f"{CHINESE}公司备案,行政许可,K1,,,,,,\n{row}\n")
    with pytest.raises(CatalogError) as refused:
        read_catalog(path)
    assert refused.value.message.startswith("catalog.csv：")
    assert said in refused.value.message
    assert refused.value.hint


def test_two_rows_in_one_place_are_refused(tmp_path: Path) -> None:
    path = write_text(tmp_path, "name,type,ordinal\n甲,公共服务,7\n乙,公共服务,7\n")
    with pytest.raises(CatalogError, match="第3行与第2行同为表1第7项"):
        read_catalog(path)


def test_a_date_in_a_spreadsheets_code_is_refused(tmp_path: Path) -> None:
    rows: list[list[object]] = [["编码", "名称", "类型"], [dt.date(2002, 1, 1), "换证", "公共服务"]]
    with pytest.raises(CatalogError, match="变成日期"):
        read_catalog(write_xlsx(tmp_path, rows))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "是空文件"),
        (" \n\n", "没有内容"),
        ("甲,乙\n1,2\n", "没有事项目录的表头"),
        ("名称,类型\n", "只有表头"),
        ("名称,事项名称,类型\n甲,乙,公共服务\n", "表头重复：事项名称"),
    ],
)
def test_what_is_no_catalogue_is_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(CatalogError, match=said):
        read_catalog(write_text(tmp_path, text))


@pytest.mark.parametrize("suffix", [".csv", ".txt"])
@pytest.mark.parametrize("content", [b"PK\x03\x04\x00\x00", b"\xff" * 40, bytes(range(256))])
def test_binary_is_refused(tmp_path: Path, suffix: str, content: bytes) -> None:
    path = tmp_path / f"photo{suffix}"
    path.write_bytes(content)
    with pytest.raises(CatalogError, match="不是文本文件"):
        read_catalog(path)


@pytest.mark.parametrize("content", [b"", b"not a workbook", b"PK\x05\x06" + bytes(18)])
def test_a_false_workbook_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "catalog.xlsx"
    path.write_bytes(content)
    with pytest.raises(CatalogError, match=r"不是 Excel 工作簿|空文件"):
        read_catalog(path)


def test_missing_folder_and_unknown_suffix_are_refused(tmp_path: Path) -> None:
    for name in ("none.csv", "none.txt", "none.xlsx"):
        with pytest.raises(CatalogError, match="找不到文件"):
            read_catalog(tmp_path / name)
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(CatalogError, match="无法读取文件"):
        read_catalog(tmp_path / "folder.csv")
    with pytest.raises(HallError, match=r"不支持的目录文件类型：.pdf"):
        read_catalog(tmp_path / "catalog.pdf")


def test_a_departments_file_with_holes_is_refused(tmp_path: Path) -> None:
    text = "code,name,department,basis\nA,甲,局,inferred\nB,乙,,inferred\nA,甲,局,inferred\n"
    with pytest.raises(CatalogError, match="第3行缺编码、部门或依据；第4行编码重复：A"):
        read_departments(write_text(tmp_path, text))


def test_an_unwritable_place_is_said(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="无法写入"):
        write_catalog_csv((), {}, tmp_path / "none" / "items.csv")
