"""Visits with several items, and bundles: one number goes through all of them."""

from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as StillGoing

import pytest

from shared.domain.errors import BadInput
from shared.domain.events import ServiceEnded, ServiceRated, TicketIssued
from shared.domain.rating import RatingSource, Score
from shared.domain.ticket import TicketState
from shared.usecases.call_next import call_next
from shared.usecases.helpers import alerts_now
from shared.usecases.issue_ticket import Request, issue_ticket
from shared.usecases.rate import rate
from shared.usecases.window_actions import finish, no_show, transfer
from tests.support.halls import COMPANY, INVOICE, LAND, SOCIAL_CARD, SampleHall
from tests.support.lines import waiting


def progress(hall: SampleHall, number: str) -> list[tuple[str, bool]]:
    return [(errand.queue, errand.done) for errand in hall.ticket(number).visit]


def state(hall: SampleHall, number: str) -> TicketState:
    return hall.ticket(number).ticket.state


def bundle(hall: SampleHall, queue: str = "") -> None:
    """Let the hall offer COMPANY, SOCIAL_CARD and INVOICE as one."""
    items = f'["{COMPANY}", "{SOCIAL_CARD}", "{INVOICE}"]'
    text = f'[[bundle]]\ncode = "shop"\nname = "开店一件事"\nitems = {items}\n{queue}\n'
    hall.rewrite(("[[kiosk]]", f"{text}\n[[kiosk]]"))


def test_one_window_that_serves_both_queues_does_both(hall: SampleHall) -> None:
    issued = issue_ticket(hall.ctx, Request(SOCIAL_CARD, more=(INVOICE,)))
    assert (str(issued.number), issued.queue, issued.stops) == ("E001", "E", ("E", "D"))
    assert issued.service == f"{SOCIAL_CARD}、{INVOICE}"
    told = TicketIssued("E001", "E", "ordinary", issued.service, "kiosk", stops=("E", "D"))
    assert hall.events() == [told]
    assert progress(hall, "E001") == [("E", False), ("D", False)]
    assert waiting(hall) == {"E": 1}
    hall.call(5)
    finish(hall.ctx, 5)
    assert progress(hall, "E001") == [("E", True), ("D", True)]
    assert state(hall, "E001") is TicketState.DONE
    assert waiting(hall) == {}


def test_else_it_goes_on_to_the_next_queue(hall: SampleHall) -> None:
    hall.issue(SOCIAL_CARD)
    assert hall.want(INVOICE, SOCIAL_CARD) == "D001"
    hall.call(6)
    finish(hall.ctx, 6)
    assert hall.events()[-1] == ServiceEnded("D001", 6, "transferred", "E")
    assert progress(hall, "D001") == [("D", True), ("E", False)]
    assert waiting(hall) == {"E": 2}
    assert [hall.next_number(5) for _ in range(2)] == ["E001", "D001"]
    assert waiting(hall) == {}
    finish(hall.ctx, 5)
    assert hall.events()[-1] == ServiceEnded("D001", 5, "done")
    assert progress(hall, "D001") == [("D", True), ("E", True)]
    assert state(hall, "D001") is TicketState.DONE


def test_calling_next_sends_the_visit_on(hall: SampleHall) -> None:
    hall.want(COMPANY, LAND, SOCIAL_CARD)
    hall.issue(COMPANY)
    assert [hall.next_number(3) for _ in range(2)] == ["C001", "C002"]
    assert waiting(hall) == {"H": 1}
    assert hall.next_number(7) == "C001"
    assert hall.next_number(7) is None
    assert waiting(hall) == {"E": 1}
    assert state(hall, "C001") is TicketState.TRANSFERRED
    assert hall.next_number(5) == "C001"
    assert hall.next_number(5) is None
    assert state(hall, "C001") is TicketState.DONE
    assert waiting(hall) == {}


def test_each_service_of_a_visit_is_rated(hall: SampleHall) -> None:
    hall.want(COMPANY, SOCIAL_CARD)
    for window, score in ((3, 5), (5, 1)):
        hall.call(window)
        finish(hall.ctx, window)
        rate(hall.ctx, window, Score(score), RatingSource.DESK)
    rated = [event for event in hall.events() if isinstance(event, ServiceRated)]
    assert [(event.number, event.window, event.score) for event in rated] == [
        ("C001", 3, 5),
        ("C001", 5, 1),
    ]


def test_who_missed_a_stop_has_not_done_it(hall: SampleHall) -> None:
    hall.want(COMPANY, SOCIAL_CARD)
    hall.call(3)
    no_show(hall.ctx, 3)
    assert progress(hall, "C001") == [("C", False), ("E", False)]
    assert waiting(hall) == {}


def test_a_detour_leaves_the_visit_to_be_done(hall: SampleHall) -> None:
    hall.want(COMPANY, SOCIAL_CARD)
    hall.call(3)
    transfer(hall.ctx, 3, to_queue="H")
    hall.call(7)
    finish(hall.ctx, 7)
    assert progress(hall, "C001") == [("C", False), ("E", False)]
    assert waiting(hall) == {"C": 1}


