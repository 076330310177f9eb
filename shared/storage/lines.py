"""The lines, counted: how many stand in each, and how many came lately."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, bindparam, select

from shared.domain.estimate import Flow
from shared.domain.line import Waiting
from shared.domain.ticket import TicketClass
from shared.storage.orm import LineRow
from shared.storage.prepared import Prepared
from shared.storage.upsert import upsert

_L = LineRow
_READ = Prepared(
    select(_L.queue, _L.for_window, _L.ticket_class, _L.waiting, _L.flow, _L.flow_at).where(
        _L.line_day == bindparam("b_day")
    )
)
ANY_WINDOW = 0


@dataclass(frozen=True)
class LineCount:
    """One line: how many wait, and the flow of people into it."""

    waiting: int
    flow: Flow


LineKey = tuple[str, int, str]
"""Queue, the one window or ANY_WINDOW, class."""


@dataclass(frozen=True)
class Lines:
    """Every line of a day that began at `began_at`."""

    began_at: datetime
    counts: Mapping[LineKey, LineCount]

    def minute(self, moment: datetime) -> float:
        """Return a moment of the day as minutes since it began."""
        return (moment - self.began_at).total_seconds() / 60

    def waiting(self, classes: Collection[str] = tuple(TicketClass)) -> Waiting:
        """Return how many of these classes wait, and for whom."""
        found: dict[tuple[str, int | None], int] = {}
        for (queue, window, ticket_class), line in self.counts.items():
            if line.waiting and ticket_class in classes:
                key = (queue, window or None)
                found[key] = found.get(key, 0) + line.waiting
        return Waiting(found)

    def flow(self, queues: Collection[str], ticket_class: str, now: datetime) -> float:
        """Return how many people of a class come into these queues per minute."""
        minute = self.minute(now)
        return sum(
            line.flow.rate(minute)
            for (queue, _, found), line in self.counts.items()
            if queue in queues and found == ticket_class
        )


def read(tx: Connection, day: date, began_at: datetime) -> Lines:
    """Return the lines of a day, however many stand in them."""
    lines = Lines(began_at, {})
    counts = {
        (row.queue, row.for_window, row.ticket_class): LineCount(
            row.waiting, Flow(row.flow, lines.minute(row.flow_at))
        )
        for row in _READ.all(tx, b_day=day)
    }
    return Lines(began_at, counts)


def change(tx: Connection, day: date, key: LineKey, by: int, at: datetime) -> None:
    """Let `by` more (or fewer) stand in a line."""
    _change(tx.dialect.name).run(tx, **_values(day, key, by, Flow(), at))


def arrive(tx: Connection, day: date, key: LineKey, known: Lines, at: datetime) -> None:
    """Let a newcomer into a line whose counts were read in this transaction."""
    line = known.counts.get(key)
    flow = (line.flow if line else Flow()).arrived(known.minute(at))
    _arrive(tx.dialect.name).run(tx, **_values(day, key, 1, flow, at))


def _values(day: date, key: LineKey, waiting: int, flow: Flow, at: datetime) -> dict[str, Any]:
    queue, window, ticket_class = key
    return {
        "line_day": day,
        "queue": queue,
        "for_window": window,
        "ticket_class": ticket_class,
        "waiting": waiting,
        "flow": flow.count,
        "flow_at": at,
    }


@cache
def _change(dialect: str) -> Prepared:
    return _upsert(dialect, ("waiting",))


@cache
def _arrive(dialect: str) -> Prepared:
    return _upsert(dialect, ("waiting", "flow", "flow_at"))


def _upsert(dialect: str, columns: Collection[str]) -> Prepared:
    """Return an insert that updates where the line is known."""
    new = upsert(dialect, LineRow)
    changes: dict[str, Any] = {name: new.excluded[name] for name in columns}
    changes["waiting"] = _L.waiting + new.excluded["waiting"]
    return Prepared(
        new.on_conflict_do_update(
            index_elements=["line_day", "queue", "for_window", "ticket_class"], set_=changes
        )
    )
