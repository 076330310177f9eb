"""Calling: who comes next, who owns a ticket, and what the two start modes allow."""

import pytest

from shared.domain.errors import BadInput, Refused
from shared.domain.events import ServiceEnded, TicketCalled
from shared.domain.ticket import TicketNumber, TicketState
from shared.usecases.call_next import call_next, call_ticket, resume
from shared.usecases.queries import latest_service, snapshot
from shared.usecases.window_actions import finish, no_show, park, recall, start, transfer
from tests.support.halls import COMPANY, INVOICE, LAND, SOCIAL_CARD, SampleHall

EXPLICIT = ('start = "on_call"', 'start = "explicit"')


def number(text: str) -> TicketNumber:
    return TicketNumber.parse(text)


def called(hall: SampleHall, window: int) -> tuple[str, str]:
    it = hall.call(window)
    return str(it.number), it.reason


def test_an_unknown_window_is_bad_input(hall: SampleHall) -> None:
    for act in (call_next, resume, start, recall, no_show, park, finish):
        with pytest.raises(BadInput, match="there is no window 9") as caught:
            act(hall.ctx, 9)
        assert caught.value.hint.endswith("1, 2, 3, 4, 5, 6, 7, 8")


def test_nobody_is_called_when_nobody_waits_for_this_window(hall: SampleHall) -> None:
    hall.issue(COMPANY)
    assert call_next(hall.ctx, 7) is None


def test_the_call_is_a_fact_with_its_reason(hall: SampleHall) -> None:
    hall.issue()
    hall.call(3)
    assert hall.events()[-1] == TicketCalled("C001", "C", "ordinary", 3, "first_come", serving=True)
    shown = hall.ticket("C001")
    assert (shown.ticket.state, shown.window) == (TicketState.SERVING, 3)


def test_first_come_first_served_over_all_queues_of_a_window(hall: SampleHall) -> None:
    for service in (INVOICE, SOCIAL_CARD, COMPANY, INVOICE):
        hall.issue(service)
    assert [called(hall, 5)[0] for _ in range(3)] == ["D001", "E001", "D002"]
    assert call_next(hall.ctx, 5) is None


def test_a_window_may_prefer_its_first_queue(hall: SampleHall) -> None:
    queues = 'queues = ["E", "F", "L", "M", "N", "D"]'
    hall.rewrite((queues, f'{queues}\norder = "preference"'))
    for service in (INVOICE, SOCIAL_CARD, INVOICE):
        hall.issue(service)
    assert [called(hall, 5)[0] for _ in range(3)] == ["E001", "D001", "D002"]


def test_green_goes_before_everyone(hall: SampleHall) -> None:
    hall.issue(SOCIAL_CARD)
    hall.issue(None, green=True)
    hall.issue(SOCIAL_CARD, green=True)
    assert called(hall, 5) == ("G001", "green_first")
    assert called(hall, 5) == ("G002", "green_first")
    assert called(hall, 5) == ("E001", "first_come")


def test_green_without_an_item_goes_to_green_windows_only(hall: SampleHall) -> None:
    hall.issue(None, green=True)
    assert call_next(hall.ctx, 3) is None
    assert called(hall, 8) == ("G001", "green_first")


def test_calling_next_finishes_the_open_ticket(hall: SampleHall) -> None:
    hall.numbers(2)
    hall.call(3)
    hall.call(3)
    assert ServiceEnded("C001", 3, "done") in hall.events()
    assert hall.ticket("C001").ticket.state is TicketState.DONE
    assert call_next(hall.ctx, 3) is None
    assert hall.ticket("C002").ticket.state is TicketState.DONE


def test_explicit_start_refuses_the_next_call_while_one_is_called(hall: SampleHall) -> None:
    hall.rewrite(EXPLICIT)
    hall.numbers(2)
    hall.call(3)
    assert hall.ticket("C001").ticket.state is TicketState.CALLED
    with pytest.raises(Refused, match="window 3 still has C001 called") as caught:
        call_next(hall.ctx, 3)
    assert "no-show" in caught.value.hint
    assert hall.ticket("C002").ticket.state is TicketState.WAITING
    start(hall.ctx, 3)
    assert called(hall, 3)[0] == "C002"
    assert hall.ticket("C001").ticket.state is TicketState.DONE


