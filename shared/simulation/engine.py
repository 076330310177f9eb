"""The engine: a virtual clock, arrivals and services; every call is decided by the real rules."""

import heapq
from array import array
from collections import deque
from dataclasses import dataclass
from random import Random

from shared.domain.dispatch import choose
from shared.domain.hall import Window
from shared.domain.policy import Head
from shared.simulation.scenario import Scenario

QUEUE = "S"


@dataclass(frozen=True)
class Run:
    """What happened after warm-up: waits in minutes per class in order of call, busy time."""

    waits: dict[str, "array[float]"]
    utilisation: float
    tickets: int


def simulate(scenario: Scenario) -> Run:
    """Run a scenario: Poisson arrivals, exponential services, virtual minutes."""
    rng = Random(scenario.seed)  # noqa: S311 - a repeatable simulation, no secret
    policy = scenario.dispatch_policy()
    window = Window(1, "simulated", (QUEUE,))
    names = [c.name for c in scenario.classes]
    first = max(scenario.classes, key=lambda c: c.priority).name
    service_rate = scenario.service_per_hour / 60
    total_rate = sum(c.arrivals_per_hour for c in scenario.classes) / 60
    shares = [c.arrivals_per_hour for c in scenario.classes]
    end, warm = scenario.hours * 60, scenario.warmup_hours * 60
    lines: dict[str, deque[Head]] = {name: deque() for name in names}
    waits: dict[str, array[float]] = {name: array("d") for name in names}
    free, streak, place, busy = scenario.windows, 0, 0, 0.0
    done: list[float] = []
    arrival = rng.expovariate(total_rate)
    while True:
        if done and done[0] <= arrival:
            now = heapq.heappop(done)
            heads = [line[0] for line in lines.values() if line]
            choice = choose(window, heads, policy, now, streak)
            if choice is None:
                free += 1
                continue
            head = choice.head
            lines[head.ticket_class].popleft()
        else:
            now = arrival
            if now >= end:
                break
            arrival = now + rng.expovariate(total_rate)
            name = rng.choices(names, shares)[0] if len(names) > 1 else names[0]
            place += 1
            head = Head(place, QUEUE, name, place, None, now)
            if free == 0:
                lines[name].append(head)
                continue
            free -= 1
        streak = streak + 1 if head.ticket_class == first else 0
        length = rng.expovariate(service_rate)
        heapq.heappush(done, now + length)
        if head.since >= warm:
            waits[head.ticket_class].append(now - head.since)
        busy += max(0.0, min(now + length, end) - max(now, warm))
    return Run(waits, busy / (scenario.windows * (end - warm)), place)
