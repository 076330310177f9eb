"""How a hall did: what happened, counted and measured; docs/reports.md defines every figure."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil

from shared.domain.rating import Score
from shared.domain.ticket import TicketClass, TicketState

GIVEN = (TicketState.DONE, TicketState.TRANSFERRED)
"""How a service ends that was given: here, or to be gone on with elsewhere."""


@dataclass(frozen=True, slots=True)
class TicketPast:
    """A number given out. `waited_s` from its issue, or from the time of its appointment, to its
    first call at `first_window`; None when it was never called.
    """

    queue: str
    department: str
    ticket_class: str
    state: str
    waited_s: float | None
    first_window: int | None


@dataclass(frozen=True, slots=True)
class ServicePast:
    """A ticket at a window. `took_s` from the start of serving to its end; None when it was not
    served, or still is. `outcome` None: it is there still.
    """

    window: int
    queue: str
    department: str
    outcome: str | None
    took_s: float | None
    score: int | None


@dataclass(frozen=True)
class Times:
    """Times in seconds: how many, and their mean, median and 90th percentile (nearest rank)."""

    count: int = 0
    mean_s: float | None = None
    median_s: float | None = None
    p90_s: float | None = None


@dataclass(frozen=True)
class Figures:
    """What happened in one group: numbers given out, calls, services, ratings.

    `issued` to `void` are of tickets, and None where tickets do not belong to the group: a window.
    """

    issued: int | None
    green: int | None
    abandoned: int | None
    void: int | None
    never_called: int | None
    called: int
    missed: int
    served: int
    wait: Times
    service: Times
    left_open: int
    ratings: Mapping[Score, int]

    @property
    def rated(self) -> int:
        """How many services were rated."""
        return sum(self.ratings.values())

    @property
    def good(self) -> float | None:
        """The share of ratings of 基本满意 or better (好评率); None without ratings."""
        bad = self.ratings[Score.BAD] + self.ratings[Score.VERY_BAD]
        return None if not self.rated else 1 - bad / self.rated

    @property
    def missed_share(self) -> float | None:
        """The share of calls to which nobody came; None without calls."""
        return self.missed / self.called if self.called else None


@dataclass(frozen=True)
class Report:
    """A hall's figures, whole and by queue (letter on the number), window and department."""

    hall: Figures
    queues: Mapping[str, Figures]
    windows: Mapping[int, Figures]
    departments: Mapping[str, Figures]


@dataclass
class _Group:
    tickets: list[TicketPast] = field(default_factory=list)
    services: list[ServicePast] = field(default_factory=list)


def report(
    tickets: Iterable[TicketPast], services: Iterable[ServicePast], longest_s: float
) -> Report:
    """Count and measure. A service longer than `longest_s` was left open over lunch or night: it
    counts as served, and its time is left out.
    """
    hall = _Group(list(tickets), list(services))
    queues: defaultdict[str, _Group] = defaultdict(_Group)
    windows: defaultdict[int, _Group] = defaultdict(_Group)
    departments: defaultdict[str, _Group] = defaultdict(_Group)
    for ticket in hall.tickets:
        queues[ticket.queue].tickets.append(ticket)
        departments[ticket.department].tickets.append(ticket)
        if ticket.first_window is not None:
            windows[ticket.first_window].tickets.append(ticket)
    for service in hall.services:
        queues[service.queue].services.append(service)
        departments[service.department].services.append(service)
        windows[service.window].services.append(service)

    def of(groups: Mapping[str, _Group]) -> dict[str, Figures]:
        return {name: _figures(groups[name], longest_s) for name in sorted(groups)}

    return Report(
        _figures(hall, longest_s),
        of(queues),
        {
            number: _figures(windows[number], longest_s, at_window=True)
            for number in sorted(windows)
        },
        of(departments),
    )


def _figures(group: _Group, longest_s: float, *, at_window: bool = False) -> Figures:
    states = Counter(ticket.state for ticket in group.tickets)
    given = [service for service in group.services if service.outcome in GIVEN]
    took = [service.took_s for service in given if service.took_s is not None]
    in_time = [seconds for seconds in took if seconds <= longest_s]
    scores = Counter(service.score for service in group.services)
    waits = [ticket.waited_s for ticket in group.tickets if ticket.waited_s is not None]
    green = sum(ticket.ticket_class == TicketClass.GREEN for ticket in group.tickets)

    def of_tickets(count: int) -> int | None:
        return None if at_window else count

    return Figures(
        issued=of_tickets(len(group.tickets)),
        green=of_tickets(green),
        abandoned=of_tickets(states[TicketState.ABANDONED]),
        void=of_tickets(states[TicketState.VOID]),
        never_called=of_tickets(len(group.tickets) - len(waits)),
        called=len(group.services),
        missed=sum(service.outcome == TicketState.NO_SHOW for service in group.services),
        served=len(given),
        wait=times(waits),
        service=times(in_time),
        left_open=len(took) - len(in_time),
        ratings={score: scores[score] for score in Score},
    )


def times(seconds: Sequence[float]) -> Times:
    """Summarise times. The median of an even number is the mean of the middle two; the 90th
    percentile is the smallest time that at least nine of ten do not exceed.
    """
    if not seconds:
        return Times()
    ordered = sorted(seconds)
    count = len(ordered)
    middle = (ordered[(count - 1) // 2] + ordered[count // 2]) / 2
    ninetieth = ordered[ceil(0.9 * count) - 1]
    return Times(count, sum(ordered) / count, middle, ninetieth)
