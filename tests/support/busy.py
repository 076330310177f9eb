"""A hall that has seen a day's work, and what is in its database, comparable across databases."""

from typing import Any

from sqlalchemy import select

from shared.domain.rating import RatingSource, Score
from shared.domain.ticket import TicketNumber
from shared.storage import Database
from shared.storage.orm import Base
from shared.storage.print_jobs import PrintState
from shared.usecases import printing, window_actions
from shared.usecases.call_next import call_ticket
from shared.usecases.rate import ask_rating, press_pad, rate
from tests.support.halls import COMPANY, INVOICE, LAND, SampleHall

PRINTER = "file:///dev/null"
Content = dict[str, dict[tuple[Any, ...], tuple[Any, ...]]]


def work(hall: SampleHall) -> None:
    """Everything leaves something: 6 tickets, calls, a transfer, ratings, slips, odd keys."""
    hall.clock.forward(microseconds=123_457)
    hall.numbers(3)
    hall.issue(INVOICE, printer=PRINTER)
    hall.issue(LAND, printer=PRINTER)
    hall.issue(COMPANY, green=True, printer=PRINTER)
    taken = printing.take(hall.ctx, PRINTER)
    assert taken is not None
    printing.settle(hall.ctx, taken, PrintState.CONFIRMED, "打印完成，“好”\n\t😀")
    hall.clock.forward(minutes=3, microseconds=1)
    hall.call(3)
    window_actions.recall(hall.ctx, 3)
    ask_rating(hall.ctx, 3)
    press_pad(hall.ctx, 3, 9)
    press_pad(hall.ctx, 3, 0)
    hall.call(4)
    window_actions.transfer(hall.ctx, 4, to_window=7, front=True)
    hall.call(7)
    window_actions.park(hall.ctx, 7)
    hall.call(3)
    rate(hall.ctx, 3, Score(2), RatingSource.DESK)
    window_actions.finish(hall.ctx, 3)
    call_ticket(hall.ctx, 5, TicketNumber("D", 1))


def many_facts(hall: SampleHall, count: int = 60_000) -> None:
    """So many that a backup takes a while: the same fact again and again."""
    hall.numbers(1)
    with hall.ctx.database.write() as tx:
        tx.exec_driver_sql(
            "WITH RECURSIVE n(i) AS (SELECT 3 UNION ALL SELECT i + 1 FROM n WHERE i < "
            f"{count}) INSERT INTO fact (id, at, business_day, kind, payload) "
            "SELECT i, at, business_day, kind, payload FROM fact, n WHERE id = 2"
        )


def content(database: Database) -> Content:
    """Return every row of every table, by its key."""
    with database.read() as tx:
        return {
            table.name: {
                tuple(row._mapping[column] for column in table.primary_key): tuple(row)
                for row in tx.execute(select(table))
            }
            for table in Base.metadata.sorted_tables
        }
