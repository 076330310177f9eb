"""hall evacuate: everybody is to leave; every screen and voice of the hall says so at once."""

from typing import Annotated

import typer

from shared.commands.options import ByOption, HallOption, JsonOption, context, hall_time, show, who

group = typer.Typer(
    name="evacuate", help="Have everybody leave, on every screen.", no_args_is_help=True
)


@group.command("on")
def on(
    text: Annotated[str | None, typer.Option("--text", help="Else evacuation.text.")] = None,
    by: ByOption = None,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Begin: boards, LEDs, pads, voice and kiosks say it, and nobody is called."""
    from shared.usecases.evacuation import begin_evacuation

    ctx = context(hall)
    begun = begin_evacuation(ctx, who(by), text)
    since = hall_time(begun.began_at, ctx.zone)
    data = {"evacuating": True, "text": begun.text, "since": since}
    show(data, f"everybody is told to leave: {begun.text}", as_json)


@group.command("off")
def off(by: ByOption = None, hall: HallOption = None, as_json: JsonOption = False) -> None:
    """End: the hall may be used again."""
    from shared.usecases.evacuation import end_evacuation

    end_evacuation(context(hall), who(by))
    show({"evacuating": False}, "the hall may be used again", as_json)


@group.command("status")
def status(hall: HallOption = None, as_json: JsonOption = False) -> None:
    """Tell whether the hall is being evacuated, and since when."""
    from shared.usecases.evacuation import evacuation_now

    ctx = context(hall)
    found = evacuation_now(ctx)
    if found is None:
        show({"evacuating": False}, "the hall is in use", as_json)
        return
    since = hall_time(found.began_at, ctx.zone)
    data = {"evacuating": True, "text": found.text, "since": since}
    show(data, f"since {since}: {found.text}", as_json)
