"""B stands in: given the work, come unasked, or sent by the duty manager."""

from shared.domain.errors import Refused
from shared.domain.post import Absent, Act, Covered, standing_in
from shared.domain.staff import staff_number
from shared.storage import posts
from shared.usecases.context import Context
from shared.usecases.permitted import check_for, permitted
from shared.usecases.posts.cases import stepped
from shared.usecases.posts.changing import check_free, person_of, settle
from shared.usecases.unit import Unit, hall_unit


@permitted
def hand_over(ctx: Context, window: int, work_given: str) -> Covered:
    """A, who has left, gives the named B the work: B sits there from now on."""
    window = ctx.hall.window(window).number
    with hall_unit(ctx) as work:
        post = posts.post_at(work.tx, window)
        named = post.partner if isinstance(post, Absent) else ""
        left = standing_in(post, named, window, named_only=True)
        check_for(ctx, work.tx, left.person, left.partner)
        return _stand_in(work, window, left, named, "hand_over", {"work": work_given})


@permitted
def take_over(ctx: Context, window: int, number: str | None = None) -> Covered:
    """The named B comes without a hand-over, which is recorded as such (第四条（二）)."""
    window = ctx.hall.window(window).number
    with hall_unit(ctx) as work:
        post = posts.post_at(work.tx, window)
        named = post.partner if isinstance(post, Absent) else ""
        wanted = staff_number(number or ctx.actor or named)
        left = standing_in(post, wanted, window, named_only=True)
        check_for(ctx, work.tx, wanted)
        return _stand_in(work, window, left, wanted, "take_over", {})


@permitted
def replace_partner(ctx: Context, window: int, number: str) -> Covered:
    """The duty manager sends somebody to stand in, in the place of B."""
    window = ctx.hall.window(window).number
    with hall_unit(ctx) as work:
        post = posts.post_at(work.tx, window)
        wanted = staff_number(number)
        if isinstance(post, Covered):
            if post.partner == wanted:
                raise Refused(f"{wanted} stands in there already", "name somebody else")
            post = Absent(
                post.person,
                post.partner,
                post.leave,
                post.whereabouts,
                post.handover,
                post.partner,
            )
        left = standing_in(post, wanted, window, named_only=False)
        called = person_of(work, wanted).called
        return _stand_in(work, window, left, wanted, "replace", {"post_b": called})


_ACTS = {
    "hand_over": Act.HAND_OVER,
    "take_over": Act.TAKE_OVER,
    "replace": Act.REPLACE,
}


def _stand_in(
    work: Unit, window: int, left: Absent, number: str, step: str, fields: dict[str, str]
) -> Covered:
    person = person_of(work, number)
    check_free(work, person)
    events = stepped(work, left.handover, step, fields)
    after = Covered(left.person, person.number, left.leave, left.whereabouts, left.handover)
    settle(work, window, after, _ACTS[step], events)
    return after
