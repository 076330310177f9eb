"""Checking in for an appointment: the ticket of its time, or the reason in words (003, S11)."""

from datetime import datetime, timedelta

import pytest

from shared.config.secret import card_digest
from shared.domain.errors import HallError, Refused
from shared.domain.register.declaration import Role
from shared.domain.ticket import TicketClass
from shared.slips.lines import Pair
from shared.slips.papers import paper_of
from shared.usecases import check_in as module
from shared.usecases.cases import advance_case, open_case, show_case
from shared.usecases.check_in import Card, Claim, Scanned, Typed, called_when, check_in
from shared.usecases.printing import take
from tests.support.halls import COMPANY, ZONE, SampleHall

SATURDAY = datetime(2026, 11, 28, 9, 20, tzinfo=ZONE)
LI, WANG = "11010519491231002X", "110101199003070134"


def book(
    hall: SampleHall, at: str = "09:30", day: int = 28, agree: bool = True, **more: str
) -> str:
    """Book on Monday, as people do at the desk; returns the digits of the number."""
    fields = {
        "channel": "desk",
        "item": COMPANY,
        "at": f"2026-11-{day}T{at}",
        "phone": "13812345678",
        "urgency": "开标",
        "higher_network": "no",
        **more,
    }
    code = open_case(hall.ctx, "appointment", fields).code
    if agree:
        step(hall, code, "agree", notice="yes")
    return code


def step(hall: SampleHall, code: str, name: str, **fields: str) -> None:
    advance_case(hall.ctx, code, name, fields, role=Role.MANAGER, by="王芳")


def digits(code: str) -> str:
    return code.removeprefix("YY-").replace("-", "")


def why_not(hall: SampleHall, claim: Claim) -> str:
    with pytest.raises(Refused) as caught:
        check_in(hall.ctx, claim, "K1")
    return str(caught.value.public)


def test_a_booking_gets_its_ticket_once(hall: SampleHall) -> None:
    by_number = book(hall)
    by_code = book(hall, "10:00", phone="13900000001")
    by_card = book(hall, "11:00", phone="13900000002", identity=LI)
    later = book(hall, "15:00", phone="13900000002", identity=LI)
    hall.clock.now = SATURDAY
    hall.begin_day()

    done = check_in(hall.ctx, Typed(digits(by_number)), "K1")
    assert done.ticket.ticket_class is TicketClass.BOOKED
    assert done.booked_for == SATURDAY + timedelta(minutes=10)
    case = show_case(hall.ctx, by_number)
    assert case.file.state == "present"
    assert case.values["ticket"] == str(done.ticket.number)
    work = take(hall.ctx, "K1")
    assert work is not None
    assert Pair("预约时间", "09:30") in paper_of(work.slip)
    assert hall.next_number() is None  # its time has not come
    hall.clock.forward(minutes=10)
    assert hall.next_number() == str(done.ticket.number)

    said = why_not(hall, Typed("13812345678"))
    assert f"号码是{done.ticket.number}" in said
    assert check_in(hall.ctx, Scanned(by_code), None).case == by_code
    assert "已经签到" in why_not(hall, Scanned(by_code))
    card = Card(card_digest(hall.folder, LI))
    assert check_in(hall.ctx, card, None).case == by_card
    assert check_in(hall.ctx, card, None).case == later
    assert "已经签到" in why_not(hall, card)
    for nobody in (
        Card(card_digest(hall.folder, WANG)),
        Typed("20261123999"),
        Typed("12345"),
        Scanned("GZ-20261123-001"),
        Scanned("YY-1"),
    ):
        assert "没有找到" in why_not(hall, nobody)


def test_every_other_booking_is_told_what_to_do(hall: SampleHall) -> None:
    asked = book(hall, agree=False)
    cancelled, hall_cancelled = book(hall), book(hall)
    refused, abandoned, sunday = book(hall, agree=False), book(hall), book(hall, day=29)
    advance_case(hall.ctx, cancelled, "cancel", {}, role=Role.CLERK, by="王芳")
    step(hall, hall_cancelled, "hall_cancel", reason="停电")
    step(hall, refused, "refuse", reason="上级专网")
    assert "11月29日（星期日）9:30" in why_not(hall, Scanned(sunday))
    hall.clock.now = SATURDAY + timedelta(minutes=45)
    hall.begin_day()
    advance_case(
        hall.ctx, abandoned, "contact", {"contacted": "无人接听"}, role=Role.CLERK, by="王芳"
    )
    advance_case(hall.ctx, abandoned, "abandon", {}, role=Role.CLERK, by="王芳")
    for code, words in (
        (asked, "还没有答复"),
        (cancelled, "已经取消"),
        (hall_cancelled, "被取消了"),
        (refused, "被取消了"),
        (abandoned, "过时未到"),
        (sunday, "明天9:30，请那天来"),
    ):
        assert words in why_not(hall, Scanned(code))
    hall.clock.now += timedelta(days=2)
    hall.begin_day()
    assert "已经过了" in why_not(hall, Scanned(sunday))


def test_ticket_and_check_in_come_together_or_not_at_all(
    hall: SampleHall, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = book(hall)
    hall.clock.now = SATURDAY
    hall.begin_day()

    def fails(*_args: object) -> None:
        raise HallError("the case cannot be written")

    with monkeypatch.context() as broken:
        broken.setattr(module, "advance_within", fails)
        with pytest.raises(HallError, match="cannot be written"):
            check_in(hall.ctx, Scanned(code), "K1")
    assert take(hall.ctx, "K1") is None
    assert str(check_in(hall.ctx, Scanned(code), "K1").ticket.number) == "C001"


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(-40, "到时间叫"), (-1, "到时间叫"), (0, "很快叫"), (30, "很快叫"), (31, "晚了，还能办")],
)
def test_early_on_time_late(minutes: int, words: str) -> None:
    """003 预约服务和延时服务制度 第五条（五）: 30 minutes."""
    assert words in called_when(SATURDAY, SATURDAY + timedelta(minutes=minutes))
