"""hall window sign-in, sign-out, away, back and what belongs to it: who serves at a window."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Annotated, Any

import typer

from shared.commands.options import HallOption, JsonOption, context, hall_time, show, whole_number
from shared.commands.window import WindowArgument
from shared.domain.errors import BadInput

if TYPE_CHECKING:
    from shared.domain.post import Leave
    from shared.usecases.context import Context

group = typer.Typer()
"""Joins the commands of `hall window`."""

StaffArgument = Annotated[
    str | None, typer.Argument(metavar="[NUMBER]", help="Staff number; else who acts (--as).")
]
UntilOption = Annotated[
    str,
    typer.Option(help="返岗时间: HH:MM today, YYYY-MM-DDTHH:MM, or +MINUTES.", show_default=False),
]
ReasonOption = Annotated[str, typer.Option(help="事由.", show_default=False)]
PartnerOption = Annotated[
    str | None, typer.Option("--partner", help="B person; else as the staff list has it.")
]
WorkOption = Annotated[str, typer.Option("--work", help="The work handed over.")]


@group.command("sign-in")
def sign_in(
    window: WindowArgument,
    number: StaffArgument = None,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Sit down at a window."""
    from shared.usecases import posts

    ctx = context(hall)
    posts.sign_in(ctx, _number(window), number)
    _show(ctx, _number(window), as_json)


@group.command("sign-out")
def sign_out(window: WindowArgument, hall: HallOption = None, as_json: JsonOption = False) -> None:
    """Leave a window for today."""
    from shared.usecases import posts

    ctx = context(hall)
    posts.sign_out(ctx, _number(window))
    _show(ctx, _number(window), as_json)


