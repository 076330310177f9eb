"""The appraisal counts what the registers say: by window, person, department; late and proposed."""

from pathlib import Path

import pypdfium2
from openpyxl import load_workbook

from shared.domain.rating import RatingSource, Score
from shared.domain.register.declaration import Role
from shared.reports.appraisal import lines, plain, write_paper, write_sheet
from shared.usecases.appraisal import hall_appraisal
from shared.usecases.cases import advance_case, open_case
from shared.usecases.cases.alarms import raise_alarm
from shared.usecases.rate import rate
from shared.usecases.report import month_of
from tests.support.halls import COMPANY, SampleHall


def accept(hall: SampleHall, by: str, **more: str) -> str:
    fields = {"item": COMPANY, "handling": "promised", "urgent": "no", "window": "3", **more}
    code = open_case(hall.ctx, "acceptance", fields, by=by).code
    days = {"promised_days": "2", "legal_days": "5"}
    advance_case(hall.ctx, code, "accept", days, role=Role.CLERK, by=by)
    return code


def test_a_month(hall: SampleHall, tmp_path: Path) -> None:
    hall.issue()
    hall.call(3)
    rate(hall.ctx, 3, Score.VERY_GOOD, RatingSource.PAD)
    late, good = accept(hall, "王芳"), accept(hall, "王芳")
    advance_case(hall.ctx, good, "finish", {"result": "granted"}, role=Role.CLERK, by="李强")
    open_case(hall.ctx, "help", {"need": "forms"}, origin="kiosk", by="张三")
    open_case(hall.ctx, "cannot_be_done", {"channel": "window"}, by="=1+1")
    hall.clock.forward(days=3)
    while raise_alarm(hall.ctx) is not None:
        pass
    found = hall_appraisal(hall.ctx, *month_of("2026-11"))
    told = plain(found)
    both = {"acceptance": 2}
    assert told["hall"]["cases"] == {**both, "help": 1, "cannot_be_done": 1}
    assert told["hall"]["late"] == {"acceptance": 1, "help": 1, "cannot_be_done": 1}
    assert told["windows"] == {"3": {"cases": both, "late": {"acceptance": 1}}}
    assert told["departments"] == {"市场监督管理局": {"cases": both, "late": {"acceptance": 1}}}
    assert set(told["people"]) == {"王芳", "李强", "=1+1"}  # who asks is not appraised
    assert told["people"]["李强"] == {"cases": {"acceptance": 1}, "late": {}}
    assert told["promised_over_legal"] == 0.4
    (proposal,) = told["proposals"]
    assert (proposal["about"], proposal["state"]) == (late, "线索待处理")
    assert "不在期限内决定" in proposal["ground"]
    text = "\n".join(lines(found))
    assert "承诺时限平均为法定时限的40%，符合50%以内" in text
    write_sheet(found, tmp_path / "a.xlsx")
    book = load_workbook(tmp_path / "a.xlsx")
    assert [cell.value for cell in book["窗口叫号与评价"][2]][1:] == [1, 0, 0, 1, "100%"]
    names = [row[0] for row in book["登记件-按人员"].iter_rows(min_row=2)]
    assert {cell.value for cell in names} == {"王芳", "李强", "=1+1"}
    assert all(cell.data_type == "s" for cell in names)
    if hall.ctx.database.is_sqlite:  # a paper takes its time, and no database changes it
        write_paper(found, tmp_path / "a.pdf")
        document = pypdfium2.PdfDocument(tmp_path / "a.pdf")
        assert len(document) in (1, 2)
        document.close()
    empty = hall_appraisal(hall.ctx, *month_of("2026-10"))
    assert plain(empty)["hall"] == {"cases": {}, "late": {}}
    assert "没有同时写明" in "\n".join(lines(empty))
