"""Looking for an item, as steps of a visit: ways, groups, letters."""

from dataclasses import replace

from kiosk import flow
from kiosk.flow import Visit
from kiosk.pages import Details, Home, Items, Looking, Purpose, Way

MAX_TYPED = 24


def look_for(visit: Visit, purpose: Purpose) -> Visit:
    """Ask which item."""
    from_here = isinstance(visit.page, Home) or purpose is Purpose.ADD
    return flow.go(visit, Items(purpose=purpose)) if from_here else visit


def look_by(visit: Visit, way: Way) -> Visit:
    """Look another way: frequent items, by department, by type."""
    return _looking(visit, Looking(way))


def enter_group(visit: Visit, group: str) -> Visit:
    """Open one department or type."""
    page = visit.page
    if not isinstance(page, Items) or page.looking.group:
        return visit
    return flow.go(visit, replace(page, looking=replace(page.looking, group=group)))


def type_letter(visit: Visit, letter: str) -> Visit:
    """Add a letter to what is typed; looking becomes a search."""
    typed = (_typed(visit) + letter.lower())[:MAX_TYPED]
    return _looking(visit, Looking(Way.SEARCH, typed=typed))


def erase(visit: Visit) -> Visit:
    """Take the last letter back; without letters the frequent items show again."""
    typed = _typed(visit)[:-1]
    return _looking(visit, Looking(Way.SEARCH, typed=typed) if typed else Looking())


def clear(visit: Visit) -> Visit:
    """Take all letters back."""
    return _looking(visit, Looking())


def read_about(visit: Visit, code: str) -> Visit:
    """Open an item's own page."""
    return flow.go(visit, Details(code)) if isinstance(visit.page, Items) else visit


def _typed(visit: Visit) -> str:
    return visit.page.looking.typed if isinstance(visit.page, Items) else ""


def _looking(visit: Visit, looking: Looking) -> Visit:
    """Look at something else; a group that was open is left, so that 返回 does not lead into it."""
    page = visit.page
    if visit.busy or not isinstance(page, Items):
        return visit
    trail = visit.trail
    while trail and isinstance(trail[-1], Items):
        trail = trail[:-1]
    return replace(visit, page=replace(page, looking=looking), trail=trail)
