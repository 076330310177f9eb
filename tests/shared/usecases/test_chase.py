"""Recall every 20 s, twice, then no-show (hall.md, Queue rules): where the hall does it itself."""

import pytest

from shared.domain.events import ServiceEnded, TicketCalled
from shared.domain.ticket import TicketState
from shared.storage import Transaction
from shared.usecases.chase import chase
from shared.usecases.window_actions import start
from tests.support.halls import SampleHall

AUTOMATIC = ("[pad]", "[no_show]\nautomatic = true\n\n[pad]")
EXPLICIT = ('start = "on_call"', 'start = "explicit"')


@pytest.fixture
def called(hall: SampleHall) -> SampleHall:
    hall.rewrite(EXPLICIT, AUTOMATIC)
    hall.numbers(2)
    hall.call(3)
    return hall


def test_who_does_not_come_is_recalled_twice_and_given_up(called: SampleHall) -> None:
    said = []
    for _ in range(80):
        called.clock.forward(seconds=1)
        said += [(called.clock.now.second, one.calls) for one in chase(called.ctx)]
    assert said == [(20, 2), (40, 3), (0, 3)]
    assert called.ticket("C001").ticket.state is TicketState.NO_SHOW
    assert called.events()[-1] == ServiceEnded("C001", 3, "no_show", calls=3)
    recalls = [e for e in called.events() if isinstance(e, TicketCalled) and e.again]
    assert len(recalls) == 2


def test_who_has_come_is_left_in_peace(called: SampleHall) -> None:
    start(called.ctx, 3)
    called.clock.forward(minutes=10)
    assert chase(called.ctx) == []


def test_the_window_may_be_quicker(called: SampleHall, monkeypatch: pytest.MonkeyPatch) -> None:
    from shared.storage import services

    called.clock.forward(minutes=10)
    look = services.open_in_hall

    def look_then_start(tx: Transaction) -> list[services.Service]:
        found = look(tx)
        start(called.ctx, 3)  # between the look and the deed
        return found

    monkeypatch.setattr(services, "open_in_hall", look_then_start)
    assert chase(called.ctx) == []
    assert called.ticket("C001").ticket.state is TicketState.SERVING


@pytest.mark.parametrize("change", [EXPLICIT, AUTOMATIC])
def test_both_must_be_set(hall: SampleHall, change: tuple[str, str]) -> None:
    hall.rewrite(change)
    hall.numbers(1)
    hall.call(3)
    hall.clock.forward(minutes=10)
    assert chase(hall.ctx) == []
