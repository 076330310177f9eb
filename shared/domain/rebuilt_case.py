"""A case as the facts tell it, and how what the tables say of it differs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True)
class ToldEntry:
    """A line of a case's log; `private` is the digest of its encrypted fields."""

    step: str
    at: datetime
    state: str
    role: str
    by: str
    values: Mapping[str, str]
    private: str


@dataclass(frozen=True)
class ToldDeadline:
    """How a deadline stands."""

    phase: str
    round: int
    start: datetime
    due: datetime | None
    ended: datetime | None
    count: int | None
    year: int | None


@dataclass
class RebuiltCase:
    """A case: as rebuilt from facts, or as the tables have it."""

    code: str
    register: str
    origin: str
    state: str
    log: list[ToldEntry] = field(default_factory=list)
    deadlines: dict[str, ToldDeadline] = field(default_factory=dict)
    rung: set[tuple[str, str, datetime]] = field(default_factory=set)

    def differences(self, stored: "RebuiltCase") -> Iterator[str]:
        """Tell what the tables say differently."""
        for name in ("register", "origin", "state"):
            told, found = getattr(self, name), getattr(stored, name)
            if told != found:
                yield self._differs(name, found, told)
        if len(self.log) != len(stored.log):
            yield self._differs("length of the log", len(stored.log), len(self.log))
        for ordinal, (told, found) in enumerate(zip(self.log, stored.log, strict=False), start=1):
            if told != found:
                yield f"case {self.code}: entry {ordinal} of the log is not as the facts tell it"
        for name in sorted(self.deadlines.keys() | stored.deadlines.keys()):
            told_one, found_one = self.deadlines.get(name), stored.deadlines.get(name)
            if told_one != found_one:
                yield self._differs(f"deadline {name}", _words(found_one), _words(told_one))
        if self.rung != stored.rung:
            yield self._differs("alarms rung", len(stored.rung), len(self.rung))

    def _differs(self, what: str, found: object, told: object) -> str:
        return f"case {self.code}: {what} is {found} in the tables, {told} by the facts"


def _words(deadline: ToldDeadline | None) -> str:
    if deadline is None:
        return "not begun"
    due = f", due {deadline.due.isoformat()}" if deadline.due else ""
    return f"{deadline.phase}{due}"
