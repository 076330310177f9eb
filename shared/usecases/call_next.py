"""Call a ticket to a window: the next by the rules, or a named one."""

from dataclasses import dataclass
from datetime import datetime

from shared.domain.dispatch import choose
from shared.domain.errors import Refused
from shared.domain.events import TicketCalled
from shared.domain.policy import streak_needed
from shared.domain.ticket import (
    IN_LINE,
    Action,
    StartMode,
    TicketClass,
    TicketNumber,
    TicketState,
    after,
)
from shared.storage import services, tickets
from shared.storage.heads import heads_of
from shared.storage.tickets import Ticket
from shared.usecases.context import Context
from shared.usecases.evacuation import refuse_meanwhile
from shared.usecases.unit import Unit, hall_unit, unit
from shared.usecases.window_actions import end_service


@dataclass(frozen=True)
class Called:
    """A ticket asked to a window, and the dispatch rule that chose it."""

    number: TicketNumber
    window: int
    queue: str
    ticket_class: TicketClass
    service: str | None
    reason: str


def call_next(ctx: Context, window_number: int) -> Called | None:
    """Call the next ticket to a window; None when nobody waits for it.

    Under `on_call` this finishes the open service as done; under `explicit` it is Refused while
    a called ticket has not been started, parked or marked as no-show.
    """
    window = ctx.hall.window(window_number)
    with unit(ctx, windows=[window_number]) as work:
        refuse_meanwhile(work)
        _finish_open(work, window_number)
        heads = heads_of(work.tx, work.day, window_number, window.reach, work.now)
        policy = ctx.hall.policy
        most = streak_needed(policy)
        streak = (
            services.streak(work.tx, work.day, window_number, TicketClass.GREEN, most)
            if most
            else 0
        )
        choice = choose(window, heads, policy, _minutes(work.now), streak)
        if choice is None:
            return None
        ticket = tickets.get(work.tx, choice.head.ticket)
        over = tuple(head.number for head in heads if head.ticket != ticket.id)
        return _open_service(work, ticket, window_number, choice.reason, over)


def call_ticket(ctx: Context, window_number: int, number: TicketNumber) -> Called:
    """Call one named ticket that waits, whatever its place in line."""
    window = ctx.hall.window(window_number)
    with hall_unit(ctx) as work:
        refuse_meanwhile(work)
        ticket = tickets.find(work.tx, ctx.hall.code, work.day, number)
        if ticket.state not in IN_LINE:
            after(Action.CALL, ticket.state, ctx.hall.start, str(number))
        _finish_open(work, window.number)
        return _open_service(work, ticket, window.number, "by_number")


def resume(ctx: Context, window_number: int, number: TicketNumber | None = None) -> Called:
    """Call a parked or missed ticket back; without a number the window's newest parked one."""
    window = ctx.hall.window(window_number)
    with hall_unit(ctx) as work:
        refuse_meanwhile(work)
        if number is None:
            parked = services.latest_with_outcome(
                work.tx, work.day, window.number, TicketState.PARKED
            )
            if parked is None:
                raise Refused(
                    f"window {window.number} has parked nobody", "name the ticket to call back"
                )
            number = parked.number
        ticket = tickets.find(work.tx, ctx.hall.code, work.day, number)
        after(Action.RESUME, ticket.state, ctx.hall.start, str(number))
        _finish_open(work, window.number)
        return _open_service(work, ticket, window.number, "resumed")


def _open_service(
    work: Unit, ticket: Ticket, window: int, reason: str, over: tuple[str, ...] = ()
) -> Called:
    """Bring a ticket to a window: state, line, service and fact."""
    from_line = ticket.standing.in_line
    action = Action.CALL if from_line else Action.RESUME
    state = after(action, ticket.state, work.hall.start, str(ticket.number))
    tickets.move(work.tx, ticket.standing, state, work.now)
    services.begin(
        work.tx,
        ticket=ticket.id,
        window=window,
        day=work.day,
        called_at=work.now,
        started_at=work.now if state is TicketState.SERVING else None,
    )
    called = TicketCalled(
        str(ticket.number),
        ticket.queue,
        ticket.ticket_class,
        window,
        reason,
        over=over,
        from_line=from_line,
        serving=state is TicketState.SERVING,
    )
    work.tell(called)
    return Called(
        ticket.number, window, ticket.queue, ticket.ticket_class, ticket.item_name, reason
    )


def _finish_open(work: Unit, window: int) -> None:
    """Finish what is open at a window."""
    current = services.open_at(work.tx, window)
    if current is None:
        return
    if work.hall.start is StartMode.EXPLICIT and current.state is TicketState.CALLED:
        raise Refused(
            f"window {window} still has {current.number} called",
            "start it, recall it, park it or mark it as no-show first",
        )
    end_service(work, current, Action.FINISH)


def _minutes(moment: datetime) -> float:
    return moment.timestamp() / 60
