"""Over midnight, and with clocks that are wrong: who stays, whose number is void, nobody lost."""

from datetime import datetime

import pytest

from shared.domain.errors import BadInput
from shared.domain.events import DayBegan, NumberSkipped, TicketCarried, TicketVoided
from shared.domain.ticket import TicketNumber, TicketState
from shared.usecases.call_next import call_next, resume
from shared.usecases.helpers import alerts_now
from shared.usecases.line_actions import abandon, return_to_line
from shared.usecases.overview import day_now
from shared.usecases.window_actions import finish, no_show, park
from tests.support.halls import COMPANY, LAND, SOCIAL_CARD, ZONE, SampleHall
from tests.support.lines import waiting

S = TicketState


def set_clock(hall: SampleHall, *moment: int) -> None:
    hall.clock.now = datetime(*moment, tzinfo=ZONE)  # type: ignore[misc,arg-type]


@pytest.fixture
def late(hall: SampleHall) -> SampleHall:
    """Ten to midnight on Monday."""
    set_clock(hall, 2026, 11, 23, 23, 50)
    return hall


def carry_over(hall: SampleHall, hours: float) -> None:
    hall.rewrite(("[pad]", f"[day]\ncarry_over_h = {hours}\n\n[pad]"))


def day_end(number: str) -> TicketVoided:
    return TicketVoided(number, number[0], "day_end", "hall", True, "2026-11-23")


def past_midnight(hall: SampleHall) -> None:
    hall.clock.forward(minutes=20)
    hall.begin_day()


def states(hall: SampleHall) -> list[tuple[str, str]]:
    """Every ticket ever given out, with its state."""
    with hall.ctx.database.read() as tx:
        rows = tx.exec_driver_sql("SELECT prefix, number, state FROM ticket ORDER BY id")
        return [(f"{prefix}{number:03d}", state) for prefix, number, state in rows]


def test_at_midnight_numbers_become_void(late: SampleHall) -> None:
    late.numbers(2)
    late.issue(None, green=True)
    assert waiting(late) == {"C": 2, "G": 1}
    before = len(late.facts())
    past_midnight(late)
    assert [fact.event for fact in late.facts()][before:] == [
        day_end("C001"),
        day_end("C002"),
        day_end("G001"),
        DayBegan("2026-11-24"),
    ]
    assert waiting(late) == {}
    assert alerts_now(late.ctx) == []
    assert [state for _, state in states(late)] == [S.VOID] * 3
    with pytest.raises(BadInput, match="C001 was not given out on 2026-11-24"):
        late.ticket("C001")
    assert late.numbers(1) == ["C001"]
    assert waiting(late) == {"C": 1}


def test_before_anything_happens_the_new_day_is_empty(late: SampleHall) -> None:
    late.numbers(2)
    late.clock.forward(minutes=20)
    shown = day_now(late.ctx)
    assert (shown.day.isoformat(), shown.began_at, shown.waiting) == ("2026-11-24", None, 0)


def test_who_has_not_waited_long_is_taken_along(hall: SampleHall) -> None:
    carry_over(hall, 2)
    set_clock(hall, 2026, 11, 23, 22, 10)
    hall.issue()  # two hours before the new day begins: too long
    hall.clock.forward(seconds=1)
    hall.issue()
    hall.issue(LAND)
    set_clock(hall, 2026, 11, 24, 0, 10)
    before = len(hall.facts())
    hall.begin_day()
    assert [fact.event for fact in hall.facts()][before:] == [
        day_end("C001"),
        DayBegan("2026-11-24"),
        TicketCarried("C002", "C", "2026-11-23", from_line=True),
        TicketCarried("H001", "H", "2026-11-23", from_line=True),
    ]
    assert waiting(hall) == {"C": 1, "H": 1}
    carried = hall.ticket("C002").ticket
    assert (carried.business_day.day, carried.line_day.day, carried.state) == (23, 24, S.WAITING)
    assert day_now(hall.ctx).carried == 2


def test_a_number_that_was_taken_along_is_not_given_out_again(late: SampleHall) -> None:
    carry_over(late, 2)
    late.numbers(3)
    late.next_number()
    finish(late.ctx, 3)
    past_midnight(late)
    assert late.numbers(2) == ["C001", "C004"]
    skipped = [event for event in late.events() if isinstance(event, NumberSkipped)]
    assert skipped == [NumberSkipped("C002"), NumberSkipped("C003")]
    assert waiting(late) == {"C": 4}
    order = [late.next_number() for _ in range(5)]
    assert order == ["C002", "C003", "C001", "C004", None]
    assert waiting(late) == {}


def test_who_was_taken_along_and_left_frees_the_number(late: SampleHall) -> None:
    carry_over(late, 2)
    late.issue()
    past_midnight(late)
    abandon(late.ctx, TicketNumber("C", 1), "desk")
    assert late.numbers(1) == ["C001"]
    assert late.ticket("C001").ticket.business_day.day == 24
    assert waiting(late) == {"C": 1}


