"""How to reach every page of the kiosk in every state that looks different."""

from collections.abc import Callable
from dataclasses import dataclass

from devices.id_reader import Unreadable
from kiosk import flow, tending
from kiosk.modes import Modes
from kiosk.pages import (
    Booking,
    Card,
    Choice,
    Details,
    Digits,
    Done,
    Filed,
    Find,
    Help,
    Home,
    Items,
    Mine,
    Notice,
    OtherWays,
    Page,
    Pin,
    Rate,
    Staff,
    Told,
)
from shared.domain.events import Fact, PrintChanged
from shared.feed import Live, Lost
from shared.storage.print_jobs import PrintState
from shared.usecases.call_next import call_next
from shared.usecases.issue_ticket import Request, issue_ticket
from shared.usecases.window_actions import finish
from tests.kiosk.screen import KioskScreen
from tests.support.halls import COMPANY, LAND, SOCIAL_CARD

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


def _guided(kiosk: KioskScreen) -> None:
    _details(COMPANY)(kiosk)
    kiosk.until(lambda: bool(kiosk.model.details.property("guided")))


def _told(paper: PrintState) -> Callable[[KioskScreen], None]:
    def reach(kiosk: KioskScreen) -> None:
        _guided(kiosk)
        kiosk.model.told.tell()
        kiosk.await_page("ToldPage")
        number = kiosk.model.told.property("number")
        kiosk.model.onFacts([Fact(1, kiosk.ctx.clock(), PrintChanged(number, 1, paper))])

    return reach


def _booking(kiosk: KioskScreen, readers: bool = False) -> None:
    kiosk.model._listening._works(readers, readers)
    kiosk.model.booking.begin()
    for digit in "20261123004":
        kiosk.model.booking.typeDigit(digit)


def _with_readers(kiosk: KioskScreen) -> None:
    _booking(kiosk, readers=True)


def _card(agreed: bool, trouble: str = "") -> Callable[[KioskScreen], None]:
    def reach(kiosk: KioskScreen) -> None:
        _with_readers(kiosk)
        kiosk.model.booking.useCard()
        if agreed:
            kiosk.model.booking.agree()
        if trouble:
            kiosk.model.booking._card(Unreadable("lifted"))

    return reach


def _number(name: str, paper: PrintState) -> Callable[[KioskScreen], None]:
    def reach(kiosk: KioskScreen) -> None:
        _items(kiosk)
        kiosk.model.items.choose(kiosk.code_of(name))
        _await_number(kiosk)
        tell(kiosk, paper)

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
    tell(kiosk, PrintState.CONFIRMED)


def _refused(kiosk: KioskScreen) -> None:
    _adding(kiosk)
    kiosk.model.items.choose(kiosk.code_of(COMPANY))
    kiosk.await_page("NoticePage")


def _find(typed: str) -> Callable[[KioskScreen], None]:
    def reach(kiosk: KioskScreen) -> None:
        kiosk.model.mine.open()
        for sign in typed:
            kiosk.model.mine.typeSign(sign)

    return reach


def _mine(kiosk: KioskScreen) -> None:
    key = issue_ticket(kiosk.ctx, Request(LONG)).key
    kiosk.scan(f"HC1:{key}")
    kiosk.await_page("MinePage")


def _mine_by_number(kiosk: KioskScreen) -> None:
    _find(str(issue_ticket(kiosk.ctx, Request(LONG)).number))(kiosk)
    kiosk.model.mine.look()
    kiosk.await_page("MinePage")


def _leaving(kiosk: KioskScreen) -> None:
    _mine(kiosk)
    kiosk.model.mine.askLeaving(True)


def _served(kiosk: KioskScreen) -> None:
    issued = issue_ticket(kiosk.ctx, Request(LAND))
    called = call_next(kiosk.ctx, 7)
    while called is not None and called.number != issued.number:
        called = call_next(kiosk.ctx, 7)
    finish(kiosk.ctx, 7)
    kiosk.scan(f"HC1:{issued.key}")
    kiosk.await_page("MinePage")


def _rate(kiosk: KioskScreen) -> None:
    _served(kiosk)
    kiosk.model.mine.askRating()


def _pin(kiosk: KioskScreen) -> None:
    visiting = kiosk.model.visit
    visiting.show(tending.refused(tending.ask_pin(visiting.visit)))
    kiosk.model.staff.typeDigit("7")


def _staff(kiosk: KioskScreen) -> None:
    visiting = kiosk.model.visit
    visiting.show(tending.enter(visiting.visit))
    staff = kiosk.model.staff
    staff.act("paper")
    kiosk.until(lambda: len(staff.property("health")) > 3)


def _staff_sure(kiosk: KioskScreen) -> None:
    _staff(kiosk)
    kiosk.model.staff.ask("exit")


def _help(kiosk: KioskScreen) -> None:
    kiosk.model.visit.help()