def test_start_is_refused_where_the_call_starts(hall: SampleHall) -> None:
    hall.issue()
    hall.call()
    with pytest.raises(Refused, match="C001 is being served: start is not possible now"):
        start(hall.ctx, 3)


def test_a_named_ticket_is_called_out_of_turn(hall: SampleHall) -> None:
    hall.numbers(3)
    assert call_ticket(hall.ctx, 3, number("C003")).reason == "by_number"
    assert called(hall, 3)[0] == "C001"


def test_a_ticket_has_one_owner(hall: SampleHall) -> None:
    hall.issue()
    hall.call(3)
    with pytest.raises(Refused, match="C001 is being served"):
        call_ticket(hall.ctx, 4, number("C001"))
    assert call_next(hall.ctx, 4) is None
    assert hall.ticket("C001").window == 3


def test_a_refused_call_by_number_leaves_the_open_ticket_open(hall: SampleHall) -> None:
    hall.numbers(2)
    hall.call(3)
    hall.call(4)
    with pytest.raises(Refused):
        call_ticket(hall.ctx, 3, number("C002"))
    assert hall.ticket("C001").ticket.state is TicketState.SERVING


def test_recall_counts_and_says_so(hall: SampleHall) -> None:
    hall.issue()
    hall.call()
    recall(hall.ctx, 3)
    recall(hall.ctx, 3)
    service = latest_service(hall.ctx, 3)
    assert service is not None
    assert service.calls == 3
    assert hall.events()[-1] == TicketCalled(
        "C001", "C", "ordinary", 3, "recall", again=True, from_line=False
    )


def test_windows_with_nobody_have_nobody_to_act_on(hall: SampleHall) -> None:
    for act in (recall, no_show, park, finish, start):
        with pytest.raises(Refused, match="window 3 has called nobody") as caught:
            act(hall.ctx, 3)
        assert caught.value.hint


@pytest.mark.parametrize(("act", "state"), [(no_show, "no_show"), (park, "parked")])
def test_who_was_set_aside_waits_no_more_and_can_come_back(
    hall: SampleHall, act: type, state: str
) -> None:
    hall.issue()
    hall.call(3)
    act(hall.ctx, 3)
    assert hall.ticket("C001").ticket.state == state
    service = latest_service(hall.ctx, 3)
    assert service is not None
    assert (service.outcome, service.started_at) == (state, None)  # the start is undone
    assert call_next(hall.ctx, 3) is None
    back = resume(hall.ctx, 4, number("C001"))
    assert (str(back.number), back.window, back.reason) == ("C001", 4, "resumed")
    assert hall.ticket("C001").window == 4


def test_parking_a_person_already_being_served_keeps_the_start(hall: SampleHall) -> None:
    hall.rewrite(EXPLICIT)
    hall.issue()
    hall.call(3)
    start(hall.ctx, 3)
    park(hall.ctx, 3)
    service = latest_service(hall.ctx, 3)
    assert service is not None
    assert service.started_at == hall.clock.now


def test_resume_without_a_number_takes_the_newest_parked_here(hall: SampleHall) -> None:
    hall.numbers(3)
    for _ in range(2):
        hall.call(3)
        park(hall.ctx, 3)
    assert [str(resume(hall.ctx, 3).number) for _ in range(1)] == ["C002"]
    finish(hall.ctx, 3)
    assert str(resume(hall.ctx, 3).number) == "C001"
    with pytest.raises(Refused, match="window 3 has parked nobody"):
        resume(hall.ctx, 3)
    with pytest.raises(Refused, match="window 4 has parked nobody"):
        resume(hall.ctx, 4)


def test_who_waits_or_is_done_cannot_be_resumed(hall: SampleHall) -> None:
    hall.issue()
    with pytest.raises(Refused, match="C001 is waiting: resume is not possible now"):
        resume(hall.ctx, 3, number("C001"))
    hall.call(3)
    finish(hall.ctx, 3)
    with pytest.raises(Refused, match="C001 is done"):
        resume(hall.ctx, 3, number("C001"))


def test_a_transfer_goes_to_the_end_of_the_other_line(hall: SampleHall) -> None:
    hall.issue(COMPANY)
    hall.issue(LAND)
    hall.call(3)
    transfer(hall.ctx, 3, to_queue="h")
    assert hall.events()[-1] == ServiceEnded("C001", 3, "transferred", "H", None)
    assert (hall.ticket("C001").ticket.state, hall.ticket("C001").ticket.queue) == (
        TicketState.TRANSFERRED,
        "H",
    )
    assert called(hall, 7) == ("H001", "first_come")
    assert called(hall, 7) == ("C001", "first_come")