@group.command("away")
def away(
    window: WindowArgument,
    reason: ReasonOption,
    place: Annotated[str, typer.Option(help="去向.", show_default=False)],
    contact: Annotated[str, typer.Option(help="联系方式.", show_default=False)],
    until: UntilOption,
    partner: PartnerOption = None,
    work: WorkOption = "",
    override: Annotated[
        str, typer.Option(help="Why A and B may both be away (duty manager).")
    ] = "",
    change: Annotated[
        bool, typer.Option("--change", help="Only change what visitors are told.")
    ] = False,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Leave a window for a while: visitors read why, where, how to be reached, until when."""
    from shared.usecases import posts

    ctx = context(hall)
    told = _leave(ctx, reason, place, contact, until)
    if change:
        posts.change_leave(ctx, _number(window), told)
    else:
        posts.leave(ctx, _number(window), told, partner, work_given=work, override=override)
    _show(ctx, _number(window), as_json)


@group.command("back")
def back(
    window: WindowArgument,
    work: WorkOption = "",
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Come back to a window; whoever stood in hands the work back."""
    from shared.usecases import posts

    ctx = context(hall)
    posts.come_back(ctx, _number(window), work)
    _show(ctx, _number(window), as_json)


@group.command("hand-over")
def hand_over(
    window: WindowArgument, work: WorkOption, hall: HallOption = None, as_json: JsonOption = False
) -> None:
    """Give the work to B, who sits at the window from now on."""
    from shared.usecases import posts

    ctx = context(hall)
    posts.hand_over(ctx, _number(window), work)
    _show(ctx, _number(window), as_json)


@group.command("take-over")
def take_over(
    window: WindowArgument,
    number: StaffArgument = None,
    sent: Annotated[
        bool, typer.Option("--sent", help="Not the named B: sent by the duty manager.")
    ] = False,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Stand in at a window without a hand-over, which is recorded as such."""
    from shared.usecases import posts

    ctx = context(hall)
    if sent and number is None:
        raise BadInput("nobody was named", "say who is sent: a staff number")
    if sent and number is not None:
        posts.replace_partner(ctx, _number(window), number)
    else:
        posts.take_over(ctx, _number(window), number)
    _show(ctx, _number(window), as_json)


@group.command("both-away")
def both_away(
    window: WindowArgument,
    reason: ReasonOption,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Let B go while A is away (duty manager); the window is empty."""
    from shared.usecases import posts

    ctx = context(hall)
    posts.both_away(ctx, _number(window), reason)
    _show(ctx, _number(window), as_json)


@group.command("ask-leave")
def ask_leave(
    window: WindowArgument,
    number: Annotated[str, typer.Argument(metavar="NUMBER", help="Staff number.")],
    reason: ReasonOption,
    until: UntilOption,
    partner: PartnerOption = None,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Ask beforehand for more than half a day away from a window with one post."""
    from shared.usecases import posts

    ctx = context(hall)
    code = posts.ask_leave(ctx, _number(window), number, reason, _moment(ctx, until), partner)
    show({"case": code}, f"{code}: for the centre to agree: hall window consent {code}", as_json)


@group.command("consent")
def consent(
    case: Annotated[str, typer.Argument(metavar="CASE", help="Such as AB-20261123-001.")],
    unit: Annotated[str, typer.Option(help="The unit that names B.")] = "",
    partner: PartnerOption = None,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Agree to a leave (duty manager)."""
    from shared.usecases import posts

    posts.consent_leave(context(hall), case, unit, partner)
    show({"case": case, "state": "agreed"}, f"{case}: agreed", as_json)


@group.command("posts")
def posts_(
    at: Annotated[
        str | None, typer.Option(help="Who answered for them then: YYYY-MM-DDTHH:MM.")
    ] = None,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show who is at every window now, or who answered for it at a moment."""
    from shared.usecases import posts

    ctx = context(hall)
    if at is None:
        rows = [_data(ctx, one.number) for one in ctx.hall.windows]
        lines = [_words(row) for row in rows]
    else:
        spans = [posts.responsible_at(ctx, w.number, _moment(ctx, at)) for w in ctx.hall.windows]
        rows = [
            {
                "window": span.window,
                "main": span.main.main,
                "second": span.main.second,
                "since": hall_time(span.began, ctx.zone),
                "by": span.act,
            }
            for span in spans
            if span is not None
        ]
        lines = [f"{row['window']}  {row['main']}  ({row['second'] or '-'})" for row in rows]
    show({"windows": rows}, "\n".join(lines) or "nobody", as_json)


def _number(text: str) -> int:
    return whole_number(text, "window number")


def _leave(ctx: "Context", reason: str, place: str, contact: str, until: str) -> "Leave":
    from shared.domain.post import Leave

    return Leave(reason, place, contact, _moment(ctx, until))


def _moment(ctx: "Context", text: str) -> datetime:
    now = ctx.clock().astimezone(ctx.zone)
    wanted = text.strip()
    try:
        if wanted.startswith("+"):
            return now + timedelta(minutes=int(wanted[1:]))
        if "T" in wanted or "-" in wanted:
            return datetime.fromisoformat(wanted).replace(tzinfo=ctx.zone)
        hour, _, minute = wanted.replace("：", ":").partition(":")
        return now.replace(hour=int(hour), minute=int(minute), second=0, microsecond=0)
    except (ValueError, OverflowError):
        raise BadInput(
            f"“{text}” is not a time", "11:30, +20 (minutes) or 2026-11-24T09:00"
        ) from None


def _data(ctx: "Context", window: int) -> dict[str, Any]:
    from shared.domain.post import Absent, Covered
    from shared.domain.post_words import state_of
    from shared.usecases.posts import posts_now

    now = posts_now(ctx)[window]
    post = now.post
    data: dict[str, Any] = {
        "window": window,
        "state": state_of(post),
        "serving": now.serving.called if now.serving else None,
        "away": now.away.called if now.away else None,
        "since": hall_time(now.since, ctx.zone),
    }
    if isinstance(post, Absent | Covered):
        data |= {
            "reason": post.leave.reason,
            "place": post.leave.place,
            "contact": post.leave.contact,
            "until": hall_time(post.leave.until, ctx.zone),
            "partner": post.partner,
            "whereabouts": post.whereabouts,
            "handover": post.handover,
        }
    return data


def _words(data: dict[str, Any]) -> str:
    said = f"window {data['window']}: {data['state']}"
    if data["serving"]:
        said += f", {data['serving']} serves"
    if data["away"]:
        said += f", {data['away']} is away until {data['until']} ({data['reason']})"
    return said


def _show(ctx: "Context", window: int, as_json: bool) -> None:
    data = _data(ctx, window)
    show(data, _words(data), as_json)
