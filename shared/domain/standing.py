"""Where everybody in line stands: how many each window would call before, were it to go on now."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from shared.domain.hall import CallOrder, Hall, Window
from shared.domain.policy import Accumulate, Aged, Alternate, Fifo, Head, Policy, Strict
from shared.domain.ticket import TicketClass

_Key = Callable[[Head], tuple[Any, ...]]


def standings(hall: Hall, line: Iterable[Head], now: float) -> dict[int, int]:
    """Return for each ticket how many are called before it if nobody else comes.

    As at the counter of a shop: the window where fewest go before is the one that counts. Booked
    people whose time is not come stand nowhere. `now` in minutes, as `Head.since`. Alternation
    is taken as strict, since it cannot be known whose turn it will be; gathered priority and
    waits as they are now.
    """
    due = [head for head in line if head.ticket_class != TicketClass.BOOKED or head.since <= now]
    found: dict[int, int] = {}
    for window in hall.windows:
        for position, head in enumerate(line_at(hall, window, due, now)):
            if position < found.get(head.ticket, position + 1):
                found[head.ticket] = position
    return found


def line_at(hall: Hall, window: Window, line: Sequence[Head], now: float) -> list[Head]:
    """Return who of a line a window may call, in the order it would; as `standings` sees it."""
    return sorted(_callable(window, line), key=_order(hall, window, now))


def _callable(window: Window, line: Sequence[Head]) -> list[Head]:
    reach = frozenset(window.reach)
    return [
        head
        for head in line
        if head.for_window == window.number or (head.for_window is None and head.queue in reach)
    ]


def _order(hall: Hall, window: Window, now: float) -> _Key:
    """Return the key by which a window sorts people, as `dispatch.choose` picks them one by one."""
    turn = _turn(hall.policy, now)
    preferred = window.order is CallOrder.PREFERENCE
    reach = {queue: rank for rank, queue in enumerate(window.reach)}

    def key(head: Head) -> tuple[Any, ...]:
        sent_here = head.for_window == window.number
        rank = reach[head.queue] if preferred and not sent_here else 0
        booked = head.ticket_class == TicketClass.BOOKED
        return *turn(head), not sent_here, rank, head.since if booked else head.place, head.ticket

    return key


def _turn(policy: Policy, now: float) -> _Key:
    match policy:
        case Fifo():
            return lambda _head: ()
        case Strict(order) | Alternate(order, _):
            return lambda head: (order.index(head.ticket_class),)
        case Accumulate(rates):
            return lambda head: ((head.since - now) * rates[head.ticket_class], head.place)
        case Aged(inner, longest):
            turn = _turn(inner, now)

            def aged(head: Head) -> tuple[Any, ...]:
                late = now - head.since >= longest
                return (0, head.since, head.place) if late else (1, *turn(head))

            return aged
