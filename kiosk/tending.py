"""The staff screen as steps of a visit: the knock, the PIN, what is asked before it is done."""

from dataclasses import replace

from kiosk import flow
from kiosk.flow import Visit
from kiosk.pages import Home, Pin, Staff
from shared.config.pin import MOST

KNOCKS = 5
KNOCK_S = 4.0
"""So many touches of the emblem within so many seconds ask for the PIN."""


class Knocking:
    """Counts the touches of the emblem, each told with its moment in seconds."""

    def __init__(self) -> None:
        self._at: list[float] = []

    def knock(self, now: float) -> bool:
        """Take one more touch; True when that was enough."""
        self._at = [at for at in self._at if now - at < KNOCK_S] + [now]
        if len(self._at) < KNOCKS:
            return False
        self._at = []
        return True


def ask_pin(visit: Visit) -> Visit:
    """Ask for the PIN, where no visit has begun."""
    return flow.go(visit, Pin()) if isinstance(visit.page, Home) else visit


def type_digit(visit: Visit, digit: str) -> Visit:
    """Add a digit."""
    page = visit.page
    if not isinstance(page, Pin) or not digit.isdigit() or len(page.typed) >= MOST:
        return visit
    return flow.turn(visit, Pin(page.typed + digit))


def erase(visit: Visit) -> Visit:
    """Take the last digit back."""
    page = visit.page
    return flow.turn(visit, Pin(page.typed[:-1])) if isinstance(page, Pin) else visit


def refused(visit: Visit) -> Visit:
    """It was another PIN, or not yet time to try again."""
    return replace(visit, page=Pin(wrong=True), busy=False)


def enter(visit: Visit) -> Visit:
    """The PIN was right; 返回 leads home, not to the PIN."""
    return replace(visit, page=Staff(), trail=(Home(),), busy=False)


def ask_sure(visit: Visit, act: str) -> Visit:
    """Ask before something is done that ends the program; "" when staff thought better of it.

    A page of its own: the second tap of a double tap must not be the answer.
    """
    page = visit.page
    if not isinstance(page, Staff) or bool(page.sure) == bool(act):
        return visit
    return flow.go(visit, Staff(sure=act)) if act else flow.back(visit)


def done(visit: Visit, said: str) -> Visit:
    """Say what came of an act."""
    page = visit.page
    return flow.turn(visit, replace(page, said=said)) if isinstance(page, Staff) else visit
