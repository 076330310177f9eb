"""Sign in to a window and out of it."""

from shared.domain.errors import BadInput, Refused
from shared.domain.events import Event
from shared.domain.post import Absent, Act, Attended, Covered, Vacant, seated
from shared.domain.staff import staff_number
from shared.storage import cases, posts
from shared.usecases.context import Context
from shared.usecases.permitted import check_for, permitted
from shared.usecases.posts.cases import stepped
from shared.usecases.posts.changing import check_free, person_of, settle
from shared.usecases.unit import Unit, hall_unit


@permitted
def sign_in(ctx: Context, window: int, number: str | None = None) -> Attended:
    """Sit down at a window, by default whoever acts (`ctx.actor`).

    Refused when somebody is there already, or this person is elsewhere. Who was away and had
    signed out is back by this: the cases of that leave are closed.
    """
    window = ctx.hall.window(window).number
    wanted = number or ctx.actor
    if wanted is None:
        raise BadInput("nobody was named", "say who sits there: a staff number")
    with hall_unit(ctx) as work:
        person = person_of(work, staff_number(wanted))
        check_for(ctx, work.tx, person.number)
        check_free(work, person)
        match posts.post_at(work.tx, window):
            case Vacant():
                pass
            case Absent(person=other):
                raise Refused(
                    f"{other} is away from window {window}",
                    f"stand in: hall window take-over {window} {person.number}",
                )
            case Attended() | Covered() as post:
                raise Refused(
                    f"{seated(post)} sits at window {window}",
                    f"they sign out first: hall window sign-out {window}",
                )
        post = Attended(person.number, person.partner)
        settle(work, window, post, Act.SIGN_IN, _back(work, person.number))
    return post


@permitted
def sign_out(ctx: Context, window: int) -> None:
    """Leave a window for good, or for today; Refused when nobody is signed in there.

    Whoever is away stays away: their cases are closed when they sign in again.
    """
    window = ctx.hall.window(window).number
    with hall_unit(ctx) as work:
        post = posts.post_at(work.tx, window)
        match post:
            case Vacant():
                raise Refused(f"nobody is signed in at window {window}", "there is nothing to do")
            case Attended(person=person):
                check_for(ctx, work.tx, person)
            case Absent(person=person) | Covered(person=person):
                check_for(ctx, work.tx, person, seated(post) or person)
        settle(work, window, Vacant(), Act.SIGN_OUT)


def _back(work: Unit, number: str) -> list[Event]:
    """Close the cases of a leave that ended elsewhere than at its window."""
    span = posts.last_leave(work.tx, number)
    if span is None or not isinstance(span.post, Absent | Covered):
        return []
    events: list[Event] = []
    handover = cases.find(work.tx, span.post.handover)
    if handover.closed_at is None:
        step = "return" if handover.state == "covered" else "return_empty"
        given = {"work": "未当面交接，A岗直接签到"} if step == "return" else {}
        events += stepped(work, handover.code, step, given)
    if cases.find(work.tx, span.post.whereabouts).closed_at is None:
        events += stepped(work, span.post.whereabouts, "return", {})
    return events
