"""Who waits, counted: by queue, and for one window alone."""

from collections.abc import Mapping
from dataclasses import dataclass

from shared.domain.hall import Window


@dataclass(frozen=True)
class Waiting:
    """People in line: (queue, the one window they were sent to or None for any) → how many."""

    counts: Mapping[tuple[str, int | None], int]

    @property
    def queues(self) -> dict[str, int]:
        """How many wait per queue, wherever they were sent; queues without anybody are left out."""
        found: dict[str, int] = {}
        for (queue, _), count in self.counts.items():
            found[queue] = found.get(queue, 0) + count
        return found

    @property
    def total(self) -> int:
        """Everybody."""
        return sum(self.counts.values())

    def at(self, window: Window) -> int:
        """Return how many this window may call."""
        return sum(
            count
            for (queue, sent_to), count in self.counts.items()
            if sent_to == window.number or (sent_to is None and queue in window.reach)
        )
