"""A number that was given out before, as steps of a visit: found, shown, left, rated."""

from dataclasses import replace

from kiosk import flow
from kiosk.flow import Visit
from kiosk.pages import Find, Home, Mine, Notice, Rate
from shared.usecases.holder import Found

DIGITS = 4
"""How many digits a number has at most: 999 in one line and day is a lot already."""


def ask_which(visit: Visit) -> Visit:
    """Ask for a number or its code."""
    return flow.go(visit, Find()) if isinstance(visit.page, Home) else visit


def type_sign(visit: Visit, sign: str) -> Visit:
    """Add a letter (the first sign) or a digit."""
    page = visit.page
    if not isinstance(page, Find) or len(page.typed) > DIGITS:
        return visit
    fits = sign.isdigit() if page.typed else sign.isalpha()
    return flow.turn(visit, Find(page.typed + sign)) if fits else visit


def erase(visit: Visit) -> Visit:
    """Take the last sign back."""
    page = visit.page
    return flow.turn(visit, Find(page.typed[:-1])) if isinstance(page, Find) else visit


def may_scan(visit: Visit) -> bool:
    """Whether a code before the scanner means this visit now; elsewhere it interrupts nobody."""
    return not visit.busy and isinstance(visit.page, Home | Find | Mine | Notice)


def show(visit: Visit, found: Found) -> Visit:
    """Show how the number stands; 返回 leads to where the visit began."""
    return replace(visit, page=Mine(found), trail=(Home(),), busy=False)


def stands(visit: Visit, found: Found) -> Visit:
    """The number on the screen stands differently now."""
    page = visit.page
    if isinstance(page, Mine) and page.found.ticket == found.ticket:
        leaving = page.leaving and found.view.may_leave
        return replace(visit, page=Mine(found, leaving))
    return visit


def ask_leaving(visit: Visit, leaving: bool) -> Visit:
    """Ask whether the number is really given up, or think better of it."""
    page = visit.page
    if not isinstance(page, Mine) or not page.found.view.may_leave:
        return visit
    return flow.turn(visit, replace(page, leaving=leaving))


def ask_rating(visit: Visit) -> Visit:
    """Show the five faces."""
    page = visit.page
    if not isinstance(page, Mine) or page.found.view.to_rate is None:
        return visit
    return flow.go(visit, Rate(page.found))
