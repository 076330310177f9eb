"""Appointments: not before their time, then before ordinary people and after green ones."""

from datetime import datetime, timedelta

import pytest

from shared.domain.errors import BadInput, Refused
from shared.domain.events import TicketIssued
from shared.domain.ticket import TicketClass, TicketNumber
from shared.usecases.intake import IntakeState
from shared.usecases.line_actions import return_to_line
from shared.usecases.overview import queues_now
from shared.usecases.window_actions import no_show, transfer
from tests.support.halls import COMPANY, SOCIAL_CARD, SampleHall
from tests.support.lines import waiting


def at(hall: SampleHall, hour: int, minute: int = 0) -> datetime:
    return hall.clock.now.replace(hour=hour, minute=minute)


def booked(hall: SampleHall, hour: int, minute: int = 0) -> str:
    return hall.want(COMPANY, booked_for=at(hall, hour, minute))


def called(hall: SampleHall) -> tuple[str, str]:
    it = hall.call(3)
    return str(it.number), it.reason


def test_nobody_is_called_before_the_time(hall: SampleHall) -> None:
    assert booked(hall, 10, 30) == "C001"
    half_past = at(hall, 10, 30)
    told = TicketIssued(
        "C001", "C", "booked", COMPANY, "kiosk", booked_for="2026-11-23T10:30:00+08:00"
    )
    assert hall.events() == [told]
    ticket = hall.ticket("C001").ticket
    assert (ticket.ticket_class, ticket.booked_for) == (TicketClass.BOOKED, half_past)
    assert waiting(hall) == {"C": 1}
    assert hall.next_number() is None
    hall.clock.forward(minutes=30, seconds=-1)
    assert hall.next_number() is None
    hall.clock.forward(seconds=1)
    assert called(hall) == ("C001", "booked_time_came")
    assert waiting(hall) == {}


def test_then_before_ordinary_and_after_green(hall: SampleHall) -> None:
    hall.numbers(2)
    booked(hall, 10, 30)
    assert called(hall) == ("C001", "first_come")
    hall.issue(COMPANY, green=True)
    hall.clock.forward(minutes=40)
    assert called(hall) == ("G001", "green_first")
    assert called(hall) == ("C003", "booked_time_came")
    assert called(hall) == ("C002", "first_come")
    assert waiting(hall) == {}


def test_the_earlier_appointment_goes_first_whoever_came_first(hall: SampleHall) -> None:
    assert [booked(hall, 11), booked(hall, 10, 30), booked(hall, 9)] == ["C001", "C002", "C003"]
    hall.clock.forward(hours=2)
    assert [hall.next_number() for _ in range(4)] == ["C003", "C002", "C001", None]
    assert waiting(hall) == {}


@pytest.mark.parametrize("days", [-1, 1])
def test_an_appointment_is_today(hall: SampleHall, days: int) -> None:
    other = hall.clock.now + timedelta(days=days)
    with pytest.raises(BadInput, match=f"the appointment is on {other:%Y-%m-%d}, not today"):
        hall.want(COMPANY, booked_for=other)
    assert waiting(hall) == {}


def test_a_visit_goes_on_without_waiting_for_its_time_again(hall: SampleHall) -> None:
    hall.want(COMPANY, SOCIAL_CARD, booked_for=at(hall, 10))
    hall.issue(SOCIAL_CARD)
    assert hall.next_number(3) == "C001"
    assert hall.next_number(3) is None
    assert waiting(hall) == {"E": 2}
    assert [hall.next_number(5) for _ in range(2)] == ["C001", "E001"]


def test_who_missed_the_call_returns_behind_all_whose_time_has_come(hall: SampleHall) -> None:
    hall.issue()
    for minute in (0, 5, 10, 15, 59):
        booked(hall, 10, minute)
    assert called(hall)[0] == "C002"
    no_show(hall.ctx, 3)
    hall.clock.forward(minutes=20)
    assert return_to_line(hall.ctx, TicketNumber.parse("C002")).behind is None
    assert waiting(hall) == {"C": 6}
    hall.clock.forward(hours=1)
    order = [hall.next_number() for _ in range(6)]
    assert order == ["C003", "C004", "C005", "C002", "C006", "C001"]


BOOKED_ONLY = (
    "from = 00:00:00\nto = 00:00:00  # midnight to midnight",
    """from = 09:00:00
to = 12:00:00
booked_only = true

[[session]]
from = 13:30:00
to = 17:00:00""",
)


def test_a_session_for_appointments_refuses_walk_ins(hall: SampleHall) -> None:
    hall.rewrite(BOOKED_ONLY)
    with pytest.raises(Refused) as caught:
        hall.issue()
    assert caught.value.message == (
        "queue C 市场监管 takes only people with an appointment now: it opens 2026-11-23 13:30"
    )
    assert caught.value.public == "市场监管此时段只接待预约，今天13:30开始取号"
    state = next(queue for queue in queues_now(hall.ctx) if queue.letter == "C")
    assert (state.state, state.opens_at) == (IntakeState.BOOKED_ONLY, at(hall, 13, 30))
    assert booked(hall, 10, 30) == "C001"
    assert waiting(hall) == {"C": 1}
    hall.clock.forward(hours=4)
    assert hall.numbers(1) == ["C002"]
    assert waiting(hall) == {"C": 2}
    hall.clock.forward(hours=3)
    with pytest.raises(Refused, match="queue C 市场监管 is closed now") as caught:
        booked(hall, 17)
    assert caught.value.message.endswith("it opens 2026-11-24 09:00")  # with an appointment


def test_who_has_an_appointment_cannot_be_put_in_front(hall: SampleHall) -> None:
    booked(hall, 10)
    hall.call(3)
    with pytest.raises(Refused, match="stands by its time"):
        transfer(hall.ctx, 3, to_queue="C", front=True)


def test_a_transfer_is_due_though_a_clock_is_behind(hall: SampleHall) -> None:
    booked(hall, 10)
    hall.clock.forward(minutes=5)
    hall.call(3)
    transfer(hall.ctx, 3, to_window=4)
    hall.clock.forward(minutes=-2)
    assert str(hall.call(4).number) == "C001"
