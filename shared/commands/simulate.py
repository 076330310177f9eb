"""hall simulate: what a policy does to the waits, before a hall chooses it."""

from pathlib import Path
from typing import Annotated

import typer

from shared.commands.options import JsonOption, show


def simulate(
    scenario: Annotated[Path, typer.Argument(help="A scenario, see docs/simulate.md.")],
    picture: Annotated[
        Path | None, typer.Option("--picture", help="Draw waits and predictions to this PNG.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Simulate a hall with the real dispatch rules and a virtual clock."""
    from shared.commands.simulate_result import as_data, as_text
    from shared.simulation.engine import simulate as run
    from shared.simulation.recorded import recorded_arrivals
    from shared.simulation.report import report
    from shared.simulation.scenario import read_scenario

    plan = read_scenario(scenario)
    file = plan.arrivals_csv
    happened = run(plan, recorded_arrivals(scenario.parent / file, plan) if file else None)
    result = report(happened)
    if picture:
        from shared.simulation.picture import draw

        draw(plan, happened, result, picture)
    if as_json:
        show(as_data(result), "", as_json)
    else:
        typer.echo(as_text(result), nl=False)
