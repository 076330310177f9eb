"""The figures of `make bench`: each in pairs within one run, so that ratios count."""

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from shared.domain.policy import STRICT
from shared.simulation.engine import simulate
from shared.simulation.scenario import ClassToml, Scenario
from shared.usecases.call_next import call_next
from shared.usecases.init_hall import init_hall
from shared.usecases.issue_ticket import Request, issue_ticket
from shared.usecases.unit import unit
from tests.benchmarks import cases, phones, windows
from tests.benchmarks.bare import BareLoop
from tests.benchmarks.crowds import crowd
from tests.support.halls import COMPANY, SAMPLE, HandClock, SampleHall, open_hall_with

SLIP = Request(COMPANY, printer="K1")


@dataclass(frozen=True)
class Figure:
    """One line of the table. `goal` is empty for what is only reported."""

    name: str
    what: str
    value: float
    baseline: float
    ratio: float
    goal: str
    met: bool | None


def p1_issue(folder: Path, history: int, rounds: int, each: int) -> Figure:
    """Issue rate over the bare loop's, in alternating blocks, after `history` tickets."""
    hall = _hall(folder / f"p1-{history}", served=history)
    bare = BareLoop(hall.file)

    def ours() -> None:
        issue_ticket(hall.ctx, SLIP)

    pairs = [(_rate(ours, each), _rate(bare.issue, each)) for _ in range(rounds + 1)][1:]
    bare.close()
    hall.ctx.database.dispose()
    ratio = median(mine / plain for mine, plain in pairs)
    return Figure(
        "P1",
        f"issue a ticket with its slip, durable; {history:,} tickets before",
        median(mine for mine, _ in pairs),
        median(plain for _, plain in pairs),
        ratio,
        "≥ 0.4",
        ratio >= 0.4,
    )


def p2_call(folder: Path, calls: int) -> Figure:
    """Call-next among 50,000 waiting and 50,000 served, over the same among 500 and 500."""
    few = _hall(folder / "p2-few", served=500, waiting=500)
    many = _hall(folder / "p2-many", served=50_000, waiting=50_000)
    times: dict[str, list[float]] = {"few": [], "many": []}
    for turn in range(calls):
        for name, hall in (("few", few), ("many", many)):
            begun = time.perf_counter()
            called = call_next(hall.ctx, 3 + turn % 2)
            times[name].append(time.perf_counter() - begun)
            assert called is not None
    for hall in (few, many):
        hall.ctx.database.dispose()
    slow, quick = median(times["many"]), median(times["few"])
    return Figure(
        "P2",
        "call-next, 50,000 waiting and 50,000 served ÷ 500 and 500",
        1 / slow,
        1 / quick,
        slow / quick,
        "≤ 1.2",
        slow / quick <= 1.2,
    )


def p4_windows(folder: Path, calls: int) -> Figure:
    """Key to LED without waiting for a busy bus, p99, over one bare commit and the wire."""
    delays, commit = windows.measure(folder, calls)
    ours = windows.p99([one.total - one.waiting for one in delays])
    wire = median(one.wire for one in delays)
    waiting = windows.p99([one.waiting for one in delays])
    ratio = ours / (commit + wire)
    return Figure(
        "P4",
        f"keypad → LED, p99 of {calls} calls, 64 windows on 8 buses of 9600 baud, 4 calls a window"
        f" and minute; {ours * 1000:.0f} ms of which {wire * 1000:.0f} on the wire,"
        f" and apart {waiting * 1000:.0f} ms (p99) waiting for the bus",
        1 / ours,
        1 / (commit + wire),
        ratio,
        "≤ 1.5",
        ratio <= 1.5,
    )


def p9_simulation(hours: float) -> Figure:
    """Hall events (arrival, call, end of service) of simulated days per second of real time."""
    classes = (ClassToml("green", 20, 2), ClassToml("ordinary", 80, 1))
    scenario = Scenario(10, 11, "strict", hours, 7, classes, warmup_hours=1)
    assert scenario.dispatch_policy() != STRICT  # its classes are its own
    begun = time.perf_counter()
    run = simulate(scenario)
    rate = 3 * run.tickets / (time.perf_counter() - begun)
    return Figure(
        "P9",
        f"simulated hall events per second ({run.tickets:,} tickets)",
        rate,
        0,
        0,
        "",
        None,
    )


def p10_phones(folder: Path, count: int, calls: int) -> Figure:
    """From a call's commit to the phone of the person called, the worst, with so many phones."""
    found = phones.measure(folder / "p10", count, calls)
    return Figure(
        "P10",
        f"call → its phone, worst of {calls}, {found.phones:,} phones in one line; all of them"
        f" show their new place within {max(found.everybody):.1f} s; they joined in"
        f" {found.joined_s:.0f} s",
        1 / found.called_worst,
        0,
        0,
        "≤ 0.5 s",
        found.called_worst <= 0.5,
    )


def p11_cases(folder: Path, few: int, many: int, rounds: int) -> Figure:
    """Due lists and searches among `many` cases over the same among `few`, the worst of them."""
    found = cases.growth(folder / "p11", few, many, rounds)
    worst = max(found, key=lambda name: found[name][1] / found[name][0])
    quick, slow = found[worst]
    return Figure(
        "P11",
        f"cases: due lists and searches, {many:,} ÷ {few:,} (the worst: {worst})",
        1 / slow,
        1 / quick,
        slow / quick,
        "≤ 1.5",
        slow / quick <= 1.5,
    )


def _hall(folder: Path, **history: int) -> SampleHall:
    init_hall(folder, SAMPLE).database.dispose()
    crowd(folder / "hall.db", **history)
    clock = HandClock()
    hall = SampleHall(open_hall_with(folder, clock), clock)
    with unit(hall.ctx):
        pass
    return hall


def _rate(work: Callable[[], None], count: int) -> float:
    gc.collect()
    gc.freeze()  # as the processes of a hall do once they have started
    begun = time.perf_counter()
    for _ in range(count):
        work()
    return count / (time.perf_counter() - begun)
