"""An evacuation as it is spoken: again and again, on all boards in step, until it ends. Pure."""

import math
from dataclasses import dataclass

from shared.voice.pcm import RATE, Pcm

PAUSE_S = 1.0
"""Silence between two sayings."""

LOUD = 100
"""In quiet hours as well."""


@dataclass(frozen=True)
class Leaving:
    """What is said, and since when (seconds since 1970)."""

    pcm: Pcm
    since: float

    @property
    def period(self) -> float:
        """Seconds from one beginning to the next."""
        return len(self.pcm) / RATE + PAUSE_S

    def next_start(self, now: float) -> float:
        """Return when it is said next: boards that agree on the time say it together."""
        passed = max(0, math.ceil((now - self.since) / self.period))
        return self.since + passed * self.period
