"""What a window does with the ticket it has called.

`seen` is the service that whoever acts has seen there: a key and a click at the same moment must
not end two.
"""

from dataclasses import dataclass, replace

from shared.domain.coming_back import SPACING
from shared.domain.errors import BadInput, Refused
from shared.domain.events import ServiceEnded, ServiceStarted, TicketCalled
from shared.domain.said import said
from shared.domain.ticket import GREEN_PREFIX, Action, StartMode, TicketClass, TicketState, after
from shared.domain.visit import next_stop
from shared.storage import alerts, errands, paces, services, tickets
from shared.storage.heads import heads_of
from shared.storage.services import Service
from shared.usecases.context import Context
from shared.usecases.evacuation import refuse_meanwhile
from shared.usecases.permitted import permitted
from shared.usecases.unit import Unit, unit


@permitted
def start(ctx: Context, window: int, seen: int | None = None) -> Service:
    """Begin serving the called ticket (only where `service.start` is explicit)."""
    with unit(ctx, windows=[window]) as work:
        current = _current(work, window, seen)
        state = after(Action.START, current.state, ctx.hall.start, str(current.number))
        tickets.move(work.tx, current.standing, state, work.now)
        services.change(work.tx, current.id, started_at=work.now)
        work.tell(ServiceStarted(str(current.number), window))
    return current


@permitted
def recall(ctx: Context, window: int, seen: int | None = None) -> Service:
    """Call the same person once more; the calls are counted."""
    with unit(ctx, windows=[window]) as work:
        refuse_meanwhile(work)
        return recall_service(work, _current(work, window, seen))


def recall_service(work: Unit, current: Service) -> Service:
    """Call a person once more within a unit of work."""
    after(Action.RECALL, current.state, work.hall.start, str(current.number))
    services.change(work.tx, current.id, calls=current.calls + 1, recalled_at=work.now)
    work.tell(
        TicketCalled(
            str(current.number),
            current.queue,
            current.ticket_class,
            current.window,
            "recall",
            again=True,
            from_line=False,
        )
    )
    return replace(current, calls=current.calls + 1)


@permitted
def no_show(ctx: Context, window: int, seen: int | None = None) -> Service:
    """Nobody came: the ticket may return to the line, or be resumed."""
    return _end(ctx, window, Action.NO_SHOW, seen)


@permitted
def park(ctx: Context, window: int, seen: int | None = None) -> Service:
    """Set the ticket aside; `resume` calls it back."""
    return _end(ctx, window, Action.PARK, seen)


@permitted
def finish(ctx: Context, window: int, seen: int | None = None) -> Service:
    """The visit to this window is over; a visit with more stops goes on to the next."""
    return _end(ctx, window, Action.FINISH, seen)


@dataclass(frozen=True)
class Destination:
    """Where a ticket goes from a window: a line, there perhaps for one window alone, and the item
    that is done there, if it is another one.
    """

    queue: str
    window: int | None = None
    front: bool = False
    item: str | None = None


@permitted
def transfer(
    ctx: Context,
    window: int,
    *,
    to_queue: str | None = None,
    to_window: int | None = None,
    front: bool = False,
    seen: int | None = None,
) -> Service:
    """Send the ticket to a queue or to one window, at the back or in front of all others there."""
    if (to_queue is None) == (to_window is None):
        raise BadInput("a transfer goes to one place", "name a queue or a window, not both")
    queue = ctx.hall.queue(to_queue).letter if to_queue is not None else None
    target = ctx.hall.window(to_window).number if to_window is not None else None
    if queue is not None and not ctx.hall.windows_for(queue):
        raise Refused(
            f"no window serves queue {queue}",
            "choose another queue or a window",
            public=said("desk", "没有窗口办{queue}队列，请另选").of(queue=queue),
        )
    with unit(
        ctx,
        windows=[window] if target is None else [window, target],
        queues=[] if queue is None else [queue],
    ) as work:
        current = _current(work, window, seen)
        if queue == GREEN_PREFIX and current.ticket_class is not TicketClass.GREEN:
            raise Refused(
                f"queue G is green alone, {current.number} is {current.ticket_class}",
                "transfer it to another queue, or to a window",
                public=said("desk", "G队列只给绿色通道，请转到别的队列或窗口"),
            )
        if front and current.ticket_class is TicketClass.BOOKED:
            raise Refused(
                f"{current.number} has an appointment and stands by its time",
                "transfer it without --front, or to a window that calls it by its number",
                public=said("desk", "预约号按预约时间叫，不能排到最前，请取消“排最前”"),
            )
        destination = Destination(queue or current.queue, target, front)
        end_service(work, current, Action.TRANSFER, destination)
    return current


