"""What a desk sees of its window, and presses that come after the window has moved on."""

import pytest

from shared.domain.errors import Refused
from shared.usecases import window_actions
from shared.usecases.call_next import call_next, call_ticket, resume
from shared.usecases.desk import desk_now
from shared.usecases.rate import ask_rating
from tests.support.halls import INVOICE, SOCIAL_CARD, SampleHall


def test_the_desk_sees_its_window_as_the_calls_will_go(hall: SampleHall) -> None:
    hall.numbers(2, SOCIAL_CARD)
    hall.clock.forward(minutes=1)
    hall.want(INVOICE)
    hall.clock.forward(minutes=1)
    green = str(hall.issue(SOCIAL_CARD, green=True).number)
    booked = hall.want(INVOICE, booked_for=hall.clock().replace(hour=11))
    seen = desk_now(hall.ctx, 5)
    assert [str(one.number) for one in seen.line] == [green, "E001", "E002", "D001", booked]
    assert seen.next_up is not None
    assert (str(seen.next_up.ticket.number), seen.next_up.rule) == (green, "green_first")
    assert (seen.next_up.over, seen.waiting, seen.current) == (3, 5, None)
    assert [str(one.number) for one in seen.alerts] == [green]
    for one in seen.line[:4]:
        assert hall.next_number(5) == str(one.number)
    assert desk_now(hall.ctx, 5).next_up is None
    window_actions.park(hall.ctx, 5)
    assert [str(one.number) for one in desk_now(hall.ctx, 5).parked] == ["D001"]
    assert desk_now(hall.ctx, 6).parked == ()


def test_a_press_for_what_is_no_longer_there_does_nothing(hall: SampleHall) -> None:
    hall.numbers(4)
    hall.call(3)
    seen = desk_now(hall.ctx, 3).latest
    assert seen is not None
    hall.call(3)
    before = hall.events()
    for act in (
        call_next,
        window_actions.recall,
        window_actions.no_show,
        window_actions.park,
        window_actions.finish,
        ask_rating,
    ):
        with pytest.raises(Refused, match="C002") as refused:
            act(hall.ctx, 3, seen.id)
        assert refused.value.public
    with pytest.raises(Refused, match="C002"):
        window_actions.transfer(hall.ctx, 3, to_window=7, seen=seen.id)
    number = hall.issue().number
    with pytest.raises(Refused, match="C002"):
        call_ticket(hall.ctx, 3, number, seen.id)
    with pytest.raises(Refused, match="C002"):
        resume(hall.ctx, 3, number, seen.id)
    assert [e for e in hall.events() if e not in before][1:] == []
