"""A hall that has seen a day's work, and what is in its database, comparable across databases."""

from typing import Any

from sqlalchemy import func, insert, select, text

from shared.domain.devices import DeviceState
from shared.domain.rating import RatingSource, Score
from shared.domain.ticket import TicketNumber
from shared.storage import Database
from shared.storage.every_table import METADATA
from shared.storage.ids import continue_after
from shared.storage.orm import IN_LINE_SQL, FactRow, LineRow, SealRow, TicketRow
from shared.storage.print_jobs import PrintState
from shared.usecases import helpers, printing, window_actions
from shared.usecases.call_next import call_ticket
from shared.usecases.devices import device_changed
from shared.usecases.issue_ticket import Request, issue_ticket
from shared.usecases.rate import ask_rating, press_pad, rate
from tests.support.halls import COMPANY, INVOICE, LAND, SOCIAL_CARD, SampleHall

PRINTER = "file:///dev/null"
L, T = LineRow, TicketRow
Content = dict[str, dict[tuple[Any, ...], tuple[Any, ...]]]


def work(hall: SampleHall) -> None:
    """Everything leaves something: 9 tickets, calls, a transfer, ratings, slips, odd keys, a seal,
    a visit with two stops, somebody sent to one window, a helper on the way.
    """
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
    visit = issue_ticket(hall.ctx, Request(INVOICE, more=(LAND,)))
    sent = hall.issue(INVOICE)
    hall.issue(SOCIAL_CARD, green=True)
    hall.clock.forward(minutes=4, microseconds=1)
    window_actions.finish(hall.ctx, 5)
    call_ticket(hall.ctx, 6, visit.number)
    hall.clock.forward(minutes=7, microseconds=1)
    window_actions.finish(hall.ctx, 6)
    call_ticket(hall.ctx, 6, sent.number)
    window_actions.transfer(hall.ctx, 6, to_window=5)
    hall.call(7)
    (alert,) = helpers.alerts_now(hall.ctx)
    helpers.take_alert(hall.ctx, alert.id, "王")
    device_changed(hall.ctx, "window 3 LED", DeviceState.WORKING)
    device_changed(hall.ctx, PRINTER, DeviceState.TROUBLE, "打印机缺纸")
    with hall.ctx.database.write() as tx:
        seal = {"last_fact": 9, "facts": 9, "digest": "5e" * 32, "at": hall.clock()}
        tx.execute(insert(SealRow), seal)


def many_facts(hall: SampleHall, count: int) -> None:
    """So much that a backup takes a while: the first number, then facts of a kilobyte each."""
    hall.numbers(1)
    fact = {
        "at": hall.clock(),
        "business_day": hall.clock().date(),
        "kind": "PadPressed",
        "payload": {"window": 3, "code": 0, "why": "很长" * 80},
    }
    with hall.ctx.database.write() as tx:
        tx.execute(insert(FactRow), [{"id": number, **fact} for number in range(3, count + 1)])
        continue_after(tx, METADATA.tables["fact"], count)


def content(database: Database) -> Content:
    """Return every row of every table, by its key."""
    with database.read() as tx:
        return {
            table.name: {
                tuple(row._mapping[column] for column in table.primary_key): tuple(row)
                for row in tx.execute(select(table))
            }
            for table in METADATA.sorted_tables
        }


def lines_are_right(database: Database) -> bool:
    """Whether the lines that are counted are those who stand in them, and somebody stands."""
    with database.read() as tx:
        counted = select(L.line_day, L.queue, L.for_window, L.ticket_class, L.waiting)
        place = (T.line_day, T.queue, func.coalesce(T.for_window, 0), T.ticket_class)
        standing = select(*place, func.count()).where(text(IN_LINE_SQL)).group_by(*place)
        told = {tuple(row) for row in tx.execute(counted.where(L.waiting != 0))}
        return bool(told) and told == {tuple(row) for row in tx.execute(standing)}
