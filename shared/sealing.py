"""The sealer: seals new facts every few seconds."""

from shared.chore import Chore
from shared.usecases.audit import seal_batch
from shared.usecases.context import Context

EVERY_S = 5.0
"""For how long at most a fact stays unsealed while the hall is at work."""

STOP_S = 0.15
"""How long to wait for a seal in hand; it is written whole or not at all."""


class Sealer(Chore):
    """Seals what is not sealed yet, a batch at a time."""

    def __init__(self, ctx: Context) -> None:
        super().__init__("sealing", EVERY_S, STOP_S)
        self._ctx = ctx

    def work(self) -> None:
        """Seal until nothing is left, or it is told to stop between two batches."""
        seal_batch(self._ctx, stop=self.stopping)
