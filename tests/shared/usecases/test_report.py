"""The report agrees with the log: recounted by brute force from the facts of random days."""

import random
from collections import Counter, defaultdict
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from math import isclose

import pytest

from shared.domain.errors import HallError
from shared.domain.events import (
    ServiceEnded,
    ServiceRated,
    ServiceStarted,
    TicketAbandoned,
    TicketCalled,
    TicketIssued,
    TicketVoided,
)
from shared.domain.rating import RatingSource, Score
from shared.domain.report import Figures, Times
from shared.domain.ticket import TicketNumber
from shared.usecases.call_next import call_next
from shared.usecases.issue_ticket import Request, issue_ticket
from shared.usecases.line_actions import abandon, return_to_line, void
from shared.usecases.list_catalog import list_catalog
from shared.usecases.rate import rate
from shared.usecases.report import NO_ITEM, SEVERAL, HallReport, hall_report, month_of
from shared.usecases.window_actions import finish, no_show, park, recall, start, transfer
from tests.support.halls import COMPANY, INVOICE, LAND, MONDAY_10, SOCIAL_CARD, SampleHall

STEPS = 250
WISHES = (
    Request(COMPANY),
    Request(INVOICE),
    Request(LAND),
    Request(COMPANY, more=(INVOICE, LAND)),
    Request(None, green=True),
    Request(SOCIAL_CARD, green=True),
)


def live_a_day(hall: SampleHall, dice: random.Random) -> None:
    """Do what people do, at random; what the rules forbid is no part of the day."""
    ctx = hall.ctx
    numbers = [TicketNumber("C", 1)]

    def some() -> TicketNumber:
        return dice.choice(numbers)

    def window() -> int:
        return dice.choice([3, 4, 5, 7])

    def booked() -> None:
        at = hall.clock.now + timedelta(minutes=dice.randint(-5, 20))
        issue_ticket(ctx, Request(COMPANY, booked_for=at))

    steps: dict[Callable[[], object], int] = {
        lambda: numbers.append(issue_ticket(ctx, dice.choice(WISHES)).number): 5,
        booked: 1,
        lambda: call_next(ctx, window()): 5,
        lambda: start(ctx, window()): 4,
        lambda: finish(ctx, window()): 3,
        lambda: rate(ctx, window(), Score(dice.randint(1, 5)), RatingSource.PAD): 6,
        lambda: no_show(ctx, window()): 1,
        lambda: park(ctx, window()): 1,
        lambda: recall(ctx, window()): 1,
        lambda: transfer(ctx, window(), to_queue=dice.choice("CDH")): 1,
        lambda: abandon(ctx, some(), "desk"): 1,
        lambda: return_to_line(ctx, some()): 1,
        lambda: void(ctx, some(), "test", "test"): 1,
    }
    for step in dice.choices(list(steps), list(steps.values()), k=STEPS):
        hall.clock.forward(seconds=dice.choice([1, 20, 90, 400]))
        with suppress(HallError):
            step()


class Recount:
    """Figures counted fact by fact, with nothing of the report's own code or queries."""

    def __init__(self, hall: SampleHall) -> None:
        self.of: defaultdict[object, Counter[str]] = defaultdict(Counter)
        self.waits: defaultdict[object, list[float]] = defaultdict(list)
        self.took: defaultdict[object, list[float]] = defaultdict(list)
        self._department = {one.item.name: one.item.department for one in list_catalog(hall.ctx)}
        self._explicit = 'start = "explicit"' in (hall.folder / "hall.toml").read_text()
        self._came: dict[str, datetime] = {}
        self._about: dict[str, str] = {}
        self._at: dict[int, tuple[str, datetime | None]] = {}
        self._latest: dict[tuple[int, str], bool] = {}
        self._first: set[str] = set()
        for fact in hall.facts():
            self._take(fact.event, fact.at)

    def _take(self, event: object, at: datetime) -> None:  # noqa: PLR0912  one case a fact
        match event:
            case TicketIssued(number=number):
                names = (event.service or "").split("、")
                found = {self._department[name] for name in names if name}
                self._about[number] = NO_ITEM
                if found:
                    self._about[number] = found.pop() if len(found) == 1 else SEVERAL
                booked = datetime.fromisoformat(event.booked_for) if event.booked_for else at
                self._came[number] = max(at, booked)
                self._count(number, None, "issued")
                if event.ticket_class == "green":
                    self._count(number, None, "green")
            case TicketCalled(number=number, window=window, again=False):
                self._at[window] = (number, None if self._explicit else at)
                self._count(number, window, "called")
                if number not in self._first:
                    self._first.add(number)
                    wait = max((at - self._came[number]).total_seconds(), 0)
                    for group in ("all", number[0], self._about[number], window):
                        self.waits[group].append(wait)
            case ServiceStarted(number=number, window=window):
                self._at[window] = (number, at)
            case ServiceEnded(number=number, window=window, outcome=outcome):
                _, begun = self._at.pop(window)
                if outcome == "no_show":
                    self._count(number, window, "missed")
                if outcome in ("done", "transferred"):
                    self._count(number, window, "served")
                    if begun is not None:
                        for group in ("all", number[0], self._about[number], window):
                            self.took[group].append((at - begun).total_seconds())
            case ServiceRated(number=number, window=window, score=score):
                self._count(number, window, f"score {score}")
            case TicketAbandoned(number=number):
                self._count(number, None, "abandoned")
            case TicketVoided(number=number):
                self._count(number, None, "void")

    def _count(self, number: str, window: int | None, what: str) -> None:
        for group in ("all", number[0], self._about[number]):
            self.of[group][what] += 1
        if window is not None:
            self.of[window][what] += 1