def end_service(
    work: Unit, current: Service, action: Action, destination: Destination | None = None
) -> None:
    """End the service at a window within a unit of work."""
    outcome = after(action, current.state, work.hall.start, str(current.number))
    if action is Action.FINISH:
        destination = _next_stop(work, current)
        outcome = TicketState.DONE if destination is None else TicketState.TRANSFERRED
        _learn(work, current)
    # Under on_call a no-show or a park undoes the start that came with the call.
    undone = work.hall.start is StartMode.ON_CALL and outcome in (
        TicketState.NO_SHOW,
        TicketState.PARKED,
    )
    services.change(
        work.tx,
        current.id,
        ended_at=work.now,
        outcome=outcome,
        started_at=None if undone else current.started_at,
    )
    if outcome is TicketState.DONE:
        alerts.drop(work.tx, current.ticket, work.now)
    place = None
    if destination and destination.front:
        place = (_first_place(work, destination) // SPACING - 1) * SPACING
    ended = ServiceEnded(
        str(current.number),
        current.window,
        outcome,
        destination.queue if destination else None,
        destination.window if destination else None,
        place is not None,
        current.calls,
        place,
    )
    fact = work.tell(ended)
    if destination is None:
        tickets.move(work.tx, current.standing, outcome, work.now)
        return
    tickets.move(
        work.tx,
        current.standing,
        outcome,
        work.now,
        place=fact * SPACING if place is None else place,
        since=work.now,
        queue=destination.queue,
        for_window=destination.window,
        item=destination.item or current.item,
    )


def _next_stop(work: Unit, current: Service) -> Destination | None:
    """Mark what was done here, and return where the visit goes on, if it does.

    A window does everything of a visit that its queues take in, not only what it was called for.
    """
    visit = errands.of_ticket(work.tx, current.ticket)
    if not visit:
        return None
    here = {current.queue, *work.hall.window(current.window).queues}
    errands.finish(work.tx, current.ticket, here)
    stop = next_stop([errand for errand in visit if errand.queue not in here])
    return Destination(stop[0].queue, item=stop[0].item) if stop else None


def _learn(work: Unit, current: Service) -> None:
    if current.started_at is None:
        return
    minutes = (work.now - current.started_at).total_seconds() / 60
    if 0 < minutes <= work.ctx.config.longest_service_min:
        paces.learn(work.tx, current.queue, current.window, current.item, minutes, work.now)


def _first_place(work: Unit, destination: Destination) -> int:
    """Return the place of whoever is first where the ticket goes, whichever window calls."""
    windows = (
        work.hall.windows_for(destination.queue)
        if destination.window is None
        else (work.hall.window(destination.window),)
    )
    heads = [
        head.place
        for window in windows
        for head in heads_of(work.tx, work.day, window.number, window.reach, work.now)
    ]
    return min(heads, default=0)


def _end(ctx: Context, window: int, action: Action, seen: int | None) -> Service:
    with unit(ctx, windows=[window]) as work:
        current = _current(work, window, seen)
        end_service(work, current, action)
    return current


def _current(work: Unit, window: int, seen: int | None) -> Service:
    """Return the service going on; Refused when it is not the one `seen` by whoever acts."""
    current = services.open_at(work.tx, window)
    if current is None:
        raise Refused(
            f"window {window} has called nobody",
            "call the next ticket first",
            public=said("desk", "本窗口现在没有叫号，请先叫下一位"),
        )
    if seen not in (None, current.id):
        raise Refused(
            f"{current.number} is at window {window} now",
            "look who is called now, then press again",
            public=said("desk", "窗口现在是{number}，刚才的操作没有做").of(
                number=str(current.number)
            ),
        )
    return current
