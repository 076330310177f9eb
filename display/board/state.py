"""What the board knows, pure: a snapshot of the hall, changed by one fact after the other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import reduce

from shared.domain.events import Fact, ServiceEnded, TicketCalled, TicketIssued
from shared.domain.ticket import TicketClass, TicketState
from shared.usecases.queries import Snapshot

KEPT = 12
"""Calls kept; more than any board has rows."""

RESUMED = "resumed"
"""Reason of a call for somebody who was parked or missed, and so stood in no line."""


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

    `lines` tells in which queue the tickets at the windows stood, for transfers between windows.
    """

    day: date
    fact_id: int = 0
    calls: tuple[Call, ...] = ()
    waiting: Mapping[str, int] = field(default_factory=dict)
    lines: Mapping[str, str] = field(default_factory=dict)
    feed: FeedLive | FeedLost = field(default_factory=FeedLive)

    @property
    def serial(self) -> int:
        """Grows with every call of this day; 0 before the first."""
        return self.calls[0].serial if self.calls else 0


def joined(snapshot: Snapshot, day: date) -> BoardState:
    """Return the board of `day` as the snapshot has it; its calls are not new and do not flash."""
    calls: dict[str, Call] = {}
    for service in snapshot.calls:
        number = str(service.number)
        green = service.ticket_class is TicketClass.GREEN
        calls.setdefault(number, Call(0, number, service.window, green))
    return BoardState(
        day=day,
        fact_id=snapshot.fact_id,
        calls=tuple(calls.values())[:KEPT],
        waiting=dict(snapshot.waiting.queues),
        lines={str(service.number): service.queue for service in snapshot.windows.values()},
    )


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
        case TicketIssued() as issued:
            return replace(state, waiting=_counted(state.waiting, issued.queue, 1))
        case TicketCalled() as called:
            return _after_call(state, called, fact.id)
        case ServiceEnded() as ended:
            return _after_end(state, ended)
        case _:
            return state


def _after_call(state: BoardState, called: TicketCalled, serial: int) -> BoardState:
    green = called.ticket_class == TicketClass.GREEN
    call = Call(serial, called.number, called.window, green, called.again)
    others = tuple(other for other in state.calls if other.number != called.number)
    left_line = not called.again and called.reason != RESUMED
    return replace(
        state,
        calls=(call, *others)[:KEPT],
        waiting=_counted(state.waiting, called.queue, -1) if left_line else state.waiting,
        lines={**state.lines, called.number: called.queue},
    )


def _after_end(state: BoardState, ended: ServiceEnded) -> BoardState:
    lines = {number: queue for number, queue in state.lines.items() if number != ended.number}
    queue = ended.to_queue or state.lines.get(ended.number)
    back_in_line = ended.outcome == TicketState.TRANSFERRED and queue is not None
    waiting = _counted(state.waiting, queue, 1) if back_in_line and queue else state.waiting
    return replace(state, lines=lines, waiting=waiting)


def _counted(waiting: Mapping[str, int], queue: str, change: int) -> dict[str, int]:
    return {**waiting, queue: max(0, waiting.get(queue, 0) + change)}


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
    return BoardState(day=day, fact_id=state.fact_id, feed=state.feed)
