"""The green channel by staff: granted, revoked, opened; only a class code is kept."""

import pytest

from shared.domain.errors import BadInput, Refused
from shared.domain.events import GreenGranted, GreenRevoked, HelperAsked, TicketIssued
from shared.domain.ticket import TicketClass, TicketNumber
from shared.usecases.green import grant, revoke
from shared.usecases.helpers import alerts_now
from shared.usecases.issue_ticket import Request, issue_ticket
from shared.usecases.window_actions import finish, no_show
from tests.support.halls import COMPANY, SOCIAL_CARD, SampleHall
from tests.support.lines import waiting


def number(text: str) -> TicketNumber:
    return TicketNumber.parse(text)


def alerted(hall: SampleHall) -> list[str]:
    return [str(alert.number) for alert in alerts_now(hall.ctx)]


@pytest.mark.parametrize("wanted", ["disabled", "残疾人"])
def test_a_waiting_number_becomes_green(hall: SampleHall, wanted: str) -> None:
    hall.numbers(3)
    assert alerted(hall) == []
    grant(hall.ctx, number("C003"), wanted, "王芳")
    asked, granted = hall.events()[-2:]
    assert isinstance(asked, HelperAsked)
    assert granted == GreenGranted("C003", "C", "disabled", "王芳")
    ticket = hall.ticket("C003").ticket
    assert (ticket.ticket_class, ticket.category) == (TicketClass.GREEN, "disabled")
    assert alerted(hall) == ["C003"]
    assert waiting(hall) == {"C": 3}
    called = hall.call(3)
    assert (str(called.number), called.reason) == ("C003", "green_first")
    assert waiting(hall) == {"C": 2}


def test_nothing_but_the_code_is_kept(hall: SampleHall) -> None:
    hall.issue()
    grant(hall.ctx, number("C001"), "老年人", "王芳")
    told = repr(hall.facts())
    assert "elderly" in told
    assert "老年人" not in told
    with hall.ctx.database.read() as tx:
        row = tx.exec_driver_sql("SELECT * FROM ticket").mappings().one()
    assert row["category"] == "elderly"
    assert not any("老年人" in str(value) for value in row.values())


def test_granted_people_stand_among_the_green_by_arrival(hall: SampleHall) -> None:
    hall.issue(COMPANY)
    hall.issue(COMPANY, green=True)
    grant(hall.ctx, number("C001"), "ill", "王芳")
    assert [hall.next_number(3) for _ in range(3)] == ["C001", "G001", None]


def test_who_does_not_wait_or_is_green_is_not_granted(hall: SampleHall) -> None:
    hall.issue(COMPANY)
    hall.issue(COMPANY, green=True)
    with pytest.raises(Refused, match="G001 is green already"):
        grant(hall.ctx, number("G001"), "ill", "王芳")
    hall.call(3)
    hall.call(3)
    before = len(hall.facts())
    with pytest.raises(Refused, match="C001 does not wait, it is serving"):
        grant(hall.ctx, number("C001"), "ill", "王芳")
    no_show(hall.ctx, 3)
    with pytest.raises(Refused, match="C001 does not wait, it is no_show"):
        grant(hall.ctx, number("C001"), "ill", "王芳")
    assert len(hall.facts()) == before + 1
    assert waiting(hall) == {}


def test_an_unknown_category_names_those_of_the_hall(hall: SampleHall) -> None:
    hall.issue()
    with pytest.raises(BadInput, match="there is no green category vip") as caught:
        grant(hall.ctx, number("C001"), "vip", "王芳")
    assert "elderly 老年人" in caught.value.hint
    with pytest.raises(BadInput, match="C009 was not given out"):
        grant(hall.ctx, number("C009"), "ill", "王芳")


def test_a_revoked_number_keeps_its_arrival(hall: SampleHall) -> None:
    hall.issue(COMPANY)
    hall.issue(COMPANY, green=True)
    hall.issue(COMPANY)
    revoke(hall.ctx, number("G001"), "mistake", "王芳")
    assert hall.events()[-1] == GreenRevoked("G001", "C", "C", "mistake", "王芳", from_line=True)
    ticket = hall.ticket("G001").ticket
    assert (ticket.ticket_class, ticket.category) == (TicketClass.ORDINARY, None)
    assert alerted(hall) == []
    assert waiting(hall) == {"C": 3}
    assert [hall.next_number(3) for _ in range(3)] == ["C001", "G001", "C002"]


