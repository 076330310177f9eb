"""hall day: the business day, closed and opened by hand."""

from typing import Annotated

import typer

from shared.commands.options import (
    ByOption,
    HallOption,
    JsonOption,
    context,
    hall_time,
    show,
    who,
)

group = typer.Typer(name="day", help="Show, close and reopen the day.", no_args_is_help=True)


@group.command("show")
def show_(hall: HallOption = None, as_json: JsonOption = False) -> None:
    """Show the business day: since when, closed or not, and how many wait."""
    from shared.usecases.overview import day_now

    ctx = context(hall)
    day = day_now(ctx)
    zone = ctx.clock().tzinfo
    state = "closed" if day.closed_at else "open" if day.began_at else "not_begun"
    data = {
        "day": day.day,
        "state": state,
        "began_at": hall_time(day.began_at, zone),
        "closed_at": hall_time(day.closed_at, zone),
        "closed_queues": day.closed_queues,
        "carried": day.carried,
        "waiting": day.waiting,
    }
    lines = [f"{day.day}: {state.replace('_', ' ')}, {day.waiting} wait"]
    if day.carried:
        lines.append(f"  {day.carried} numbers of earlier days were taken along")
    lines += [f"  queue {letter} is closed: {why}" for letter, why in day.closed_queues.items()]
    show(data, "\n".join(lines), as_json)


@group.command("close")
def close(
    void_left: Annotated[
        bool, typer.Option("--void-left", help="Take back the numbers of all who still wait.")
    ] = False,
    by: ByOption = None,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Give out no more numbers today; who waits is still served, unless --void-left."""
    from shared.usecases.day import close_day

    actor = who(by)
    left = [str(number) for number in close_day(context(hall), actor, void_left=void_left)]
    data = {"state": "closed", "left": left, "void": void_left, "by": actor}
    fate = "void now" if void_left else "still waiting"
    names = f": {', '.join(left)}" if left else ""
    show(data, f"the day is closed, {len(left)} {fate}{names}", as_json)


@group.command("reopen")
def reopen(by: ByOption = None, hall: HallOption = None, as_json: JsonOption = False) -> None:
    """Give out numbers again today."""
    from shared.usecases.day import reopen_day

    actor = who(by)
    reopen_day(context(hall), actor)
    show({"state": "open", "by": actor}, "the day is open again", as_json)