def agree(told: Figures, recount: Recount, group: object) -> None:
    counted = recount.of[group]
    if told.issued is not None:
        assert told.issued == counted["issued"]
        assert told.green == counted["green"]
        assert told.abandoned == counted["abandoned"]
        assert told.void == counted["void"]
        assert told.never_called == counted["issued"] - len(recount.waits[group])
    assert (told.called, told.missed) == (counted["called"], counted["missed"])
    assert told.served == counted["served"]
    for score, count in told.ratings.items():
        assert count == counted[f"score {int(score)}"]
    longest = 180 * 60
    took = [seconds for seconds in recount.took[group] if seconds <= longest]
    assert told.left_open == len(recount.took[group]) - len(took)
    same_times(told.wait, recount.waits[group])
    same_times(told.service, took)


def same_times(told: Times, seconds: list[float]) -> None:
    """By definition, not by sorting: half and nine tenths of the times do not exceed them."""
    assert told.count == len(seconds)
    if not seconds:
        assert told == Times()
        return
    assert told.mean_s is not None
    assert told.median_s is not None
    assert told.p90_s is not None
    assert isclose(told.mean_s, sum(seconds) / len(seconds))
    assert 2 * sum(one <= told.median_s for one in seconds) >= len(seconds)
    assert 2 * sum(one >= told.median_s for one in seconds) >= len(seconds)
    assert 10 * sum(one <= told.p90_s for one in seconds) >= 9 * len(seconds)
    assert 10 * sum(one < told.p90_s for one in seconds) < 9 * len(seconds)
    assert told.p90_s in seconds


@pytest.mark.parametrize("mode", ["on_call", "explicit"])
@pytest.mark.parametrize(
    "seed", [1, *(pytest.param(n, marks=pytest.mark.proof) for n in range(2, 40))]
)
def test_a_random_day_agrees_with_the_log(hall: SampleHall, seed: int, mode: str) -> None:
    hall.rewrite(('start = "on_call"', f'start = "{mode}"'))
    live_a_day(hall, random.Random(seed))
    day = MONDAY_10.date()
    found = hall_report(hall.ctx, day, day)
    recount = Recount(hall)
    figures = found.figures
    assert figures.hall.served > 5
    assert figures.hall.rated > 0
    agree(figures.hall, recount, "all")
    groups: list[tuple[object, Figures]] = [
        *figures.queues.items(),
        *figures.windows.items(),
        *figures.departments.items(),
    ]
    assert {"all", *(group for group, _ in groups)} == set(recount.of)
    for group, told in groups:
        agree(told, recount, group)


def test_days_are_their_own(hall: SampleHall) -> None:
    hall.issue(COMPANY)
    hall.call(3)
    hall.clock.forward(days=1)
    hall.numbers(2, LAND)
    first, second = MONDAY_10.date(), hall.clock.now.date()

    def issued(report: HallReport) -> int | None:
        return report.figures.hall.issued

    assert issued(hall_report(hall.ctx, first, first)) == 1
    assert issued(hall_report(hall.ctx, second, second)) == 2
    assert issued(hall_report(hall.ctx, *month_of("2026-11"))) == 3
    empty = hall_report(hall.ctx, *month_of("2026-12")).figures
    assert (empty.hall.issued, empty.hall.wait, empty.queues) == (0, Times(), {})
    with pytest.raises(HallError):
        hall_report(hall.ctx, second, first)


def test_a_service_left_open_over_night_has_no_time(hall: SampleHall) -> None:
    hall.issue(COMPANY)
    hall.call(3)
    hall.clock.forward(hours=4)
    finish(hall.ctx, 3)
    told = hall_report(hall.ctx, MONDAY_10.date(), MONDAY_10.date()).figures.hall
    assert (told.served, told.left_open, told.service) == (1, 1, Times())
