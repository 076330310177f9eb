"""Coming back after a missed call, giving a number up, taking one back."""

from collections.abc import Callable

import pytest

from shared.domain.errors import BadInput, Refused
from shared.domain.events import TicketAbandoned, TicketReturned, TicketVoided
from shared.domain.ticket import TicketNumber, TicketState
from shared.usecases.call_next import resume
from shared.usecases.helpers import alerts_now
from shared.usecases.line_actions import Returned, abandon, return_to_line, void
from shared.usecases.window_actions import finish, no_show, park, transfer
from tests.support.halls import COMPANY, LAND, SOCIAL_CARD, SampleHall
from tests.support.lines import waiting

S = TicketState


def number(text: str) -> TicketNumber:
    return TicketNumber.parse(text)


def miss(hall: SampleHall, window: int = 3) -> str:
    """Call the next to a window, where nobody comes."""
    called = str(hall.call(window).number)
    no_show(hall.ctx, window)
    return called


def in_order(hall: SampleHall, window: int = 3) -> list[str]:
    """Everybody this window calls, first to last."""
    found = []
    while (one := hall.next_number(window)) is not None:
        found.append(one)
    assert waiting(hall) == {}
    return found


def test_who_missed_the_call_returns_behind_two_others(hall: SampleHall) -> None:
    hall.numbers(5)
    assert miss(hall) == "C001"
    assert waiting(hall) == {"C": 4}
    assert return_to_line(hall.ctx, number("C001")) == Returned(number("C001"), "C", 2)
    told = hall.events()[-1]
    assert told == TicketReturned("C001", "C", 2, hall.ticket("C001").ticket.place)
    assert hall.ticket("C001").ticket.state is S.WAITING
    assert waiting(hall) == {"C": 5}
    assert in_order(hall) == ["C002", "C003", "C001", "C004", "C005"]


@pytest.mark.parametrize("others", [0, 1, 2])
def test_with_nobody_behind_two_others_the_place_is_the_end(hall: SampleHall, others: int) -> None:
    line = hall.numbers(1 + others)
    miss(hall)
    assert return_to_line(hall.ctx, number("C001")).behind is None
    assert waiting(hall) == {"C": 1 + others}
    hall.issue()  # who comes later stands behind
    assert in_order(hall) == [*line[1:], "C001", f"C{others + 2:03d}"]


def test_who_returns_later_stands_behind_who_returned_before(hall: SampleHall) -> None:
    hall.numbers(6)
    assert [miss(hall), miss(hall)] == ["C001", "C002"]
    for missed, behind in (("C001", 2), ("C002", 3)):
        assert return_to_line(hall.ctx, number(missed)).behind == behind
    assert waiting(hall) == {"C": 6}
    assert in_order(hall) == ["C003", "C004", "C001", "C002", "C005", "C006"]


def test_many_may_return_to_the_same_place(hall: SampleHall) -> None:
    hall.numbers(33)
    missed = [miss(hall) for _ in range(30)]
    for one in missed:
        return_to_line(hall.ctx, number(one))
    assert in_order(hall) == ["C031", "C032", *missed, "C033"]


def test_the_hall_may_put_them_in_front(hall: SampleHall) -> None:
    hall.rewrite(("[pad]", "[no_show]\nreturn_after = 0\n\n[pad]"))
    hall.numbers(3)
    miss(hall)
    assert return_to_line(hall.ctx, number("C001")).behind == 0
    assert in_order(hall) == ["C001", "C002", "C003"]


def test_only_people_of_the_same_line_are_counted(hall: SampleHall) -> None:
    for green in (True, False, True, False, False, True, True):
        hall.issue(COMPANY, green=green)
    assert miss(hall) == "G001"
    assert return_to_line(hall.ctx, number("G001")).behind == 2
    assert in_order(hall) == ["G002", "G003", "G001", "G004", "C001", "C002", "C003"]


def test_who_was_sent_to_one_window_returns_to_its_line(hall: SampleHall) -> None:
    hall.issue(COMPANY)
    hall.issue(LAND)
    hall.call(3)
    transfer(hall.ctx, 3, to_window=7)
    assert miss(hall, 7) == "C001"
    assert return_to_line(hall.ctx, number("C001")).behind is None
    assert hall.next_number(4) is None
    assert in_order(hall, 7) == ["C001", "H001"]


def test_after_half_an_hour_it_is_too_late(hall: SampleHall) -> None:
    hall.numbers(2)
    miss(hall)
    miss(hall)
    hall.clock.forward(minutes=30)
    return_to_line(hall.ctx, number("C001"))
    hall.clock.forward(seconds=1)
    with pytest.raises(Refused, match="C002 was missed more than 30 minutes ago") as caught:
        return_to_line(hall.ctx, number("C002"))
    assert caught.value.public == "C002号过号已超过30分钟，请重新取号"
    assert caught.value.hint
    assert hall.ticket("C002").ticket.state is S.NO_SHOW
    assert waiting(hall) == {"C": 1}


