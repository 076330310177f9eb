"""All that the panel looks at in one go: the window, who sits there, what is due."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from shared.usecases.cases.queries import Due, due_cases
from shared.usecases.context import Context
from shared.usecases.desk import DeskNow, desk_now
from shared.usecases.posts.queries import PostNow, read_posts


@dataclass(frozen=True)
class Sight:
    """`post` is None where the hall has no staff accounts; `due` runs out today or is over."""

    desk: DeskNow
    post: PostNow | None
    due: tuple[Due, ...]


def look(ctx: Context, window: int) -> Sight:
    """Look at a window and the registers; HallError when the hall does not answer."""
    desk = desk_now(ctx, window)
    with ctx.database.read() as tx:
        posts = read_posts(ctx, tx)
    return Sight(desk, posts[window] if posts else None, tuple(due_cases(ctx, until_night(ctx))))


def until_night(ctx: Context) -> timedelta:
    """Return how long today still lasts in the hall."""
    now = ctx.clock().astimezone(ctx.zone)
    midnight = datetime.combine(now.date() + timedelta(days=1), time(), ctx.zone)
    return midnight - now
