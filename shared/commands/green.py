"""hall green: the green channel opened, granted and revoked by staff."""

from typing import Annotated

import typer

from shared.commands.options import (
    ByOption,
    HallOption,
    JsonOption,
    NumberArgument,
    context,
    show,
    who,
)
from shared.domain.ticket import TicketNumber

group = typer.Typer(
    name="green", help="Open, grant and revoke the green channel.", no_args_is_help=True
)


@group.command("open")
def open_(
    category: Annotated[
        str | None, typer.Option(help="Code or name of the category, as in hall.toml.")
    ] = None,
    service: Annotated[
        list[str] | None, typer.Option(help="Code or full name of an item; may be repeated.")
    ] = None,
    by: ByOption = None,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Open the green channel for somebody who took no number."""
    from shared.usecases.issue_ticket import Request, issue_ticket

    request = Request(
        service=service[0] if service else None,
        green=True,
        origin="desk",
        more=tuple(service[1:]) if service else (),
        category=category,
        by=who(by),
    )
    ticket = issue_ticket(context(hall), request)
    data = {
        "number": str(ticket.number),
        "queue": ticket.queue,
        "stops": ticket.stops,
        "service": ticket.service,
        "class": ticket.ticket_class,
        "ahead": ticket.ahead,
        "window_place": ticket.window_place,
        "key": ticket.key,
        "by": request.by,
    }
    show(data, f"{ticket.number}  {ticket.window_place}", as_json)


@group.command("grant")
def grant(
    number: NumberArgument,
    category: Annotated[str, typer.Option(help="Code or name; only the code is kept.")],
    by: ByOption = None,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Give a number that waits the green channel; a helper is asked for."""
    from shared.domain.green import category as find
    from shared.usecases import green

    ctx, actor = context(hall), who(by)
    ticket = green.grant(ctx, TicketNumber.parse(number), category, actor)
    code = find(ctx.hall.categories, category).code
    data = {"number": str(ticket.number), "queue": ticket.queue, "category": code, "by": actor}
    show(data, f"{ticket.number} is green ({code})", as_json)


@group.command("revoke")
def revoke(
    number: NumberArgument,
    reason: Annotated[str, typer.Option(help="mistake, not_entitled or own_wish.")],
    queue: Annotated[
        str | None, typer.Option(help="Letter of the queue it waits in from now on.")
    ] = None,
    by: ByOption = None,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Take the green channel from a number, which keeps its time of arrival."""
    from shared.usecases import green

    ctx, actor = context(hall), who(by)
    ticket = green.revoke(ctx, TicketNumber.parse(number), reason, actor, queue)
    letter = ctx.hall.queue(queue).letter if queue else ticket.queue
    data = {
        "number": str(ticket.number),
        "queue": letter,
        "reason": reason.strip(),
        "by": actor,
    }
    show(data, f"{ticket.number} waits in queue {letter} without the green channel", as_json)


@group.command("categories")
def categories(hall: HallOption = None, as_json: JsonOption = False) -> None:
    """List who is served first in this hall, by what right, and what may prove it."""
    from dataclasses import asdict

    found = context(hall).hall.categories
    lines = [
        f"{one.code:12} {one.name}"
        + (f" {one.min_age}+" if one.min_age is not None else "")
        + f"  {one.basis}"
        + (f"  {one.proof}" if one.proof else "")
        + (f" ({one.expires})" if one.expires else "")
        for one in found
    ]
    show({"categories": [asdict(one) for one in found]}, "\n".join(lines), as_json)
