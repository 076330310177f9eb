"""Means, their standard errors by batch means, and quantiles of a run."""

from array import array
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, stdev

from shared.simulation.engine import Run

BATCHES = 32
"""Long batches are nearly independent: the waits of neighbours in a queue are not."""


@dataclass(frozen=True)
class ClassReport:
    """Waits in minutes. `stderr` is None for fewer services than batches."""

    served: int
    wait_mean: float
    stderr: float | None
    p10: float
    p90: float


@dataclass(frozen=True)
class Report:
    """The hall as a whole and class by class."""

    wait_mean: float
    stderr: float | None
    utilisation: float
    tickets: int
    classes: dict[str, ClassReport]


def report(run: Run) -> Report:
    """Summarise a run."""
    classes = {name: _class(waits) for name, waits in run.waits.items()}
    served = sum(c.served for c in classes.values())
    mean = sum(c.wait_mean * c.served for c in classes.values()) / served if served else 0.0
    errors = [(c.stderr, c.served) for c in classes.values()]
    known = [error * count / served for error, count in errors if error is not None and served]
    stderr = sum(known) if len(known) == len(classes) else None
    return Report(mean, stderr, run.utilisation, run.tickets, classes)


def _class(waits: "array[float]") -> ClassReport:
    if not waits:
        return ClassReport(0, 0.0, None, 0.0, 0.0)
    ordered = sorted(waits)
    last = len(ordered) - 1
    return ClassReport(
        served=len(waits),
        wait_mean=fmean(waits),
        stderr=_stderr(waits),
        p10=ordered[round(last * 0.1)],
        p90=ordered[round(last * 0.9)],
    )


def _stderr(waits: "array[float]") -> float | None:
    size = len(waits) // BATCHES
    if size == 0:
        return None
    means = [fmean(waits[i * size : (i + 1) * size]) for i in range(BATCHES)]
    return stdev(means) / sqrt(BATCHES)
