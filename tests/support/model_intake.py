"""The rules of the day and of giving out numbers, a second time, in plain lists."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tests.support.people import CLASSES, WINDOW, Day, No, Person, Records

STEP = 2**20  # between two places in line


@dataclass
class Intake(Records):
    """`told` gives the id of the fact of this kind about this number: the place at the end."""

    explicit: bool = False
    preferring: frozenset[int] = frozenset()
    carry_h: float = 0.0
    told: Callable[[str, str], int] = field(default=lambda _kind, _number: 0)

    def begin(self) -> Day:
        """Return today; if it begins now, people are taken along or their numbers are void."""
        if max(self.days, default=None) == self.today:
            return self.days[self.today]
        today = self.today
        for person in self.people:
            if not person.live or person.line_day == today or person.state == "no_show":
                continue
            waited = self.now - person.since
            if person.state in WINDOW or waited < timedelta(hours=self.carry_h):
                person.line_day = today
            else:
                person.state = "void"
        self.days = {day: held for day, held in self.days.items() if day <= today}
        return self.days.setdefault(today, Day())

    def issue(self, queues: list[str], green: bool, booked: datetime | None) -> tuple[str, int]:
        """Return the number, and how many are called before."""
        today = self.begin()
        kind = "green" if green else "booked" if booked else "ordinary"
        if kind == "booked" and booked and booked.date() != self.now.date():
            raise No("the appointment is on another day")
        closed = today.closed_on is not None and self.now.date() <= today.closed_on
        if closed or today.closed_queues & set(queues):
            raise No("nobody is taken in")
        ahead = min(self._before(window, kind) for window in self.serving(queues[0]))
        prefix, count = "G" if green else queues[0], self._draw("G" if green else queues[0])
        number = f"{prefix}{count:03d}"
        place = self.told("TicketIssued", number) * STEP
        todo = queues if len(queues) > 1 else []
        since = booked if kind == "booked" and booked else self.now
        ticket, day = len(self.people) + 1, self.today
        person = Person(ticket, day, prefix, count, kind, queues[0], since, day, place, list(todo))
        person.booked = booked
        self.people.append(person)
        return number, ahead

    def _before(self, window: int, kind: str) -> int:
        ranks = [CLASSES.index(person.kind) for person in self.callable_at(window)]
        return sum(rank <= CLASSES.index(kind) for rank in ranks)

    def _draw(self, prefix: str) -> int:
        while True:
            count = self.counters.get((self.today, prefix), 0) + 1
            self.counters[self.today, prefix] = count
            carried = [p for p in self.people if p.day != self.today == p.line_day and p.live]
            if not any((p.prefix, p.count) == (prefix, count) for p in carried):
                return count
            self.skipped.append(f"{prefix}{count:03d}")

    def set_queue(self, queue: str, *, closed: bool) -> None:
        today = self.begin()
        if (queue in today.closed_queues) == closed:
            raise No("it is so already")
        today.closed_queues ^= {queue}

    def close_day(self, void_left: bool) -> list[str]:
        today = self.begin()
        today.closed_on = max(today.closed_on or self.now.date(), self.now.date())
        left = self.in_line()
        for person in left:
            person.state = "void" if void_left else person.state
        return [person.number for person in left]

    def reopen_day(self) -> None:
        today = self.begin()
        if today.closed_on is None:
            raise No("it is open")
        today.closed_on = None
