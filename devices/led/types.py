"""What a window board is asked to show, and what it says; every make speaks this."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol, TypeAlias

Mode: TypeAlias = Literal["static", "flash", "scroll"]
Color: TypeAlias = Literal["red", "green", "yellow"]
Script: TypeAlias = Literal["chinese", "latin"]


@dataclass(frozen=True)
class Look:
    """How a text is shown; width and height in pixels, speed 1 (slow) to 5 (fast), stay in
    seconds between two runs. A board that lacks one of these shows the text without it.
    """

    mode: Mode = "static"
    color: Color = "red"
    width: int = 160
    height: int = 16
    speed: int = 4
    stay: float = 2.0


PLAIN = Look()


@dataclass(frozen=True)
class Shown:
    """The board acknowledged; `replaced` are the characters that it shows as 〓 or ?, and
    `shortened` says that the end of the text did not fit into its memory and became … or ~.
    """

    replaced: tuple[str, ...] = ()
    shortened: bool = False


@dataclass(frozen=True)
class NoAnswer:
    """The board said nothing intelligible in any attempt: what it shows is unknown."""

    attempts: int


@dataclass(frozen=True)
class Refused:
    """The board answered, but did not accept; code is its error byte, reason its meaning."""

    code: int
    reason: str = ""


@dataclass(frozen=True)
class NotSupported:
    """This kind of board has no such command; nothing was sent."""

    what: str


LedResult: TypeAlias = Shown | NoAnswer | Refused | NotSupported


@dataclass(frozen=True)
class Answering:
    """The board is there. What it does not tell is None: lit (power), brightness 0–100 %, and
    its clock without a time zone.
    """

    lit: bool | None = None
    brightness: int | None = None
    clock: datetime | None = None


LedStatus: TypeAlias = Answering | NoAnswer | Refused


class LedBus(Protocol):
    """Boards that share a port. Every call raises PortUnavailable or WriteFailed when the port
    itself is gone; what a board says or does not say is returned. Calls take turns; a call waits
    at most for `attempts` × (timeout + time on the wire), once only if not `patient`.
    """

    @property
    def script(self) -> Script:
        """What the boards can spell: Chinese (GBK), or letters and digits alone."""

    def open(self) -> None:
        """Open the port, or raise PortUnavailable."""

    def close(self) -> None:
        """Let go of the port."""

    def show(
        self, address: int, text: str, look: Look = PLAIN, *, patient: bool = True
    ) -> LedResult:
        """Show text, and nothing else, on the board."""

    def clear(self, address: int, *, patient: bool = True) -> LedResult:
        """Take every text off the board."""

    def ping(self, address: int, *, patient: bool = True) -> LedResult:
        """Ask whether the board is there; Shown means yes. The picture does not change."""

    def dim(self, address: int, percent: int, *, patient: bool = True) -> LedResult:
        """Set the brightness, 0–100 %, to the nearest step the board has."""

    def set_clock(self, address: int, now: datetime, *, patient: bool = True) -> LedResult:
        """Set the board's clock to hall time."""

    def light(self, address: int, on: bool, *, patient: bool = True) -> LedResult:
        """Switch the picture on or off; the board keeps listening."""

    def status(self, address: int, *, patient: bool = True) -> LedStatus:
        """Ask what the board says of itself."""