def test_the_time_counts_from_the_last_missed_call(hall: SampleHall) -> None:
    hall.issue()
    miss(hall)
    hall.clock.forward(minutes=40)
    resume(hall.ctx, 3, number("C001"))
    no_show(hall.ctx, 3)
    hall.clock.forward(minutes=20)
    assert return_to_line(hall.ctx, number("C001")).behind is None


def bring(hall: SampleHall, state: TicketState) -> None:
    """Bring C001 into a state, with C002 in line behind it."""
    if state is S.CALLED:
        hall.rewrite(('start = "on_call"', 'start = "explicit"'))
    hall.numbers(2)
    steps: dict[TicketState, Callable[[], object]] = {
        S.TRANSFERRED: lambda: transfer(hall.ctx, 3, to_queue="H"),
        S.PARKED: lambda: park(hall.ctx, 3),
        S.NO_SHOW: lambda: no_show(hall.ctx, 3),
        S.DONE: lambda: finish(hall.ctx, 3),
        S.ABANDONED: lambda: abandon(hall.ctx, number("C001"), "desk"),
        S.VOID: lambda: void(hall.ctx, number("C001"), "测试", "desk"),
    }
    if state not in (S.WAITING, S.ABANDONED, S.VOID):
        hall.call(3)
    steps.get(state, lambda: None)()
    assert hall.ticket("C001").ticket.state is state


LEAVING = (S.WAITING, S.TRANSFERRED, S.PARKED, S.NO_SHOW)


@pytest.mark.parametrize("state", LEAVING)
def test_a_number_is_given_up_or_taken_back(hall: SampleHall, state: TicketState) -> None:
    bring(hall, state)
    queue = "H" if state is S.TRANSFERRED else "C"
    in_line = state in (S.WAITING, S.TRANSFERRED)
    abandon(hall.ctx, number("C001"), "phone")
    assert hall.events()[-1] == TicketAbandoned("C001", queue, "phone", in_line)
    assert hall.ticket("C001").ticket.state is S.ABANDONED
    assert waiting(hall) == {"C": 1}
    void(hall.ctx, number("C002"), " 重复取号 ", "李主任")
    assert hall.events()[-1] == TicketVoided("C002", "C", "重复取号", "李主任", from_line=True)
    assert waiting(hall) == {}


@pytest.mark.parametrize("state", LEAVING)
def test_a_number_is_taken_back_with_its_line(hall: SampleHall, state: TicketState) -> None:
    bring(hall, state)
    void(hall.ctx, number("C001"), "冒用", "desk")
    assert hall.ticket("C001").ticket.state is S.VOID
    assert waiting(hall) == {"C": 1}


@pytest.mark.parametrize("state", [state for state in S if state not in LEAVING])
def test_from_other_states_nobody_leaves(hall: SampleHall, state: TicketState) -> None:
    bring(hall, state)
    before = len(hall.facts())
    with pytest.raises(Refused, match=r"C001 .*abandon is not possible now"):
        abandon(hall.ctx, number("C001"), "desk")
    with pytest.raises(Refused, match=r"C001 .*void is not possible now"):
        void(hall.ctx, number("C001"), "测试", "desk")
    assert len(hall.facts()) == before
    assert waiting(hall) == {"C": 1}


@pytest.mark.parametrize("state", [state for state in S if state is not S.NO_SHOW])
def test_only_who_missed_the_call_returns(hall: SampleHall, state: TicketState) -> None:
    bring(hall, state)
    line = waiting(hall)
    with pytest.raises(Refused, match=r"C001 .*return is not possible now"):
        return_to_line(hall.ctx, number("C001"))
    assert waiting(hall) == line


def test_nobody_needs_a_helper_for_a_number_that_is_gone(hall: SampleHall) -> None:
    for _ in range(2):
        hall.issue(SOCIAL_CARD, green=True)
    assert len(alerts_now(hall.ctx)) == 2
    abandon(hall.ctx, number("G001"), "desk")
    void(hall.ctx, number("G002"), "测试", "desk")
    assert alerts_now(hall.ctx) == []


def test_a_number_is_taken_back_for_a_reason(hall: SampleHall) -> None:
    hall.issue()
    with pytest.raises(BadInput, match="no reason was given"):
        void(hall.ctx, number("C001"), "  ", "desk")
    assert waiting(hall) == {"C": 1}


def test_a_number_nobody_has_cannot_leave(hall: SampleHall) -> None:
    with pytest.raises(BadInput, match="C009 was not given out"):
        abandon(hall.ctx, number("C009"), "desk")
