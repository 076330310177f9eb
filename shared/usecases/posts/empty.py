"""A window left empty is an alarm (004 服务双岗制 第七条), in working time."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from shared.domain.events import WindowLeftEmpty
from shared.domain.post import Absent
from shared.storage import Transaction, days, facts, posts
from shared.storage.database import lock_facts
from shared.usecases.context import Context
from shared.usecases.intake import is_closed
from shared.usecases.unit import unit

GRACE = timedelta(minutes=5)
"""How long a window may be signed out before that rings (ours), as the register of posts has it."""


@dataclass(frozen=True)
class Empty:
    """A window where nobody is: since when, and who is away ("" when they signed out)."""

    window: int
    since: datetime
    away: str = ""


def empty_now(ctx: Context) -> list[Empty]:
    """Return the windows that are empty now though somebody was there today, by number."""
    with ctx.database.read() as tx:
        away = [
            Empty(span.window, span.began, span.post.person)
            for span in posts.now(tx).values()
            if isinstance(span.post, Absent)
        ]
        return sorted([*away, *_signed_out(ctx, tx)], key=lambda one: one.window)


def ring_empty(ctx: Context) -> Empty | None:
    """Let one window ring that was signed out of too long ago in working time; None when none is.

    Who left with a message rings by the register of posts.
    """
    with ctx.database.read() as tx:
        if not _due(ctx, tx):
            return None
    with unit(ctx) as work:
        lock_facts(work.tx)  # so that nobody else tells of the same window meanwhile
        due = _due(ctx, work.tx)
        if not due:
            return None
        work.tell(WindowLeftEmpty(due[0].window, _iso(due[0].since)))
    return due[0]


def _due(ctx: Context, tx: Transaction) -> list[Empty]:
    now = ctx.clock().astimezone(ctx.zone)
    newest = days.newest(tx)
    if newest is None or is_closed(newest, now) or not _working(ctx, now.time()):
        return []
    late = [one for one in _signed_out(ctx, tx) if now - one.since >= GRACE]
    if not late:
        return []
    told = {
        (fact.event.window, fact.event.since)
        for fact in facts.of_kind(tx, WindowLeftEmpty, newest.day)
        if isinstance(fact.event, WindowLeftEmpty)
    }
    return [one for one in late if (one.window, _iso(one.since)) not in told]


def _signed_out(ctx: Context, tx: Transaction) -> list[Empty]:
    midnight = ctx.clock().astimezone(ctx.zone).replace(hour=0, minute=0, second=0, microsecond=0)
    left = posts.left_since(tx, midnight)
    return [Empty(number, since) for number, since in sorted(left.items())]


def _working(ctx: Context, now: time) -> bool:
    return any(start <= now < end for start, end in ctx.config.work_hours)


def _iso(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()
