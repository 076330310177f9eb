"""A ticket as the facts tell it, and how what the tables say of it differs."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from shared.domain.ticket import FINAL, IN_LINE

RatingKey = tuple[int, int, str]
"""Window, score, source."""


@dataclass(frozen=True)
class Stored:
    """A ticket as the tables have it; plain data, whatever somebody has put there."""

    state: str
    ticket_class: str
    queue: str
    for_window: int | None
    line_day: date
    place: int
    since: datetime
    ratings: Counter[RatingKey]


@dataclass(slots=True, eq=False)
class Rebuilt:
    """A ticket rebuilt from facts.

    `states` has two where old facts do not tell whether serving has begun; `place` and `since`
    are None where old facts do not tell them.
    """

    day: date
    number: str
    queue: str
    ticket_class: str
    states: tuple[str, ...]
    line_day: date
    place: int | None
    since: datetime | None
    for_window: int | None = None
    ratings: list[RatingKey] = field(default_factory=list)

    @property
    def name(self) -> str:
        """What people call it: a number comes again every day."""
        return f"{self.number} of {self.day}"

    @property
    def over(self) -> bool:
        """Whether nothing can happen to it any more, but for a rating."""
        return self.states[0] in FINAL

    @property
    def in_line(self) -> bool:
        """Whether it waits."""
        return self.states[0] in IN_LINE

    @property
    def line(self) -> tuple[date, str, int, str]:
        """The line it stands in when it waits, as the table of lines names it."""
        return self.line_day, self.queue, self.for_window or 0, self.ticket_class

    def differences(self, stored: Stored) -> Iterator[str]:
        """Tell what the tables say differently."""
        if stored.state not in self.states:
            yield self._differs("state", " or ".join(self.states), stored.state)
        for column in ("ticket_class", "queue", "for_window", "line_day"):
            told, found = getattr(self, column), getattr(stored, column)
            if told != found:
                yield self._differs(column, told, found)
        if self.in_line:
            for column in ("place", "since"):
                told, found = getattr(self, column), getattr(stored, column)
                if told is not None and told != found:
                    yield self._differs(column, told, found)
        told_ratings = Counter(self.ratings)
        if told_ratings != stored.ratings:
            yield self._differs("ratings", _ratings(told_ratings), _ratings(stored.ratings))

    def _differs(self, what: str, told: object, found: object) -> str:
        return f"ticket {self.name}: {what} is {found} in the tables, {told} by the facts"


def _ratings(found: Counter[RatingKey]) -> str:
    ratings = sorted(found.elements())
    return ", ".join(f"{score} at window {window}" for window, score, _ in ratings) or "none"
