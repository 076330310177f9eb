"""What an evaluation pad says."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PadKey:
    """A key was pressed on the pad; what its code means is for the hall to configure."""

    address: int
    code: int