def test_a_transfer_to_the_front_goes_before_all_who_wait(hall: SampleHall) -> None:
    hall.issue(LAND)
    hall.issue(LAND)
    hall.numbers(2)
    for _ in range(2):
        hall.call(3)
        transfer(hall.ctx, 3, to_queue="H", front=True)
    assert [called(hall, 7)[0] for _ in range(4)] == ["C002", "C001", "H001", "H002"]


def test_a_transfer_to_a_window_is_for_this_window_alone(hall: SampleHall) -> None:
    hall.issue(COMPANY)
    hall.issue(LAND)
    hall.call(3)
    transfer(hall.ctx, 3, to_window=7)
    assert call_next(hall.ctx, 4) is None
    assert called(hall, 7) == ("C001", "sent_to_this_window")
    assert called(hall, 7) == ("H001", "first_come")


def test_who_is_transferred_to_a_queue_later_belongs_to_no_window(hall: SampleHall) -> None:
    hall.issue(COMPANY)
    hall.call(3)
    transfer(hall.ctx, 3, to_window=7)
    hall.call(7)
    transfer(hall.ctx, 7, to_queue="C")
    assert called(hall, 4)[0] == "C001"


@pytest.mark.parametrize(
    "place",
    [
        {},
        {"to_queue": "H", "to_window": 7},
        {"to_queue": ""},
        {"to_queue": "Z"},
        {"to_window": 0},
        {"to_window": 9},
    ],
    ids=str,
)
def test_a_transfer_to_no_place_is_bad_input(hall: SampleHall, place: dict[str, str | int]) -> None:
    hall.issue()
    hall.call(3)
    with pytest.raises(BadInput) as caught:
        transfer(hall.ctx, 3, **place)  # type: ignore[arg-type]
    assert caught.value.hint
    assert hall.ticket("C001").ticket.state is TicketState.SERVING


def test_the_green_queue_is_for_green_tickets_alone(hall: SampleHall) -> None:
    hall.issue(COMPANY)
    hall.issue(COMPANY, green=True)
    hall.call(3)
    transfer(hall.ctx, 3, to_queue="G")
    assert called(hall, 1) == ("G001", "green_first")
    hall.call(3)
    with pytest.raises(Refused, match="G is green alone"):
        transfer(hall.ctx, 3, to_queue="G")
    assert hall.ticket("C001").ticket.state is TicketState.SERVING


def test_the_snapshot_shows_who_waits_where_and_the_newest_calls(hall: SampleHall) -> None:
    hall.numbers(3)
    hall.issue(LAND)
    hall.call(3)
    hall.call(4)
    shown = snapshot(hall.ctx)
    assert shown.waiting.queues == {"C": 1, "H": 1}
    assert shown.waiting.total == 2
    assert [str(call.number) for call in shown.calls] == ["C002", "C001"]
    assert {window: str(one.number) for window, one in shown.windows.items()} == {
        3: "C001",
        4: "C002",
    }
    assert shown.fact_id == hall.facts()[-1].id


def test_yesterdays_people_are_not_called_today(hall: SampleHall) -> None:
    hall.issue()
    hall.clock.forward(days=1)
    assert call_next(hall.ctx, 3) is None


def test_who_was_recalled_last_stands_first_for_a_screen_that_joins(hall: SampleHall) -> None:
    hall.numbers(2)
    for window in (3, 4):
        hall.clock.forward(seconds=10)
        hall.call(window)
    hall.clock.forward(seconds=10)
    recall(hall.ctx, 3)
    assert [str(service.number) for service in snapshot(hall.ctx).calls] == ["C001", "C002"]


def test_who_was_parked_elsewhere_since_is_not_called_back_here(hall: SampleHall) -> None:
    hall.numbers(1)
    hall.call(3)
    park(hall.ctx, 3)
    resume(hall.ctx, 4, TicketNumber("C", 1))
    park(hall.ctx, 4)
    with pytest.raises(Refused, match="window 3 has parked nobody"):
        resume(hall.ctx, 3)
    assert str(resume(hall.ctx, 4).number) == "C001"
