"""Whatever happens in a hall, the facts alone rebuild what the tables say."""

import json
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import MetaData

from shared.domain.errors import HallError
from shared.domain.green import Revocation
from shared.domain.rating import RatingSource, Score
from shared.domain.ticket import TicketNumber
from shared.storage.migrate import migrate
from shared.usecases import day, green, line_actions, rate, window_actions
from shared.usecases.add_errand import add_errand
from shared.usecases.audit import seal_batch, verify
from shared.usecases.call_next import call_next, call_ticket, resume
from shared.usecases.init_hall import init_hall
from shared.usecases.issue_ticket import Request, issue_ticket
from shared.usecases.queries import show_ticket
from tests.support.halls import (
    COMPANY,
    INVOICE,
    SAMPLE,
    SOCIAL_CARD,
    HandClock,
    SampleHall,
    copy_hall,
    open_hall_with,
    rewrite,
)
from tests.support.pasts import check, tamper

PROOF = os.environ.get("HALLCALL_PROOF") == "1"

Step = Callable[[SampleHall], object]

windows = st.sampled_from([3, 4, 5, 6])
numbers = st.builds(TicketNumber, st.sampled_from("CCCDEG"), st.integers(1, 6))
queues = st.sampled_from("CDEG")
services = st.sampled_from([COMPANY, COMPANY, INVOICE, SOCIAL_CARD])


def issue(service: str, kind: str) -> Step:
    def step(hall: SampleHall) -> object:
        booked = hall.clock() + timedelta(minutes=30) if kind == "booked" else None
        request = Request(service, green=kind == "green", booked_for=booked)
        return issue_ticket(hall.ctx, request)

    return step


def one_thing_more(number: TicketNumber, service: str) -> Step:
    def step(hall: SampleHall) -> object:
        return add_errand(hall.ctx, show_ticket(hall.ctx, number).ticket.id, service)

    return step


def at(act: Callable[..., object], *arguments: object, **named: object) -> Step:
    return lambda hall: act(hall.ctx, *arguments, **named)


def forward(**delta: float) -> Step:
    return lambda hall: hall.clock.forward(**delta)


steps = st.one_of(
    st.builds(issue, services, st.sampled_from(["ordinary", "ordinary", "green", "booked"])),
    st.builds(one_thing_more, numbers, services),
    st.builds(at, st.just(call_next), windows),
    st.builds(at, st.just(call_ticket), windows, numbers),
    st.builds(at, st.just(resume), windows),
    st.builds(at, st.just(resume), windows, numbers),
    st.builds(
        at,
        st.sampled_from(
            [
                window_actions.start,
                window_actions.recall,
                window_actions.no_show,
                window_actions.park,
                window_actions.finish,
                rate.ask_rating,
            ]
        ),
        windows,
    ),
    st.builds(at, st.just(window_actions.transfer), windows, to_queue=queues, front=st.booleans()),
    st.builds(
        at, st.just(window_actions.transfer), windows, to_window=windows, front=st.booleans()
    ),
    st.builds(at, st.just(rate.rate), windows, st.just(Score(4)), st.just(RatingSource.PAD)),
    st.builds(at, st.just(rate.press_pad), windows, st.just(1)),
    st.builds(at, st.just(line_actions.return_to_line), numbers),
    st.builds(at, st.just(line_actions.abandon), numbers, st.just("desk")),
    st.builds(at, st.just(line_actions.void), numbers, st.just("mistake"), st.just("staff")),
    st.builds(at, st.just(green.grant), numbers, st.just("elderly"), st.just("staff")),
    st.builds(
        at, st.just(green.revoke), numbers, st.just(Revocation.MISTAKE), st.just("staff"), queues
    ),
    st.builds(at, st.just(day.close_queue), queues, st.just("系统升级"), st.just("staff")),
    st.builds(at, st.just(day.open_queue), queues, st.just("staff")),
    st.builds(at, st.just(day.close_day), st.just("staff"), void_left=st.booleans()),
    st.builds(at, st.just(day.reopen_day), st.just("staff")),
    st.builds(at, st.just(seal_batch), st.integers(1, 5)),
    st.builds(forward, minutes=st.integers(1, 50)),
    st.builds(forward, hours=st.sampled_from([9, 15, 24, 40, -24, -30, 24 * 40, -24 * 40])),
)


