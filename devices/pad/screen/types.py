"""What the hub hears of pads with a screen."""

from dataclasses import dataclass
from typing import TypeAlias

from devices.pad.screen.messages import Face


@dataclass(frozen=True)
class PadOnline:
    """The pad logged in."""

    pad: str


@dataclass(frozen=True)
class PadOffline:
    """The pad has gone, or is silent; what it shows is unknown."""

    pad: str
    why: str


@dataclass(frozen=True)
class Submitted:
    """A key of the pad; `request` names the question it answers, "" when none was open.

    The pad repeats it until it is settled.
    """

    pad: str
    id: str
    request: str
    code: int


PadEvent: TypeAlias = PadOnline | PadOffline | Submitted


@dataclass(frozen=True)
class Question:
    """A question to the visitor: open for `seconds` from when it is first asked."""

    request: str
    ticket: str
    seconds: int
    faces: tuple[Face, ...]
    complaint: int | None = None
