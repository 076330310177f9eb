"""What a window board is asked to show, and what it says."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Mode: TypeAlias = Literal["static", "flash", "scroll"]
Color: TypeAlias = Literal["red", "green", "yellow"]


@dataclass(frozen=True)
class Shown:
    """The board acknowledged; `replaced` are the characters that became 〓."""

    replaced: tuple[str, ...] = ()


@dataclass(frozen=True)
class NoAnswer:
    """The board said nothing intelligible in any attempt: what it shows is unknown."""

    attempts: int


@dataclass(frozen=True)
class Refused:
    """The board answered, but did not accept; code is its error byte."""

    code: int


LedResult: TypeAlias = Shown | NoAnswer | Refused
