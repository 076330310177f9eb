"""What a phone shows and may do, from the taking of a number to the rating of its service."""

import pytest

from shared.domain.errors import BadInput, Refused
from shared.domain.events import ServiceRated, TicketAbandoned
from shared.domain.rating import RatingSource, Score
from shared.slips.lines import Code, Line
from shared.slips.papers import paper_of
from shared.storage.print_jobs import PrintState
from shared.usecases import printing
from shared.usecases.audit import verify
from shared.usecases.issue_ticket import IssuedTicket, Request, issue_ticket
from shared.usecases.line_actions import return_to_line, void
from shared.usecases.phone import PhoneView, Stage, leave_line, rate_by_phone, watch
from shared.usecases.rate import rate
from shared.usecases.window_actions import finish, no_show, park, recall, transfer
from tests.support.halls import COMPANY, INVOICE, LAND, SampleHall


def view(hall: SampleHall, ticket: IssuedTicket) -> PhoneView:
    return watch(hall.ctx, [ticket.key]).views[ticket.key]


def service_of(hall: SampleHall, ticket: IssuedTicket) -> int:
    found = view(hall, ticket).to_rate
    assert found is not None
    return found[0]


def test_a_visit_as_its_phone_sees_it(hall: SampleHall) -> None:
    hall.numbers(2, LAND)
    mine = hall.issue(LAND)
    seen = view(hall, mine)
    assert (seen.stage, seen.ahead, seen.place) == (Stage.WAITING, 2, "7号窗口")
    assert seen.wait == mine.wait  # the same honesty as on the slip
    assert seen.may_leave
    hall.call(7)
    assert view(hall, mine).ahead == 1
    hall.call(7)
    hall.call(7)
    recall(hall.ctx, 7)
    seen = view(hall, mine)
    assert (seen.stage, seen.window, seen.calls, seen.ahead) == (Stage.CALLED, 7, 2, None)
    assert not seen.may_leave
    park(hall.ctx, 7)
    assert view(hall, mine).stage is Stage.PARKED
    hall.ctx.database.dispose()
    assert list(watch(hall.ctx, ["nobody", mine.key]).views) == [mine.key]


def test_missed_and_back(hall: SampleHall) -> None:
    mine = hall.issue(LAND)
    hall.call(7)
    no_show(hall.ctx, 7)
    assert view(hall, mine).stage is Stage.MISSED
    return_to_line(hall.ctx, mine.number)
    assert view(hall, mine).ahead == 0
    hall.call(7)
    transfer(hall.ctx, 7, to_window=4)
    seen = view(hall, mine)
    assert (seen.stage, seen.place, seen.ahead) == (Stage.WAITING, "4号窗口", 0)
    assert seen.to_rate is not None  # window 7 has served
    assert seen.to_rate[1] == 7
    void(hall.ctx, mine.number, "test", "test")
    assert view(hall, mine).stage is Stage.VOID


def test_an_appointment_waits_for_its_time(hall: SampleHall) -> None:
    at = hall.clock.now.replace(hour=11)
    mine = issue_ticket(hall.ctx, Request(COMPANY, booked_for=at))
    other = hall.issue(COMPANY)
    assert (view(hall, mine).stage, view(hall, mine).ahead) == (Stage.BOOKED, None)
    assert view(hall, other).ahead == 0
    hall.clock.forward(hours=1)
    assert (view(hall, mine).stage, view(hall, mine).ahead) == (Stage.WAITING, 0)
    assert view(hall, other).ahead == 1


def test_leaving_is_told_once(hall: SampleHall) -> None:
    mine, other = hall.issue(LAND), hall.issue(LAND)
    assert leave_line(hall.ctx, mine.key) == str(mine.number)
    assert hall.events()[-1] == TicketAbandoned(str(mine.number), "H", "phone", True)
    assert (view(hall, mine).stage, view(hall, other).ahead) == (Stage.LEFT, 0)
    with pytest.raises(Refused):
        leave_line(hall.ctx, mine.key)
    hall.call(7)
    with pytest.raises(Refused):
        leave_line(hall.ctx, other.key)
    with pytest.raises(BadInput):
        leave_line(hall.ctx, "nobody")


