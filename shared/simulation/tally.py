"""What a run comes to: waits, who left, who was overtaken, and the time windows were busy."""

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from shared.domain.policy import Head
from shared.simulation.accuracy import Accuracy, Told


@dataclass(slots=True)
class ClassRun:
    """One class after warm-up: minutes waited in order of call, and what else became of people.

    `overtaken` were called after somebody who had come later, `overtaken_by_own` after one of
    their own class.
    """

    waits: "array[float]" = field(default_factory=lambda: array("d"))
    left: int = 0
    waiting: int = 0
    overtaken: int = 0
    overtaken_by_own: int = 0
    accuracy: Accuracy = field(default_factory=Accuracy)
    newest: int = 0


@dataclass(frozen=True)
class Run:
    """What happened after warm-up, class by class; `tickets` counts all arrivals."""

    classes: dict[str, ClassRun]
    utilisation: float
    tickets: int


class Tally:
    """Counts whoever arrived after the warm-up, and busy windows from then to the end (minutes)."""

    def __init__(self, names: Iterable[str], warm: float, end: float) -> None:
        self._classes = {name: ClassRun() for name in names}
        self._warm = warm
        self._end = end
        self._newest = 0
        self._busy = 0.0

    def called(self, head: Head, now: float, length: float, told: Told | None) -> None:
        """Count a person called now and served for `length`; `told` None for nobody who waited."""
        one = self._classes[head.ticket_class]
        place = head.place
        if head.since >= self._warm:
            waited = now - head.since
            one.waits.append(waited)
            one.overtaken += place < self._newest
            one.overtaken_by_own += place < one.newest
            if told is not None:
                one.accuracy.add(told, waited)
        if place > one.newest:
            one.newest = place
            self._newest = max(self._newest, place)
        ends = now + length
        if now >= self._warm and ends <= self._end:
            self._busy += length
        else:
            self._busy += max(0.0, min(ends, self._end) - max(now, self._warm))

    def left(self, head: Head) -> None:
        """Count a person whose patience ended."""
        self._classes[head.ticket_class].left += head.since >= self._warm

    def closed(self, windows: int, waiting: Mapping[str, int], tickets: int) -> Run:
        """Return the whole when the time is over and so many still wait."""
        for name, one in self._classes.items():
            one.waiting = waiting[name]
        return Run(self._classes, self._busy / (windows * (self._end - self._warm)), tickets)
