"""The engine: a virtual clock, arrivals and services; every call is decided by the real rules."""

from collections.abc import Sequence
from heapq import heappop, heappush
from math import inf
from random import Random

from shared.domain.dispatch import choose
from shared.domain.hall import Window
from shared.domain.policy import Head
from shared.simulation.draws import Arrival, mean_rates, poisson_arrivals, service_times
from shared.simulation.foresight import Foresight
from shared.simulation.lines import Lines
from shared.simulation.scenario import Scenario
from shared.simulation.tally import Run, Tally

QUEUE = "S"


def simulate(scenario: Scenario, recorded: Sequence[Arrival] | None = None) -> Run:
    """Run a scenario in virtual minutes, with drawn or `recorded` arrivals (in order of time)."""
    rng = Random(scenario.seed)  # noqa: S311 - a repeatable simulation, no secret
    policy = scenario.dispatch_policy()
    window = Window(1, "simulated", (QUEUE,))
    first = max(scenario.classes, key=lambda c: c.priority).name
    patience = {c.name: c.patience_min for c in scenario.classes}
    draw_service = service_times(scenario, rng)
    end = scenario.hours * 60
    foresight = Foresight(scenario, policy, _true_rates(scenario, recorded))
    tally = Tally(scenario.names, scenario.warmup_hours * 60, end)
    lines = Lines(scenario.names)
    free, streak, place = scenario.windows, 0, 0
    done: list[tuple[float, float]] = []
    arrivals = poisson_arrivals(scenario, rng) if recorded is None else iter(recorded)
    arrival, name = next(arrivals, (inf, ""))
    while True:
        ending = done[0][0] if done else inf
        now = ending if ending <= arrival else arrival
        if lines.next_leaving <= now and lines.next_leaving < end:
            gone = lines.leave()
            if gone:
                tally.left(gone)
            continue
        if now >= end:
            return tally.closed(scenario.windows, lines.counts, place)
        told = None
        if ending <= arrival:
            foresight.finished(heappop(done)[1])
            choice = choose(window, lines.heads(), policy, now, streak)
            if choice is None:
                free += 1
                continue
            head = choice.head
            told = lines.take(head)
        else:
            place += 1
            head = Head(place, QUEUE, name, place, None, now)
            foresight.arrived(name, now)
            arrival, name = next(arrivals, (inf, ""))
            if free == 0:
                kind = head.ticket_class
                told = foresight.tell(kind, now, lines.counts, lines.since(kind))
                stays = patience[kind]
                lines.join(head, told, now + rng.expovariate(1 / stays) if stays else None)
                continue
            free -= 1
        streak = streak + 1 if head.ticket_class == first else 0
        length = draw_service()
        heappush(done, (now + length, length))
        foresight.called(head.ticket_class, now - head.since)
        tally.called(head, now, length, told)


def _true_rates(scenario: Scenario, recorded: Sequence[Arrival] | None) -> dict[str, float]:
    """Arrivals per minute of each class, as a mean over the scenario."""
    if recorded is None:
        return mean_rates(scenario)
    rates = dict.fromkeys(scenario.names, 0.0)
    for _, name in recorded:
        rates[name] += 1 / (scenario.hours * 60)
    return rates
