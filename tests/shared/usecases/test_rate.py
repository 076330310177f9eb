"""Ratings: one per service, given by the person who was served, none invented."""

import pytest

from shared.domain.errors import BadInput, Refused
from shared.domain.events import CaseOpened, DeadlineSet, PadPressed, RatingAsked, ServiceRated
from shared.domain.rating import RatingSource, Score
from shared.domain.ticket import TicketNumber
from shared.usecases.call_next import resume
from shared.usecases.queries import latest_service
from shared.usecases.rate import NotRated, Rated, ask_rating, press_pad, rate
from shared.usecases.window_actions import finish, no_show, park, transfer
from tests.support.halls import SampleHall

COMPLAINT = 7


@pytest.fixture
def served(hall: SampleHall) -> SampleHall:
    """Window 3 serves C001 and C002 waits."""
    hall.numbers(2)
    hall.call(3)
    return hall


def score_at(hall: SampleHall, window: int = 3) -> int | None:
    service = latest_service(hall.ctx, window)
    assert service is not None
    return service.score


def not_rated(hall: SampleHall, code: int, why: str) -> None:
    before = len(hall.events())
    assert press_pad(hall.ctx, 3, code) == NotRated(why)
    told = [one for one in hall.events()[before:] if not isinstance(one, CaseOpened | DeadlineSet)]
    assert told == [PadPressed(3, code, why)]


@pytest.mark.parametrize(("code", "score"), [(0, 5), (1, 4), (2, 3), (3, 2), (4, 1)])
def test_the_pads_key_is_the_rating_when_it_was_asked_for(
    served: SampleHall, code: int, score: int
) -> None:
    ask_rating(served.ctx, 3)
    assert press_pad(served.ctx, 3, code) == Rated(TicketNumber("C", 1), 3, Score(score))
    assert served.events()[-2:] == [
        RatingAsked("C001", 3),
        ServiceRated("C001", 3, score, "pad"),
    ]
    assert score_at(served) == score


def test_a_key_nobody_asked_for_is_a_fact_and_no_rating(served: SampleHall) -> None:
    not_rated(served, 0, "not_asked")
    assert score_at(served) is None


def test_a_key_after_the_next_call_rates_nobody(served: SampleHall) -> None:
    ask_rating(served.ctx, 3)
    served.call(3)
    not_rated(served, 4, "not_asked")
    assert score_at(served) is None


def test_a_second_key_changes_nothing(served: SampleHall) -> None:
    ask_rating(served.ctx, 3)
    press_pad(served.ctx, 3, 0)
    not_rated(served, 4, "already_rated")
    assert score_at(served) == 5


@pytest.mark.parametrize(("code", "why"), [(COMPLAINT, "complaint_key"), (42, "unknown_key")])
def test_other_keys_are_facts_and_leave_the_question_open(
    served: SampleHall, code: int, why: str
) -> None:
    ask_rating(served.ctx, 3)
    not_rated(served, code, why)
    press_pad(served.ctx, 3, 1)
    assert score_at(served) == 4


def test_a_complaint_is_heard_even_when_nobody_is_served(hall: SampleHall) -> None:
    not_rated(hall, COMPLAINT, "complaint_key")
    not_rated(hall, 0, "no_service")


@pytest.mark.parametrize("leave", [no_show, park])
def test_who_was_not_served_rates_nothing(served: SampleHall, leave: type) -> None:
    ask_rating(served.ctx, 3)
    leave(served.ctx, 3)
    not_rated(served, 0, "no_service")
    with pytest.raises(Refused, match="window 3 has served nobody"):
        ask_rating(served.ctx, 3)


@pytest.mark.parametrize("how", ["finish", "transfer"])
def test_a_service_is_rated_after_its_end_until_the_next_call(served: SampleHall, how: str) -> None:
    ask_rating(served.ctx, 3)
    if how == "finish":
        finish(served.ctx, 3)
    else:
        transfer(served.ctx, 3, to_queue="H")
    assert isinstance(press_pad(served.ctx, 3, 0), Rated)


def test_each_visit_to_a_window_is_rated_for_itself(served: SampleHall) -> None:
    ask_rating(served.ctx, 3)
    press_pad(served.ctx, 3, 0)
    park(served.ctx, 3)
    resume(served.ctx, 3)
    not_rated(served, 0, "not_asked")
    ask_rating(served.ctx, 3)
    press_pad(served.ctx, 3, 4)
    assert score_at(served) == 1


def test_nobody_called_means_nobody_asked(hall: SampleHall) -> None:
    with pytest.raises(Refused, match="window 3 has served nobody") as caught:
        ask_rating(hall.ctx, 3)
    assert caught.value.hint


def test_who_is_called_but_not_started_cannot_be_asked(hall: SampleHall) -> None:
    hall.rewrite(('start = "on_call"', 'start = "explicit"'))
    hall.issue()
    hall.call(3)
    with pytest.raises(Refused, match="served nobody"):
        ask_rating(hall.ctx, 3)


def test_the_desk_may_enter_a_rating_once(served: SampleHall) -> None:
    assert rate(served.ctx, 3, Score.BAD, RatingSource.DESK).score is Score.BAD
    assert served.events()[-1] == ServiceRated("C001", 3, 2, "desk")
    with pytest.raises(Refused, match="the service of C001 is already rated 不满意"):
        rate(served.ctx, 3, Score.GOOD, RatingSource.DESK)
    with pytest.raises(Refused, match="already rated"):
        ask_rating(served.ctx, 3)
    assert score_at(served) == 2


def test_no_score_is_ever_invented(served: SampleHall) -> None:
    ask_rating(served.ctx, 3)
    served.call(3)
    with served.ctx.database.read() as tx:
        assert tx.exec_driver_sql("SELECT count(*) FROM rating").scalar() == 0


def test_an_unknown_window_is_bad_input(hall: SampleHall) -> None:
    with pytest.raises(BadInput, match="no window 9"):
        press_pad(hall.ctx, 9, 0)
    with pytest.raises(BadInput, match="no window 9"):
        rate(hall.ctx, 9, Score.GOOD, RatingSource.DESK)


def test_the_hall_may_give_the_keys_another_meaning(hall: SampleHall) -> None:
    hall.rewrite(
        ("scores = { 0 = 5, 1 = 4, 2 = 3, 3 = 2, 4 = 1 }", "scores = { 16 = 5, 17 = 1 }"),
        ("complaint = 7", "complaint = 0"),
    )
    hall.issue()
    hall.call(3)
    ask_rating(hall.ctx, 3)
    not_rated(hall, 0, "complaint_key")
    not_rated(hall, 1, "unknown_key")
    assert press_pad(hall.ctx, 3, 17) == Rated(TicketNumber("C", 1), 3, Score.VERY_BAD)