def test_yesterdays_key_touches_nobody_today(hall: SampleHall) -> None:
    old = hall.issue(LAND)
    hall.clock.forward(days=1)
    new = hall.issue(LAND)
    assert old.number == new.number
    assert view(hall, old).stage in (Stage.VOID, Stage.PAST)
    with pytest.raises(Refused):
        leave_line(hall.ctx, old.key)
    assert view(hall, new).stage is Stage.WAITING


def test_a_late_rating_belongs_to_its_own_service(hall: SampleHall) -> None:
    """Others are at the window by then; the facts rebuild the very same rating."""
    mine, other = hall.issue(LAND), hall.issue(LAND)
    hall.call(7)
    hall.call(7)
    finish(hall.ctx, 7)
    service = service_of(hall, mine)
    assert service != service_of(hall, other)
    rated = rate_by_phone(hall.ctx, mine.key, service, Score.BAD)
    assert (rated.number, rated.window) == (mine.number, 7)
    assert hall.events()[-1] == ServiceRated(str(mine.number), 7, Score.BAD, RatingSource.PHONE)
    assert view(hall, mine).score is Score.BAD
    assert (view(hall, other).score, view(hall, mine).to_rate) == (None, None)
    with pytest.raises(Refused, match="already"):
        rate_by_phone(hall.ctx, mine.key, service, Score.GOOD)
    with pytest.raises(BadInput):
        rate_by_phone(hall.ctx, other.key, service, Score.GOOD)  # not its service
    rate(hall.ctx, 7, Score.GOOD, RatingSource.PAD)
    with pytest.raises(Refused, match="already"):
        rate_by_phone(hall.ctx, other.key, service + 1, Score.GOOD)
    audit = verify(hall.ctx)
    assert audit.whole, audit.differences


def test_a_rating_has_its_time(hall: SampleHall) -> None:
    mine, missed = hall.issue(LAND), hall.issue(LAND)
    hall.call(7)
    with pytest.raises(BadInput):
        rate_by_phone(hall.ctx, mine.key, 10_000, Score.GOOD)
    finish(hall.ctx, 7)
    service = service_of(hall, mine)
    hall.call(7)
    no_show(hall.ctx, 7)
    assert view(hall, missed).to_rate is None  # nobody was served
    hall.clock.forward(minutes=hall.ctx.config.phone.rate_min)
    assert view(hall, mine).to_rate is not None
    hall.clock.forward(seconds=1)
    assert view(hall, mine).to_rate is None
    with pytest.raises(Refused, match="by phone now"):
        rate_by_phone(hall.ctx, mine.key, service, Score.GOOD)


def test_a_visit_rates_each_window(hall: SampleHall) -> None:
    mine = issue_ticket(hall.ctx, Request(COMPANY, more=(INVOICE,)))
    hall.call(3)
    finish(hall.ctx, 3)
    first = service_of(hall, mine)
    hall.call(6)
    finish(hall.ctx, 6)
    second = service_of(hall, mine)
    rate_by_phone(hall.ctx, mine.key, second, Score.GOOD)
    assert service_of(hall, mine) == first
    rate_by_phone(hall.ctx, mine.key, first, Score.FAIR)
    assert view(hall, mine).to_rate is None
    assert verify(hall.ctx).whole


def test_the_slip_speaks_of_phones_where_there_are_some(hall: SampleHall) -> None:
    hall.rewrite(("[catalog]", '[phone]\nbase_url = "https://hall.example/q"\n\n[catalog]'))
    issued = hall.issue(printer="K1")
    work = printing.take(hall.ctx, "K1")
    assert work is not None
    paper = paper_of(work.slip)
    assert Code(f"https://hall.example/q/t/{issued.key}") in paper
    assert Line("手机扫码，可看前面还有几人") in paper
    printing.settle(hall.ctx, work, PrintState.CONFIRMED)
