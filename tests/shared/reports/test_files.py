"""The files of a report hold the figures, and can be read by others' programs."""

import json
from datetime import timedelta
from pathlib import Path

import pypdfium2
import pytest
from openpyxl import load_workbook
from PIL import Image

from shared.domain.errors import BadInput
from shared.domain.rating import RatingSource, Score
from shared.reports.columns import COLUMNS
from shared.reports.paper import write_paper
from shared.reports.picture import write_picture
from shared.reports.sheet import write_sheet
from shared.reports.table import plain
from shared.usecases.rate import rate
from shared.usecases.report import HallReport, hall_report, month_of
from shared.usecases.window_actions import finish
from tests.support.halls import COMPANY, MONDAY_10, SampleHall


@pytest.fixture
def report(hall: SampleHall) -> HallReport:
    """Three numbers; one waited 5 minutes and took 12, and was very satisfied."""
    hall.numbers(3, COMPANY)
    hall.clock.forward(minutes=5)
    hall.call(3)
    hall.clock.forward(minutes=12)
    finish(hall.ctx, 3)
    rate(hall.ctx, 3, Score.VERY_GOOD, RatingSource.PAD)
    return hall_report(hall.ctx, MONDAY_10.date(), MONDAY_10.date())


def test_a_spreadsheet_holds_numbers(report: HallReport, tmp_path: Path) -> None:
    write_sheet(report, tmp_path / "r.xlsx")
    book = load_workbook(tmp_path / "r.xlsx")
    assert book.sheetnames == ["全大厅", "按队列", "按窗口", "按部门", "说明"]
    sheet = book["按队列"]
    row = {head.value: cell.value for head, cell in zip(sheet[2], sheet[3], strict=True)}
    assert row["按队列"] == "C 市场监管"
    assert (row["取号"], row["办理"], row["未叫到"], row["好评率"]) == (3, 1, 2, 1)
    assert (row["等候中位（分钟）"], row["办理九成（分钟）"]) == (5, 12)
    assert book["按部门"]["A3"].value == "市场监督管理局"


def test_a_paper_is_text_in_chinese(report: HallReport, tmp_path: Path) -> None:
    write_paper(report, tmp_path / "r.pdf")
    document = pypdfium2.PdfDocument(tmp_path / "r.pdf")
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    for words in ("罗江经开区政务服务中心 日报 2026-11-23", "C 市场监管 3 0 1 0 0% 1", "好评率："):
        assert words in text
    assert "\ufffd" not in text


def test_a_picture_shows_something(report: HallReport, tmp_path: Path) -> None:
    write_picture(report, tmp_path / "r.png")
    with Image.open(tmp_path / "r.png") as image:
        assert image.width == 2000
        colours = {colour: count for count, colour in image.getcolors(2**24) or ()}
    assert colours[0x25, 0x63, 0xA8] > 2000  # bars


def test_an_empty_month_is_a_report_too(hall: SampleHall, tmp_path: Path) -> None:
    report = hall_report(hall.ctx, *month_of("2026-10"))
    write_sheet(report, tmp_path / "r.xlsx")
    write_paper(report, tmp_path / "r.pdf")
    write_picture(report, tmp_path / "r.png")
    told = json.loads(json.dumps(plain(report), default=str))
    assert told["total"]["wait"]["median_s"] is None
    assert report.last - report.first == timedelta(days=30)


def test_a_file_that_cannot_be_written(report: HallReport, tmp_path: Path) -> None:
    for write in (write_sheet, write_paper, write_picture):
        with pytest.raises(BadInput, match="cannot be written"):
            write(report, tmp_path / "nowhere" / "r")


def test_every_column_has_its_own_name() -> None:
    assert len({column.chinese for column in COLUMNS}) == len(COLUMNS)