def test_nobody_is_taken_along_for_ever(late: SampleHall) -> None:
    carry_over(late, 30)
    late.issue()
    past_midnight(late)
    assert waiting(late) == {"C": 1}
    late.clock.forward(days=1)
    late.begin_day()
    assert states(late) == [("C001", S.WAITING)]  # for 24 hours and 20 minutes
    assert waiting(late) == {"C": 1}
    late.clock.forward(days=1)
    late.begin_day()
    assert states(late) == [("C001", S.VOID)]
    assert waiting(late) == {}


@pytest.mark.parametrize("hours", [0, 2])
def test_who_is_at_a_window_is_served_to_the_end(late: SampleHall, hours: float) -> None:
    carry_over(late, hours)
    late.want(COMPANY, SOCIAL_CARD)
    late.issue(LAND)
    late.call(3)
    late.call(7)
    past_midnight(late)
    assert waiting(late) == {}
    finish(late.ctx, 3)  # goes on to the next queue, today
    assert waiting(late) == {"E": 1}
    assert call_next(late.ctx, 7) is None
    assert states(late) == [("C001", S.TRANSFERRED), ("H001", S.DONE)]
    assert late.numbers(1) == ["C002"]  # C001 is still in use
    assert late.next_number(5) == "C001"
    assert waiting(late) == {"C": 1}


@pytest.mark.parametrize(("hours", "state"), [(0, S.VOID), (2, S.PARKED)])
def test_who_is_parked_is_as_who_waits(late: SampleHall, hours: float, state: TicketState) -> None:
    carry_over(late, hours)
    late.issue()
    late.call(3)
    park(late.ctx, 3)
    past_midnight(late)
    assert states(late) == [("C001", state)]
    assert waiting(late) == {}
    if state is S.PARKED:
        assert resume(late.ctx, 4, TicketNumber("C", 1)).window == 4


def test_who_missed_the_call_has_missed_the_day(late: SampleHall) -> None:
    carry_over(late, 2)
    late.issue()
    late.call(3)
    no_show(late.ctx, 3)
    past_midnight(late)
    with pytest.raises(BadInput, match="C001 was not given out on 2026-11-24"):
        return_to_line(late.ctx, TicketNumber("C", 1))
    assert states(late) == [("C001", S.NO_SHOW)]
    assert late.numbers(1) == ["C001"]
    assert waiting(late) == {"C": 1}


@pytest.mark.parametrize("wrong", [(2026, 11, 23, 23, 40), (2000, 1, 1, 0, 0), (1970, 1, 1, 8, 0)])
def test_a_clock_that_falls_back_keeps_the_day(late: SampleHall, wrong: tuple[int, ...]) -> None:
    """Set back over midnight, or without power and battery."""
    past_midnight(late)
    late.numbers(2)
    facts = len(late.facts())
    set_clock(late, *wrong)
    assert late.numbers(1) == ["C003"]
    assert waiting(late) == {"C": 3}
    assert [late.next_number() for _ in range(4)] == ["C001", "C002", "C003", None]
    assert not any(isinstance(fact.event, DayBegan) for fact in late.facts()[facts:])
    assert day_now(late.ctx).day.isoformat() == "2026-11-24"
    set_clock(late, 2026, 11, 24, 9, 0)
    assert late.numbers(1) == ["C004"]
    assert waiting(late) == {"C": 1}


def test_a_day_that_began_by_mistake_is_taken_back(hall: SampleHall) -> None:
    carry_over(hall, 24 * 365)
    hall.numbers(3)
    hall.call(3)
    set_clock(hall, 2027, 3, 1, 10, 0)
    assert hall.numbers(2) == ["C004", "C005"]  # three numbers are in use
    assert waiting(hall) == {"C": 4}
    set_clock(hall, 2026, 11, 23, 10, 30)
    hall.begin_day()
    assert day_now(hall.ctx).day.isoformat() == "2026-11-23"
    assert waiting(hall) == {"C": 4}
    assert hall.ticket("C005").ticket.state is S.WAITING
    assert hall.numbers(1) == ["C006"]
    order = [hall.next_number() for _ in range(6)]
    assert order == ["C002", "C003", "C004", "C005", "C006", None]
    assert waiting(hall) == {}
    assert states(hall) == [(f"C{count:03d}", S.DONE) for count in range(1, 7)]


def test_numbers_of_a_mistaken_day_hold_when_the_clock_is_right_again(hall: SampleHall) -> None:
    set_clock(hall, 2027, 3, 1, 10, 0)
    assert hall.numbers(2) == ["C001", "C002"]
    set_clock(hall, 2026, 11, 23, 11, 0)
    assert hall.numbers(1) == ["C003"]
    assert waiting(hall) == {"C": 3}
    abandon(hall.ctx, TicketNumber("C", 2), "desk")
    assert waiting(hall) == {"C": 2}
    assert [hall.next_number() for _ in range(3)] == ["C001", "C003", None]


def test_an_appointment_does_not_outlive_its_day(late: SampleHall) -> None:
    late.want(COMPANY, booked_for=late.clock.now.replace(minute=59))
    assert waiting(late) == {"C": 1}
    past_midnight(late)
    assert states(late) == [("C001", S.VOID)]
    assert waiting(late) == {}
