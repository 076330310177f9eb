"""Giving out a number: what the person learns, what is kept, and when it is refused."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from shared.domain.errors import BadInput, HallError, Refused
from shared.domain.estimate import Wait, predict
from shared.domain.events import TicketIssued
from shared.domain.ticket import TicketClass, TicketState
from shared.storage import facts, print_jobs, tickets
from shared.storage.print_jobs import PrintState
from tests.support.halls import (
    COMPANY,
    INVOICE,
    LAND,
    MONDAY_10,
    SOCIAL_CARD,
    ZONE,
    HandClock,
    SampleHall,
)


def test_the_first_ticket_of_the_day(hall: SampleHall) -> None:
    issued = hall.issue(COMPANY)
    assert (str(issued.number), issued.queue, issued.service) == ("C001", "C", COMPANY)
    assert issued.ticket_class is TicketClass.ORDINARY
    assert issued.ahead == 0
    assert issued.wait == predict(0, 2 / 12)
    assert issued.window_place == "3、4号窗口"
    assert len(issued.key) == 16
    assert issued.job is None


def test_what_was_told_is_kept(hall: SampleHall) -> None:
    issued = hall.issue(COMPANY)
    shown = hall.ticket("C001")
    assert shown.ticket.state is TicketState.WAITING
    assert shown.ticket.issued_at == MONDAY_10
    assert shown.ticket.business_day == MONDAY_10.date()
    assert shown.ticket.ahead == issued.ahead
    assert issued.wait is not None
    assert shown.ticket.wait is not None
    assert shown.ticket.wait.low == issued.wait.low
    assert shown.ticket.wait.high == issued.wait.high
    assert shown.ticket.item_name == COMPANY
    assert (shown.print_state, shown.window) == (None, None)


def test_an_item_is_named_by_code_or_name(hall: SampleHall) -> None:
    assert hall.issue("2-2-084").service == COMPANY
    assert hall.issue(f" {COMPANY} ").service == COMPANY


def test_the_range_grows_with_the_line(hall: SampleHall) -> None:
    waits = [hall.issue(COMPANY) for _ in range(5)]
    assert [issued.ahead for issued in waits] == [0, 1, 2, 3, 4]
    assert waits[4].wait == predict(4, 2 / 12) == Wait(871, 2887, 1800)


def test_people_ahead_are_all_whom_those_windows_call_first(hall: SampleHall) -> None:
    hall.issue(SOCIAL_CARD)  # E: window 5
    hall.issue(None, green=True)  # G: window 5 among others, before everyone
    hall.issue(COMPANY)  # C: other windows
    assert hall.issue(INVOICE).ahead == 0  # D: window 6 would call it at once, window 5 third
    assert hall.issue(SOCIAL_CARD).ahead == 3  # E: window 5 alone, after E, G and D
    assert hall.issue(LAND).ahead == 0
    assert hall.issue(None, green=True).ahead == 1  # only other green ones


def test_each_queue_counts_by_itself_and_each_day_anew(hall: SampleHall) -> None:
    assert hall.numbers(3) == ["C001", "C002", "C003"]
    assert hall.numbers(2, SOCIAL_CARD) == ["E001", "E002"]
    hall.clock.forward(days=1)
    assert hall.numbers(1) == ["C001"]
    assert hall.issue(COMPANY).ahead == 1  # nobody of yesterday


def test_after_999_comes_1000(hall: SampleHall) -> None:
    hall.issue()
    with hall.ctx.database.write() as tx:
        tx.exec_driver_sql("UPDATE counter SET last = 998")
    assert hall.numbers(3) == ["C999", "C1000", "C1001"]
    assert str(hall.ticket("C1000").ticket.number) == "C1000"


def test_green_needs_no_item(hall: SampleHall) -> None:
    issued = hall.issue(None, green=True)
    assert (str(issued.number), issued.queue, issued.service) == ("G001", "G", None)
    assert issued.ticket_class is TicketClass.GREEN
    assert issued.window_place == "1、5、8号窗口"


def test_green_with_an_item_waits_for_the_windows_of_the_item(hall: SampleHall) -> None:
    issued = hall.issue(COMPANY, green=True)
    assert (str(issued.number), issued.queue, issued.service) == ("G001", "C", COMPANY)
    assert issued.window_place == "3、4号窗口"
    assert hall.numbers(1) == ["C001"]


def test_nobody_is_taken_in_for_a_queue_that_nobody_serves(hall: SampleHall) -> None:
    hall.rewrite(('queues = ["B"]', "queues = []"))
    with hall.ctx.database.read() as tx:
        name = tx.exec_driver_sql("SELECT name FROM item WHERE department = '党群工作部'").scalar()
    assert isinstance(name, str)
    with pytest.raises(Refused, match="no window serves queue B") as refused:
        hall.issue(name)
    assert "请到咨询台" in refused.value.public


@pytest.mark.parametrize("service", ["不存在的事项", "", "2-9-999"])
def test_an_unknown_service_is_bad_input_and_draws_nothing(hall: SampleHall, service: str) -> None:
    with pytest.raises(BadInput, match="there is no service") as caught:
        hall.issue(service)
    assert "hall catalog list" in caught.value.hint
    assert hall.events() == []


def test_a_part_of_a_name_brings_suggestions(hall: SampleHall) -> None:
    with pytest.raises(BadInput) as caught:
        hall.issue("公司设立")
    assert COMPANY in caught.value.hint


@pytest.mark.parametrize("wild", ["%", "_", "' OR 1=1 --"])
def test_signs_of_the_database_language_are_only_text(hall: SampleHall, wild: str) -> None:
    with pytest.raises(BadInput) as caught:
        hall.issue(wild)
    assert "did you mean" not in caught.value.hint


def test_no_service_and_not_green_is_bad_input(hall: SampleHall) -> None:
    with pytest.raises(BadInput, match="no service was named") as caught:
        hall.issue(None)
    assert "--green" in caught.value.hint


OFFICE_HOURS = (
    "from = 00:00:00\nto = 00:00:00  # midnight to midnight",
    """from = 09:00:00
