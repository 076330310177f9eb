"""Questions to the past: why a ticket was called when it was, and how true predictions came."""

from datetime import date

from shared.domain.accuracy import Accuracy, Waited, accuracy
from shared.domain.errors import BadInput
from shared.domain.events import Fact
from shared.domain.ticket import TicketNumber
from shared.domain.why import Why, why
from shared.storage import Transaction, days, facts, tickets, waits
from shared.usecases.context import Context

GROUPS = ("class", "queue")


def explain(ctx: Context, number: TicketNumber) -> Why:
    """Explain today's ticket from the log; BadInput when it was not given out."""
    with ctx.database.read() as tx:
        tickets.find(tx, ctx.hall.code, ctx.today(tx), number)
        newest = days.newest(tx)
        found = why(ctx.hall, str(number), _since(tx, newest.first_fact if newest else 1))
    if found is None:
        raise BadInput(
            f"the log of today does not tell when {number} came into the line",
            "hall audit verify tells whether the log is whole",
        )
    return found


def prediction_accuracy(ctx: Context, first: date, last: date, by: str = "class") -> list[Accuracy]:
    """Compare predictions and waits of the tickets of these days that were called.

    Grouped by class or by queue. Appointments are left out: their time is set, not predicted.
    """
    if by not in GROUPS:
        raise BadInput(f"there is no grouping by {by}", f"group by: {', '.join(GROUPS)}")
    if last < first:
        raise BadInput(f"{last} is before {first}", "name the first day first")
    with ctx.database.read() as tx:
        people = [
            Waited(row.ticket_class if by == "class" else row.queue, row.told, row.waited_s)
            for row in waits.waited(tx, first, last)
        ]
    return accuracy(people)


def _since(tx: Transaction, first: int) -> list[Fact]:
    found: list[Fact] = []
    after = first - 1
    while batch := facts.since(tx, after, limit=5000):
        found += batch
        after = batch[-1].id
    return found
