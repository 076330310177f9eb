"""SIGKILL at every step from touch to call: nothing lost, nothing doubled, nothing untrue."""

import os
import signal
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from devices.printer import PrinterSimulator
from devices.transport import TcpListener
from shared.clock import system_clock
from shared.config import load_hall
from shared.domain.events import TicketCalled
from shared.domain.ticket import TicketNumber
from shared.storage.print_jobs import PrintState
from shared.usecases.printing import recover
from tests.support.halls import HandClock, SampleHall, open_hall_with
from tests.support.journey import PRINTER, journey
from tests.support.lines import waiting

FULL = os.environ.get("HALLCALL_PROOF") == "1"
ROUNDS = 2 if FULL else 1
SAMPLE = 9


class Journeys:
    """Journeys at one hall, one after the other, and what they were told."""

    def __init__(self, folder: Path, listener: TcpListener, simulator: PrinterSimulator) -> None:
        self.folder = folder
        self.listener = listener
        self.simulator = simulator
        clock = HandClock(system_clock(load_hall(folder).hall.timezone)())
        self.hall = SampleHall(open_hall_with(folder, clock), clock)
        self.issued: list[str] = []
        self.called: list[str] = []

    def go(self, point: int) -> int | None:
        """Go once, to die at `point`; returns how many points there are for who survives."""
        gone = journey(self.folder, f"{self.listener.url}?confirm=yes", point)
        self.issued += gone.issued
        self.called += gone.called
        if gone.code == -signal.SIGKILL:
            return None
        assert gone.code == 0
        return gone.points

    def check(self) -> None:
        """Hold the hall against what must be true after any death."""
        self.hall.clock.now = system_clock(self.hall.ctx.hall.timezone)()
        recover(self.hall.ctx, PRINTER)
        waiting(self.hall)  # lines, tickets and facts agree
        with self.hall.ctx.database.read() as tx:
            numbers = [
                row[0] for row in tx.exec_driver_sql("SELECT number FROM ticket ORDER BY id")
            ]
            counter = tx.exec_driver_sql("SELECT last FROM counter").scalar() or 0
            jobs = tx.exec_driver_sql(
                "SELECT number, print_job.state FROM print_job JOIN ticket ON ticket = ticket.id"
            ).all()
        assert numbers == list(range(1, counter + 1))  # no lost and no repeated number
        assert set(self.issued) <= {str(TicketNumber("C", number)) for number in numbers}
        calls = Counter(
            event.number
            for event in self.hall.events()
            if isinstance(event, TicketCalled) and not event.again
        )
        assert set(self.called) <= set(calls)
        assert all(count == 1 for count in calls.values())  # no ticket called twice
        assert list(calls) == sorted(calls)  # and in order
        for number, state in jobs:
            copies = self.copies(str(TicketNumber("C", number)))
            assert state != PrintState.SENDING
            assert copies <= 1  # never blindly printed again
            if state == PrintState.CONFIRMED:
                assert copies == 1

    def copies(self, number: str) -> int:
        """How many slips with this number the printer has cut: it stands alone on its line."""
        line = b"\x01" + number.encode() + b"\n"
        return sum(slip.raw.count(line) for slip in self.simulator.slips)


@pytest.fixture
def journeys(hall_folder: Path) -> Iterator[Journeys]:
    simulator, listener = PrinterSimulator(), TcpListener()
    listener.start(simulator.feed)
    simulator.emit = listener.send
    journeys = Journeys(hall_folder, listener, simulator)
    yield journeys
    journeys.hall.ctx.database.dispose()
    listener.stop()


@pytest.mark.timeout(3600 if FULL else 120)
def test_wherever_it_dies_nothing_is_lost_doubled_or_untrue(
    journeys: Journeys, record_property: Callable[[str, object], None]
) -> None:
    points = journeys.go(0)
    assert points is not None
    assert points > 40
    journeys.check()
    every = range(1, points + 1)
    deaths = 0
    for turn in range(ROUNDS):
        for point in every if FULL else sorted(Random(turn).sample(every, SAMPLE)):
            deaths += journeys.go(point) is None
            journeys.check()
    assert deaths >= (ROUNDS * points * 0.8 if FULL else SAMPLE * 0.6)  # some have fewer points
    assert journeys.go(0) is not None  # and the hall goes on
    journeys.check()
    record_property("points", points)
    record_property("deaths", deaths)
