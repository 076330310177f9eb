"""How true predictions came, ours and three known ones: sums of squared errors."""

from dataclasses import dataclass, field
from typing import NamedTuple

from shared.domain.estimate import Wait

SAMPLE = 4_000

Person = tuple[float, float, float, float]
"""Minutes: low, mean and high as predicted, and the actual wait."""


class Told(NamedTuple):
    """Predictions at one arrival: ours, and mean waits in minutes to compare it with.

    `optimal` knows the true rates; `last_served` is the wait of the last one of the class who was
    called (LES); `head_of_line` is how long the first of the class has waited by now (HOL), 0 when
    nobody does. Ibrahim and Whitt, Real-time delay estimation based on delay history, MSOM 11
    (2009).
    """

    wait: Wait
    optimal: float
    last_served: float
    head_of_line: float


@dataclass(slots=True)
class Accuracy:
    """Sums over the people who had to wait and were called; squares in minutes².

    `sample` holds up to SAMPLE people, evenly spread.
    """

    compared: int = 0
    inside: int = 0
    ours: float = 0.0
    optimal: float = 0.0
    last_served: float = 0.0
    head_of_line: float = 0.0
    sample: list[Person] = field(default_factory=list)
    stride: int = 1

    def add(self, told: Told, waited: float) -> None:
        """Compare what a person was told with the minutes waited."""
        wait, optimal, last_served, head_of_line = told
        low, mean, high = wait.low_s / 60, wait.mean_s / 60, wait.high_s / 60
        self.inside += low <= waited <= high
        self.ours += (mean - waited) ** 2
        self.optimal += (optimal - waited) ** 2
        self.last_served += (last_served - waited) ** 2
        self.head_of_line += (head_of_line - waited) ** 2
        if self.compared % self.stride == 0:
            self.sample.append((low, mean, high, waited))
            if len(self.sample) >= SAMPLE:
                del self.sample[1::2]
                self.stride *= 2
        self.compared += 1
