"""Random days in a real hall, held against a model of its rules step by step."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    rule,
    run_state_machine_as_test,
)

from shared.domain.ticket import TicketNumber
from shared.usecases import day, green, line_actions, window_actions
from shared.usecases.call_next import Called, call_next, call_ticket, resume
from shared.usecases.context import Context
from shared.usecases.issue_ticket import Request, issue_ticket
from tests.support.compared import Compared, emptied
from tests.support.halls import COMPANY, INVOICE, MONDAY_10, SOCIAL_CARD, SampleHall
from tests.support.model import Model
from tests.support.people import AWAY, LINE
from tests.support.postgres import fastest_place

EXAMPLES = 2_500 if os.environ.get("HALLCALL_PROOF") == "1" else 100
STEPS = 30 if os.environ.get("HALLCALL_PROOF") == "1" else 18

REACH = {1: "AG", 2: "B", 3: "C", 4: "C", 5: "EFLMNDG", 6: "KD", 7: "PHJ", 8: "AG"}
QUEUES = {COMPANY: "C", SOCIAL_CARD: "E", INVOICE: "D"}

windows = st.sampled_from((3, 3, 4, 5, 5, 6, 8))
visits = st.sampled_from(
    (
        (COMPANY,),
        (COMPANY,),
        (SOCIAL_CARD,),
        (INVOICE,),
        (COMPANY, INVOICE),
        (INVOICE, COMPANY, SOCIAL_CARD),
    )
)
picks = st.integers(0, 11)
queues = st.sampled_from("CDEG")


class Day(RuleBasedStateMachine):
    """Every step is taken by the hall and by the model."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx

    @initialize(
        explicit=st.booleans(),
        prefers=st.booleans(),
        carry_h=st.sampled_from((0.0, 12.0, 30.0)),
        hour=st.sampled_from((0, 11)),
    )
    def open(self, explicit: bool, prefers: bool, carry_h: float, hour: int) -> None:
        self.model = Model(
            REACH,
            MONDAY_10 + timedelta(hours=hour),
            explicit=explicit,
            preferring=frozenset((5,)) if prefers else frozenset(),
            carry_h=carry_h,
        )
        self.hall = Compared(emptied(self.ctx), self.model)

    def number(self, pick: int, *states: str) -> str:
        """The number of somebody in one of these states; a high pick may be anybody's, or none."""
        newest = self.model.people[::-1]
        likely = [person for person in newest if person.state in states]
        if pick < 10 and likely:
            return likely[pick % len(likely)].number
        return newest[pick].number if pick < len(newest) else "C998"

    @rule(visit=visits, is_green=st.sampled_from((False, False, True)))
    def issue(self, visit: tuple[str, ...], is_green: bool) -> None:
        self._issue(visit, is_green, None)

    @rule()
    def issue_green_without_an_item(self) -> None:
        self._issue((), True, None)

    @rule(visit=visits, minutes=st.sampled_from((-30, 0, 20, 90, 400)))
    def issue_booked(self, visit: tuple[str, ...], minutes: int) -> None:
        self._issue(visit, False, minutes)

    def _issue(self, visit: tuple[str, ...], is_green: bool, minutes: int | None) -> None:
        booked = None if minutes is None else self.model.now + timedelta(minutes=minutes)
        service, more = (visit[0], visit[1:]) if visit else (None, ())
        request = Request(service, is_green, more=more, booked_for=booked)
        letters = [QUEUES[name] for name in visit] or ["G"]

        def real(ctx: Context) -> tuple[str, int]:
            issued = issue_ticket(ctx, request)
            return str(issued.number), issued.ahead

        self.hall.do(real, lambda model: model.issue(letters, is_green, booked))

    @rule(window=windows)
    def call_next(self, window: int) -> None:
        self.hall.do(lambda ctx: shown(call_next(ctx, window)), lambda m: m.call_next(window))

    @rule(window=windows, pick=picks)
    def call_ticket(self, window: int, pick: int) -> None:
        number = self.number(pick, *LINE)
        self.hall.do(
            lambda ctx: shown(call_ticket(ctx, window, TicketNumber.parse(number))),
            lambda model: model.call_ticket(window, number),
        )

    @rule(window=windows, pick=st.none() | picks)
    def resume(self, window: int, pick: int | None) -> None:
        number = None if pick is None else self.number(pick, *AWAY)
        parsed = None if number is None else TicketNumber.parse(number)
        self.hall.do(
            lambda ctx: shown(resume(ctx, window, parsed)),
            lambda model: model.resume(window, number),
        )

    @rule(
        step=st.sampled_from(("start", "start", "recall", "no_show", "no_show", "park", "finish")),
        window=windows,
    )
    def at_window(self, step: str, window: int) -> None:
        def real(ctx: Context) -> None:
            getattr(window_actions, step)(ctx, window)

        self.hall.do(real, lambda model: getattr(model, step)(window))

    @rule(window=windows, queue=queues, front=st.booleans())
    def transfer_to_a_queue(self, window: int, queue: str, front: bool) -> None:
        def real(ctx: Context) -> None:
            window_actions.transfer(ctx, window, to_queue=queue, front=front)

        self.hall.do(real, lambda model: model.transfer(window, queue, 0, front))

    @rule(window=windows, to=windows, front=st.booleans())
    def transfer_to_a_window(self, window: int, to: int, front: bool) -> None:
        def real(ctx: Context) -> None:
            window_actions.transfer(ctx, window, to_window=to, front=front)

        self.hall.do(real, lambda model: model.transfer(window, None, to, front))

    @rule(window=windows, pick=picks)
    def miss_and_return(self, window: int, pick: int) -> None:
        """What is rare by chance: called, not come, and back in line."""
        self.call_next(window)
        self.at_window("no_show", window)
        self.return_to_line(pick)

    @rule(pick=picks)
    def return_to_line(self, pick: int) -> None:
        number = self.number(pick, "no_show")
        self.hall.do(
            lambda ctx: line_actions.return_to_line(ctx, TicketNumber.parse(number)).behind,
            lambda model: model.return_to_line(number),
        )

    @rule(pick=picks)
    def grant_green(self, pick: int) -> None:
        number = self.number(pick, *LINE)

        def real(ctx: Context) -> None:
            green.grant(ctx, TicketNumber.parse(number), "elderly", "desk")

        self.hall.do(real, lambda model: model.grant(number))

    @rule(pick=picks, queue=st.none() | queues)
    def revoke_green(self, pick: int, queue: str | None) -> None:
        number = self.number(pick, *LINE)

        def real(ctx: Context) -> None:
            green.revoke(ctx, TicketNumber.parse(number), "mistake", "desk", queue)

        self.hall.do(real, lambda model: model.revoke(number, queue))

    @rule(pick=picks, by_hall=st.booleans())
    def leave(self, pick: int, by_hall: bool) -> None:
        number = self.number(pick, *LINE, *AWAY)

        def real(ctx: Context) -> None:
            if by_hall:
                line_actions.void(ctx, TicketNumber.parse(number), "test", "desk")
            else:
                line_actions.abandon(ctx, TicketNumber.parse(number), "desk")

        self.hall.do(real, lambda m: m.leave(number, "void" if by_hall else "abandoned"))

    @rule(queue=queues, closed=st.booleans())
    def set_queue(self, queue: str, closed: bool) -> None:
        def real(ctx: Context) -> None:
            if closed:
                day.close_queue(ctx, queue, "test", "desk")
            else:
                day.open_queue(ctx, queue, "desk")

        self.hall.do(real, lambda model: model.set_queue(queue, closed=closed))

    @rule(void_left=st.booleans())
    def close_day(self, void_left: bool) -> None:
        self.hall.do(
            lambda ctx: [str(left) for left in day.close_day(ctx, "desk", void_left=void_left)],
            lambda model: model.close_day(void_left),
        )

    @rule()
    def reopen_day(self) -> None:
        self.hall.do(lambda ctx: day.reopen_day(ctx, "desk"), lambda model: model.reopen_day())

    @rule(minutes=st.sampled_from((1, 7, 20, 45)))
    def time_goes_by(self, minutes: int) -> None:
        self.model.now += timedelta(minutes=minutes)

    @rule(hours=st.sampled_from((4, 11, 24, 80)))
    def night_falls(self, hours: int) -> None:
        self.model.now += timedelta(hours=hours)

    @rule(hours=st.sampled_from((0.3, 13, 20, 80, 24 * 400)))
    def the_clock_is_set_back(self, hours: float) -> None:
        self.model.now -= timedelta(hours=hours)


def shown(called: Called | None) -> str | None:
    return None if called is None else str(called.number)


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    """A folder in memory: a few thousand commits need no disk."""
    folder = Path(tempfile.mkdtemp(prefix="hallcall-", dir=fastest_place()))
    yield folder
    shutil.rmtree(folder)


@pytest.mark.timeout(7200)
def test_the_hall_does_what_its_rules_say(
    hall: SampleHall, record_property: Callable[[str, object], None]
) -> None:
    record_property("examples", EXAMPLES)
    record_property("steps", STEPS)
    run_state_machine_as_test(
        lambda: Day(hall.ctx),  # type: ignore[arg-type]
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=STEPS,
            derandomize=True,
            phases=(Phase.generate, Phase.shrink),
            report_multiple_bugs=False,
            database=None,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
