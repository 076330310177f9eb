"""Walks along the chain of seals beside the facts, and tells where it breaks first."""

from collections.abc import Iterator
from dataclasses import dataclass

from shared.domain.seal import START, Batch, RawFact, Seal, Unreadable


@dataclass(frozen=True)
class Break:
    """Seal number `seal`, over the facts from `first` to `last`, does not hold, and why."""

    seal: int
    first: int
    last: int
    why: str


class Walk:
    """Takes every fact by growing id; seals come by growing id from an iterator of their own.

    `sealed` facts stand under the `seals` that hold, the newest of which is `head`; after the
    first break nothing more is counted as sealed. `unsealed` facts come after the last seal.
    """

    def __init__(self, seals: Iterator[Seal | Unreadable], anchor: str | None = None) -> None:
        self.seals = 0
        self.sealed = 0
        self.unsealed = 0
        self.head = START
        self.broken: Break | None = None
        self.anchored = anchor == START
        self._anchor = anchor
        self._rest = seals
        self._seal: Seal | None = None
        self._last = 0
        self._begin()

    def take(self, fact: RawFact | Unreadable) -> None:
        """Take in the next fact."""
        while self._seal is not None and fact.id > self._seal.last_fact:
            self._close(self._seal)
        if self._seal is None:
            self.unsealed += 1
        elif isinstance(fact, Unreadable):
            self._break(self._seal.id, self._seal.last_fact, f"fact {fact.id} cannot be read")
        elif self.broken is None:
            self._batch.add(fact)

    def end(self) -> None:
        """All facts were taken in."""
        while self._seal is not None:
            self._close(self._seal)

    def _begin(self) -> None:
        self._batch = Batch(self.head)
        self._seal = None
        for seal in self._rest:
            if isinstance(seal, Seal):
                self._seal = seal
                return
            self._break(seal.id, self._last, f"seal {seal.id} cannot be read")

    def _close(self, seal: Seal) -> None:
        if self.broken is None:
            made = self._batch.seal(self.seals + 1, seal.at)
            if made == seal:
                self.seals += 1
                self.sealed += seal.facts
                self.head = seal.digest
                self.anchored = self.anchored or seal.digest == self._anchor
            else:
                self._break(made.id, seal.last_fact, _why(made, seal))
        self._last = seal.last_fact
        self._begin()

    def _break(self, seal: int, last: int, why: str) -> None:
        if self.broken is None:
            self.broken = Break(seal, self._last + 1, last, why)


def _why(made: Seal, seal: Seal) -> str:
    if made.id != seal.id:
        return f"seal {made.id} is not there, the next one is {seal.id}"
    if made.facts != seal.facts:
        return f"{seal.facts} facts were sealed, {made.facts} are there"
    if made.last_fact != seal.last_fact:
        return f"its last fact was {seal.last_fact}, now it is {made.last_fact}"
    return "what was sealed is not what is there: a fact, the seal or the one before was changed"
