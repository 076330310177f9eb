"""Helpers: asked for with every green ticket, taken by one, met, escalated once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from shared.domain.errors import BadInput, Refused
from shared.domain.events import HelperAsked, HelperEscalated, HelperMet, HelperTaken
from shared.storage.alerts import Alert
from shared.usecases.helpers import alerts_now, escalate, meet, take_alert
from tests.support.halls import SampleHall
from tests.support.lines import waiting


def only(hall: SampleHall) -> Alert:
    (alert,) = alerts_now(hall.ctx)
    return alert


def test_a_green_ticket_asks_for_a_helper(hall: SampleHall) -> None:
    hall.issue()
    assert alerts_now(hall.ctx) == []
    hall.issue(None, green=True)
    alert = only(hall)
    assert (str(alert.number), alert.queue) == ("G001", "G")
    assert (alert.due_at - alert.raised_at).total_seconds() == 60
    asked = hall.events()[-1]
    assert isinstance(asked, HelperAsked)
    assert (asked.number, asked.alert) == ("G001", alert.id)
    assert waiting(hall) == {"C": 1, "G": 1}


def test_a_helper_takes_it_and_comes(hall: SampleHall) -> None:
    hall.issue(None, green=True)
    alert = only(hall).id
    take_alert(hall.ctx, alert, " 李明 ")
    assert hall.events()[-1] == HelperTaken("G001", alert, "李明")
    assert (only(hall).taken_by, only(hall).taken_at) == ("李明", hall.clock.now)
    with pytest.raises(Refused, match=f"李明 has taken alert {alert} already"):
        take_alert(hall.ctx, alert, "王芳")
    hall.clock.forward(seconds=30)
    meet(hall.ctx, alert, "王芳")  # who comes need not be who said so
    assert hall.events()[-1] == HelperMet("G001", alert, "王芳")
    assert alerts_now(hall.ctx) == []
    for act in (take_alert, meet):
        with pytest.raises(Refused, match=f"alert {alert} for G001 is over"):
            act(hall.ctx, alert, "王芳")


def test_a_helper_may_just_come(hall: SampleHall) -> None:
    hall.issue(None, green=True)
    alert = only(hall).id
    meet(hall.ctx, alert, "李明")
    with hall.ctx.database.read() as tx:
        row = tx.exec_driver_sql("SELECT taken_by FROM alert").scalar()
    assert row == "李明"


@pytest.mark.parametrize("act", [take_alert, meet])
def test_a_helper_has_a_name_and_an_alert(hall: SampleHall, act: Callable[..., object]) -> None:
    hall.issue(None, green=True)
    with pytest.raises(BadInput, match="nobody was named") as caught:
        act(hall.ctx, only(hall).id, "  ")
    assert "--by" in caught.value.hint
    with pytest.raises(BadInput, match="there is no alert 99"):
        act(hall.ctx, 99, "李明")


def test_nobody_came_in_time_is_told_once(hall: SampleHall) -> None:
    hall.issue(None, green=True)
    hall.clock.forward(seconds=59)
    assert escalate(hall.ctx) is None
    hall.clock.forward(seconds=1)
    escalated = escalate(hall.ctx)
    assert escalated is not None
    assert str(escalated.number) == "G001"
    assert hall.events()[-1] == HelperEscalated("G001", escalated.id)
    assert escalate(hall.ctx) is None
    assert only(hall).escalated_at == hall.clock.now
    take_alert(hall.ctx, escalated.id, "李明")  # late is better than never


def test_what_was_taken_is_not_escalated(hall: SampleHall) -> None:
    hall.rewrite(("[pad]", "[green]\nhelper_s = 10\n\n[pad]"))
    hall.issue(None, green=True)
    hall.issue(None, green=True)
    first, second = alerts_now(hall.ctx)
    take_alert(hall.ctx, first.id, "李明")
    hall.clock.forward(seconds=10)
    assert escalate(hall.ctx) == second
    assert escalate(hall.ctx) is None


def at_once(times: int, act: Callable[[int], bool]) -> int:
    """Do something from several threads at the same moment; returns how many succeeded."""
    gate = Barrier(times)

    def one(turn: int) -> bool:
        gate.wait()
        return act(turn)

    with ThreadPoolExecutor(times) as pool:
        return sum(pool.map(one, range(times)))


def test_two_helpers_never_take_the_same_alert(hall: SampleHall) -> None:
    for _ in range(10):
        hall.issue(None, green=True)

    def take(alert: int) -> Callable[[int], bool]:
        def by(turn: int) -> bool:
            try:
                take_alert(hall.ctx, alert, f"帮办员{turn}")
            except Refused:
                return False
            return True

        return by

    assert [at_once(3, take(alert.id)) for alert in alerts_now(hall.ctx)] == [1] * 10
    assert sum(isinstance(event, HelperTaken) for event in hall.events()) == 10


def test_an_alert_is_escalated_once_whoever_looks(hall: SampleHall) -> None:
    for _ in range(4):
        hall.issue(None, green=True)
    hall.clock.forward(minutes=2)
    assert at_once(6, lambda _: escalate(hall.ctx) is not None) <= 4
    while escalate(hall.ctx) is not None:
        pass
    told = [event.number for event in hall.events() if isinstance(event, HelperEscalated)]
    assert sorted(told) == ["G001", "G002", "G003", "G004"]
