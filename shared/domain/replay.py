"""Facts replayed: each takes the rebuilt hall one step further."""

from datetime import date, datetime
from functools import singledispatch
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from shared.domain.coming_back import SPACING
from shared.domain.errors import BadInput
from shared.domain.events import (
    DayBegan,
    DayClosed,
    DayReopened,
    Event,
    GreenGranted,
    GreenRevoked,
    NumberSkipped,
    QueueClosed,
    QueueOpened,
    ServiceEnded,
    ServiceRated,
    ServiceStarted,
    TicketAbandoned,
    TicketCalled,
    TicketCarried,
    TicketIssued,
    TicketReturned,
    TicketVoided,
    from_payload,
)
from shared.domain.rebuilding import Contradiction, Rebuilding
from shared.domain.rebuilt import Rebuilt
from shared.domain.seal import RawFact
from shared.domain.ticket import AT_WINDOW, TicketClass, TicketNumber, TicketState


class Replay:
    """The hall rebuilt from facts, which are taken by growing id.

    `oddities` tells of facts that cannot be understood, or cannot follow from those before them;
    `unknown` counts those of kinds of a newer release, which are passed over.
    """

    def __init__(self) -> None:
        self.hall = Rebuilding()
        self.oddities: list[str] = []
        self.unknown = 0

    def take(self, fact: RawFact) -> None:
        """Take the next fact."""
        try:
            event = from_payload(fact.kind, fact.payload)
            if event is None:
                self.unknown += 1
                return
            _check(event)
            _step(event, fact, self.hall)
        except Contradiction as error:
            self.oddities.append(f"fact {fact.id} ({fact.kind}): {error}")
        except (TypeError, ValueError, AttributeError, BadInput) as error:
            self.oddities.append(f"fact {fact.id} ({fact.kind}) cannot be understood: {error}")


def _check(event: Event) -> None:
    """TypeError when a value is of another kind than its field: payloads are whatever is stored."""
    for name, kinds in _FIELDS[type(event)]:
        value = getattr(event, name)
        if not isinstance(value, kinds):
            raise TypeError(f"{name} cannot be {value!r}")


def _kinds(event: type[Any]) -> list[tuple[str, tuple[type, ...]]]:
    found = []
    for name, hint in get_type_hints(event).items():
        hints = get_args(hint) if isinstance(hint, UnionType) else (hint,)
        found.append((name, tuple(get_origin(one) or one for one in hints)))
    return found


_FIELDS = {kind: _kinds(kind) for kind in get_args(Event)}


@singledispatch
def _step(_event: object, _fact: RawFact, _hall: Rebuilding) -> None:
    """Whatever is not named below changes nothing that is rebuilt: slips, helpers, pads."""


@_step.register
def _(event: TicketIssued, fact: RawFact, hall: Rebuilding) -> None:
    ticket = Rebuilt(
        day=fact.day,
        number=event.number,
        queue=event.queue,
        ticket_class=event.ticket_class,
        states=(TicketState.WAITING,),
        line_day=fact.day,
        place=fact.id * SPACING,
        since=datetime.fromisoformat(event.booked_for) if event.booked_for else fact.at,
    )
    hall.issue(ticket)


@_step.register
def _(event: TicketCalled, fact: RawFact, hall: Rebuilding) -> None:
    if event.again:
        return
    states: tuple[str, ...] = AT_WINDOW
    if event.serving is not None:
        states = (TicketState.SERVING if event.serving else TicketState.CALLED,)
    hall.call(hall.named(fact.day, event.number), event.window, states)


@_step.register
def _(event: ServiceStarted, _fact: RawFact, hall: Rebuilding) -> None:
    hall.change(hall.at(event.window), TicketState.SERVING)


@_step.register
def _(event: ServiceEnded, fact: RawFact, hall: Rebuilding) -> None:
    ticket = hall.leave(event.window, event.outcome)
    if event.outcome != TicketState.TRANSFERRED:
        return
    ticket.queue = event.to_queue or ticket.queue
    ticket.for_window = event.to_window
    ticket.place, ticket.since = event.place, fact.at
    if event.place is None:
        # The first release did not tell who was put before all others, nor kept since when.
        ticket.place = fact.id * SPACING if hall.began else None
        ticket.since = fact.at if hall.began else None


@_step.register
def _(event: ServiceRated, _fact: RawFact, hall: Rebuilding) -> None:
    rating = (event.window, event.score, event.source)
    hall.served(event.window, event.number).ratings.append(rating)


@_step.register
def _(event: TicketReturned, fact: RawFact, hall: Rebuilding) -> None:
    ticket = hall.named(fact.day, event.number)
    ticket.place = fact.id * SPACING if event.place is None else event.place
    ticket.since = fact.at
    hall.change(ticket, TicketState.WAITING)


@_step.register
def _(event: TicketAbandoned, fact: RawFact, hall: Rebuilding) -> None:
    hall.change(hall.named(fact.day, event.number), TicketState.ABANDONED)


@_step.register
def _(event: TicketVoided, fact: RawFact, hall: Rebuilding) -> None:
    if event.from_day is None:
        ticket = hall.named(fact.day, event.number)
    else:
        ticket = hall.standing(date.fromisoformat(event.from_day), event.number)
    hall.change(ticket, TicketState.VOID)


@_step.register
def _(event: TicketCarried, fact: RawFact, hall: Rebuilding) -> None:
    hall.carry(hall.standing(date.fromisoformat(event.from_day), event.number), fact.day)


@_step.register
def _(event: NumberSkipped, fact: RawFact, hall: Rebuilding) -> None:
    hall.draw(fact.day, TicketNumber.parse(event.number))


@_step.register
def _(event: GreenGranted, fact: RawFact, hall: Rebuilding) -> None:
    ticket = hall.named(fact.day, event.number)
    ticket.ticket_class = TicketClass.GREEN
    ticket.since = ticket.since and min(ticket.since, fact.at)


@_step.register
def _(event: GreenRevoked, fact: RawFact, hall: Rebuilding) -> None:
    ticket = hall.named(fact.day, event.number)
    ticket.ticket_class, ticket.queue = TicketClass.ORDINARY, event.queue
    if event.booked_for is not None:
        ticket.ticket_class = TicketClass.BOOKED
        ticket.since = datetime.fromisoformat(event.booked_for)


@_step.register
def _(_event: DayBegan, fact: RawFact, hall: Rebuilding) -> None:
    hall.begin(fact.day)


@_step.register
def _(event: DayClosed | DayReopened, fact: RawFact, hall: Rebuilding) -> None:
    hall.opening(fact.day).closed = isinstance(event, DayClosed)


@_step.register
def _(event: QueueClosed, fact: RawFact, hall: Rebuilding) -> None:
    hall.opening(fact.day).queues[event.queue] = event.reason


@_step.register
def _(event: QueueOpened, fact: RawFact, hall: Rebuilding) -> None:
    hall.opening(fact.day).queues.pop(event.queue, None)
