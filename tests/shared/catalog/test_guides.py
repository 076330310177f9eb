"""Guides in sheets: read whole or refused by row and column; what is written reads the same."""

from pathlib import Path

import pytest

from shared.assets import CATALOG
from shared.catalog.csv_file import read_csv
from shared.catalog.errors import CatalogError
from shared.catalog.guides import COLUMNS, read_guides
from shared.catalog.guides_file import write_guides
from shared.domain.guide import Form, Guide, Material, sections

NAMES = {"2-1-001": "党员登记", "2-1-002": "公司登记", "2-1-003": "没有指南的事"}
FULL = Guide(
    "2-1-001",
    (
        Material("申请书", 2, Form.BOTH, "咨询服务台", "签字"),
        Material("身份证", 1, Form.COPY),
        Material("照片", 1, Form.ELECTRONIC),
    ),
    ("提交", "受理"),
    20,
    0,
    "每件80元",
    "某某文件",
    "某某法",
    "第一行\n第二行",
    "3号窗口",
    True,
)
SPARE = Guide("2-1-002", steps=("到窗口说明",), promised_days=5)
HEAD = "事项编码,材料,份数,形式,法定时限,承诺时限,示例数据"


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_what_is_written_is_read_again(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"guides.{kind}"
    write_guides(NAMES, {FULL.item: FULL, SPARE.item: SPARE}, path)
    read = read_guides(path, NAMES)
    assert read.guides == (FULL, SPARE)
    assert read.empty == ("2-1-003",)
    assert read.remarks == ()


def test_everything_wrong_is_named_by_row_and_column(tmp_path: Path) -> None:
    path = tmp_path / "guides.csv"
    rows = (
        "2-1-001,申请书,两,原件,20,30,",
        ",照片,1,木板,,,也许",
        ",,3,,,,",
        "9-9-999,表,1,原件,很久,,",
        "2-1-001,又来,1,原件,,,",
    )
    path.write_text("\n".join((HEAD, *rows)), encoding="gb18030")
    with pytest.raises(CatalogError) as caught:
        read_guides(path, NAMES)
    told = caught.value.message
    for wrong in (
        "第2行“份数”列：“两”",
        "第3行“形式”列：“木板”",
        "第4行“份数”列：本行没有材料名称",
        "第2行“承诺时限”列：承诺30个工作日长于法定的20个",
        "第3行“示例数据”列",
        "第5行“事项编码”列：本厅没有编码为9-9-999的事项",
        "第5行“法定时限”列：“很久”",
        "第6行“事项编码”列：2-1-001的行不相连，或重复",
    ):
        assert wrong in told
    assert "未导入任何办事指南" in caught.value.hint


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("事项编码,步骤\n2-1-001,去", "没有办事指南的表头"),
        (f"{HEAD}\n,申请书,1,原件,,,", "第一个事项缺编码"),
        ("事项编码,事项名称,材料\n2-1-001,别的事,表", "2-1-001是“党员登记”，不是“别的事”"),
        (f"{HEAD}\n2-1-001,甲,1,原件,5,,\n,乙,1,原件,6,,", "第3行“法定时限”列：与本事项前面"),
    ],
)
def test_a_sheet_that_is_none(tmp_path: Path, text: str, wrong: str) -> None:
    path = tmp_path / "guides.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CatalogError, match=wrong):
        read_guides(path, NAMES)
    with pytest.raises(CatalogError, match="不支持"):
        read_guides(tmp_path / "guides.doc", NAMES)
    with pytest.raises(CatalogError, match="不支持"):
        write_guides(NAMES, {}, tmp_path / "guides.doc")


@pytest.mark.parametrize(
    ("limit", "days"), [("5", 5), ("5个工作日", 5), ("即时办结", 0), ("当场", 0), ("", None)]
)
def test_limits_as_people_write_them(tmp_path: Path, limit: str, days: int | None) -> None:
    path = tmp_path / "guides.csv"
    path.write_text(f"{HEAD}\n2-1-001,申请书,,,,{limit},", encoding="utf-8")
    (guide,) = read_guides(path, NAMES).guides
    assert guide.promised_days == days
    assert guide.materials == (Material("申请书"),)


def test_the_samples_say_that_they_are_made_up() -> None:
    lines = read_csv(CATALOG / "sample_guides.csv")
    codes = {cells[0]: cells[1] for _, cells in lines[1:]}
    read = read_guides(CATALOG / "sample_guides.csv", codes)
    assert len(read.guides) == 12
    assert all(guide.sample and guide.materials and guide.steps for guide in read.guides)
    assert lines[0][1] == [names[0] for names in COLUMNS.values()]


def test_a_guide_tells_what_004_asks_for_and_nothing_empty() -> None:
    """004 一次性告知制 第三条; where no law sets a limit: 限时办结制 第六条."""
    told = {str(section.title): section.lines for section in sections(FULL)}
    assert list(told) == [
        "申请材料（3件）",
        "办理流程",
        "办理时限",
        "收费",
        "注意事项",
        "办理地点",
        "法律依据",
    ]
    material = "1. 申请书（原件和复印件，2份）；获取途径：咨询服务台；说明：签字"
    assert told["申请材料（3件）"][0] == material
    assert told["办理时限"][:2] == ("承诺时限：即时办结（当天办完）", "法定时限：20个工作日")
    assert told["收费"] == ("每件80元", "收费依据：某某文件")
    spare = {str(section.title): section.lines for section in sections(SPARE)}
    assert list(spare) == ["办理流程", "办理时限"]
    assert "法律未规定，按20个工作日" in spare["办理时限"][1]