def test_one_that_named_no_item_says_where_it_waits(hall: SampleHall) -> None:
    hall.issue(None, green=True)
    for queue, error, words in (
        (None, BadInput, "G001 named no item"),
        ("G", Refused, "queue G is green alone"),
        ("Z", BadInput, "there is no queue Z"),
    ):
        with pytest.raises(error, match=words) as caught:
            revoke(hall.ctx, number("G001"), "own_wish", "王芳", queue)
        assert caught.value.hint
    assert waiting(hall) == {"G": 1}
    revoke(hall.ctx, number("G001"), "own_wish", "王芳", "c")
    assert hall.events()[-1] == GreenRevoked("G001", "C", "G", "own_wish", "王芳", from_line=True)
    assert waiting(hall) == {"C": 1}
    assert hall.next_number(1) is None
    assert hall.next_number(3) == "G001"


def test_nobody_is_sent_to_a_queue_without_a_window(hall: SampleHall) -> None:
    hall.rewrite(('queues = ["B"]', "queues = []"))
    hall.issue(None, green=True)
    with pytest.raises(Refused, match="no window serves queue B"):
        revoke(hall.ctx, number("G001"), "mistake", "王芳", "B")
    assert waiting(hall) == {"G": 1}


def test_only_what_is_green_and_waits_is_revoked_for_a_known_reason(hall: SampleHall) -> None:
    hall.issue(COMPANY)
    hall.issue(COMPANY, green=True)
    with pytest.raises(Refused, match="C001 is not green"):
        revoke(hall.ctx, number("C001"), "mistake", "王芳")
    with pytest.raises(BadInput, match="“他说谎” is not a reason") as caught:
        revoke(hall.ctx, number("G001"), "他说谎", "王芳")
    assert "not_entitled" in caught.value.hint
    hall.call(3)
    with pytest.raises(Refused, match="G001 does not wait, it is serving"):
        revoke(hall.ctx, number("G001"), "mistake", "王芳")
    assert waiting(hall) == {"C": 1}


def test_an_appointment_outlives_the_green_channel(hall: SampleHall) -> None:
    hall.issue()
    at = hall.clock.now.replace(hour=11)
    assert hall.want(COMPANY, booked_for=at) == "C002"
    grant(hall.ctx, number("C002"), "ill", "王芳")
    revoke(hall.ctx, number("C002"), "mistake", "王芳")
    ticket = hall.ticket("C002").ticket
    assert (ticket.ticket_class, ticket.since) == (TicketClass.BOOKED, at)
    assert waiting(hall) == {"C": 2}
    hall.clock.forward(hours=1)
    assert [hall.next_number(3) for _ in range(2)] == ["C002", "C001"]


def test_staff_open_the_green_channel(hall: SampleHall) -> None:
    asked = Request(SOCIAL_CARD, green=True, origin="desk", category="孕妇", by="王芳")
    issued = issue_ticket(hall.ctx, asked)
    assert str(issued.number) == "G001"
    told = TicketIssued("G001", "E", "green", SOCIAL_CARD, "desk", category="pregnant", by="王芳")
    assert hall.events()[0] == told
    assert hall.ticket("G001").ticket.category == "pregnant"
    assert alerted(hall) == ["G001"]
    hall.call(5)
    finish(hall.ctx, 5)
    assert alerted(hall) == []
    assert waiting(hall) == {}


def test_a_category_is_for_green_tickets(hall: SampleHall) -> None:
    with pytest.raises(BadInput, match="a category is for the green channel"):
        hall.want(COMPANY, category="ill")
    with pytest.raises(BadInput, match="there is no green category vip"):
        hall.want(COMPANY, green=True, category="vip")
    with pytest.raises(BadInput, match="a green ticket waits for no appointment"):
        hall.want(COMPANY, green=True, booked_for=hall.clock.now)
    assert hall.events() == []
    assert waiting(hall) == {}
