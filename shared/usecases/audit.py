"""The hall's past: sealed as it happens, and verified against the seals and the tables."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from shared.domain.chain import Break, Walk
from shared.domain.errors import BadInput, Unavailable
from shared.domain.replay import Replay
from shared.domain.seal import Batch, RawFact, Unreadable
from shared.storage import Transaction, history, seals
from shared.storage.seals import End
from shared.usecases.comparison import Comparison
from shared.usecases.context import Context


def seal_batch(ctx: Context, most: int = 1000, stop: Callable[[], bool] = lambda: False) -> int:
    """Seal what was committed since the last seal, `most` facts at a time; returns how many.

    While somebody else seals, nothing is done. No writer waits while facts are read and hashed.
    """
    total = 0
    while not stop():
        count = _seal_once(ctx, most)
        total += count
        if count < most:
            break
    return total


def _seal_once(ctx: Context, most: int) -> int:
    with ctx.database.read() as tx:
        if not seals.our_turn(tx):
            return 0
        before = seals.end(tx)
        batch = Batch(before.digest)
        for fact in islice(history.facts(tx, before.last_fact), most):
            if isinstance(fact, Unreadable):
                raise Unavailable(
                    f"fact {fact.id} cannot be read, and nothing after it can be sealed",
                    "somebody has changed the database: see hall audit verify",
                )
            batch.add(fact)
        if batch.facts == 0:
            return 0
        with ctx.database.aside() as change:
            added = seals.add(change, before, batch.seal(before.seal + 1, ctx.clock()))
    return batch.facts if added else 0


@dataclass(frozen=True)
class Head:
    """Where the chain ends now, and how many facts came since then."""

    end: End
    unsealed: int


def head(ctx: Context) -> Head:
    """Return the newest seal, whose digest is to be noted outside of the database."""
    with ctx.database.read() as tx:
        end = seals.end(tx)
        return Head(end, history.count(tx, end.last_fact))


@dataclass(frozen=True)
class Audit:
    """What the past looks like: the chain up to its first break, and how the tables differ.

    `anchored` is None when no digest was named; `unknown` facts are of kinds of a newer release.
    """

    seals: int
    sealed: int
    unsealed: int
    head: str
    broken: Break | None
    anchored: bool | None
    differences: tuple[str, ...]
    unknown: int

    @property
    def whole(self) -> bool:
        """Whether nothing was changed, as far as this can be seen."""
        return self.broken is None and self.anchored is not False and not self.differences


def verify(ctx: Context, anchor: str | None = None) -> Audit:
    """Walk along the chain, rebuild the hall from its facts and compare; all in one snapshot.

    `anchor` is a digest noted earlier; BadInput when it cannot be one.
    """
    wanted = None if anchor is None else _digest(anchor)
    with ctx.database.read() as tx:
        return _verify(tx, ctx.hall.code, wanted)


def _verify(tx: Transaction, hall: str, anchor: str | None) -> Audit:
    walk = Walk(history.seals(tx), anchor)
    replay = Replay()
    comparison = Comparison(tx, hall)
    for fact in history.facts(tx):
        walk.take(fact)
        if isinstance(fact, RawFact):
            replay.take(fact)
            comparison.settled(replay.hall)
        else:
            replay.oddities.append(f"fact {fact.id} cannot be read")
    walk.end()
    comparison.end(replay.hall)
    return Audit(
        walk.seals,
        walk.sealed,
        walk.unsealed,
        walk.head,
        walk.broken,
        None if anchor is None else walk.anchored,
        (*replay.oddities, *comparison.differences),
        replay.unknown,
    )


def _digest(text: str) -> str:
    digest = "".join(text.split()).lower()
    if not re.fullmatch("[0-9a-f]{64}", digest):
        raise BadInput(
            f"“{text}” is not a digest", "it has 64 digits 0–9 and a–f: hall audit head prints it"
        )
    return digest
