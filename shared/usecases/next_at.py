"""Who is next at a window, and by which rule: asked by the call itself and by the desk."""

from datetime import date, datetime

from shared.domain.dispatch import Choice, choose
from shared.domain.hall import Hall
from shared.domain.policy import Head, streak_needed
from shared.domain.ticket import TicketClass
from shared.storage import Transaction, services
from shared.storage.heads import heads_of


def next_at(
    hall: Hall, tx: Transaction, day: date, number: int, now: datetime
) -> tuple[Choice | None, list[Head]]:
    """Return who window `number` would call now (None: nobody waits), and the heads of all lines
    it may call.
    """
    window = hall.window(number)
    heads = heads_of(tx, day, number, window.reach, now)
    most = streak_needed(hall.policy)
    streak = services.streak(tx, day, number, TicketClass.GREEN, most) if most else 0
    return choose(window, heads, hall.policy, now.timestamp() / 60, streak), heads
