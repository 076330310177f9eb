"""A port as its supervisor sees it: what it does there, and in which state it is."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeAlias, runtime_checkable


class Line(Protocol):
    """What a supervisor does with its port."""

    def open(self) -> None:
        """Open the port, or raise DeviceError."""

    def close(self) -> None:
        """Let go of the port; a DeviceError raised here is of no interest any more."""

    def work(self) -> None:
        """Do one finite piece of work (at most about a second), or raise DeviceError."""

    def interrupt(self) -> None:
        """From another thread: make `work` return soon."""


@runtime_checkable
class Identified(Protocol):
    """A line that can ask what is at its other end; a line need not be one."""

    def identify(self) -> str:
        """Ask once after opening; returns words for people, or raises DeviceError."""


@dataclass(frozen=True)
class Connecting:
    """The port is being opened for the first time."""

    since: datetime


@dataclass(frozen=True)
class Identifying:
    """The port is open for the first time, and what is behind it is being asked."""

    since: datetime


@dataclass(frozen=True)
class Working:
    """The port has done its work; `identity` is what the device said of itself, often nothing."""

    since: datetime
    identity: str = ""


@dataclass(frozen=True)
class BackingOff:
    """The port failed `tries` times in a row `since` then, lastly for `reason`; it is opened
    again at `next_try`. `hint` is what a person can do.
    """

    since: datetime
    reason: str
    hint: str
    next_try: datetime
    tries: int


@dataclass(frozen=True)
class Stopped:
    """Nobody uses the port any more; `bug` names what ended its thread unasked."""

    since: datetime
    bug: str = ""


PortState: TypeAlias = Connecting | Identifying | Working | BackingOff | Stopped
