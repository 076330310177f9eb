"""A hall with a past: a bit of everything, sealed, and how to tamper with it."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

import pytest
from sqlalchemy import text

from shared.domain.rating import RatingSource, Score
from shared.domain.ticket import TicketNumber
from shared.usecases import day, green, line_actions, window_actions
from shared.usecases.audit import Audit, verify
from shared.usecases.rate import rate
from tests.support.halls import INVOICE, SampleHall


def live(hall: SampleHall) -> None:
    """25 facts. At the end C003, C004, C002, C007 wait for windows 3 and 4, C001 before D001 and
    D002; C006 is at window 4; G001 was served and rated, C005 was given up; queue H is closed.
    """
    hall.numbers(6)
    hall.numbers(2, INVOICE)
    hall.issue(green=True)
    hall.call(3)
    rate(hall.ctx, 3, Score(5), RatingSource.PAD)
    hall.clock.forward(minutes=4)
    hall.call(3)
    window_actions.transfer(hall.ctx, 3, to_queue="D", front=True)
    hall.call(4)
    window_actions.no_show(hall.ctx, 4)
    hall.clock.forward(minutes=1)
    line_actions.return_to_line(hall.ctx, TicketNumber("C", 2))
    line_actions.abandon(hall.ctx, TicketNumber("C", 5), "desk")
    green.grant(hall.ctx, TicketNumber("C", 6), "elderly", "staff")
    day.close_queue(hall.ctx, "H", "系统升级", "staff")
    hall.call(4)
    hall.issue()


def tamper(hall: SampleHall, *statements: str) -> None:
    """Change the database behind the program's back."""
    with hall.ctx.database.aside() as tx:
        for statement in statements:
            tx.execute(text(statement.replace(":", r"\:")))


@contextmanager
def tampered(hall: SampleHall, *statements: str) -> Iterator[None]:
    """Change the database, let this thread see it, and take everything back."""
    database = hall.ctx.database
    with (
        database.engine.connect() as tx,
        tx.begin() as change,
        pytest.MonkeyPatch.context() as patch,
    ):
        if database.is_sqlite:
            tx.exec_driver_sql("BEGIN")
        for statement in statements:
            tx.execute(text(statement.replace(":", r"\:")))
        patch.setattr(database, "read", lambda: nullcontext(tx))
        yield
        change.rollback()


def found(audit: Audit) -> str:
    """What an audit has found, in one text."""
    broken = audit.broken
    chain = f"seal {broken.seal}, {broken.first}–{broken.last}: {broken.why}\n" if broken else ""
    return chain + "\n".join(audit.differences)


def check(hall: SampleHall) -> str:
    """What an audit finds now; empty when the past is whole."""
    audit = verify(hall.ctx)
    assert audit.whole == (not found(audit))
    return found(audit)
