"""再加一件事: one thing more on a number that waits, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from shared.domain.errors import BadInput, HallError, Refused
from shared.domain.events import ErrandAdded
from shared.domain.ticket import TicketNumber, TicketState
from shared.slips.ticket import TicketSlip
from shared.storage import print_jobs
from shared.storage.print_jobs import PrintState
from shared.usecases.add_errand import AddedErrand, add_errand
from shared.usecases.call_next import call_next
from shared.usecases.issue_ticket import IssuedTicket
from shared.usecases.printing import settle, take
from shared.usecases.queries import asked_for_most, show_ticket, waiting_now
from shared.usecases.window_actions import finish
from tests.support.halls import COMPANY, INVOICE, LAND, SOCIAL_CARD, SampleHall
from tests.support.pasts import check


def visit_of(hall: SampleHall, ticket: IssuedTicket) -> list[tuple[str, str, bool]]:
    shown = show_ticket(hall.ctx, ticket.number)
    return [(errand.name, errand.queue, errand.done) for errand in shown.visit]


def test_the_number_and_its_place_stay_and_the_next_stop_is_appended(hall: SampleHall) -> None:
    first, other = hall.issue(COMPANY), hall.issue(COMPANY)
    added = add_errand(hall.ctx, first.ticket, SOCIAL_CARD)
    assert added == AddedErrand(
        first.number, f"{COMPANY}、{SOCIAL_CARD}", ("C", "E"), "3、4号窗口", None, None
    )
    assert waiting_now(hall.ctx).queues == {"C": 2}
    assert hall.call(3).number == first.number
    assert hall.call(4).number == other.number
    finish(hall.ctx, 3)
    shown = show_ticket(hall.ctx, first.number)
    assert (shown.ticket.state, shown.ticket.queue) == (TicketState.TRANSFERRED, "E")
    assert visit_of(hall, first) == [(COMPANY, "C", True), (SOCIAL_CARD, "E", False)]
    assert hall.call(5).number == first.number


def test_several_more_and_one_of_the_same_queue(hall: SampleHall) -> None:
    ticket = hall.issue(COMPANY)
    for service in (SOCIAL_CARD, "公司变更登记", INVOICE):
        added = add_errand(hall.ctx, ticket.ticket, service)
    assert added.stops == ("C", "E", "D")
    assert [name for name, *_ in visit_of(hall, ticket)] == [
        COMPANY,
        SOCIAL_CARD,
        "公司变更登记",
        INVOICE,
    ]
    hall.call(3)
    finish(hall.ctx, 3)
    assert [done for *_, done in visit_of(hall, ticket)] == [True, False, True, False]
    added = add_errand(hall.ctx, ticket.ticket, LAND)  # between two stops it waits again
    assert added.stops == ("E", "D", "H")


def test_a_green_number_without_an_item_goes_to_the_items_windows(hall: SampleHall) -> None:
    green = hall.issue(None, green=True)
    hall.issue(COMPANY)
    added = add_errand(hall.ctx, green.ticket, COMPANY)
    assert (added.stops, added.window_place, added.service) == (("C",), "3、4号窗口", COMPANY)
    assert added.moved is not None
    assert added.moved[0] == 0
    assert waiting_now(hall.ctx).queues == {"C": 2}
    assert call_next(hall.ctx, 1) is None
    assert hall.call(3).number == green.number


def test_who_has_been_called_tells_the_window(hall: SampleHall) -> None:
    ticket = hall.issue(COMPANY)
    hall.call(3)
    with pytest.raises(Refused) as caught:
        add_errand(hall.ctx, ticket.ticket, SOCIAL_CARD)
    assert caught.value.public == "C001已叫号，请直接告诉窗口工作人员"
    assert visit_of(hall, ticket) == [(COMPANY, "C", False)]


def test_what_it_is_for_already_and_what_nobody_knows(hall: SampleHall) -> None:
    ticket = hall.issue(COMPANY)
    with pytest.raises(Refused, match="already"):
        add_errand(hall.ctx, ticket.ticket, COMPANY)
    with pytest.raises(BadInput):
        add_errand(hall.ctx, ticket.ticket, "飞天")
    assert not [fact for fact in hall.facts() if isinstance(fact.event, ErrandAdded)]


def test_a_bundle_adds_what_is_not_there(hall: SampleHall) -> None:
    ticket = hall.issue("建筑工程施工许可证核发")
    added = add_errand(hall.ctx, ticket.ticket, "low-risk")
    assert added.stops == ("J",)
    assert len(visit_of(hall, ticket)) == 3


def test_the_slip_tells_everything_once(hall: SampleHall) -> None:
    ticket = hall.issue(COMPANY, printer="K1")
    added = add_errand(hall.ctx, ticket.ticket, SOCIAL_CARD, printer="K1")
    assert added.job == ticket.job
    work = take(hall.ctx, "K1")
    assert work is not None
    assert isinstance(work.slip, TicketSlip)
    assert (work.slip.service, work.slip.reprint) == (f"{COMPANY}、{SOCIAL_CARD}", False)
    again = add_errand(hall.ctx, ticket.ticket, LAND, printer="K1")
    settle(hall.ctx, work, PrintState.CONFIRMED)
    assert again.job not in (None, ticket.job)
    second = take(hall.ctx, "K1")
    assert second is not None
    assert isinstance(second.slip, TicketSlip)
    assert (second.slip.service, second.slip.reprint) == (f"{COMPANY}、{SOCIAL_CARD}、{LAND}", True)
    with hall.ctx.database.read() as tx:
        assert not print_jobs.is_any(tx, "K1", PrintState.PENDING)


def test_the_facts_rebuild_it(hall: SampleHall) -> None:
    green = hall.issue(None, green=True)
    add_errand(hall.ctx, green.ticket, COMPANY)
    ticket = hall.issue(COMPANY)
    add_errand(hall.ctx, ticket.ticket, SOCIAL_CARD)
    hall.call(3)
    finish(hall.ctx, 3)
    assert check(hall) == ""


def test_added_and_called_at_once_is_one_or_the_other(hall: SampleHall) -> None:
    for _ in range(10):
        ticket = hall.issue(COMPANY)

        def add() -> AddedErrand | HallError:
            try:
                return add_errand(hall.ctx, ticket.ticket, SOCIAL_CARD)  # noqa: B023
            except Refused as refused:
                return refused

        with ThreadPoolExecutor(2) as pool:
            adding, calling = pool.submit(add), pool.submit(call_next, hall.ctx, 3)
            result, called = adding.result(), calling.result()
        assert called is not None
        assert called.number == ticket.number
        added = isinstance(result, AddedErrand)
        assert len(visit_of(hall, ticket)) == (2 if added else 1)
        finish(hall.ctx, 3)
        state = show_ticket(hall.ctx, ticket.number).ticket.state
        assert state is (TicketState.TRANSFERRED if added else TicketState.DONE)


def test_what_is_asked_for_most(hall: SampleHall) -> None:
    hall.numbers(2, SOCIAL_CARD)
    hall.numbers(3, LAND)
    hall.issue(None, green=True)
    shown = show_ticket(hall.ctx, TicketNumber("H", 1)).ticket.item
    assert asked_for_most(hall.ctx, timedelta(days=14), 1) == [shown]
    hall.clock.forward(days=20)
    assert asked_for_most(hall.ctx, timedelta(days=14), 5) == []
