"""The answer of hall simulate, for a program and for a person."""

from typing import Any

from rich.console import Console
from rich.table import Table

from shared.simulation.report import PredictionReport, Report


def as_data(result: Report) -> dict[str, Any]:
    """Return the object of --json; docs/simulate.md explains every key."""
    return {
        "wait_mean_min": result.wait_mean,
        "stderr_min": result.stderr,
        "wait_max_min": result.longest,
        "utilisation": result.utilisation,
        "tickets": result.tickets,
        "left": result.left,
        "fairness": {"jain_of_classes": result.jain, "overtaken_share": result.overtaken},
        "prediction": _prediction(result.prediction),
        "classes": {
            name: {
                "wait_mean_min": one.wait_mean,
                "stderr_min": one.stderr,
                "wait_p10_min": one.p10,
                "wait_p90_min": one.p90,
                "wait_max_min": one.longest,
                "served": one.served,
                "left": one.left,
                "waiting_at_end": one.waiting,
                "fairness": {
                    "jain": one.jain,
                    "overtaken_share": one.overtaken,
                    "overtaken_by_own_class_share": one.overtaken_by_own,
                },
                "prediction": _prediction(one.prediction),
            }
            for name, one in result.classes.items()
        },
    }


def as_text(result: Report) -> str:
    """Return tables of waits, fairness and predictions."""
    waits = Table("class", "served", "mean", "± error", "10 %", "90 %", "longest", "left")
    fairness = Table("class", "Jain index of waits", "overtaken", "by their own class")
    told = Table("class", "told", "in range", "RMSE", "optimum", "last served", "head of line")
    waits.title, told.title, fairness.title = "waits, minutes", "predictions, minutes", "fairness"
    for name, one in result.classes.items():
        error = "–" if one.stderr is None else f"{one.stderr:.3f}"
        minutes = (f"{one.p10:.1f}", f"{one.p90:.1f}", f"{one.longest:.1f}")
        waits.add_row(name, str(one.served), f"{one.wait_mean:.3f}", error, *minutes, str(one.left))
        fairness.add_row(
            name, f"{one.jain:.3f}", f"{one.overtaken:.1%}", f"{one.overtaken_by_own:.1%}"
        )
        told.add_row(name, *_cells(one.prediction))
    if len(result.classes) > 1:
        told.add_section()
        told.add_row("all", *_cells(result.prediction))
    console = Console(emoji=False, width=100)
    with console.capture() as text:
        for table in (waits, fairness, told):
            table.title_justify = "left"
            console.print(table)
    return text.get() + (
        f"mean wait {result.wait_mean:.3f} min, utilisation {result.utilisation:.4f}, "
        f"Jain index of the classes {result.jain:.3f}\n"
    )


def _cells(found: PredictionReport | None) -> list[str]:
    if found is None:
        return ["0"]
    errors = (found.rmse, found.rmse_optimal, found.rmse_les, found.rmse_hol)
    return [str(found.compared), f"{found.inside:.1%}", *(f"{error:.2f}" for error in errors)]


def _prediction(found: PredictionReport | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "compared": found.compared,
        "coverage": found.inside,
        "rmse_min": found.rmse,
        "rmse_optimal_min": found.rmse_optimal,
        "rmse_last_served_min": found.rmse_les,
        "rmse_head_of_line_min": found.rmse_hol,
        "mse_to_optimal": _ratio(found.rmse, found.rmse_optimal),
        "mse_to_last_served": _ratio(found.rmse, found.rmse_les),
        "mse_to_head_of_line": _ratio(found.rmse, found.rmse_hol),
    }


def _ratio(rmse: float, other: float) -> float | None:
    return (rmse / other) ** 2 if other else None
