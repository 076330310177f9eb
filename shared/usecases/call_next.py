"""Call a ticket to a window: the next by the rules, or a named one."""

from dataclasses import dataclass

from shared.domain.errors import Refused
from shared.domain.events import TicketCalled
from shared.domain.said import said
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
from shared.storage.tickets import Ticket
from shared.usecases.context import Context
from shared.usecases.evacuation import refuse_meanwhile
from shared.usecases.next_at import next_at
from shared.usecases.permitted import permitted
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


@permitted
def call_next(ctx: Context, window_number: int, seen: int | None = None) -> Called | None:
    """Call the next ticket to a window; None when nobody waits for it.

    Under `on_call` this finishes the open service as done; under `explicit` it is Refused while
    a called ticket has not been started, parked or marked as no-show. `seen` is the newest service
    of the window that whoever calls has seen (0: none): Refused when somebody has called since.
    """
    with unit(ctx, windows=[window_number]) as work:
        refuse_meanwhile(work)
        if seen is not None:
            _nobody_called_since(work, window_number, seen)
        _finish_open(work, window_number)
        choice, heads = next_at(ctx.hall, work.tx, work.day, window_number, work.now)
        if choice is None:
            return None
        ticket = tickets.get(work.tx, choice.head.ticket)
        over = tuple(head.number for head in heads if head.ticket != ticket.id)
        return _open_service(work, ticket, window_number, choice.reason, over)


@permitted
def call_ticket(
    ctx: Context, window_number: int, number: TicketNumber, seen: int | None = None
) -> Called:
    """Call one named ticket that waits, whatever its place in line; `seen` as in call_next."""
    window = ctx.hall.window(window_number)
    with hall_unit(ctx) as work:
        refuse_meanwhile(work)
        if seen is not None:
            _nobody_called_since(work, window.number, seen)
        ticket = tickets.find(work.tx, ctx.hall.code, work.day, number)
        if ticket.state not in IN_LINE:
            after(Action.CALL, ticket.state, ctx.hall.start, str(number))
        _finish_open(work, window.number)
        return _open_service(work, ticket, window.number, "by_number")


@permitted
def resume(
    ctx: Context,
    window_number: int,
    number: TicketNumber | None = None,
    seen: int | None = None,
) -> Called:
    """Call a parked or missed ticket back; without a number the window's newest parked one.

    `seen` as in call_next.
    """
    window = ctx.hall.window(window_number)
    with hall_unit(ctx) as work:
        refuse_meanwhile(work)
        if seen is not None:
            _nobody_called_since(work, window.number, seen)
        if number is None:
            parked = services.latest_with_outcome(
                work.tx, work.day, window.number, TicketState.PARKED
            )
            if parked is None:
                raise Refused(
                    f"window {window.number} has parked nobody",
                    "name the ticket to call back",
                    public=said("desk", "本窗口没有挂起的号"),
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
            public=said("desk", "{number}还没有开始办理：请先开始、重呼、挂起或过号").of(
                number=str(current.number)
            ),
        )
    end_service(work, current, Action.FINISH)


def _nobody_called_since(work: Unit, window: int, seen: int) -> None:
    latest = services.latest_at(work.tx, window)
    if latest is not None and latest.id != seen:
        raise Refused(
            f"window {window} has just called {latest.number}",
            "look who is called now before calling the next",
            public=said("desk", "{number}刚刚已叫到本窗口，没有再叫下一位").of(
                number=str(latest.number)
            ),
        )
