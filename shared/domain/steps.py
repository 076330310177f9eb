"""What each kind of fact does to the rebuilt hall."""

from datetime import date, datetime
from functools import singledispatch

from shared.domain.coming_back import SPACING
from shared.domain.events import (
    DayBegan,
    DayClosed,
    DayReopened,
    DeviceChanged,
    ErrandAdded,
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
)
from shared.domain.rebuilding import Rebuilding
from shared.domain.rebuilt import Rebuilt
from shared.domain.seal import RawFact
from shared.domain.ticket import AT_WINDOW, TicketClass, TicketNumber, TicketState


@singledispatch
def step(_event: object, _fact: RawFact, _hall: Rebuilding) -> None:
    """Let a fact happen to the hall; what is not named below changes nothing that is rebuilt."""


@step.register
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


@step.register
def _(event: ErrandAdded, fact: RawFact, hall: Rebuilding) -> None:
    hall.named(fact.day, event.number).queue = event.queue


@step.register
def _(event: TicketCalled, fact: RawFact, hall: Rebuilding) -> None:
    if event.again:
        return
    states: tuple[str, ...] = AT_WINDOW
    if event.serving is not None:
        states = (TicketState.SERVING if event.serving else TicketState.CALLED,)
    hall.call(fact.day, hall.named(fact.day, event.number), event.window, states)


@step.register
def _(event: ServiceStarted, _fact: RawFact, hall: Rebuilding) -> None:
    hall.change(hall.at(event.window), TicketState.SERVING)


@step.register
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


@step.register
def _(event: ServiceRated, fact: RawFact, hall: Rebuilding) -> None:
    rating = (event.window, event.score, event.source)
    hall.served(fact.day, event.window, event.number).ratings.append(rating)


@step.register
def _(event: TicketReturned, fact: RawFact, hall: Rebuilding) -> None:
    ticket = hall.named(fact.day, event.number)
    ticket.place = fact.id * SPACING if event.place is None else event.place
    ticket.since = fact.at
    hall.change(ticket, TicketState.WAITING)


@step.register
def _(event: TicketAbandoned, fact: RawFact, hall: Rebuilding) -> None:
    hall.change(hall.named(fact.day, event.number), TicketState.ABANDONED)


@step.register
def _(event: TicketVoided, fact: RawFact, hall: Rebuilding) -> None:
    if event.from_day is None:
        ticket = hall.named(fact.day, event.number)
    else:
        ticket = hall.standing(date.fromisoformat(event.from_day), event.number)
    hall.change(ticket, TicketState.VOID)


@step.register
def _(event: TicketCarried, fact: RawFact, hall: Rebuilding) -> None:
    hall.carry(hall.standing(date.fromisoformat(event.from_day), event.number), fact.day)


@step.register
def _(event: NumberSkipped, fact: RawFact, hall: Rebuilding) -> None:
    hall.draw(fact.day, TicketNumber.parse(event.number))


@step.register
def _(event: GreenGranted, fact: RawFact, hall: Rebuilding) -> None:
    ticket = hall.named(fact.day, event.number)
    ticket.ticket_class = TicketClass.GREEN
    ticket.since = ticket.since and min(ticket.since, fact.at)


@step.register
def _(event: GreenRevoked, fact: RawFact, hall: Rebuilding) -> None:
    ticket = hall.named(fact.day, event.number)
    ticket.ticket_class, ticket.queue = TicketClass.ORDINARY, event.queue
    if event.booked_for is not None:
        ticket.ticket_class = TicketClass.BOOKED
        ticket.since = datetime.fromisoformat(event.booked_for)


@step.register
def _(_event: DayBegan, fact: RawFact, hall: Rebuilding) -> None:
    hall.begin(fact.day)


@step.register
def _(event: DayClosed | DayReopened, fact: RawFact, hall: Rebuilding) -> None:
    hall.opening(fact.day).closed = isinstance(event, DayClosed)


@step.register
def _(event: QueueClosed, fact: RawFact, hall: Rebuilding) -> None:
    hall.opening(fact.day).queues[event.queue] = event.reason


@step.register
def _(event: QueueOpened, fact: RawFact, hall: Rebuilding) -> None:
    hall.opening(fact.day).queues.pop(event.queue, None)


@step.register
def _(event: DeviceChanged, fact: RawFact, hall: Rebuilding) -> None:
    hall.devices[event.device] = (event.state, event.reason, fact.at)
