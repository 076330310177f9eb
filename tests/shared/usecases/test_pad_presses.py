"""Whatever is pressed in whatever order: one fact for each press, at most one rating a service."""

import os
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shared.domain.errors import HallError
from shared.domain.events import Event, Fact, PadPressed, RatingAsked, ServiceRated, TicketCalled
from shared.usecases.call_next import call_next
from shared.usecases.queries import latest_service
from shared.usecases.rate import Rated, ask_rating, press_pad
from shared.usecases.window_actions import finish, no_show, park
from tests.support.halls import SampleHall

DAYS = 400 if os.environ.get("HALLCALL_PROOF") == "1" else 15
ASK_S = 120

Step = tuple[str, int]
steps = st.lists(
    st.one_of(
        st.tuples(st.just("press"), st.sampled_from((0, 0, 1, 4, 7, 42))),
        st.tuples(st.just("press about"), st.integers(-1, 1)),
        st.tuples(st.sampled_from(("call", "ask", "ask", "finish", "park", "no-show")), st.just(0)),
        st.tuples(st.just("wait"), st.sampled_from((1, ASK_S, ASK_S + 1))),
    ),
    max_size=30,
)


def take(hall: SampleHall, step: Step) -> bool:
    """Take a step; say whether a key was pressed."""
    name, value = step
    service = latest_service(hall.ctx, 3)
    match name:
        case "press":
            press_pad(hall.ctx, 3, value)
        case "press about":
            press_pad(hall.ctx, 3, 0, (service.id if service else 1) + value)
        case "call":
            if call_next(hall.ctx, 3) is None:
                hall.issue()
        case "ask":
            ask_rating(hall.ctx, 3)
        case "wait":
            hall.clock.forward(seconds=value)
        case _:
            {"finish": finish, "park": park, "no-show": no_show}[name](hall.ctx, 3)
    return name.startswith("press")


@settings(
    max_examples=DAYS,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(plan=steps)
def test_each_press_leaves_one_fact_and_no_rating_is_invented(
    hall: SampleHall, plan: list[Step]
) -> None:
    start = hall.facts()[-1].id
    hall.clock.forward(seconds=ASK_S + 1)  # what the last plan has asked is over
    hall.issue()
    presses = 0
    for step in plan:
        try:
            presses += take(hall, step)
        except HallError:
            continue  # refused: nobody there, nobody to ask
    facts = hall.facts(start)
    told = [fact for fact in facts if isinstance(fact.event, PadPressed | ServiceRated)]
    assert len(told) == presses
    _check_ratings(facts)


def _check_ratings(facts: list[Fact]) -> None:
    """Every rating follows a question to the one who was called last, and answers it once."""
    asked: Fact | None = None
    for fact in facts:
        match fact.event:
            case TicketCalled(again=False):
                asked = None
            case RatingAsked():
                asked = fact
            case ServiceRated(number=number):
                assert asked is not None
                assert _number(asked.event) == number
                assert fact.at - asked.at <= timedelta(seconds=ASK_S)
                asked = None
            case _:
                pass


def _number(event: Event) -> str:
    assert isinstance(event, RatingAsked)
    return event.number


@pytest.mark.parametrize("other", [-1, 1])
def test_a_pad_that_was_asked_about_somebody_else_rates_nobody(
    hall: SampleHall, other: int
) -> None:
    hall.numbers(1)
    hall.call(3)
    service = ask_rating(hall.ctx, 3)
    assert not isinstance(press_pad(hall.ctx, 3, 0, service.id + other), Rated)
    assert hall.events()[-1] == PadPressed(3, 0, "late")
    assert isinstance(press_pad(hall.ctx, 3, 0, service.id), Rated)
