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


@dataclass(frozen=True)
class OnDuty:
    """Who serves at a window, as visitors may read it (004 服务人员公开); `photo` JPEG or PNG."""

    name: str
    post: str = ""
    number: str = ""
    party_member: bool = False
    photo: bytes = field(default=b"", repr=False)


@dataclass(frozen=True)
class PadScene:
    """What is at a window: the ticket (None: nobody), who serves (None: nobody is known), and the
    message of whoever is `away`.
    """

    ticket: str | None
    staff: OnDuty | None = None
    away: str = ""


NOBODY = PadScene(None)
"""Nobody is known to be there."""


class WindowPad(Protocol):
    """The pads on one port. Any thread may call; what cannot be shown is left out."""

    def start_rating(self, window: int, asked: Asked) -> None:
        """Ask the visitor at a window."""

    def serving(self, window: int, scene: PadScene) -> None:
        """Tell who is at a window."""

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
