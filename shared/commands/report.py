"""hall report: how the hall does, from its records."""

from dataclasses import asdict
from datetime import date
from typing import Annotated

import typer

from shared.commands.options import HallOption, JsonOption, context, show
from shared.domain.errors import BadInput

group = typer.Typer(name="report", help="How the hall does.", no_args_is_help=True)


@group.callback()
def report() -> None:
    """How the hall does, from its records."""


@group.command("accuracy")
def accuracy(
    first: Annotated[str | None, typer.Option("--from", help="First day (default: today).")] = None,
    last: Annotated[str | None, typer.Option("--to", help="Last day (default: today).")] = None,
    by: Annotated[str, typer.Option(help="Group by class or queue.")] = "class",
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Compare the waits people were told with the waits they had."""
    from shared.usecases.explain import prediction_accuracy

    ctx = context(hall)
    today = ctx.clock().date()
    since, until = _day(first, today), _day(last, today)
    found = prediction_accuracy(ctx, since, until, by)
    data = {"from": since, "to": until, "goal": 0.8, "groups": [asdict(one) for one in found]}
    lines = [
        f"{one.group:10} {one.people:6} people  {one.inside:6.1%} within the range told (goal 80 %)"
        f"  waited {one.waited_mean_min:.1f} min, {one.bias_min:+.1f} min off,"
        f" rms error {one.rmse_min:.1f} min"
        for one in found
    ]
    show(data, "\n".join(lines) or f"nobody was called from {since} to {until}", as_json)


def _day(text: str | None, today: date) -> date:
    if text is None:
        return today
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadInput(f"“{text}” is not a day", "write it like 2026-11-23") from None
