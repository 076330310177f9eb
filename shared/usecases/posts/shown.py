"""What a window's devices tell: who is there, whether it is closed or goes on late."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from shared.domain.hall import Hall, Window
from shared.domain.opening import Closed, opening
from shared.domain.register.case import current
from shared.storage import Transaction, cases, days
from shared.storage.days import Day
from shared.usecases.cases.reading import read_log
from shared.usecases.context import Context
from shared.usecases.intake import is_closed
from shared.usecases.posts.queries import PostNow, read_posts

EXTENDED = "extended_hours"
_GOING_ON = "going_on"


@dataclass(frozen=True)
class Shown:
    """`posts` is None when the hall has no staff accounts; `closed` are windows that take nobody
    in, with when they do again (None: not known); at `extended` ones a case of 延时服务 goes on.
    """

    posts: Mapping[int, PostNow] | None = None
    closed: Mapping[int, datetime | None] = field(default_factory=dict)
    extended: frozenset[int] = frozenset()


def shown_now(ctx: Context) -> Shown:
    """Return what the windows' devices tell of their people now."""
    now = ctx.clock()
    with ctx.database.read() as tx:
        newest = days.newest(tx)
        today = newest if newest and newest.day == ctx.today(tx) else None
        return Shown(
            read_posts(ctx, tx),
            {
                window.number: opens
                for window in ctx.hall.windows
                for shut, opens in [_closed(ctx.hall, window, today, now)]
                if shut
            },
            _extended(ctx, tx),
        )


def _closed(
    hall: Hall, window: Window, today: Day | None, now: datetime
) -> tuple[bool, datetime | None]:
    found = [opening(hall.queue(letter).sessions, now, 0, booked=True) for letter in window.queues]
    if today is not None and is_closed(today, now):
        return True, None
    if not found or not all(isinstance(one, Closed) for one in found):
        return False, None
    opens = [one.opens_at for one in found if isinstance(one, Closed) and one.opens_at]
    return True, min(opens, default=None)


def _extended(ctx: Context, tx: Transaction) -> frozenset[int]:
    going_on = cases.listed(tx, register=EXTENDED, state=_GOING_ON, closed=False, limit=100)
    found = set()
    for case in going_on:
        log = read_log(ctx, case.code, cases.log(tx, case.id))
        window = current(log.entries).get("window", "")
        if window.isdigit():
            found.add(int(window))
    return frozenset(found)
