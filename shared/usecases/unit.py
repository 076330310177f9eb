"""A unit of work: one transaction, one moment, one business day, and the facts it tells."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime

from shared.domain.day import business_day
from shared.domain.events import Event
from shared.domain.hall import Hall
from shared.storage import Transaction, days, errands, facts
from shared.storage.days import Day
from shared.usecases.context import Context
from shared.usecases.rollover import begin_day


@dataclass(frozen=True)
class Unit:
    """What a use case works with; `now` is taken once, when it is the transaction's turn."""

    ctx: Context
    tx: Transaction
    now: datetime
    today: Day

    @property
    def hall(self) -> Hall:
        """The hall as configured."""
        return self.ctx.hall

    @property
    def day(self) -> date:
        """The business day."""
        return self.today.day

    def holding(self, *, queues: Iterable[str]) -> "Unit":
        """Let nobody else change these lines until the end, and go on when it is our turn there.

        To be done before anything was changed.
        """
        if self.ctx.database.is_sqlite:
            return self  # nobody else writes since the beginning
        self.ctx.database.hold(self.tx, self.ctx.groups.of((), queues))
        now = self.ctx.clock()
        same_day = now.date() == self.now.date()  # a number's day and time must agree
        return replace(self, now=now) if same_day else self

    def tell(self, event: Event) -> int:
        """Append a fact; returns its id. Told last: from then on nobody else can tell any."""
        return facts.append(self.tx, self.now, self.day, event)


def unit(
    ctx: Context, *, windows: Iterable[int] = (), queues: Iterable[str] = ()
) -> AbstractContextManager[Unit]:
    """Open a unit of work that may change the lines of these windows and queues, and of the queues
    where visits at these windows go on.

    BadInput for a window the hall does not have.
    """
    windows = [ctx.hall.window(number).number for number in windows]
    return _unit(ctx, windows, ctx.groups.of(windows, queues))


def hall_unit(ctx: Context) -> AbstractContextManager[Unit]:
    """Open a unit of work that may change the hall as a whole."""
    return _unit(ctx, (), None)


@contextmanager
def _unit(ctx: Context, windows: Collection[int], groups: tuple[int, ...] | None) -> Iterator[Unit]:
    while True:
        with ctx.database.write(groups) as tx:
            now = ctx.clock()
            today = _today(tx, now)
            more = _groups_of_visits(ctx, tx, windows, groups)
            if today is not None and not more:
                yield Unit(ctx, tx, now, today)
                return
        if groups is not None:
            groups = tuple(sorted({*groups, *more}))
        if today is not None:
            continue
        with ctx.database.write() as tx:
            now = ctx.clock()
            if _today(tx, now) is None:
                begin_day(tx, now, ctx.config.carry_over_h)


def _groups_of_visits(
    ctx: Context, tx: Transaction, windows: Collection[int], groups: tuple[int, ...] | None
) -> set[int]:
    """Return the groups outside `groups` where visits at these windows may go on."""
    if groups is None or not windows:
        return set()
    return set(ctx.groups.of((), errands.queues_at(tx, windows))) - set(groups)


def _today(tx: Transaction, now: datetime) -> Day | None:
    """Return the business day at `now`, None when it has not begun."""
    newest = days.newest(tx)
    if newest is None or newest.day != business_day(now, newest.day):
        return None
    return newest
