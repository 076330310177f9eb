"""A register moves from one hall to another by a sheet: whole, and with its past."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from shared.domain.errors import BadInput
from shared.domain.events import CasesDisclosed
from shared.domain.register.declaration import Role
from shared.domain.register.sheet import Row, read_rows
from shared.usecases.audit import seal_batch, verify
from shared.usecases.cases import advance_case, list_cases, open_case, show_case, todays_cases
from shared.usecases.cases.exporting import exported
from shared.usecases.cases.forgetting import forget_on_request
from shared.usecases.cases.importing import import_cases
from shared.usecases.cases.queries import ShownCase
from tests.shared.registers.story import Teller, stories
from tests.support.halls import HandClock, SampleHall, copy_hall, open_hall_with
from tests.support.pasts import check

WHOLE = os.environ.get("HALLCALL_PROOF") == "1"
PHONE = "13812345678"


@pytest.fixture
def old(hall_template: Path, tmp_path: Path) -> Iterator[SampleHall]:
    """The hall the cases come from."""
    clock = HandClock()
    hall = SampleHall(open_hall_with(copy_hall(hall_template, tmp_path / "old"), clock), clock)
    hall.begin_day()
    yield hall
    hall.ctx.database.dispose()


def sheet(hall: SampleHall, register: str, *, reveal: bool = True) -> list[Row]:
    lines = list(enumerate(exported(hall.ctx, register, reveal=reveal, by="王芳"), start=1))
    rows, problems = read_rows(hall.ctx.registers.known[register], lines)
    assert problems == []
    return rows


def known(hall: SampleHall, code: str) -> ShownCase:
    shown = show_case(hall.ctx, code)
    return replace(shown, file=replace(shown.file, id=0), register=shown.register, alarms=())


def test_with_its_past(hall: SampleHall, old: SampleHall) -> None:
    registers = sorted(old.ctx.registers.known) if WHOLE else ["first_contact"]
    for register in registers:
        teller = Teller(old, register)
        for title, lines in stories(register):
            teller.play(title, lines)
    helped = open_case(old.ctx, "help", {"need": "forms", "phone": PHONE}).code
    advance_case(old.ctx, helped, "give_up", {}, role=Role.APPLICANT, by="本人")
    told = open_case(old.ctx, "complaint", {"method": "phone", "phone": PHONE}).code
    forget_on_request(old.ctx, [helped], "王芳")
    hall.clock.now = old.clock.now = hall.clock.now.replace(month=12, day=30)
    for register in sorted({*registers, "help", "complaint"}):
        rows = sheet(old, register)
        taken = import_cases(hall.ctx, register, rows, "李强")
        assert taken.opened == ()
        codes = [case.code for case in list_cases(old.ctx, register, closed=True)]
        assert sorted(taken.cases) == sorted(codes)
        assert [known(hall, code) for code in codes] == [known(old, code) for code in codes]
        assert sheet(hall, register) == rows
        with pytest.raises(BadInput, match="there is such a case"):
            import_cases(hall.ctx, register, rows, "李强")
    assert isinstance(old.events()[-1], CasesDisclosed)
    assert show_case(hall.ctx, helped).values == {"need": "forms"}
    assert show_case(hall.ctx, told).values["phone"] == PHONE
    seal_batch(hall.ctx, most=100_000)
    assert verify(hall.ctx).whole
    assert check(hall) == ""


def test_all_or_nothing(hall: SampleHall) -> None:
    known_ = hall.ctx.registers.known["appointment"]
    heading = ["来源", "审批事项", "预约时间", "联络电话", "预约方式", "急需办理的原因"]
    heading += ["受上级审批专网开放时间限制"]
    good = ["phone", "公司设立登记", "2026-11-28 09:30", "138 1234 5678", "电话", "开标", "否"]
    weekday = [*good[:2], "2026-11-27 09:30", *good[3:]]
    for bad, words in (
        (weekday, "第4行.*只安排在休息日"),
        (["", "卖房子"], "第4行“审批事项”：there"),
    ):
        rows, problems = read_rows(known_, [(1, heading), (2, good), (3, good), (4, bad)])
        assert problems == []
        with pytest.raises(BadInput, match=words):
            import_cases(hall.ctx, "appointment", rows, "王芳")
        assert hall.events() == []
    taken = import_cases(hall.ctx, "appointment", rows[:2], "王芳")
    assert taken.opened == ("YY-20261123-001", "YY-20261123-002")
    for code in taken.opened:
        advance_case(hall.ctx, code, "agree", {"notice": "yes"}, role=Role.CLERK, by="王芳")
    hall.clock.now = hall.clock.now.replace(day=28, hour=9)
    found = todays_cases(hall.ctx, "appointment", key=PHONE)
    assert [case.code for case in found] == [*taken.opened]
    masked = list(exported(hall.ctx, "appointment", reveal=False, by="王芳"))
    assert masked[0][masked[0].index("联络电话（已遮盖）")]
    assert PHONE not in repr(masked)
    assert check(hall) == ""
