"""From one business day to the next: who is left over is taken along, or the number is void."""

from datetime import datetime

from shared.domain.day import business_day, is_carried
from shared.domain.events import DayBegan, TicketCarried, TicketVoided
from shared.domain.ticket import AT_WINDOW, TicketState
from shared.storage import Transaction, alerts, days, facts, tickets

DAY_END = "day_end"
HALL = "hall"


def begin_day(tx: Transaction, now: datetime, carry_over_h: float) -> None:
    """Begin the business day of `now` in a transaction over the whole hall.

    Who is at a window stays there. Who waits is carried over when it has not been longer than
    `carry_over_h` hours; all other numbers that are not over become void. The old day ends first:
    who counts along starts from empty lines when the new one begins.
    """
    newest = days.newest(tx)
    day = business_day(now, newest.day if newest else None)
    carried = []
    for ticket in tickets.left_over(tx, day):
        if ticket.state in AT_WINDOW or is_carried(ticket.since, now, carry_over_h):
            carried.append(ticket)
            continue
        in_line = ticket.standing.in_line
        tickets.move(tx, ticket.standing, TicketState.VOID, now)
        alerts.drop(tx, ticket.id, now)
        voided = TicketVoided(
            str(ticket.number),
            ticket.queue,
            DAY_END,
            HALL,
            from_line=in_line,
            from_day=ticket.line_day.isoformat(),
        )
        facts.append(tx, now, day, voided)
    first = facts.append(tx, now, day, DayBegan(day.isoformat()))
    for ticket in carried:
        number, from_day = str(ticket.number), ticket.line_day.isoformat()
        in_line = ticket.standing.in_line
        tickets.move(tx, ticket.standing, ticket.state, now, line_day=day)
        facts.append(tx, now, day, TicketCarried(number, ticket.queue, from_day, in_line))
    days.begin(tx, day, now, first, len(carried))