def test_a_window_somebody_was_sent_to_does_what_they_came_for(hall: SampleHall) -> None:
    hall.want(COMPANY, SOCIAL_CARD)
    hall.call(3)
    transfer(hall.ctx, 3, to_window=7)
    hall.call(7)
    finish(hall.ctx, 7)
    assert progress(hall, "C001") == [("C", True), ("E", False)]
    assert waiting(hall) == {"E": 1}


def test_a_green_visit_stays_green_and_keeps_its_helper(hall: SampleHall) -> None:
    assert hall.want(COMPANY, SOCIAL_CARD, green=True) == "G001"
    hall.issue(SOCIAL_CARD)
    hall.call(3)
    finish(hall.ctx, 3)
    assert len(alerts_now(hall.ctx)) == 1
    assert waiting(hall) == {"E": 2}
    assert hall.next_number(5) == "G001"
    finish(hall.ctx, 5)
    assert alerts_now(hall.ctx) == []


def test_each_stop_teaches_the_pace_of_its_own_item(hall: SampleHall) -> None:
    hall.want(COMPANY, SOCIAL_CARD)
    for window in (3, 5):
        hall.call(window)
        hall.clock.forward(minutes=5)
        finish(hall.ctx, window)
    with hall.ctx.database.read() as tx:
        learnt = tx.exec_driver_sql(
            "SELECT pace.queue, item.name FROM pace JOIN item ON item.code = pace.item"
            " ORDER BY pace.queue"
        )
        assert list(map(tuple, learnt)) == [("C", COMPANY), ("E", SOCIAL_CARD)]


@pytest.mark.parametrize("name", ["shop", "开店一件事"])
def test_a_bundle_goes_through_the_queues_of_its_items(hall: SampleHall, name: str) -> None:
    bundle(hall)
    issued = issue_ticket(hall.ctx, Request(name))
    assert (str(issued.number), issued.stops) == ("C001", ("C", "E", "D"))
    assert issued.service == "开店一件事"
    hall.call(4)
    finish(hall.ctx, 4)
    hall.call(5)
    finish(hall.ctx, 5)  # window 5 serves E and D
    assert progress(hall, "C001") == [("C", True), ("E", True), ("D", True)]
    assert state(hall, "C001") is TicketState.DONE
    assert waiting(hall) == {}


def test_a_bundle_with_a_queue_is_done_there(hall: SampleHall) -> None:
    bundle(hall, 'queue = "H"')
    assert hall.want("开店一件事") == "H001"
    assert progress(hall, "H001") == [("H", False)] * 3
    hall.call(7)
    finish(hall.ctx, 7)
    assert progress(hall, "H001") == [("H", True)] * 3
    assert state(hall, "H001") is TicketState.DONE


def test_a_bundle_and_more_items_each_once(hall: SampleHall) -> None:
    bundle(hall)
    hall.want("shop", LAND, SOCIAL_CARD, COMPANY)
    assert [errand.name for errand in hall.ticket("C001").visit] == [
        COMPANY,
        SOCIAL_CARD,
        INVOICE,
        LAND,
    ]


def test_an_item_twice_is_one_item(hall: SampleHall) -> None:
    issued = issue_ticket(hall.ctx, Request(COMPANY, more=("2-2-084",)))
    assert (issued.service, issued.stops) == (COMPANY, ("C",))
    assert progress(hall, "C001") == [("C", False)]


def test_an_unknown_item_among_them_draws_nothing(hall: SampleHall) -> None:
    with pytest.raises(BadInput, match="there is no service “公司设立”") as caught:
        hall.want(SOCIAL_CARD, "公司设立")
    assert COMPANY in caught.value.hint
    with pytest.raises(BadInput, match="no service was named"):
        issue_ticket(hall.ctx, Request(None, green=True, more=(COMPANY,)))
    assert hall.events() == []
    assert waiting(hall) == {}


def test_who_goes_on_waits_for_those_who_call_there(hall: SampleHall) -> None:
    """A visit joins another group's line only in turn with its windows: nobody is passed over."""
    hall.want(COMPANY, SOCIAL_CARD)
    hall.call(3)
    with ThreadPoolExecutor(1) as pool:
        with hall.ctx.database.write(hall.ctx.groups.of((), ("E",))):
            going_on = pool.submit(finish, hall.ctx, 3)
            with pytest.raises(StillGoing):
                going_on.result(timeout=0.5)
        going_on.result(timeout=20)
    assert waiting(hall) == {"E": 1}


def test_visits_cross_between_groups_of_windows_at_once(hall: SampleHall) -> None:
    """Windows that share nobody call at once; each sends people into the other's line."""
    for _ in range(15):
        hall.want(COMPANY, SOCIAL_CARD)
        hall.want(SOCIAL_CARD, COMPANY)

    def work(window: int) -> int:
        called = 0
        while anybody_left(hall):
            called += call_next(hall.ctx, window) is not None
        return called

    with ThreadPoolExecutor(3) as pool:
        assert sum(pool.map(work, (3, 4, 5))) == 60
    assert waiting(hall) == {}


def anybody_left(hall: SampleHall) -> bool:
    with hall.ctx.database.read() as tx:
        left = tx.exec_driver_sql("SELECT count(*) FROM ticket WHERE state <> 'done'")
        return bool(left.scalar())
