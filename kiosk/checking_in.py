"""Checking in for an appointment, as steps of a visit: digits, a code, a card."""

from dataclasses import replace

from kiosk import flow
from kiosk.flow import Visit
from kiosk.pages import Booking, Card, Home

MAX_DIGITS = 13
"""A booking's number has 11 digits, 12 on a day with more than 999; a telephone number up to 13."""
LEAST_DIGITS = 5


def begin(visit: Visit) -> Visit:
    """Ask which booking."""
    return flow.go(visit, Booking()) if isinstance(visit.page, Home) else visit


def type_digit(visit: Visit, digit: str) -> Visit:
    """Add a digit."""
    page = visit.page
    if not isinstance(page, Booking) or len(page.typed) >= MAX_DIGITS:
        return visit
    return flow.turn(visit, Booking(page.typed + digit))


def erase(visit: Visit) -> Visit:
    """Take the last digit back."""
    page = visit.page
    return flow.turn(visit, Booking(page.typed[:-1])) if isinstance(page, Booking) else visit


def clear(visit: Visit) -> Visit:
    """Take all digits back."""
    return flow.turn(visit, Booking()) if isinstance(visit.page, Booking) else visit


def use_card(visit: Visit) -> Visit:
    """Tell what is read of a card, and ask whether it may be."""
    return flow.go(visit, Card()) if isinstance(visit.page, Booking) else visit


def agree(visit: Visit) -> Visit:
    """The card may be read."""
    return flow.turn(visit, Card(agreed=True)) if isinstance(visit.page, Card) else visit


def not_read(visit: Visit, trouble: str) -> Visit:
    """The card could not be read: say so, and go on waiting for it."""
    page = visit.page
    return flow.turn(visit, replace(page, trouble=trouble)) if isinstance(page, Card) else visit


def card_wanted(visit: Visit) -> bool:
    """Whether a card may be read at this moment."""
    return isinstance(visit.page, Card) and visit.page.agreed and not visit.busy
