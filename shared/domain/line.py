"""Who waits, counted: by queue, and for one window alone."""

from collections.abc import Iterable, Mapping
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

    def before_newcomer(self, windows: Iterable[Window]) -> int:
        """Return how many are called before a newcomer whom any of these windows may call.

        The counts must be of the classes that go before the newcomer. The window with the
        shortest line calls the newcomer first; 0 when nobody serves.
        """
        return min((self.at(window) for window in windows), default=0)
