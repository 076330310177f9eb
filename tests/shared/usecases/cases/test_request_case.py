"""What an applicant asks for at a kiosk: one commit, a call for whoever has to come, a slip."""

from datetime import datetime

import pytest

from shared.domain.errors import BadInput, Refused
from shared.domain.events import CaseAlarmed, CaseOpened, HelperAsked, HelperTaken, PrintChanged
from shared.domain.register.declaration import Role
from shared.slips.lines import Code, Line, Pair
from shared.slips.papers import paper_of
from shared.storage.print_jobs import PrintState
from shared.usecases import helpers, printing
from shared.usecases.cases import advance_case, list_cases, next_due, show_case
from shared.usecases.cases.request_case import CaseRequest, RequestedCase, request_case
from shared.usecases.papers import print_case
from tests.support.halls import COMPANY, ZONE, SampleHall
from tests.support.pasts import check

PHONE = "13812345678"


def ask(hall: SampleHall, register: str, ticket: str = "", **fields: str) -> RequestedCase:
    return request_case(hall.ctx, CaseRequest(register, fields, "K1", ticket))


def lines_of(hall: SampleHall) -> list[str]:
    """Print the next slip; returns its lines."""
    work = printing.take(hall.ctx, "K1")
    assert work is not None
    printing.settle(hall.ctx, work, PrintState.CONFIRMED)
    paper = paper_of(work.slip)
    pairs = [f"{part.label} {part.value}" for part in paper if isinstance(part, Pair)]
    codes = [part.data for part in paper if isinstance(part, Code)]
    return [part.text for part in paper if isinstance(part, Line)] + pairs + codes


def test_a_request_for_help_calls_a_helper_until_somebody_has_it_in_hand(hall: SampleHall) -> None:
    first, second = ask(hall, "help", need="wheelchair"), ask(hall, "help", need="forms")
    assert first.code == "BN-20261123-001"
    assert first.due == (("帮办员应答", "今天10:05前"),)
    asked = [event for event in hall.events() if isinstance(event, HelperAsked)]
    assert [event.number for event in asked] == [first.code, second.code]
    hall.clock.forward(seconds=61)
    escalated = helpers.escalate(hall.ctx)
    assert escalated is not None
    assert escalated.number == first.code
    alert, other = helpers.alerts_now(hall.ctx)
    helpers.take_alert(hall.ctx, alert.id, "王芳")
    shown = show_case(hall.ctx, first.code)
    assert (shown.file.state, shown.values["helper"]) == ("helping", "王芳")
    helpers.meet(hall.ctx, alert.id, "王芳")  # the case is taken already
    assert len(show_case(hall.ctx, first.code).log) == 2
    fields = {"helper": "李强"}
    advance_case(hall.ctx, second.code, "take", fields, role=Role.HELPER, by="李强")
    with pytest.raises(Refused, match="is over"):
        helpers.take_alert(hall.ctx, other.id, "王芳")
    assert helpers.alerts_now(hall.ctx) == []
    assert [type(event) for event in hall.events()].count(HelperTaken) == 1
    green = hall.issue(green=True)  # tickets call as before
    assert [alert.number for alert in helpers.alerts_now(hall.ctx)] == [str(green.number)]
    assert check(hall) == ""


def test_the_slip_says_the_number_what_comes_next_and_nothing_personal(hall: SampleHall) -> None:
    asked = ask(hall, "home_visit", channel="kiosk", group="old", phone=PHONE, item=COMPANY)
    lines = lines_of(hall)
    assert {asked.code, "上门服务申请单", asked.note, f"办理事项 {COMPANY}"} <= {*lines}
    assert "特殊群体 老年人" in lines
    assert any("2026-11-24当天内" in line for line in lines)
    assert asked.qr in lines
    assert not any(PHONE in line for line in lines)
    assert show_case(hall.ctx, asked.code).values["phone"] == PHONE
    (told,) = [event for event in hall.events() if isinstance(event, CaseOpened)]
    assert told.values == {"channel": "kiosk", "group": "old", "item": COMPANY}
    print_case(hall.ctx, asked.code, "K1")
    with pytest.raises(Refused, match="being printed"):
        print_case(hall.ctx, asked.code, "K1")
    assert "补打" in lines_of(hall)
    states = [event.state for event in hall.events() if isinstance(event, PrintChanged)]
    assert states == ["pending", "sending", "confirmed"] * 2


def test_a_year_without_a_calendar_is_said_and_stops_nobody(hall: SampleHall) -> None:
    hall.clock.now = datetime(2026, 12, 31, 15, tzinfo=ZONE)
    asked = ask(hall, "home_visit", channel="kiosk", group="ill", phone=PHONE)
    assert asked.first_due is None
    assert "2027年日历未公布" in asked.due[0][1]
    assert any("2027年日历未公布" in line for line in lines_of(hall))
    (case,) = list_cases(hall.ctx)
    assert next_due(hall.ctx, [case])[case.code].phase == "unknown"


def test_a_complaint_calls_the_manager_at_once_and_knows_the_window(hall: SampleHall) -> None:
    number = str(hall.issue().number)
    hall.call(3)
    before = len(hall.facts())
    for wrong in ("C777", "nonsense"):
        with pytest.raises(Refused) as refused:
            ask(hall, "complaint", wrong, method="onsite", ground="attitude")
        assert wrong in refused.value.public
    with pytest.raises(BadInput):
        ask(hall, "complaint", method="onsite", ground="nothing")
    assert len(hall.facts()) == before
    asked = ask(hall, "complaint", number, method="onsite", ground="attitude")
    values = show_case(hall.ctx, asked.code).values
    assert (values["window"], values["subject"]) == ("3", "排队号C001")
    (alarm,) = [event for event in hall.events() if isinstance(event, CaseAlarmed)]
    assert (alarm.case, alarm.alarm, alarm.to) == (asked.code, "called", "manager")
    assert asked.first_due == datetime(2026, 11, 23, 10, 5, tzinfo=ZONE)
    early = ask(hall, "complaint", str(hall.issue().number), method="onsite")
    assert "window" not in show_case(hall.ctx, early.code).values  # nobody has served it yet
    case = list_cases(hall.ctx, "complaint")
    assert [next_due(hall.ctx, case)[one.code].name for one in case] == ["arrival", "arrival"]


def test_where_a_request_goes_on(hall: SampleHall) -> None:
    assert ask(hall, "agency", asked="yes").place == "8号窗口"
    stuck = ask(hall, "cannot_be_done", channel="kiosk", cause="system")
    assert (stuck.place, stuck.title) == ("8号窗口", "“办不成事”登记单")
