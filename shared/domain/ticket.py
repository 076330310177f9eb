"""A ticket: its number, its class, its states and the legal ways from one to the next."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from shared.domain.errors import BadInput, Refused
from shared.domain.said import said

GREEN_PREFIX = "G"


class TicketClass(StrEnum):
    """Why a ticket stands where it stands; the members are in the order they are called."""

    GREEN = "green"
    BOOKED = "booked"
    ORDINARY = "ordinary"


class TicketState(StrEnum):
    """What is true of a ticket now; distinct facts, never a pile of booleans."""

    WAITING = "waiting"  # in a queue, since it was issued
    TRANSFERRED = "transferred"  # in a queue again, sent there by a window
    CALLED = "called"  # a window asks for the person; not yet being served
    SERVING = "serving"  # at the window
    PARKED = "parked"  # set aside by the window, to be resumed
    NO_SHOW = "no_show"  # called, and nobody came
    DONE = "done"  # the visit to the window is over
    ABANDONED = "abandoned"  # the person gave the number up
    VOID = "void"  # the hall took the number back


class StartMode(StrEnum):
    """When serving begins: with the call itself, or when the window says so."""

    ON_CALL = "on_call"
    EXPLICIT = "explicit"


class Action(StrEnum):
    """What staff or the hall can do to a ticket."""

    CALL = "call"
    START = "start"
    RECALL = "recall"
    NO_SHOW = "no_show"
    PARK = "park"
    RESUME = "resume"
    TRANSFER = "transfer"
    FINISH = "finish"
    RETURN = "return"
    ABANDON = "abandon"
    VOID = "void"


IN_LINE = (TicketState.WAITING, TicketState.TRANSFERRED)
AT_WINDOW = (TicketState.CALLED, TicketState.SERVING)
AWAY = (TicketState.PARKED, TicketState.NO_SHOW)
FINAL = (TicketState.DONE, TicketState.ABANDONED, TicketState.VOID)

LEGAL: Mapping[Action, Mapping[TicketState, TicketState]] = MappingProxyType(
    {
        Action.CALL: dict.fromkeys(IN_LINE, TicketState.CALLED),
        Action.START: {TicketState.CALLED: TicketState.SERVING},
        Action.RECALL: {state: state for state in AT_WINDOW},
        Action.NO_SHOW: dict.fromkeys(AT_WINDOW, TicketState.NO_SHOW),
        Action.PARK: dict.fromkeys(AT_WINDOW, TicketState.PARKED),
        Action.RESUME: dict.fromkeys(AWAY, TicketState.CALLED),
        Action.TRANSFER: dict.fromkeys(AT_WINDOW, TicketState.TRANSFERRED),
        Action.FINISH: dict.fromkeys(AT_WINDOW, TicketState.DONE),
        Action.RETURN: {TicketState.NO_SHOW: TicketState.WAITING},
        Action.ABANDON: dict.fromkeys((*IN_LINE, *AWAY), TicketState.ABANDONED),
        Action.VOID: dict.fromkeys((*IN_LINE, *AWAY), TicketState.VOID),
    }
)
"""Action → state before → state after. Under `on_call` CALLED is passed through to SERVING."""

_STATE_WORDS = {
    TicketState.WAITING: "is waiting",
    TicketState.TRANSFERRED: "was transferred and is waiting",
    TicketState.CALLED: "has been called",
    TicketState.SERVING: "is being served",
    TicketState.PARKED: "is parked",
    TicketState.NO_SHOW: "did not show up",
    TicketState.DONE: "is done",
    TicketState.ABANDONED: "was given up",
    TicketState.VOID: "is void",
}


def after(action: Action, state: TicketState, start: StartMode, number: str) -> TicketState:
    """Return the state of ticket `number` after `action`; Refused when the step is not legal."""
    target = LEGAL[action].get(state)
    if target is None:
        allowed = ", ".join(sorted(LEGAL[action]))
        raise Refused(
            f"ticket {number} {_STATE_WORDS[state]}: {action.value.replace('_', '-')} "
            "is not possible now",
            f"possible from: {allowed}",
            public=said("desk", "{number}现在不能这样办，请看它的状态").of(number=number),
        )
    if target is TicketState.CALLED and start is StartMode.ON_CALL:
        return TicketState.SERVING
    return target


@dataclass(frozen=True, order=True)
class TicketNumber:
    """A number as people read it: prefix letter and count, unique per hall, day and prefix."""

    prefix: str
    count: int

    def __str__(self) -> str:
        return f"{self.prefix}{self.count:03d}"

    @property
    def keypad_digits(self) -> int:
        """The last three digits, which is all a keypad can show (after 999 comes 1000)."""
        return self.count % 1000

    @classmethod
    def parse(cls, text: str) -> "TicketNumber":
        """Read `A012`, `a12` or `A1000`; BadInput when it is not a ticket number."""
        match = re.fullmatch(r"\s*([A-Za-z])0*([1-9]\d{0,6})\s*", text)
        if not match:
            raise BadInput(f"“{text}” is not a ticket number", "a number looks like A012")
        return cls(match[1].upper(), int(match[2]))
