"""hall duty: the alarms of the hall, who takes them, when they were met; helpers' pages."""

from typing import Annotated, Any

import typer

from shared.commands.options import ByOption, HallOption, JsonOption, context, hall_time, show, who

group = typer.Typer(name="duty", help="Alarms: who takes them, who is there.", no_args_is_help=True)

AlarmArgument = Annotated[str, typer.Argument(metavar="ALARM", help="As `hall duty list` shows.")]


@group.command("list")
def list_(hall: HallOption = None, as_json: JsonOption = False) -> None:
    """List the alarms, the most urgent first, and what was dealt with today."""
    from shared.usecases.duty import duty_now

    ctx = context(hall)
    now = duty_now(ctx)
    alarms: list[dict[str, Any]] = [
        {
            "alarm": one.id,
            "kind": one.kind,
            "what": one.what,
            "window": one.window or None,
            "detail": one.detail,
            "since": hall_time(one.since, ctx.zone),
            "due": hall_time(one.due, ctx.zone),
            "seconds_left": round((one.due - now.at).total_seconds()),
            "overdue": one.is_overdue(now.at),
            "escalated": one.escalated,
            "taken_at": hall_time(one.taken_at, ctx.zone),
            "taken_by": one.taken_by or None,
        }
        for one in now.alarms
    ]
    dealt = [
        {"at": hall_time(one.at, ctx.zone), "kind": one.kind, "what": one.what, "by": one.by}
        for one in now.dealt
    ]
    lines = [
        f"{one['alarm']}  {one['what']}"
        + (f" at window {one['window']}" if one["window"] else "")
        + (f" ({one['detail']})" if one["detail"] else "")
        + (f": {one['taken_by']} goes" if one["taken_by"] else "")
        + (": overdue" if one["overdue"] else "")
        for one in alarms
    ]
    data = {"alarms": alarms, "dealt_with_today": dealt}
    show(data, "\n".join(lines) or "there is no alarm", as_json)


@group.command("take")
def take(
    alarm: AlarmArgument, by: ByOption = None, hall: HallOption = None, as_json: JsonOption = False
) -> None:
    """Somebody goes."""
    from shared.usecases.duty import take_alarm

    actor = who(by)
    found = take_alarm(context(hall), alarm, actor)
    show({"alarm": found.id, "action": "taken", "by": actor}, f"{actor} goes", as_json)


@group.command("met")
def met(
    alarm: AlarmArgument, by: ByOption = None, hall: HallOption = None, as_json: JsonOption = False
) -> None:
    """Somebody is there, or has dealt with it."""
    from shared.usecases.duty import meet_alarm

    actor = who(by)
    found = meet_alarm(context(hall), alarm, actor)
    show({"alarm": found.id, "action": "met", "by": actor}, f"{actor} is there", as_json)


@group.command("page")
def page(
    helper: Annotated[str, typer.Argument(metavar="NAME", help="The helper's name.")],
    close: Annotated[bool, typer.Option("--close", help="Close the page for good.")] = False,
    by: ByOption = None,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Open a helper's page on a phone; its address is shown this once. An earlier one is closed."""
    from shared.usecases.duty.pages import close_page, open_page

    ctx = context(hall)
    if close:
        close_page(ctx, helper, who(by))
        show({"helper": helper, "open": False}, f"the page of {helper} is closed", as_json)
        return
    address = f"{ctx.config.phone.base_url or ''}/h/{open_page(ctx, helper, who(by))}"
    show({"helper": helper, "open": True, "address": address}, address, as_json)


@group.command("pages")
def pages(hall: HallOption = None, as_json: JsonOption = False) -> None:
    """List whose pages are open."""
    from shared.usecases.duty.pages import open_pages

    ctx = context(hall)
    found = [
        {"helper": one.name, "since": hall_time(one.made_at, ctx.zone)} for one in open_pages(ctx)
    ]
    lines = [f"{one['helper']} since {one['since']}" for one in found]
    show({"pages": found}, "\n".join(lines) or "no helper has a page", as_json)
