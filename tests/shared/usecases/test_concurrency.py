"""Many processes at one hall (issue 2: eight processes, 800 numbers, one owner per ticket)."""

import json
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path

import pytest

from shared.domain.errors import Refused
from shared.domain.events import TicketCalled
from shared.domain.ticket import TicketNumber
from shared.storage import numbers
from shared.usecases.call_next import call_next
from shared.usecases.context import open_hall
from shared.usecases.issue_ticket import Request, issue_ticket
from shared.usecases.printing import reprint
from shared.usecases.queries import snapshot
from shared.usecases.unit import unit
from tests.support.crowd import together
from tests.support.halls import COMPANY, ROOT, SOCIAL_CARD, HandClock, SampleHall
from tests.support.lines import waiting

HALL_COMMAND = str(Path(sys.executable).with_name("hall"))


def gapless(count: int, prefix: str = "C") -> list[str]:
    return [str(TicketNumber(prefix, number)) for number in range(1, count + 1)]


def in_order(numbers: list[str]) -> bool:
    counts = [TicketNumber.parse(number).count for number in numbers]
    return counts == sorted(counts)


def issue_from_processes(folder: Path, processes: int, each: int) -> None:
    got = together(folder, *[("issue", str(each), COMPANY)] * processes)
    assert sorted(chain(*got), key=TicketNumber.parse) == gapless(processes * each)
    assert all(in_order(numbers) for numbers in got)  # never backwards
    ctx = open_hall(folder)
    assert snapshot(ctx).waiting.queues == {"C": processes * each}
    ctx.database.dispose()


def test_eight_processes_draw_400_numbers_without_gap_or_repetition(hall_folder: Path) -> None:
    issue_from_processes(hall_folder, processes=8, each=50)


def test_windows_calling_at_once_never_get_the_same_ticket(hall_folder: Path) -> None:
    ctx = open_hall(hall_folder)
    for _ in range(60):
        issue_ticket(ctx, Request(COMPANY))
    issued, *called = together(hall_folder, ("issue", "20", COMPANY), ("call", "3"), ("call", "4"))
    rest = []
    while (one := call_next(ctx, 3)) is not None:
        rest.append(str(one.number))
    ctx.database.dispose()
    assert len(issued) == 20
    assert all(in_order(numbers) for numbers in called)
    assert sorted(chain(*called, rest)) == gapless(80)  # each once, nobody lost


def issue_by_command(folder: Path, processes: int, rounds: int) -> None:
    command = [
        HALL_COMMAND,
        "ticket",
        "issue",
        "--hall",
        str(folder),
        "--service",
        COMPANY,
        "--json",
    ]
    numbers = []
    for _ in range(rounds):
        running = [
            subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
            for _ in range(processes)
        ]
        for process in running:
            output, _ = process.communicate(timeout=60)
            assert process.returncode == 0
            numbers.append(json.loads(output)["number"])
    assert sorted(numbers) == gapless(processes * rounds)


@pytest.mark.sqlite_only("commands are slow to start; processes at once are tested on both")
def test_commands_run_at_once_draw_distinct_numbers(hall_folder: Path) -> None:
    issue_by_command(hall_folder, processes=3, rounds=1)


@pytest.mark.proof
@pytest.mark.timeout(600)
def test_many_commands_run_at_once_draw_distinct_numbers(hall_folder: Path) -> None:
    issue_by_command(hall_folder, processes=8, rounds=10)


def test_threads_of_one_process_share_a_hall(hall: SampleHall) -> None:
    def draw(_: int) -> str:
        return str(hall.issue().number)

    def call(turn: int) -> str:
        return str(hall.call(3 + turn % 2).number)

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(draw, range(40))) == gapless(40)
        assert sorted(pool.map(call, range(40))) == gapless(40)
    assert call_next(hall.ctx, 3) is None


def owners(hall: SampleHall) -> list[str]:
    """Every call in the order it was committed; fails unless each ticket has one owner."""
    calls = [event for event in hall.events() if isinstance(event, TicketCalled)]
    assert len({event.number for event in calls}) == len(calls)
    for line in {(event.queue, event.ticket_class) for event in calls}:
        mine = [event.number for event in calls if (event.queue, event.ticket_class) == line]
        assert mine == sorted(mine)  # exact order: nobody slipped ahead
    return [event.number for event in calls]


def drain(hall: SampleHall) -> None:
    """Call everybody who is left."""
    for window in (3, 5, 1):
        while call_next(hall.ctx, window) is not None:
            pass


def test_fifty_clients_find_one_owner_for_each_ticket(hall: SampleHall) -> None:
    def client(who: int) -> None:
        for turn in range(4):
            if who < 35:
                green = (who + turn) % 7 == 0
                hall.issue((COMPANY, SOCIAL_CARD)[who % 2], green=green)
            else:
                call_next(hall.ctx, (1, 3, 4, 5, 6)[who % 5])  # several hands at each window

    with ThreadPoolExecutor(50) as pool:
        list(pool.map(client, range(50)))
    drain(hall)
    assert len(owners(hall)) == 35 * 4
    assert waiting(hall) == {}


def test_two_groups_draw_the_first_green_numbers_at_once(hall: SampleHall) -> None:
    with ThreadPoolExecutor(1) as pool:
        with unit(hall.ctx, queues=["E"]) as work:
            first = numbers.draw(work.tx, hall.ctx.hall.code, work.day, "G")
            waits = pool.submit(hall.issue, COMPANY, green=True)  # of another group
        assert str(first) == "G001"
        assert str(waits.result().number) == "G002"


def test_two_reprints_at_once_are_one_slip(hall: SampleHall) -> None:
    issued = hall.issue(printer="K1")
    with hall.ctx.database.write() as tx:
        tx.exec_driver_sql("UPDATE print_job SET state = 'sent'")

    def again(_: int) -> bool:
        try:
            reprint(hall.ctx, issued.ticket, "K1")
        except Refused:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(again, range(8))) == 1


@pytest.mark.proof
@pytest.mark.timeout(1800)
def test_fifty_processes_find_one_owner_for_each_ticket(
    hall_folder: Path, record_property: Callable[[str, object], None]
) -> None:
    issuing = [("issue", "20", (COMPANY, SOCIAL_CARD)[who % 2]) for who in range(42)]
    calling = [("call", str(window)) for window in range(1, 9)]
    got = together(hall_folder, *issuing, *calling)
    ctx = open_hall(hall_folder)
    hall = SampleHall(ctx, HandClock(ctx.clock()))
    drain(hall)
    numbers = [number for one in got[:42] for number in one]
    assert len(set(numbers)) == 42 * 20
    assert sorted(owners(hall)) == sorted(numbers)
    ctx.database.dispose()
    record_property("processes", 50)
    record_property("tickets", len(numbers))


@pytest.mark.proof
@pytest.mark.timeout(3000)
def test_eight_processes_in_a_tight_loop_starve_nobody(
    hall_folder: Path, record_property: Callable[[str, object], None]
) -> None:
    issue_from_processes(hall_folder, processes=8, each=1000)
    record_property("tickets", 8000)


def test_a_failed_call_lets_no_later_ticket_slip_ahead(
    hall: SampleHall, monkeypatch: pytest.MonkeyPatch
) -> None:
    from shared.storage import facts

    hall.numbers(2)
    with monkeypatch.context() as patch:
        patch.setattr(facts, "append", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            hall.call(3)
    assert str(hall.call(4).number) == "C001"
    assert str(hall.call(3).number) == "C002"
