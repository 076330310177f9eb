"""How to reach every page of the kiosk in every state that looks different."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk import flow
from kiosk.modes import Modes
from kiosk.pages import Details, Done, Help, Home, Items, Notice, Page
from shared.domain.events import Fact, PrintChanged
from shared.feed import Live, Lost
from shared.storage.print_jobs import PrintState
from tests.kiosk.screen import KioskScreen
from tests.support.halls import COMPANY, SOCIAL_CARD

LONG = "因公司的股东发生合并（分立），公司申请变更登记"


@dataclass(frozen=True)
class Station:
    """A state of the screen; `reach` leads there from home. `only` names the item to look at."""

    name: str
    page: type[Page]
    reach: Callable[[KioskScreen], None]
    only: str = ""


def begin(kiosk: KioskScreen, modes: Modes) -> None:
    """Begin a visit in these modes, as the switches would leave it."""
    visiting = kiosk.model.visit
    visiting.show(flow.home())
    kiosk.model.presence.touched()
    kiosk.model.onFeedState(Live())
    kiosk.model.evacuate([])
    visiting.show(flow.show_as(flow.home(), modes))


def _nothing(kiosk: KioskScreen) -> None:
    """A visit begins at home."""


def _offline(kiosk: KioskScreen) -> None:
    kiosk.model.onFeedState(Lost("gone"))


def _items(kiosk: KioskScreen) -> None:
    kiosk.model.visit.takeNumber()


def _typed(letters: str) -> Callable[[KioskScreen], None]:
    def reach(kiosk: KioskScreen) -> None:
        _items(kiosk)
        for letter in letters:
            kiosk.model.items.typeLetter(letter)

    return reach


def _by(way: str, group: str = "") -> Callable[[KioskScreen], None]:
    def reach(kiosk: KioskScreen) -> None:
        _items(kiosk)
        kiosk.model.items.lookBy(way)
        if group:
            kiosk.model.items.enterGroup(group)

    return reach


def _details(name: str) -> Callable[[KioskScreen], None]:
    def reach(kiosk: KioskScreen) -> None:
        kiosk.model.visit.lookUp()
        kiosk.model.items.choose(kiosk.code_of(name))

    return reach


def _number(name: str, paper: PrintState) -> Callable[[KioskScreen], None]:
    def reach(kiosk: KioskScreen) -> None:
        _items(kiosk)
        kiosk.model.items.choose(kiosk.code_of(name))
        _await_number(kiosk)
        _tell(kiosk, paper)

    return reach


def _green(kiosk: KioskScreen) -> None:
    kiosk.model.ticket.greenChannel()
    _await_number(kiosk)


def _adding(kiosk: KioskScreen) -> None:
    _number(COMPANY, PrintState.CONFIRMED)(kiosk)
    kiosk.model.ticket.addMore()


def _added(kiosk: KioskScreen) -> None:
    _adding(kiosk)
    kiosk.model.items.choose(kiosk.code_of(SOCIAL_CARD))
    kiosk.until(lambda: kiosk.model.ticket.property("after") != "")
    _tell(kiosk, PrintState.CONFIRMED)


def _refused(kiosk: KioskScreen) -> None:
    _adding(kiosk)
    kiosk.model.items.choose(kiosk.code_of(COMPANY))
    kiosk.await_page("NoticePage")


def _help(kiosk: KioskScreen) -> None:
    kiosk.model.visit.help()


def _still_there(kiosk: KioskScreen) -> None:
    _items(kiosk)
    kiosk.idle(65 if kiosk.model.visit.visit.modes.unhurried else 35)


def _evacuated(kiosk: KioskScreen) -> None:
    kiosk.model.evacuate(["请立即有序撤离", "Please leave the building now"])


def _await_number(kiosk: KioskScreen) -> None:
    kiosk.await_page("DonePage")


def _tell(kiosk: KioskScreen, state: PrintState) -> None:
    event = PrintChanged(kiosk.model.ticket.property("number"), 1, state)
    kiosk.model.onFacts([Fact(1, kiosk.ctx.clock(), event)])


STATIONS = (
    Station("home", Home, _nothing),
    Station("home-offline", Home, _offline),
    Station("items", Items, _items),
    Station("items-search", Items, _typed("gssl")),
    Station("items-none", Items, _typed("vvv")),
    Station("items-word", Items, _typed("bzz")),
    Station("items-departments", Items, _by("department")),
    Station("items-department", Items, _by("department", "人力资源和社会保障局")),
    Station("items-types", Items, _by("type")),
    Station("details", Details, _details(COMPANY)),
    Station("details-long", Details, _details(LONG)),
    Station("done-printing", Done, _number(COMPANY, PrintState.PENDING)),
    Station("done-take", Done, _number(COMPANY, PrintState.CONFIRMED)),
    Station("done-unsure", Done, _number(COMPANY, PrintState.UNCERTAIN)),
    Station("done-none", Done, _number(LONG, PrintState.FAILED)),
    Station("done-green", Done, _green),
    Station("items-add", Items, _adding),
    Station("done-added", Done, _added),
    Station("notice", Notice, _refused),
    Station("help", Help, _help),
    Station("still-there", Items, _still_there, only="still-there"),
    Station("evacuation", Home, _evacuated, only="evacuation"),
)
