"""A visit at the kiosk as a pure machine: which screen, what was chosen, what came of it."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from shared.domain.ticket import TicketClass

MAX_TYPED = 24


class Screen(StrEnum):
    """One question per screen."""

    HOME = "home"
    ITEMS = "items"
    DONE = "done"
    NOTICE = "notice"


class Mode(StrEnum):
    """How the items are being looked for."""

    FREQUENT = "frequent"
    DEPARTMENT = "department"
    TYPE = "type"
    SEARCH = "search"


class Paper(StrEnum):
    """What is known of the slip, for the applicant."""

    PRINTING = "printing"
    TAKE = "take"  # sent or confirmed
    UNSURE = "unsure"
    NONE = "none"  # failed, or no slip


@dataclass(frozen=True)
class Looking:
    """What the applicant looks at on the items screen."""

    mode: Mode = Mode.FREQUENT
    group: str = ""
    typed: str = ""


@dataclass(frozen=True)
class Given:
    """The number that was given out, in the words of the screen."""

    ticket: int
    number: str
    ticket_class: TicketClass
    service: str
    ahead: int
    wait: str
    place: str
    code: str


@dataclass(frozen=True)
class Visit:
    """One person's visit; `busy` while a number is being drawn, so that taps do nothing."""

    screen: Screen = Screen.HOME
    looking: Looking = field(default_factory=Looking)
    given: Given | None = None
    paper: Paper = Paper.PRINTING
    busy: bool = False
    notice: str = ""
    before: Screen = Screen.HOME  # where 返回 leads from the notice


def home() -> Visit:
    """Nothing left of the last visitor."""
    return Visit()


def look_for_item(visit: Visit) -> Visit:
    """Ask what the person came for."""
    if visit.busy or visit.screen is not Screen.HOME:
        return visit
    return Visit(screen=Screen.ITEMS)


def look_by(visit: Visit, mode: Mode) -> Visit:
    """Look another way: frequent items, by department, by type."""
    return _looking(visit, Looking(mode=mode))


def enter_group(visit: Visit, group: str) -> Visit:
    """Open one department or type."""
    return _looking(visit, replace(visit.looking, group=group))


def type_letter(visit: Visit, letter: str) -> Visit:
    """Add a letter to what is typed; looking becomes a search."""
    typed = (visit.looking.typed + letter.lower())[:MAX_TYPED]
    return _looking(visit, Looking(Mode.SEARCH, typed=typed))


def erase(visit: Visit) -> Visit:
    """Take the last letter back; without letters the frequent items show again."""
    typed = visit.looking.typed[:-1]
    return _looking(visit, Looking(Mode.SEARCH, typed=typed) if typed else Looking())


def clear(visit: Visit) -> Visit:
    """Take all letters back."""
    return _looking(visit, Looking())


def asking(visit: Visit) -> Visit:
    """A number is being drawn; until it is there, nothing else can be pressed."""
    return replace(visit, busy=True)


def given(visit: Visit, ticket: Given) -> Visit:
    """The number is there; its slip is on the way."""
    return Visit(screen=Screen.DONE, given=ticket, looking=visit.looking)


def refused(visit: Visit, words: str) -> Visit:
    """The number could not be given; say why and what to do, and keep the person's place."""
    return replace(visit, screen=Screen.NOTICE, busy=False, notice=words, before=visit.screen)


def printed(visit: Visit, number: str, paper: Paper) -> Visit:
    """The slip of a number changed; only the number on the screen matters."""
    if visit.given is None or visit.given.number != number:
        return visit
    return replace(visit, paper=paper)


def back(visit: Visit) -> Visit:
    """One step back, as far as home."""
    if visit.busy:
        return visit
    if visit.screen is Screen.NOTICE and visit.before is Screen.ITEMS:
        return Visit(screen=Screen.ITEMS, looking=visit.looking)
    if visit.screen is Screen.ITEMS and visit.looking.group:
        return _looking(visit, replace(visit.looking, group=""))
    return home()


def _looking(visit: Visit, looking: Looking) -> Visit:
    if visit.busy or visit.screen is not Screen.ITEMS:
        return visit
    return replace(visit, looking=looking)
