"""What somebody who comes now may expect: how many go before, and how long it may take."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from shared.domain.estimate import Pace, Wait, predict
from shared.domain.hall import Hall, Window
from shared.domain.precedence import Precedence, precedence
from shared.domain.ticket import TicketClass
from shared.storage import Transaction, paces, services
from shared.storage.lines import ANY_WINDOW, Lines
from shared.usecases.unit import Unit

STAFFED = timedelta(minutes=45)
"""A window that has served nobody for so long is not counted on while others are."""

_CLASSES = tuple(TicketClass)


def expect(
    work: Unit, known: Lines, queue: str, ticket_class: TicketClass
) -> tuple[int, Wait | None]:
    """Return how many are called before a newcomer in this queue, and the predicted wait."""
    stands = precedence(work.hall.policy, ticket_class, _CLASSES)
    ahead = _ahead(known, work.hall.windows_for(queue), stands)
    return ahead, predict(ahead, *speed(work.hall, work.tx, known, queue, ticket_class, work.now))


def speed(
    hall: Hall,
    tx: Transaction,
    known: Lines,
    queue: str,
    ticket_class: TicketClass,
    now: datetime,
) -> tuple[float, float]:
    """Return how many people a minute the windows of a queue finish, and how many come who go
    before this class.
    """
    windows = hall.windows_for(queue)
    stands = precedence(hall.policy, ticket_class, _CLASSES)
    service_min = hall.queue(queue).service_min
    paced = paces.of_queue(tx, queue, service_min)
    at_work = services.busy_windows(tx) | paces.recent(paced, now - STAFFED)
    staffed = [window for window in windows if window.number in at_work] or windows
    unknown = Pace(service_min)
    rate = sum(
        1 / (paced[w.number].pace if w.number in paced else unknown).mean_min for w in staffed
    )
    reached = {letter for window in staffed for letter in window.reach}
    overtaking = sum(share * known.flow(reached, other, now) for other, share in stands.arriving)
    return rate, overtaking


def _ahead(known: Lines, windows: Sequence[Window], stands: Precedence) -> int:
    """The window with the shortest line calls the newcomer first."""
    shares = dict(stands.waiting)
    lengths = dict.fromkeys((window.number for window in windows), 0.0)
    for (queue, sent_to, ticket_class), line in known.counts.items():
        share = shares.get(ticket_class, 0.0)
        if not line.waiting or not share:
            continue
        for window in windows:
            if sent_to == window.number or (sent_to == ANY_WINDOW and queue in window.reach):
                lengths[window.number] += share * line.waiting
    return round(min(lengths.values()))
