"""hall ticket: what happens to a number after it was given out (the kiosk adds `issue`)."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from shared.commands.options import (
    ByOption,
    HallOption,
    JsonOption,
    NumberArgument,
    context,
    hall_time,
    show,
    who,
)
from shared.domain.ticket import TicketNumber

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from shared.usecases.queries import ShownTicket

group = typer.Typer(
    name="ticket", help="Issue, show, return and take back numbers.", no_args_is_help=True
)


@group.command("show")
def show_(number: NumberArgument, hall: HallOption = None, as_json: JsonOption = False) -> None:
    """Show one of today's tickets."""
    from shared.usecases.queries import show_ticket

    ctx = context(hall)
    shown = show_ticket(ctx, TicketNumber.parse(number))
    data = _data(shown, ctx.clock().tzinfo)
    at = f" at window {shown.window}" if shown.window else ""
    ticket = shown.ticket
    lines = [f"{ticket.number} {ticket.state}{at}: {ticket.item_name or '绿色通道'}"]
    lines[0] += f" ({ticket.category})" if ticket.category else ""
    if data["booked_for"]:
        lines.append(f"  booked for {data['booked_for']}")
    if len(shown.visit) > 1:
        lines += [f"  {'✓' if e.done else '·'} {e.queue} {e.name}" for e in shown.visit]
    show(data, "\n".join(lines), as_json)


@group.command("why")
def why(number: NumberArgument, hall: HallOption = None, as_json: JsonOption = False) -> None:
    """Explain from the log why a ticket was called, or has not been yet."""
    from dataclasses import asdict

    from shared.usecases.explain import explain

    ctx = context(hall)
    told = explain(ctx, TicketNumber.parse(number))
    zone = ctx.clock().tzinfo
    lines = [
        f"{told.number} ({told.ticket_class}) in line {told.queue} since {_at(told.since, zone)}"
    ]
    for other in told.others:
        came = "had come earlier" if other.earlier else f"came later, but {other.rule}"
        lines.append(f"  {_at(other.at, zone)} window {other.window} called {other.number}: {came}")
    if told.called_at is None:
        lines.append("  it has not been called yet")
    else:
        over = f", over {', '.join(told.over)}" if told.over else ""
        lines.append(
            f"  {_at(told.called_at, zone)} window {told.window} called it: {told.rule}{over}"
        )
    show(asdict(told), "\n".join(lines), as_json)


def _at(moment: "datetime", zone: "tzinfo | None") -> str:
    return f"{moment.astimezone(zone):%H:%M:%S}"


def _data(shown: "ShownTicket", zone: "tzinfo | None") -> dict[str, Any]:
    ticket = shown.ticket
    wait = ticket.wait
    return {
        "number": str(ticket.number),
        "day": ticket.business_day,
        "line_day": ticket.line_day,
        "queue": ticket.queue,
        "service": ticket.item_name,
        "class": ticket.ticket_class,
        "category": ticket.category,
        "state": ticket.state,
        "window": shown.window,
        "for_window": ticket.for_window,
        "issued_at": hall_time(ticket.issued_at, zone),
        "booked_for": hall_time(ticket.booked_for, zone),
        "stops": [
            {"queue": e.queue, "item": e.item, "service": e.name, "done": e.done}
            for e in shown.visit
        ],
        "ahead": ticket.ahead,
        "wait": {"low_s": wait.low_s, "high_s": wait.high_s, "mean_s": wait.mean_s}
        if wait
        else None,
        "wait_low_min": wait.low if wait else None,
        "wait_high_min": wait.high if wait else None,
        "print": shown.print_state or "none",
        "key": ticket.key,
    }


@group.command("return")
def return_(number: NumberArgument, hall: HallOption = None, as_json: JsonOption = False) -> None:
    """Put somebody who missed the call back in line."""
    from shared.usecases.line_actions import return_to_line

    back = return_to_line(context(hall), TicketNumber.parse(number))
    place = "at the end" if back.behind is None else f"behind {back.behind} others"
    data = {"number": str(back.number), "queue": back.queue, "behind": back.behind}
    show(data, f"{back.number} is back in queue {back.queue}, {place}", as_json)


@group.command("abandon")
def abandon(number: NumberArgument, hall: HallOption = None, as_json: JsonOption = False) -> None:
    """The person gives the number up."""
    from shared.usecases import line_actions

    ticket = line_actions.abandon(context(hall), TicketNumber.parse(number), "desk")
    data = {"number": str(ticket.number), "queue": ticket.queue, "state": "abandoned"}
    show(data, f"{ticket.number} is given up", as_json)


@group.command("void")
def void(
    number: NumberArgument,
    reason: Annotated[str, typer.Option(help="Why; it is kept.")],
    by: ByOption = None,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Take a number back."""
    from shared.usecases import line_actions

    actor = who(by)
    ticket = line_actions.void(context(hall), TicketNumber.parse(number), reason, actor)
    data = {
        "number": str(ticket.number),
        "queue": ticket.queue,
        "state": "void",
        "reason": reason.strip(),
        "by": actor,
    }
    show(data, f"{ticket.number} is void: {reason.strip()}", as_json)
