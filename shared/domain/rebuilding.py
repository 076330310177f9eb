"""The hall while it is rebuilt: who holds which number, who is at which window, what is closed."""

from dataclasses import dataclass, field
from datetime import date, datetime

from shared.domain.rebuilt import Rebuilt
from shared.domain.rebuilt_case import RebuiltCase
from shared.domain.rebuilt_duty import ToldDuty
from shared.domain.rebuilt_staff import ToldSpan, ToldStaff
from shared.domain.ticket import FINAL, TicketNumber, TicketState

_STAYS = (*FINAL, TicketState.NO_SHOW)
"""What no new day changes."""


class Contradiction(ValueError):
    """A fact that cannot follow from those before it."""


@dataclass
class Opening:
    """A business day: whether it is closed, and which queues are, with the reasons."""

    closed: bool = False
    queues: dict[str, str] = field(default_factory=dict)


class Rebuilding:
    """Everything facts have told so far, but for tickets over and done with: those are `settled`,
    to be taken from there. `windows` maps a window to the ticket there, `numbers` a day and
    prefix to the last number drawn, `devices` a name to its state, the reason and since when.
    Before the first day `began`, facts may be those of the first release, which told less.
    """

    def __init__(self) -> None:
        self.tickets: dict[tuple[date, str], Rebuilt] = {}
        self.settled: list[Rebuilt] = []
        self.windows: dict[int, Rebuilt] = {}
        self.days: dict[date, Opening] = {}
        self.began = False
        self.numbers: dict[tuple[date, str], int] = {}
        self.devices: dict[str, tuple[str, str, datetime]] = {}
        self.cases: dict[str, RebuiltCase] = {}
        self.staff: dict[str, ToldStaff] = {}
        self.posts: dict[int, ToldSpan] = {}
        self.spans: list[ToldSpan] = []
        self.duty = ToldDuty()
        self._served: dict[tuple[date, int, str], Rebuilt] = {}
        self._rateable: set[Rebuilt] = set()
        self._begun: tuple[date, ...] = ()
        self._carried: dict[tuple[date, str], Rebuilt] = {}

    def named(self, day: date, number: str) -> Rebuilt:
        """Return who holds a number on a day: a ticket carried there, else the day's own."""
        ticket = self._carried.get((day, number)) or self.tickets.get((day, number))
        if ticket is None or ticket.over:
            raise Contradiction(f"{number} was not given out, or is over")
        return ticket

    def standing(self, day: date, number: str) -> Rebuilt:
        """Return who bears a number in the line of a day that is over, but for those missed."""
        for ticket in (self._carried.get((day, number)), self.tickets.get((day, number))):
            if ticket and ticket.line_day == day and ticket.states[0] not in _STAYS:
                return ticket
        raise Contradiction(f"{number} did not stand in the line of {day}")

    def at(self, window: int) -> Rebuilt:
        """Return who is at a window."""
        if window not in self.windows:
            raise Contradiction(f"nobody is at window {window}")
        return self.windows[window]

    def served(self, day: date, window: int, number: str) -> Rebuilt:
        """Return whom a window called by this number on a day, or before its midnight: a phone may
        rate later than others are called.
        """
        for called_on in (day, *reversed(self._begun)):
            if ticket := self._served.get((called_on, window, number)):
                return ticket
        raise Contradiction(f"window {window} did not serve {number}")

    def draw(self, day: date, number: TicketNumber) -> None:
        """A number was drawn: the next of its prefix."""
        last = self.numbers.get((day, number.prefix), 0)
        self.numbers[day, number.prefix] = number.count
        if number.count != last + 1:
            before = TicketNumber(number.prefix, last) if last else "no number"
            raise Contradiction(f"{number} follows {before}: what happened between is missing")

    def issue(self, ticket: Rebuilt) -> None:
        """A ticket was given out."""
        number = TicketNumber.parse(ticket.number)
        self.opening(ticket.day)
        self.tickets[ticket.day, ticket.number] = ticket
        self.draw(ticket.day, number)

    def call(self, day: date, ticket: Rebuilt, window: int, states: tuple[str, ...]) -> None:
        """A ticket came to a window."""
        self._rateable_since(day)
        self.windows[window] = self._served[day, window, ticket.number] = ticket
        self._rateable.add(ticket)
        ticket.states = states

    def leave(self, window: int, state: str) -> Rebuilt:
        """Whoever is at a window leaves it into a state."""
        ticket = self.at(window)
        del self.windows[window]
        self.change(ticket, state)
        return ticket

    def change(self, ticket: Rebuilt, state: str) -> None:
        """A ticket has a new state."""
        ticket.states = (state,)
        self._settle(ticket)

    def carry(self, ticket: Rebuilt, day: date) -> None:
        """A ticket stands in the line of another day."""
        self._carried.pop((ticket.line_day, ticket.number), None)
        ticket.line_day = day
        if ticket.day != day:
            self._carried[day, ticket.number] = ticket

    def begin(self, day: date) -> None:
        """A day began, or goes on; later ones were a mistake."""
        self.days = {known: opening for known, opening in self.days.items() if known <= day}
        self.opening(day)
        self.began = True

    def opening(self, day: date) -> Opening:
        """Return what is closed on a day."""
        return self.days.setdefault(day, Opening())

    def _settle(self, ticket: Rebuilt) -> None:
        if not ticket.over:
            return
        if self._carried.get((ticket.line_day, ticket.number)) is ticket:
            del self._carried[ticket.line_day, ticket.number]
        if ticket not in self._rateable:
            self.tickets.pop((ticket.day, ticket.number), None)
            self.settled.append(ticket)

    def _rateable_since(self, day: date) -> None:
        """What was served on a day can be rated on it. The day before is kept as well: a day may
        begin by mistake, and the one before go on.
        """
        if day in self._begun:
            return
        self._begun = (*self._begun[-1:], day)
        old = [key for key in self._served if key[0] not in self._begun]
        gone = {self._served.pop(key) for key in old}
        self._rateable = set(self._served.values())
        for ticket in gone - self._rateable:
            self._settle(ticket)
