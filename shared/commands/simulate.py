"""hall simulate: what a policy does to the waits, before a hall chooses it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from shared.commands.options import JsonOption, show

if TYPE_CHECKING:
    from shared.simulation.report import Report


def simulate(
    scenario: Annotated[Path, typer.Argument(help="A scenario, see docs/simulate.md.")],
    as_json: JsonOption = False,
) -> None:
    """Simulate a hall with the real dispatch rules and a virtual clock."""
    from shared.simulation.engine import simulate as run
    from shared.simulation.report import report
    from shared.simulation.scenario import read_scenario

    result = report(run(read_scenario(scenario)))
    if as_json:
        show(_data(result), "", as_json)
    else:
        _print(result)


def _data(result: "Report") -> dict[str, Any]:
    return {
        "wait_mean_min": result.wait_mean,
        "stderr_min": result.stderr,
        "utilisation": result.utilisation,
        "tickets": result.tickets,
        "classes": {
            name: {
                "wait_mean_min": one.wait_mean,
                "stderr_min": one.stderr,
                "wait_p10_min": one.p10,
                "wait_p90_min": one.p90,
                "served": one.served,
            }
            for name, one in result.classes.items()
        },
    }


def _print(result: "Report") -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table("class", "served", "mean wait, min", "± standard error", "10 %", "90 %")
    for name, one in result.classes.items():
        error = "–" if one.stderr is None else f"{one.stderr:.3f}"
        table.add_row(
            name, str(one.served), f"{one.wait_mean:.3f}", error, f"{one.p10:.1f}", f"{one.p90:.1f}"
        )
    Console(emoji=False).print(table)
    typer.echo(f"mean wait {result.wait_mean:.3f} min, utilisation {result.utilisation:.4f}")
