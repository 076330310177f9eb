"""A visit at the kiosk as a pure machine: pages, the way back, what came of it.

Every step returns the same visit when it is not possible now: a tap that comes too late does
nothing.
"""

from dataclasses import dataclass, field, replace

from kiosk.modes import USUAL_VOLUME, Modes
from kiosk.pages import Done, Filed, Given, Help, Home, Notice, Page, Paper, Told


@dataclass(frozen=True)
class Visit:
    """One person's visit. `trail` are the pages that 返回 leads through, the last one first;
    `busy` while the hall answers, so that taps do nothing.
    """

    page: Page = field(default_factory=Home)
    trail: tuple[Page, ...] = ()
    busy: bool = False
    modes: Modes = field(default_factory=Modes)

    @property
    def at_rest(self) -> bool:
        """Whether nothing of a visitor is left."""
        return self == home(self.modes.usual)


def home(volume: int = USUAL_VOLUME) -> Visit:
    """Nothing left of the last visitor; the voice begins at `volume` percent."""
    return Visit(modes=Modes(volume=volume, usual=volume))


def begin_anew(visit: Visit) -> Visit:
    """End the visit: what staff have set stays, nothing else."""
    return home(visit.modes.usual)


def go(visit: Visit, page: Page) -> Visit:
    """Open a page; 返回 leads back from it."""
    if visit.busy or page == visit.page:
        return visit
    return replace(visit, page=page, trail=(*visit.trail, visit.page))


def turn(visit: Visit, page: Page) -> Visit:
    """Show another state of the page that is open."""
    return visit if visit.busy else replace(visit, page=page)


def back(visit: Visit) -> Visit:
    """One step back, as far as home; how the screen shows itself stays."""
    if visit.busy:
        return visit
    *before, page = visit.trail or (Home(),)
    return replace(visit, page=page, trail=tuple(before))


def help_me(visit: Visit) -> Visit:
    """Tell how this works and who helps."""
    return visit if isinstance(visit.page, Help) else go(visit, Help())


def show_as(visit: Visit, modes: Modes) -> Visit:
    """Let the screen show itself differently, at any time."""
    return replace(visit, modes=modes)


def asking(visit: Visit) -> Visit:
    """The hall is asked for something; until it answers, nothing else can be pressed."""
    return replace(visit, busy=True)


def answered(visit: Visit) -> Visit:
    """The hall has answered; the page is as it was."""
    return replace(visit, busy=False)


def given(visit: Visit, ticket: Given, paper: Paper = Paper.PRINTING) -> Visit:
    """The number is there; its slip is on the way."""
    return Visit(page=Done(ticket, paper), modes=visit.modes)


def refused(visit: Visit, words: str) -> Visit:
    """It could not be done; say why and what to do, and keep the person's place."""
    return go(answered(visit), Notice(words))


def printed(visit: Visit, number: str, paper: Paper) -> Visit:
    """The slip of a number changed, wherever that number stands in the visit."""

    def told(page: Page) -> Page:
        if isinstance(page, Done | Told | Filed) and page.number == number:
            return replace(page, paper=paper)
        return page

    return replace(visit, page=told(visit.page), trail=tuple(map(told, visit.trail)))


def on_paper(visit: Visit) -> Done | Told | Filed | None:
    """Return what is being printed for this visit: what is on the screen, else its number."""
    page = visit.page
    return page if isinstance(page, Told | Filed) else in_hand(visit)


def in_hand(visit: Visit) -> Done | None:
    """Return the number this visit has got, if it has one."""
    for page in (visit.page, *reversed(visit.trail)):
        if isinstance(page, Done):
            return page
    return None
