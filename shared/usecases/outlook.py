"""What somebody who comes now may expect: how many go before, and how long it may take."""

from collections.abc import Sequence
from datetime import timedelta

from shared.domain.estimate import Pace, Wait, predict
from shared.domain.hall import Window
from shared.domain.policy import Policy
from shared.domain.precedence import overtaking, share_before
from shared.domain.ticket import TicketClass
from shared.storage import paces, services
from shared.storage.lines import Lines
from shared.usecases.unit import Unit

STAFFED = timedelta(minutes=45)
"""A window that has served nobody for so long is not counted on while others are."""


def ahead_of(
    policy: Policy, known: Lines, windows: Sequence[Window], ticket_class: TicketClass
) -> int:
    """Return how many are called before a newcomer of this class: the window with the shortest
    line calls the newcomer first.
    """
    before = [
        (share_before(policy, other, ticket_class), known.waiting((other,)))
        for other in TicketClass
    ]
    return round(min(sum(share * line.at(w) for share, line in before) for w in windows))


def expect(
    unit: Unit, known: Lines, queue: str, ticket_class: TicketClass, ahead: int
) -> Wait | None:
    """Predict the wait of a newcomer in this queue with `ahead` people before."""
    hall = unit.hall
    paced = paces.of_queue(unit.tx, queue, hall.queue(queue).service_min)
    windows = hall.windows_for(queue)
    busy = services.busy_windows(unit.tx) | set(paces.recent(paced, unit.now - STAFFED))
    staffed = [window for window in windows if window.number in busy] or windows
    unknown = Pace(hall.queue(queue).service_min)
    speeds = [paced[w.number].pace if w.number in paced else unknown for w in staffed]
    rate = sum(1 / pace.mean_min for pace in speeds)
    reached = {letter for window in staffed for letter in window.reach}
    flows: dict[str, float] = {c: known.flow(reached, c, unit.now) for c in TicketClass}
    return predict(ahead, rate, overtaking(hall.policy, ticket_class, flows, rate))
