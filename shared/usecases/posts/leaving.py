"""Leave a window and come back: the message for visitors, the B person, the centre's consent."""

from dataclasses import replace
from datetime import datetime

from shared.domain.errors import BadInput, Refused
from shared.domain.events import Event
from shared.domain.post import Absent, Act, Attended, Covered, Leave, leaving, seated
from shared.domain.staff import Staff, staff_number
from shared.storage import posts
from shared.usecases.context import Context
from shared.usecases.permitted import check_for, permitted
from shared.usecases.posts.cases import (
    POST,
    WHEREABOUTS,
    Agreed,
    agreed,
    is_long,
    minute,
    opened,
    single_words,
    stepped,
)
from shared.usecases.posts.changing import person_of, settle
from shared.usecases.unit import Unit, hall_unit


@permitted
def leave(
    ctx: Context,
    window: int,
    told: Leave,
    partner: str | None = None,
    *,
    work_given: str = "",
    override: str = "",
) -> Absent | Covered:
    """Whoever sits at a window leaves it, with a message for visitors (去向留言).

    `partner` is B, by default the one of the staff list. With `work_given` the work is handed over
    and B sits there from now on; else the window is empty until B takes over. Refused when B is
    away, too, unless the duty manager gives a reason (`override`), and for a long leave from a
    single-person window that nobody has agreed to.
    """
    window = ctx.hall.window(window).number
    with hall_unit(ctx) as work:
        post = posts.post_at(work.tx, window)
        person = person_of(work, seated(post) or _nobody(window))
        check_for(ctx, work.tx, person.number)
        consent = agreed(work, window, person.called)
        second = _second(work, person, partner, consent)
        leaving(post, person.number, second.number if second else "", window)
        assert second is not None
        b_away = _is_away(work, second.number)
        if b_away and not override:
            raise Refused(
                f"{second.called} is away, too: never both A and B (004 服务双岗制 第五条)",
                "name another B, or ask the duty manager",
            )
        events: list[Event] = []
        handover = _asked(work, window, person, second, told, consent, events)
        step = _step(work, window, told.until, consent)
        if b_away:
            step, fields = "both_away", {"override": override}
        else:
            fields = {}
        events += stepped(work, handover, step, fields)
        fields = {"window": str(window), "who": person.called, "reason": told.reason}
        fields |= {"whereabouts": told.place, "contact": told.contact}
        whereabouts, more = opened(work, WHEREABOUTS, fields | {"until": minute(told.until, work)})
        events += more
        names = person.number, second.number, told, whereabouts, handover
        after: Absent | Covered = Absent(*names, last=person.number)
        act = Act.BOTH_AWAY if b_away else Act.AWAY
        if work_given:
            _check_seat(work, second, window)
            events += stepped(work, handover, "hand_over", {"work": work_given})
            after, act = Covered(*names), Act.HAND_OVER
        settle(work, window, after, act, events)
    return after


@permitted
def change_leave(ctx: Context, window: int, told: Leave) -> None:
    """Change what visitors are told of whoever is away, as when they are back."""
    window = ctx.hall.window(window).number
    with hall_unit(ctx) as work:
        post = posts.post_at(work.tx, window)
        if not isinstance(post, Absent | Covered):
            raise Refused(f"nobody is away from window {window}", "there is nothing to change")
        check_for(ctx, work.tx, post.person, seated(post) or post.person)
        fields = {"until": minute(told.until, work), "reason": told.reason}
        fields |= {"whereabouts": told.place, "contact": told.contact}
        events = stepped(work, post.whereabouts, "change", fields)
        settle(work, window, replace(post, leave=told), Act.CHANGE, events)


@permitted
def come_back(ctx: Context, window: int, work_given: str = "") -> Attended:
    """A is back: the message is gone; B, who stood in, hands the work back (`work_given`)."""
    window = ctx.hall.window(window).number
    with hall_unit(ctx) as work:
        post = posts.post_at(work.tx, window)
        match post:
            case Absent():
                step, fields = "return_empty", {}
            case Covered():
                step, fields = "return", {"work": work_given}
                if not work_given:
                    raise BadInput(
                        f"{post.partner} has to hand the work back (004 服务双岗制 第四条（五）)",
                        "say what is handed back, as 两件已办，一件待补正",
                    )
            case _:
                raise Refused(f"nobody is away from window {window}", "sign in there instead")
        check_for(ctx, work.tx, post.person, seated(post) or post.person)
        events = stepped(work, post.handover, step, fields)
        events += stepped(work, post.whereabouts, "return", {})
        after = Attended(post.person, post.partner)
        settle(work, window, after, Act.BACK, events)
    return after


@permitted
def both_away(ctx: Context, window: int, reason: str) -> Absent:
    """The duty manager lets B go while A is away: the window is empty, which is kept and rings."""
    window = ctx.hall.window(window).number
    with hall_unit(ctx) as work:
        post = posts.post_at(work.tx, window)
        if not isinstance(post, Covered):
            raise Refused(f"nobody stands in at window {window}", "there is nobody to let go")
        events = stepped(work, post.handover, "both_away", {"override": reason})
        after = Absent(
            post.person,
            post.partner,
            post.leave,
            post.whereabouts,
            post.handover,
            last=post.partner,
        )
        settle(work, window, after, Act.BOTH_AWAY, events)
    return after


def _second(work: Unit, person: Staff, partner: str | None, consent: Agreed | None) -> Staff | None:
    wanted = partner or person.partner
    if consent is not None:
        called = consent.values.get("post_b", "")
        wanted = called.rpartition("（")[2].removesuffix("）") or wanted
    return person_of(work, staff_number(wanted)) if wanted else None


def _asked(
    work: Unit,
    window: int,
    person: Staff,
    second: Staff,
    told: Leave,
    consent: Agreed | None,
    events: list[Event],
) -> str:
    """Return the case of this leave, which is opened now unless it was agreed to beforehand."""
    long = is_long(work, told.until)
    if consent is not None:
        return consent.case.code
    single = single_words(work.hall, window)
    if single == "yes" and long:
        raise Refused(
            f"window {window} has one post, and the leave is longer than half a day: the centre "
            "has to agree beforehand (004 服务双岗制 第四条（二）)",
            "ask for it: hall window ask-leave",
        )
    fields = {"window": str(window), "post_a": person.called, "post_b": second.called}
    fields |= {"single": single, "length": "long" if long else "short"}
    fields |= {"reason": told.reason, "until": minute(told.until, work)}
    code, more = opened(work, POST, fields | ({"unit": person.unit} if person.unit else {}))
    events += more
    return code


def _step(work: Unit, window: int, until: datetime, consent: Agreed | None) -> str:
    if consent is None:
        return "leave_short" if single_words(work.hall, window) == "yes" else "leave"
    agreed_until = consent.values.get("until", "")
    if agreed_until and minute(until, work) > agreed_until[:16]:
        raise Refused(
            f"the centre has agreed to a leave until {agreed_until}", "ask for a longer one"
        )
    return "leave_long"


def _is_away(work: Unit, number: str) -> bool:
    span = posts.place_of(work.tx, number)
    return span is not None and seated(span.post) != number


def _check_seat(work: Unit, second: Staff, window: int) -> None:
    span = posts.place_of(work.tx, second.number)
    if span is not None:
        raise Refused(
            f"{second.called} sits at window {span.window} and cannot stand in at {window}",
            "they sign out there first, or name another B",
        )


def _nobody(window: int) -> str:
    raise Refused(f"nobody sits at window {window}", "sign in there first")
