"""The papers the documents name, as PDF: text to be searched, boxes ticked, lines to sign on."""

from pathlib import Path

import pypdfium2
import pytest

from shared.domain.errors import BadInput
from shared.domain.register.declaration import PaperSize
from shared.registers import load_registers
from shared.reports.case_paper import paper_of, write_case, write_paper
from shared.usecases.cases import list_cases, show_case
from tests.shared.registers.story import Teller, stories
from tests.support.halls import MONDAY_10, SampleHall

NAMED = {
    "上门服务登记表",
    "预约服务登记表",
    "延时服务登记表",
    "首问责任工作登记表",
    "帮办服务登记台帐",
    "代办委托书",
    "工程建设项目代办服务协议",
    "代办受理通知书（代办通知单）",
    "受理通知书",
    "业务办理单",
    "一次性告知单",
    "材料审查记录",
    "收件回执",
    "项目信息采集表",
    "代办日志",
    "重点项目帮办代办包办日志",
    "帮办代办包办难点问题工作台账",
    "帮办代办包办服务办结单",
    "帮办代办包办评价表",
    "投诉答复书",
}
"""Papers that the five documents name, in their registers."""


def text_of(path: Path) -> tuple[str, tuple[int, int]]:
    """Return the text of a PDF, without line breaks, and the size of its first page in mm."""
    document = pypdfium2.PdfDocument(path)
    texts = []
    for page in document:
        words = page.get_textpage()
        texts.append(words.get_text_range())
        words.close()
    first = document[0]
    size = (round(first.get_width() * 25.4 / 72), round(first.get_height() * 25.4 / 72))
    document.close()
    return "".join("".join(texts).split()), size


def test_every_paper_the_documents_name_is_declared() -> None:
    known = load_registers(Path("/nowhere")).known.values()
    assert {paper.title for register in known for paper in register.papers} >= NAMED
    (notice,) = (p for r in known if r.code == "agency" for p in r.papers if p.name == "acceptance")
    assert {"scope", "valid_until"} <= {*notice.fields}
    assert notice.signs == ("申请人", "代办员")


def test_a_form_a_slip_and_the_whole_case(hall: SampleHall, tmp_path: Path) -> None:
    teller = Teller(hall, "home_visit")
    for title, lines in [*stories("home_visit")][:1]:
        teller.play(title, lines)
    shown = show_case(hall.ctx, list_cases(hall.ctx, "home_visit", closed=True)[0].code)
    file = tmp_path / "p.pdf"
    write_paper(shown, paper_of(shown, "form"), "罗江", MONDAY_10, file)
    text, size = text_of(file)
    assert size == (210, 297)
    for words in (
        "罗江上门服务登记表",
        f"编号：{shown.file.code}",
        "■电话",
        "□自助终端",
        "联络方式13812345678",
        "申请人（签字）：年月日",
    ):
        assert words in text
    assert "\ufffd" not in text
    slip = paper_of(shown, "上门服务约定单")
    assert slip.size is PaperSize.SLIP
    write_paper(shown, slip, "罗江", MONDAY_10, file)
    text, (wide, high) = text_of(file)
    assert wide == 80
    assert 50 < high < 120
    assert "约定时间2026-11-2514:00" in text
    write_case(shown, "罗江", MONDAY_10, file, reveal=False)
    masked, _ = text_of(file)
    assert "13812345678" not in masked
    for words in ("上门服务档案", "138****5678", "2026-11-24止按时", "上门办理完毕"):
        assert words in masked
    with pytest.raises(BadInput, match="has no paper") as caught:
        paper_of(shown, "agreement")
    assert "上门服务登记表" in caught.value.hint
    with pytest.raises(BadInput, match="cannot be written"):
        write_case(shown, "罗江", MONDAY_10, tmp_path / "no" / "p.pdf", reveal=True)