@settings(
    max_examples=2000 if PROOF else 25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    start=st.sampled_from(["on_call", "explicit"]),
    happened=st.lists(steps, min_size=20, max_size=80),
)
def test_the_facts_rebuild_the_tables(
    hall_template: Path, start: str, happened: list[Step]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        copy = copy_hall(hall_template, Path(folder) / "hall")
        rewrite(copy, ('start = "on_call"', f'start = "{start}"'))
        rewrite(copy, ("[database]", "[day]\ncarry_over_h = 20\n\n[database]"))
        clock = HandClock()
        hall = SampleHall(open_hall_with(copy, clock), clock)
        try:
            for step in happened:
                with suppress(HallError):
                    step(hall)
            assert check(hall) == ""
        finally:
            hall.ctx.database.dispose()


def test_a_number_means_the_ticket_carried_over_until_that_is_over(hall: SampleHall) -> None:
    hall.rewrite(("[database]", "[day]\ncarry_over_h = 20\n\n[database]"))
    hall.numbers(4)
    hall.call(3)  # C001, over midnight
    hall.call(4)  # C002
    window_actions.no_show(hall.ctx, 4)
    hall.clock.forward(hours=15)
    assert hall.numbers(2) == ["C002", "C005"]  # C001, C003 and C004 are carried over
    assert check(hall) == ""
    window_actions.finish(hall.ctx, 3)
    assert str(hall.call(3).number) == "C003"
    line_actions.void(hall.ctx, TicketNumber("C", 4), "mistake", "staff")
    line_actions.abandon(hall.ctx, TicketNumber("C", 2), "desk")
    assert check(hall) == ""
    hall.clock.forward(hours=48)
    hall.begin_day()
    assert check(hall) == ""


def test_a_day_that_was_a_mistake_leaves_no_number_to_two_people(hall: SampleHall) -> None:
    hall.rewrite(("[database]", "[day]\ncarry_over_h = 2000\n\n[database]"))
    hall.numbers(2)
    day.close_queue(hall.ctx, "C", "系统升级", "staff")
    hall.clock.forward(days=40)
    assert hall.numbers(2) == ["C003", "C004"]  # the clock was wrong: it is still the first day
    hall.clock.forward(days=-40)
    day.open_queue(hall.ctx, "C", "staff")
    assert hall.numbers(1) == ["C005"]
    assert str(call_ticket(hall.ctx, 3, TicketNumber("C", 3)).number) == "C003"
    assert check(hall) == ""


OLD_TICKET = (
    "INSERT INTO ticket (hall, business_day, prefix, number, key, ticket_class, queue, state, "
    "place, for_window, origin, issued_at, ahead) VALUES "
)
OLD_FACT = "INSERT INTO fact (at, business_day, kind, payload) VALUES "


class FirstRelease:
    """Writes a past as the first release did."""

    def __init__(self, hall: SampleHall) -> None:
        self._hall = hall
        self._facts = 0
        with hall.ctx.database.aside() as tx:
            tables = MetaData()
            tables.reflect(tx)
            tables.drop_all(tx)
        migrate(hall.ctx.database, "0001")
        tamper(hall, "INSERT INTO hall (code) VALUES ('luojiang')")

    def fact(self, day: str, kind: str, **payload: object) -> None:
        self._facts += 1
        data = json.dumps(payload)
        tamper(self._hall, f"{OLD_FACT} ('{day} 02:00:00', '{day}', '{kind}', '{data}')")

    def issue(self, day: str, number: int, state: str, **more: str) -> None:
        place, window = more.get("place", self._facts + 1), more.get("window", "NULL")
        values = (
            f"'luojiang', '{day}', 'C', {number}, '{day}-{number}', 'ordinary', 'C', '{state}', "
            f"{place}, {window}, 'kiosk', '{day} 02:00:00', 0"
        )
        tamper(self._hall, f"{OLD_TICKET} ({values})")
        issued = {"queue": "C", "ticket_class": "ordinary", "service": None, "origin": "kiosk"}
        self.fact(day, "TicketIssued", number=f"C{number:03}", **issued)

    def call(self, day: str, number: int, window: int, *, ended: str = "", **more: Any) -> None:
        outcome, end = (f"'{ended}'", f"'{day} 02:00:00'") if ended else ("NULL", "NULL")
        service = (
            "INSERT INTO service (ticket, window_number, business_day, called_at, calls, "
            f"started_at, ended_at, outcome) SELECT id, {window}, '{day}', '{day} 02:00:00', 1, "
            f"'{day} 02:00:00', {end}, {outcome} FROM ticket WHERE key = '{day}-{number}'"
        )
        tamper(self._hall, service)
        who = {"number": f"C{number:03}", "window": window}
        called = {"queue": "C", "ticket_class": "ordinary", "reason": "first_come", "again": False}
        self.fact(day, "TicketCalled", **who, **called)
        if ended:
            told = {"outcome": ended, "to_queue": None, "to_window": None, **more}
            self.fact(day, "ServiceEnded", **who, **told)


def test_the_past_of_the_first_release_is_rebuilt_too(hall: SampleHall) -> None:
    old = FirstRelease(hall)
    friday, monday = "2026-11-20", "2026-11-23"
    old.issue(friday, 1, "done")
    old.issue(friday, 2, "waiting")  # for ever: nobody closed a day
    old.issue(friday, 3, "serving")
    old.call(friday, 1, 3, ended="done")
    old.fact(friday, "RatingAsked", number="C001", window=3)
    old.fact(friday, "ServiceRated", number="C001", window=3, score=4, source="pad")
    tamper(hall, f"INSERT INTO rating SELECT max(id), 4, 'pad', '{friday} 02:00:00' FROM service")
    old.call(friday, 3, 4)
    old.issue(monday, 1, "transferred", place="-1", window="5")
    old.issue(monday, 2, "waiting")
    old.issue(monday, 3, "no_show")
    old.issue(monday, 4, "called")
    old.call(monday, 1, 3, ended="transferred", to_window=5)  # in front of all others
    old.call(monday, 3, 3, ended="no_show")
    old.call(monday, 4, 3)
    for day_, last in ((friday, 3), (monday, 4)):
        tamper(hall, f"INSERT INTO counter VALUES ('luojiang', '{day_}', 'C', {last})")
    init_hall(hall.folder, SAMPLE).database.dispose()
    assert check(hall) == ""

    assert hall.numbers(2) == ["C005", "C006"]  # the day goes on
    window_actions.finish(hall.ctx, 4)
    assert str(hall.call(5).number) == "C001"
    window_actions.transfer(hall.ctx, 5, to_queue="C", front=True)
    line_actions.abandon(hall.ctx, TicketNumber("C", 3), "desk")
    assert check(hall) == ""
    hall.clock.forward(hours=24)
    hall.begin_day()  # both C002 become void
    hall.numbers(1)
    assert check(hall) == ""
    assert verify(hall.ctx).unsealed == seal_batch(hall.ctx)
    assert verify(hall.ctx).whole
