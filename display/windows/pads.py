"""What the hub wants of a window's evaluation pad, whatever its kind."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True)
class Asked:
    """The question to a visitor: the service it is about, its ticket, and seconds to answer."""

    service: int
    number: str
    seconds: int


class WindowPad(Protocol):
    """The pads on one port. Any thread may call; what cannot be shown is left out."""

    def start_rating(self, window: int, asked: Asked) -> None:
        """Ask the visitor at a window."""

    def serving(self, window: int, number: str | None) -> None:
        """Tell which ticket is at a window, None for nobody."""

    def notice(self, window: int, words: str) -> None:
        """Show these words to everybody at a window until `serving` is told again."""

    def thank(self, window: int) -> None:
        """Tell the visitor that the rating is stored."""


@dataclass(frozen=True)
class PadKeyPressed:
    """A key on a window's evaluation pad.

    `service` is what the pad says it was asked about; `settle` tells it whether the press is
    stored, None for a pad that says it once and no more.
    """

    window: int
    code: int
    service: int | None = None
    settle: Callable[[bool], None] | None = field(default=None, compare=False, repr=False)