to = 12:00:00
daily_cap = 2

[[session]]
from = 13:30:00
to = 17:00:00
last_intake_min = 30""",
)


def at(hall: SampleHall, day: int, hour: int, minute: int = 0) -> None:
    hall.clock.now = datetime(2026, 11, day, hour, minute, tzinfo=ZONE)


def test_a_closed_queue_says_when_it_opens(hall: SampleHall) -> None:
    hall.rewrite(OFFICE_HOURS)
    at(hall, 23, 12, 5)
    with pytest.raises(Refused, match="queue C 市场监管 is closed now") as caught:
        hall.issue()
    assert caught.value.message.endswith("it opens 2026-11-23 13:30")
    assert caught.value.public == "市场监管现在不取号，今天13:30开始取号"
    at(hall, 23, 16, 30)
    with pytest.raises(Refused) as caught:
        hall.issue()
    assert caught.value.public == "市场监管现在不取号，明天9:00开始取号"
    assert hall.events() == []


def test_green_without_an_item_is_refused_when_green_is_closed(hall: SampleHall) -> None:
    hall.rewrite(OFFICE_HOURS)
    at(hall, 23, 8)
    with pytest.raises(Refused, match="queue G"):
        hall.issue(None, green=True)


def test_the_daily_cap_refuses_and_says_when_to_come(hall: SampleHall) -> None:
    hall.rewrite(OFFICE_HOURS)
    assert hall.numbers(2) == ["C001", "C002"]
    with pytest.raises(Refused, match="has given out today's 2 numbers") as caught:
        hall.issue()
    assert caught.value.public == "市场监管今天的号已取完，明天9:00开始取号"
    assert hall.numbers(1, SOCIAL_CARD) == ["E001"]  # each queue has its own cap
    assert str(hall.issue(COMPANY, green=True).number) == "G001"  # green is not counted
    at(hall, 24, 9)
    assert hall.numbers(1) == ["C001"]


def test_a_number_belongs_to_the_day_it_is_stamped_with(hall: SampleHall) -> None:
    class Ticking(HandClock):
        def __call__(self) -> datetime:
            self.now += timedelta(seconds=1)
            return self.now

    midnight = datetime(2026, 11, 24, tzinfo=ZONE)
    ticking = Ticking(midnight - timedelta(seconds=2))
    hall.ctx = hall.ctx.with_clock(ticking)
    hall.issue()
    with hall.ctx.database.read() as tx:
        stored = tickets.get(tx, 1)
    assert stored.issued_at.astimezone(ZONE).date() == stored.business_day


def test_the_number_its_slip_and_its_facts_are_one(hall: SampleHall) -> None:
    issued = hall.issue(printer="K1")
    assert hall.events() == [TicketIssued("C001", "C", "ordinary", COMPANY, "kiosk", printer="K1")]
    assert issued.job is not None
    assert hall.ticket("C001").print_state is PrintState.PENDING


class PowerCut(Exception):
    """The process dies here."""


@pytest.mark.parametrize(
    ("module", "name"), [(tickets, "add"), (print_jobs, "add"), (facts, "append")]
)
def test_when_it_is_cut_short_nothing_remains(
    hall: SampleHall, monkeypatch: pytest.MonkeyPatch, module: Any, name: str
) -> None:
    whole: Callable[..., Any] = getattr(module, name)

    def die_afterwards(*arguments: Any, **named: Any) -> None:
        whole(*arguments, **named)
        raise PowerCut

    with monkeypatch.context() as patch:
        patch.setattr(module, name, die_afterwards)
        with pytest.raises(PowerCut):
            hall.issue(printer="K1")
    with hall.ctx.database.read() as tx:
        for table in ("ticket", "counter", "line", "print_job"):
            assert tx.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() == 0
    assert hall.events() == []
    assert hall.numbers(1) == ["C001"]


def test_a_key_drawn_twice_gives_no_number(hall: SampleHall) -> None:
    hall.ctx = replace(hall.ctx, new_key=lambda: "the-same-key")
    hall.issue()
    with pytest.raises(Exception, match=r"(?i)unique constraint.*ticket[._]key"):
        hall.issue()
    hall.ctx = replace(hall.ctx, new_key=lambda: "another-key")
    assert hall.numbers(1) == ["C002"]


def test_a_number_that_was_not_given_out_is_bad_input(hall: SampleHall) -> None:
    hall.issue()
    hall.clock.forward(days=1)
    with pytest.raises(HallError, match="number C001 was not given out on 2026-11-24") as caught:
        hall.ticket("C001")
    assert caught.value.hint
