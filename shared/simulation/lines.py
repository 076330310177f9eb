"""The lines of a simulated hall, one per class; people leave them when their patience ends."""

from collections import deque
from collections.abc import Iterable
from heapq import heappop, heappush
from math import inf

from shared.domain.policy import Head
from shared.simulation.accuracy import Told


class Lines:
    """Who waits, in order of arrival, with what they were told. Times in minutes."""

    def __init__(self, names: Iterable[str]) -> None:
        self._lines: dict[str, deque[Head]] = {name: deque() for name in names}
        self._told: dict[int, Told] = {}
        self._leaving: list[tuple[float, int, Head]] = []
        self.counts = dict.fromkeys(self._lines, 0)
        self.next_leaving = inf

    def join(self, head: Head, told: Told, until: float | None) -> None:
        """Take a person in; None as `until` for one who stays."""
        self._lines[head.ticket_class].append(head)
        self._told[head.place] = told
        self.counts[head.ticket_class] += 1
        if until is not None:
            heappush(self._leaving, (until, head.place, head))
            self.next_leaving = self._leaving[0][0]

    def heads(self) -> list[Head]:
        """Return the first person of each line."""
        found = []
        for line in self._lines.values():
            while line and line[0].place not in self._told:
                line.popleft()
            if line:
                found.append(line[0])
        return found

    def since(self, name: str) -> float | None:
        """Return since when the first of a line has waited."""
        line = self._lines[name]
        while line and line[0].place not in self._told:
            line.popleft()
        return line[0].since if line else None

    def take(self, head: Head) -> Told:
        """Take a person out who is called; returns what they were told."""
        self.counts[head.ticket_class] -= 1
        return self._told.pop(head.place)

    def leave(self) -> Head | None:
        """Let the next patience end; returns who left, None for one called before."""
        _, place, head = heappop(self._leaving)
        self.next_leaving = self._leaving[0][0] if self._leaving else inf
        if self._told.pop(place, None) is None:
            return None
        self.counts[head.ticket_class] -= 1
        return head
