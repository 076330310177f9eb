"""Who waits, told by lines counted along, by the tickets, by the facts; and facts against all."""

from shared.domain.events import DayBegan, line_change
from shared.usecases.audit import verify
from shared.usecases.queries import waiting_now
from tests.support.halls import SampleHall

COUNTED = "SELECT line_day, queue, for_window, ticket_class, waiting FROM line WHERE waiting <> 0"
ANEW = """SELECT line_day, queue, coalesce(for_window, 0), ticket_class, count(*) FROM ticket
          WHERE state IN ('waiting', 'transferred')
          GROUP BY line_day, queue, coalesce(for_window, 0), ticket_class"""


def waiting(hall: SampleHall) -> dict[str, int]:
    """Return who waits per queue; fails unless lines, tickets and facts agree."""
    with hall.ctx.database.read() as tx:
        counted, anew = (sorted(map(tuple, tx.exec_driver_sql(query))) for query in (COUNTED, ANEW))
    assert counted == anew, "the counted lines are not those of the tickets"
    told: dict[str, int] = {}
    for fact in hall.facts():
        if isinstance(fact.event, DayBegan):
            told = {}
        for queue, change in line_change(fact.event):
            told[queue] = told.get(queue, 0) + change
    now = waiting_now(hall.ctx).queues
    told = {queue: count for queue, count in told.items() if count}
    assert told == now, "the facts tell of other lines"
    assert verify(hall.ctx).differences == ()
    return now
