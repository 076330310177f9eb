"""Who is at which window, and who answered for it when; nothing here changes anything."""

from dataclasses import dataclass
from datetime import datetime

from shared.domain.post import Absent, Covered, Post, Vacant, seated
from shared.domain.register.case import current
from shared.domain.staff import Staff
from shared.storage import Transaction, cases, posts, staff
from shared.storage.posts import Span
from shared.usecases.cases.reading import read_log
from shared.usecases.context import Context
from shared.usecases.posts.cases import AGREED, POST


@dataclass(frozen=True)
class PostNow:
    """A window now: its post `since` then (None: nobody signed in), who sits there, who is away."""

    window: int
    post: Post
    since: datetime | None
    serving: Staff | None
    away: Staff | None


def read_posts(ctx: Context, tx: Transaction) -> dict[int, PostNow] | None:
    """Return every window's post; None when the hall has no staff accounts."""
    if not staff.any_active(tx):
        return None
    spans = posts.now(tx)
    people = {one.staff.number: one.staff for one in staff.everybody(tx)}
    found = {}
    for window in ctx.hall.windows:
        span = spans.get(window.number)
        post: Post = span.post if span else Vacant()
        away = post.person if isinstance(post, Absent | Covered) else ""
        found[window.number] = PostNow(
            window.number,
            post,
            span.began if span else None,
            people.get(seated(post)),
            people.get(away),
        )
    return found


def posts_now(ctx: Context) -> dict[int, PostNow]:
    """Return every window's post by its number; all vacant when the hall has no staff accounts."""
    with ctx.database.read() as tx:
        found = read_posts(ctx, tx)
    if found is None:
        return {
            one.number: PostNow(one.number, Vacant(), None, None, None) for one in ctx.hall.windows
        }
    return found


def responsible_at(ctx: Context, window: int, moment: datetime) -> Span | None:
    """Return who answered for a window at a moment (004 服务双岗制 第五条); None: nobody."""
    with ctx.database.read() as tx:
        return posts.at(tx, ctx.hall.window(window).number, moment)


def posts_between(ctx: Context, window: int, first: datetime, last: datetime) -> list[Span]:
    """Return what a window was from one moment to another, in order, for spot checks."""
    with ctx.database.read() as tx:
        return posts.between(tx, ctx.hall.window(window).number, first, last)


@dataclass(frozen=True)
class AgreedLeave:
    """A leave that was agreed to and has not begun."""

    code: str
    window: str
    person: str
    partner: str
    until: str


def agreed_leaves(ctx: Context) -> list[AgreedLeave]:
    """Return the leaves the centre has agreed to that have not begun, newest first."""
    with ctx.database.read() as tx:
        found = []
        for case in cases.listed(tx, register=POST, state=AGREED, closed=False, limit=200):
            values = current(read_log(ctx, case.code, cases.log(tx, case.id)).entries)
            found.append(
                AgreedLeave(
                    case.code,
                    *(values.get(name, "") for name in ("window", "post_a", "post_b", "until")),
                )
            )
    return found
