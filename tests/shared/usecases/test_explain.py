"""Why a ticket was called or not, and how true predictions came, from the log alone."""

from datetime import date

import pytest

from shared.domain.errors import BadInput
from shared.domain.ticket import TicketNumber
from shared.usecases.explain import explain, prediction_accuracy
from shared.usecases.green import grant
from shared.usecases.line_actions import return_to_line
from shared.usecases.window_actions import no_show, transfer
from tests.support.halls import COMPANY, MONDAY_10, SOCIAL_CARD, SampleHall

TODAY = MONDAY_10.date()


def number(text: str) -> TicketNumber:
    return TicketNumber.parse(text)


def test_it_was_the_first_in_line(hall: SampleHall) -> None:
    hall.numbers(3)
    hall.call(3)
    told = explain(hall.ctx, number("C001"))
    assert (told.window, told.rule, told.others) == (3, "it was the first in line", ())
    assert told.since == MONDAY_10


def test_those_who_came_earlier_were_called_first(hall: SampleHall) -> None:
    hall.numbers(3)
    hall.call(3)
    hall.call(4)
    told = explain(hall.ctx, number("C003"))
    assert told.called_at is None
    assert [(o.number, o.window, o.earlier) for o in told.others] == [
        ("C001", 3, True),
        ("C002", 4, True),
    ]
    assert told.overtaken == ()


def test_green_came_later_and_went_before(hall: SampleHall) -> None:
    hall.numbers(2, SOCIAL_CARD)
    hall.issue(None, green=True)
    called = hall.call(5)
    assert str(called.number) == "G001"
    told = explain(hall.ctx, number("E001"))
    assert [(o.number, o.rule) for o in told.overtaken] == [
        ("G001", "the green channel goes before all others")
    ]
    own = explain(hall.ctx, number("G001"))
    assert own.over == ("E001",)


def test_calls_of_windows_that_do_not_serve_it_are_no_matter(hall: SampleHall) -> None:
    hall.numbers(2)
    hall.issue(SOCIAL_CARD)
    hall.call(5)
    assert explain(hall.ctx, number("C001")).others == ()


def test_a_transfer_begins_a_new_wait(hall: SampleHall) -> None:
    hall.numbers(2)
    hall.call(3)
    hall.clock.forward(minutes=5)
    transfer(hall.ctx, 3, to_window=4)
    told = explain(hall.ctx, number("C001"))
    assert told.since == hall.clock.now
    hall.call(3)  # C002: but C001 waits for window 4 alone
    assert explain(hall.ctx, number("C001")).others == ()
    hall.call(4)
    assert explain(hall.ctx, number("C001")).rule == "it had been sent to this very window"


def test_a_return_and_a_grant_are_told(hall: SampleHall) -> None:
    hall.numbers(2)
    hall.call(3)
    no_show(hall.ctx, 3)
    return_to_line(hall.ctx, number("C001"))
    grant(hall.ctx, number("C001"), "elderly", "李主任")
    told = explain(hall.ctx, number("C001"))
    assert (told.ticket_class, told.called_at) == ("green", None)
    assert str(hall.call(3).number) == "C001"
    assert explain(hall.ctx, number("C001")).over == ("C002",)


def test_a_number_nobody_has(hall: SampleHall) -> None:
    with pytest.raises(BadInput, match="C009 was not given out"):
        explain(hall.ctx, number("C009"))


def test_predictions_are_held_against_waits(hall: SampleHall) -> None:
    hall.numbers(3)
    hall.issue(COMPANY, green=True)
    assert prediction_accuracy(hall.ctx, TODAY, TODAY) == []
    hall.clock.forward(minutes=6)
    hall.call(3)  # G001
    hall.call(4)  # C001
    hall.clock.forward(hours=9)
    hall.call(3)  # C002: far later than anybody was told
    everybody, green, ordinary = prediction_accuracy(hall.ctx, TODAY, TODAY)
    assert (everybody.people, green.people, ordinary.people) == (3, 1, 2)
    assert (green.inside, ordinary.inside) == (1.0, 0.5)
    assert everybody.inside == pytest.approx(2 / 3)
    assert green.waited_mean_min == pytest.approx(6)
    assert green.bias_min == pytest.approx(6 - 6, abs=0.01)  # one of two windows, 12 minutes each
    assert ordinary.rmse_min > 300
    by_queue = prediction_accuracy(hall.ctx, TODAY, TODAY, "queue")
    assert [one.group for one in by_queue] == ["all", "C", "G"]


def test_other_days_are_other_people(hall: SampleHall) -> None:
    hall.numbers(1)
    hall.call(3)
    assert prediction_accuracy(hall.ctx, date(2026, 11, 1), date(2026, 11, 22)) == []


def test_what_cannot_be_asked(hall: SampleHall) -> None:
    with pytest.raises(BadInput, match="grouping by window"):
        prediction_accuracy(hall.ctx, TODAY, TODAY, "window")
    with pytest.raises(BadInput, match="is before"):
        prediction_accuracy(hall.ctx, TODAY, date(2026, 1, 1))