def _asked(door: str, *answers: str) -> Callable[[KioskScreen], None]:
    """Open a door and give these answers; "" passes a question over."""

    def reach(kiosk: KioskScreen) -> None:
        request = kiosk.model.request
        request.openHelp() if door == "ask-help" else request.openReport()
        for answer in answers:
            request.answer(answer)

    return reach


def _typed_number(signs: str, *answers: str) -> Callable[[KioskScreen], None]:
    def reach(kiosk: KioskScreen) -> None:
        _asked(*answers)(kiosk)
        for sign in signs:
            kiosk.model.request.typeSign(sign)

    return reach


def _filed(paper: PrintState, *answers: str) -> Callable[[KioskScreen], None]:
    def reach(kiosk: KioskScreen) -> None:
        _asked(*answers)(kiosk)
        kiosk.await_page("FiledPage")
        event = PrintChanged(kiosk.model.filed.property("number"), 1, paper)
        kiosk.model.onFacts([Fact(1, kiosk.ctx.clock(), event)])

    return reach


def _still_there(kiosk: KioskScreen) -> None:
    _items(kiosk)
    kiosk.until(lambda: not kiosk.model.speech.speaking())
    kiosk.idle(65 if kiosk.model.visit.visit.modes.unhurried else 35)


def _evacuated(kiosk: KioskScreen) -> None:
    kiosk.model.evacuate(["请立即有序撤离", "Please leave the building now"])


def _await_number(kiosk: KioskScreen) -> None:
    kiosk.await_page("DonePage")


def tell(kiosk: KioskScreen, state: PrintState) -> None:
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
    Station("details", Details, _guided),
    Station("details-long", Details, _details(LONG)),
    Station("told-printing", Told, _told(PrintState.PENDING)),
    Station("told-take", Told, _told(PrintState.CONFIRMED)),
    Station("told-none", Told, _told(PrintState.FAILED)),
    Station("booking", Booking, _booking),
    Station("booking-readers", Booking, _with_readers),
    Station("card", Card, _card(False)),
    Station("card-agreed", Card, _card(True)),
    Station("card-trouble", Card, _card(True, "again")),
    Station("done-printing", Done, _number(COMPANY, PrintState.PENDING)),
    Station("done-take", Done, _number(COMPANY, PrintState.CONFIRMED)),
    Station("done-unsure", Done, _number(COMPANY, PrintState.UNCERTAIN)),
    Station("done-none", Done, _number(LONG, PrintState.FAILED)),
    Station("done-green", Done, _green),
    Station("items-add", Items, _adding),
    Station("done-added", Done, _added),
    Station("ask-help", Choice, _asked("ask-help")),
    Station("ask-need", Choice, _asked("ask-help", "help")),
    Station("ask-group", Choice, _asked("ask-help", "home_visit")),
    Station("ask-item", Items, _asked("ask-help", "agency")),
    Station("ask-phone", Digits, _asked("ask-help", "agency", "")),
    Station("typed-phone", Digits, _typed_number("13812345678", "ask-help", "agency", "")),
    Station("report", Choice, _asked("report")),
    Station("report-ground", Choice, _asked("report", "complaint")),
    Station("report-ticket", Digits, _asked("report", "complaint", "attitude")),
    Station("typed-ticket", Digits, _typed_number("C01", "report", "complaint", "attitude")),
    Station("report-cause", Choice, _asked("report", "cannot_be_done")),
    Station("other-ways", OtherWays, _asked("report", "other_ways")),
    Station("filed-help", Filed, _filed(PrintState.PENDING, "ask-help", "help", "wheelchair")),
    Station("filed-agency", Filed, _filed(PrintState.CONFIRMED, "ask-help", "agency", "", "")),
    Station(
        "filed-visit",
        Filed,
        _filed(PrintState.FAILED, "ask-help", "home_visit", "old", "", "13812345678"),
    ),
    Station(
        "filed-complaint", Filed, _filed(PrintState.UNCERTAIN, "report", "complaint", "notice", "")
    ),
    Station(
        "filed-stuck", Filed, _filed(PrintState.SENT, "report", "cannot_be_done", "system", "", "")
    ),
    Station("notice", Notice, _refused),
    Station("help", Help, _help),
    Station("find", Find, _find("")),
    Station("find-digits", Find, _find("C01")),
    Station("mine", Mine, _mine),
    Station("mine-number", Mine, _mine_by_number),
    Station("mine-leaving", Mine, _leaving),
    Station("mine-served", Mine, _served),
    Station("rate", Rate, _rate),
    Station("pin", Pin, _pin),
    Station("staff", Staff, _staff),
    Station("staff-sure", Staff, _staff_sure),
    Station("still-there", Items, _still_there, only="still-there"),
    Station("evacuation", Home, _evacuated, only="evacuation"),
)
