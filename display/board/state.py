"""What the board knows, pure: a snapshot of the hall, changed by one fact after the other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import reduce

from shared.domain.events import (
    DayBegan,
    EvacuationBegan,
    EvacuationEnded,
    Fact,
    TicketCalled,
    line_change,
)
from shared.domain.ticket import TicketClass
from shared.usecases.queries import Snapshot

KEPT = 12
"""Calls kept; more than any board has rows."""


@dataclass(frozen=True)
class Call:
    """A ticket asked to a window. `serial` grows with every call, a recall included."""

    serial: int
    number: str
    window: int
    green: bool
    again: bool = False


@dataclass(frozen=True)
class FeedLive:
    """What is shown is true now."""


@dataclass(frozen=True)
class FeedLost:
    """Nothing has been heard since `since` (hall time); what is shown may be old."""

    since: datetime


@dataclass(frozen=True)
class BoardState:
    """One business day on the board: `calls` newest first, one per ticket; `waiting` per queue.

    `evacuation` are the words, Chinese and English, while everybody is to leave.
    """

    day: date
    fact_id: int = 0
    calls: tuple[Call, ...] = ()
    waiting: Mapping[str, int] = field(default_factory=dict)
    feed: FeedLive | FeedLost = field(default_factory=FeedLive)
    evacuation: tuple[str, str] | None = None

    @property
    def serial(self) -> int:
        """Grows with every call of this day; 0 before the first."""
        return self.calls[0].serial if self.calls else 0


def joined(snapshot: Snapshot) -> BoardState:
    """Return the board as the snapshot has it; its calls are not new and do not flash."""
    calls: dict[str, Call] = {}
    for service in snapshot.calls:
        number = str(service.number)
        green = service.ticket_class is TicketClass.GREEN
        calls.setdefault(number, Call(0, number, service.window, green))
    return BoardState(
        day=snapshot.day,
        fact_id=snapshot.fact_id,
        calls=tuple(calls.values())[:KEPT],
        waiting=dict(snapshot.waiting.queues),
        evacuation=_words(snapshot),
    )


def _words(snapshot: Snapshot) -> tuple[str, str] | None:
    found = snapshot.evacuation
    return None if found is None else (found.text, found.text_en)


def after_facts(state: BoardState, facts: Iterable[Fact]) -> BoardState:
    """Return the state after these facts; those the state already holds change nothing."""
    return reduce(after_fact, facts, state)


def after_fact(state: BoardState, fact: Fact) -> BoardState:
    """Return the state after one fact."""
    if fact.id <= state.fact_id:
        return state
    return replace(_after(state, fact), fact_id=fact.id)


def _after(state: BoardState, fact: Fact) -> BoardState:
    match fact.event:
        case DayBegan(day=day) if date.fromisoformat(day) != state.day:
            return new_day(state, date.fromisoformat(day))
        case TicketCalled() as called:
            state = _after_call(state, called, fact.id)
        case EvacuationBegan(text=text, text_en=text_en):
            return replace(state, evacuation=(text, text_en))
        case EvacuationEnded():
            return replace(state, evacuation=None)
        case _:
            pass
    changes = line_change(fact.event)
    return replace(state, waiting=_counted(state.waiting, changes)) if changes else state


def _after_call(state: BoardState, called: TicketCalled, serial: int) -> BoardState:
    green = called.ticket_class == TicketClass.GREEN
    call = Call(serial, called.number, called.window, green, called.again)
    others = tuple(other for other in state.calls if other.number != called.number)
    return replace(state, calls=(call, *others)[:KEPT])


def _counted(waiting: Mapping[str, int], changes: Iterable[tuple[str, int]]) -> dict[str, int]:
    counted = dict(waiting)
    for queue, change in changes:
        counted[queue] = max(0, counted.get(queue, 0) + change)
    return counted


def live(state: BoardState) -> BoardState:
    """Return the state with a feed that answers."""
    return replace(state, feed=FeedLive())


def lost(state: BoardState, now: datetime) -> BoardState:
    """Return the state with a feed lost at `now`, unless it was lost before."""
    if isinstance(state.feed, FeedLost):
        return state
    return replace(state, feed=FeedLost(now))


def with_feed_of(old: BoardState, state: BoardState) -> BoardState:
    """Return `state` with what the old one knew of the feed."""
    return replace(state, feed=old.feed)


def new_day(state: BoardState, day: date) -> BoardState:
    """Return the empty board of another business day, on which yesterday's calls are gone."""
    return BoardState(day=day, fact_id=state.fact_id, feed=state.feed, evacuation=state.evacuation)
