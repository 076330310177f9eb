"""People and windows of the model hall: plain data, and what can be read off it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

ANY = 0
LINE = ("waiting", "transferred")
WINDOW = ("called", "serving")
AWAY = ("parked", "no_show")
CLASSES = ("green", "booked", "ordinary")  # in the order they are called


class No(Exception):
    """The rules forbid it; nothing was changed."""


@dataclass
class Person:
    """Somebody with a number; `todo` are the queues of a visit with several items."""

    ticket: int
    day: date
    prefix: str
    count: int
    kind: str
    queue: str
    since: datetime
    line_day: date
    place: int
    todo: list[str] = field(default_factory=list)
    state: str = "waiting"
    sent_to: int = ANY
    missed: datetime | None = None
    booked: datetime | None = None

    def is_due(self, now: datetime) -> bool:
        return self.booked is not None and self.booked <= now

    @property
    def number(self) -> str:
        return f"{self.prefix}{self.count:03d}"

    @property
    def live(self) -> bool:
        return self.state in (*LINE, *WINDOW, *AWAY)

    @property
    def line(self) -> tuple[str, int, str]:
        return self.queue, self.sent_to, self.kind


@dataclass
class Day:
    """A business day that has begun."""

    closed_on: date | None = None
    closed_queues: set[str] = field(default_factory=set)


@dataclass
class Records:
    """What the model hall remembers; `windows` says which queues each may call."""

    windows: dict[int, str]
    now: datetime
    people: list[Person] = field(default_factory=list)
    days: dict[date, Day] = field(default_factory=dict)
    counters: dict[tuple[date, str], int] = field(default_factory=dict)
    skipped: list[str] = field(default_factory=list)
    at: dict[int, Person] = field(default_factory=dict)
    parked: list[tuple[date, int, Person]] = field(default_factory=list)

    @property
    def today(self) -> date:
        """The newest day goes on when the clock is a day back or has lost its time."""
        shown, newest = self.now.date(), max(self.days, default=date.min)
        lost = shown < date(2026, 11, 1) or (newest - shown).days <= 1
        return newest if shown < newest and lost else shown

    def serving(self, queue: str) -> list[int]:
        """The windows that may call people of a queue."""
        return [window for window, reach in self.windows.items() if queue in reach]

    def in_line(self) -> list[Person]:
        """Everybody who waits today, in the order they stand."""
        waiting = [p for p in self.people if p.state in LINE and p.line_day == self.today]
        return sorted(waiting, key=lambda person: (person.place, person.ticket))

    def callable_at(self, window: int) -> Iterator[Person]:
        """Whom a window may call, were all appointments due."""
        for person in self.in_line():
            if person.sent_to == window or (
                person.sent_to == ANY and person.queue in self.windows[window]
            ):
                yield person

    def bearing(self, number: str) -> Person:
        """Whoever holds this number today: taken along from another day, or given it today."""
        carried = [p for p in self.people if p.day != self.today == p.line_day and p.live]
        given = [p for p in self.people if p.day == self.today]
        for person in (*carried, *given):
            if person.number == number:
                return person
        raise No(f"{number} was not given out")

    def waiting(self) -> dict[tuple[str, int | None], int]:
        """How many wait today, and for whom."""
        found: dict[tuple[str, int | None], int] = {}
        for person in self.in_line():
            key = (person.queue, person.sent_to or None)
            found[key] = found.get(key, 0) + 1
        return found
