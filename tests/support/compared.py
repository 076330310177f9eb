"""A real hall and its model side by side: the same step in both, then every table looked at."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, select, text

from shared.domain.errors import HallError
from shared.domain.events import Fact, NumberSkipped
from shared.domain.hall import CallOrder
from shared.domain.ticket import StartMode
from shared.storage.every_table import METADATA
from shared.storage.facts import last_id, since
from shared.storage.orm import CounterRow, DayRow, ServiceRow, TicketRow
from shared.usecases.context import Context
from shared.usecases.queries import waiting_now
from tests.support.model import Model
from tests.support.people import No, Person

_T = TicketRow
_TICKETS = select(
    _T.id,
    _T.business_day,
    _T.prefix,
    _T.number,
    _T.line_day,
    _T.ticket_class,
    _T.queue,
    _T.state,
    _T.place,
    _T.since,
    _T.for_window,
).order_by(_T.id)
_AT = select(ServiceRow.window_number, ServiceRow.ticket).where(ServiceRow.ended_at.is_(None))
_COUNTED = text(
    "SELECT line_day, queue, for_window, ticket_class, waiting FROM line WHERE waiting <> 0"
)
_LOOKED_AT = text(
    "SELECT line_day, queue, COALESCE(for_window, 0), ticket_class, COUNT(*) FROM ticket"
    " WHERE state IN ('waiting', 'transferred') GROUP BY 1, 2, 3, 4"
)
_KEPT = ("hall", "item", "item_source")


def emptied(ctx: Context) -> Context:
    """Forget everything that ever happened in a hall."""
    with ctx.database.write() as tx:
        for table in reversed(METADATA.sorted_tables):
            if table.name not in _KEPT:
                tx.execute(table.delete())
    return ctx


def configured(ctx: Context, model: Model) -> Context:
    """Let the hall be what the model is."""
    hall = ctx.hall
    windows = tuple(
        replace(window, order=CallOrder.PREFERENCE) if window.number in model.preferring else window
        for window in hall.windows
    )
    start = StartMode.EXPLICIT if model.explicit else StartMode.ON_CALL
    config = replace(
        ctx.config,
        hall=replace(hall, windows=windows, start=start),
        carry_over_h=model.carry_h,
    )
    return Context(config, ctx.database, lambda: model.now)


class Compared:
    """`do` takes a step in both; what one refuses the other must refuse, and stay as it was."""

    def __init__(self, ctx: Context, model: Model) -> None:
        self.ctx, self.model = configured(ctx, model), model
        self._new: list[Fact] = []
        model.told = self._told
        with ctx.database.read() as tx:
            self._seen = last_id(tx)

    def do(self, real: Callable[[Context], object], rule: Callable[[Model], object]) -> None:
        result: object = None
        refused: HallError | None = None
        try:
            result = real(self.ctx)
        except HallError as error:
            refused = error
        with self.ctx.database.read() as tx:
            self._new = since(tx, self._seen)
            expected: object = None
            forbidden: No | None = None
            try:
                expected = rule(self.model)
            except No as no:
                forbidden = no
            if forbidden:
                assert refused, f"{forbidden}, but the hall did it: {result}"
            else:
                assert refused is None, f"{refused}, but the rules allow it"
                assert result == expected
            self._same(tx)
        assert waiting_now(self.ctx).counts == self.model.waiting()

    def _told(self, kind: str, number: str) -> int:
        found = [
            fact.id
            for fact in self._new
            if type(fact.event).__name__ == kind and vars(fact.event)["number"] == number
        ]
        assert len(found) == 1, f"{kind} of {number}: {found}"
        return found[0]

    def _same(self, tx: Connection) -> None:
        """Hold every table against the model."""
        model = self.model
        skipped = [f.event.number for f in self._new if isinstance(f.event, NumberSkipped)]
        assert skipped == model.skipped
        model.skipped.clear()
        self._seen = max((fact.id for fact in self._new), default=self._seen)
        rows = list(tx.execute(_TICKETS))
        assert [tuple(row)[1:] for row in rows] == [_told_of(person) for person in model.people]
        number = {row.id: f"{row.prefix}{row.number:03d}" for row in rows}
        at = {window: number[ticket] for window, ticket in tx.execute(_AT)}
        assert at == {window: person.number for window, person in model.at.items()}
        assert set(map(tuple, tx.execute(_COUNTED))) == set(map(tuple, tx.execute(_LOOKED_AT)))
        assert _counters(tx) == model.counters
        assert _days(tx) == {
            day: (held.closed_on is not None, held.closed_queues)
            for day, held in model.days.items()
        }


def _told_of(person: Person) -> tuple[Any, ...]:
    return (
        person.day,
        person.prefix,
        person.count,
        person.line_day,
        person.kind,
        person.queue,
        person.state,
        person.place,
        person.since,
        person.sent_to or None,
    )


def _counters(tx: Connection) -> dict[tuple[date, str], int]:
    rows = tx.execute(select(CounterRow.business_day, CounterRow.prefix, CounterRow.last))
    return {(row.business_day, row.prefix): row.last for row in rows}


def _days(tx: Connection) -> dict[date, tuple[bool, set[str]]]:
    rows = tx.execute(select(DayRow.business_day, DayRow.closed_at, DayRow.closed_queues))
    return {row.business_day: (bool(row.closed_at), set(row.closed_queues)) for row in rows}
