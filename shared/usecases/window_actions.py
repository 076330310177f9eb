"""What a window does with the ticket it has called."""

from shared.domain.errors import BadInput, Refused
from shared.domain.events import ServiceEnded, ServiceStarted, TicketCalled
from shared.domain.ticket import GREEN_PREFIX, Action, StartMode, TicketClass, TicketState, after
from shared.storage import Transaction, facts, services, tickets
from shared.storage.services import Service
from shared.usecases.context import Context


def start(ctx: Context, window: int) -> Service:
    """Begin serving the called ticket (only where `service.start` is explicit)."""
    with ctx.database.write() as tx:
        current = _current(ctx, tx, window)
        state = after(Action.START, current.state, ctx.hall.start, str(current.number))
        now = ctx.clock()
        tickets.move(tx, current.ticket, state)
        services.change(tx, current.id, started_at=now)
        facts.append(tx, now, ctx.today(), ServiceStarted(str(current.number), window))
    return current


def recall(ctx: Context, window: int) -> Service:
    """Call the same person once more."""
    with ctx.database.write() as tx:
        current = _current(ctx, tx, window)
        after(Action.RECALL, current.state, ctx.hall.start, str(current.number))
        services.change(tx, current.id, calls=current.calls + 1)
        called = TicketCalled(
            str(current.number), current.queue, current.ticket_class, window, "recall", again=True
        )
        facts.append(tx, ctx.clock(), ctx.today(), called)
    return current


def no_show(ctx: Context, window: int) -> Service:
    """Nobody came: the ticket may be resumed later."""
    return _end(ctx, window, Action.NO_SHOW)


def park(ctx: Context, window: int) -> Service:
    """Set the ticket aside; `resume` calls it back."""
    return _end(ctx, window, Action.PARK)


def finish(ctx: Context, window: int) -> Service:
    """The visit to this window is over."""
    return _end(ctx, window, Action.FINISH)


def transfer(
    ctx: Context,
    window: int,
    *,
    to_queue: str | None = None,
    to_window: int | None = None,
    front: bool = False,
) -> Service:
    """Send the ticket to a queue or to one window, at the back or in front of all others there."""
    if (to_queue is None) == (to_window is None):
        raise BadInput("a transfer goes to one place", "name a queue or a window, not both")
    queue = ctx.hall.queue(to_queue).letter if to_queue is not None else None
    target = ctx.hall.window(to_window).number if to_window is not None else None
    if queue is not None and not ctx.hall.windows_for(queue):
        raise Refused(f"no window serves queue {queue}", "choose another queue or a window")
    with ctx.database.write() as tx:
        current = _current(ctx, tx, window)
        if queue == GREEN_PREFIX and current.ticket_class is not TicketClass.GREEN:
            raise Refused(
                f"queue G is green alone, {current.number} is {current.ticket_class}",
                "transfer it to another queue, or to a window",
            )
        first = tickets.first_place(tx, ctx.today())
        fact = end_service(ctx, tx, current, Action.TRANSFER, to_queue=queue, to_window=target)
        tickets.move(
            tx,
            current.ticket,
            TicketState.TRANSFERRED,
            place=first - 1 if front else fact,
            queue=queue or current.queue,
            for_window=target,
        )
    return current


def end_service(
    ctx: Context,
    tx: Transaction,
    current: Service,
    action: Action,
    *,
    to_queue: str | None = None,
    to_window: int | None = None,
) -> int:
    """End the service at a window within a transaction; returns the id of the fact."""
    now = ctx.clock()
    outcome = after(action, current.state, ctx.hall.start, str(current.number))
    tickets.move(tx, current.ticket, outcome)
    # Under on_call a no-show or a park undoes the start that came with the call.
    undone = ctx.hall.start is StartMode.ON_CALL and outcome in (
        TicketState.NO_SHOW,
        TicketState.PARKED,
    )
    services.change(
        tx,
        current.id,
        ended_at=now,
        outcome=outcome,
        started_at=None if undone else current.started_at,
    )
    ended = ServiceEnded(str(current.number), current.window, outcome, to_queue, to_window)
    return facts.append(tx, now, ctx.today(), ended)


def _end(ctx: Context, window: int, action: Action) -> Service:
    with ctx.database.write() as tx:
        current = _current(ctx, tx, window)
        end_service(ctx, tx, current, action)
    return current


def _current(ctx: Context, tx: Transaction, window: int) -> Service:
    ctx.hall.window(window)
    current = services.open_at(tx, window)
    if current is None:
        raise Refused(f"window {window} has called nobody", "call the next ticket first")
    return current
