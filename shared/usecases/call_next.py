"""Call a ticket to a window: the next by the rules, or a named one."""

from dataclasses import dataclass

from shared.domain.dispatch import choose
from shared.domain.errors import Refused
from shared.domain.events import TicketCalled
from shared.domain.ticket import (
    IN_LINE,
    Action,
    StartMode,
    TicketClass,
    TicketNumber,
    TicketState,
    after,
)
from shared.storage import Transaction, facts, services, tickets
from shared.storage.tickets import Ticket
from shared.usecases.context import Context
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
    with ctx.database.write() as tx:
        _finish_open(ctx, tx, window_number)
        heads = tickets.heads(tx, ctx.today(), window_number, window.reach)
        choice = choose(window, heads)
        if choice is None:
            return None
        ticket = tickets.get(tx, choice.head.ticket)
        return open_service(ctx, tx, ticket, window_number, choice.reason)


def call_ticket(ctx: Context, window_number: int, number: TicketNumber) -> Called:
    """Call one named ticket that waits, whatever its place in line."""
    window = ctx.hall.window(window_number)
    with ctx.database.write() as tx:
        ticket = tickets.find(tx, ctx.hall.code, ctx.today(), number)
        if ticket.state not in IN_LINE:
            after(Action.CALL, ticket.state, ctx.hall.start, str(number))
        _finish_open(ctx, tx, window.number)
        return open_service(ctx, tx, ticket, window.number, "by_number")


def resume(ctx: Context, window_number: int, number: TicketNumber | None = None) -> Called:
    """Call a parked or missed ticket back; without a number the window's newest parked one."""
    window = ctx.hall.window(window_number)
    with ctx.database.write() as tx:
        if number is None:
            parked = services.latest_with_outcome(
                tx, ctx.today(), window.number, TicketState.PARKED
            )
            if parked is None:
                raise Refused(
                    f"window {window.number} has parked nobody", "name the ticket to call back"
                )
            number = parked.number
        ticket = tickets.find(tx, ctx.hall.code, ctx.today(), number)
        after(Action.RESUME, ticket.state, ctx.hall.start, str(number))
        _finish_open(ctx, tx, window.number)
        return open_service(ctx, tx, ticket, window.number, "resumed")


def open_service(ctx: Context, tx: Transaction, ticket: Ticket, window: int, reason: str) -> Called:
    """Bring a ticket to a window within a transaction: state, service and fact."""
    now = ctx.clock()
    action = Action.CALL if ticket.state in IN_LINE else Action.RESUME
    state = after(action, ticket.state, ctx.hall.start, str(ticket.number))
    tickets.move(tx, ticket.id, state)
    services.begin(
        tx,
        ticket=ticket.id,
        window=window,
        day=ctx.today(),
        called_at=now,
        started_at=now if state is TicketState.SERVING else None,
    )
    called = TicketCalled(
        str(ticket.number), ticket.queue, ticket.ticket_class, window, reason, again=False
    )
    facts.append(tx, now, ctx.today(), called)
    return Called(
        ticket.number, window, ticket.queue, ticket.ticket_class, ticket.item_name, reason
    )


def _finish_open(ctx: Context, tx: Transaction, window: int) -> None:
    current = services.open_at(tx, window)
    if current is None:
        return
    if ctx.hall.start is StartMode.EXPLICIT and current.state is TicketState.CALLED:
        raise Refused(
            f"window {window} still has {current.number} called",
            "start it, recall it, park it or mark it as no-show first",
        )
    end_service(ctx, tx, current, Action.FINISH)
