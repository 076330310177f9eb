"""A run in numbers: waits and their standard errors, fairness, and how true predictions came."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, stdev

from shared.simulation.accuracy import Accuracy
from shared.simulation.tally import ClassRun, Run

BATCHES = 32
"""Long batches are nearly independent: the waits of neighbours in a queue are not."""


@dataclass(frozen=True)
class PredictionReport:
    """How true predictions came for those who had to wait; RMSE in minutes, 0.8 to be inside."""

    compared: int
    inside: float
    rmse: float
    rmse_optimal: float
    rmse_les: float
    rmse_hol: float


@dataclass(frozen=True)
class ClassReport:
    """Waits in minutes. `stderr` is None for fewer services than batches.

    `left` ran out of patience, `waiting` still stood at the end. `jain` is Jain's index of the
    waits. `overtaken` and `overtaken_by_own` are shares of the served who were called after
    somebody (of their class) who had come later. `prediction` is None when nobody had to wait.
    """

    served: int
    wait_mean: float
    stderr: float | None
    p10: float
    p90: float
    longest: float
    left: int
    waiting: int
    jain: float
    overtaken: float
    overtaken_by_own: float
    prediction: PredictionReport | None


@dataclass(frozen=True)
class Report:
    """The hall as a whole and class by class; `jain` is of the classes' mean waits."""

    wait_mean: float
    stderr: float | None
    utilisation: float
    tickets: int
    longest: float
    left: int
    jain: float
    overtaken: float
    prediction: PredictionReport | None
    classes: dict[str, ClassReport]


def report(run: Run) -> Report:
    """Summarise a run."""
    classes = {name: _class(one) for name, one in run.classes.items()}
    served = sum(c.served for c in classes.values())
    errors = [(c.stderr, c.served) for c in classes.values()]
    known = [error * count / served for error, count in errors if error is not None and served]
    return Report(
        wait_mean=_share(sum(c.wait_mean * c.served for c in classes.values()), served),
        stderr=sum(known) if len(known) == len(classes) else None,
        utilisation=run.utilisation,
        tickets=run.tickets,
        longest=max(c.longest for c in classes.values()),
        left=sum(c.left for c in classes.values()),
        jain=jain([c.wait_mean for c in classes.values() if c.served]),
        overtaken=_share(sum(c.overtaken for c in run.classes.values()), served),
        prediction=_prediction([c.accuracy for c in run.classes.values()]),
        classes=classes,
    )


def jain(values: Sequence[float]) -> float:
    """Return Jain's index (Σx)²/(n·Σx²): 1 when all are alike, 1/n when one has everything."""
    squares = sum(value * value for value in values)
    return sum(values) ** 2 / (len(values) * squares) if squares else 1.0


def batch_error(values: Sequence[float]) -> float | None:
    """Return the standard error of the mean of a series, by batch means."""
    size = len(values) // BATCHES
    if size == 0:
        return None
    means = [fmean(values[i * size : (i + 1) * size]) for i in range(BATCHES)]
    return stdev(means) / sqrt(BATCHES)


def _class(one: ClassRun) -> ClassReport:
    waits = one.waits or array("d", [0.0])
    ordered = sorted(waits)
    last = len(ordered) - 1
    served = len(one.waits)
    return ClassReport(
        served=served,
        wait_mean=fmean(waits),
        stderr=batch_error(one.waits),
        p10=ordered[round(last * 0.1)],
        p90=ordered[round(last * 0.9)],
        longest=ordered[-1],
        left=one.left,
        waiting=one.waiting,
        jain=jain(waits),
        overtaken=_share(one.overtaken, served),
        overtaken_by_own=_share(one.overtaken_by_own, served),
        prediction=_prediction([one.accuracy]),
    )


def _prediction(parts: Iterable[Accuracy]) -> PredictionReport | None:
    parts = list(parts)
    compared = sum(part.compared for part in parts)
    if compared == 0:
        return None
    return PredictionReport(
        compared=compared,
        inside=sum(part.inside for part in parts) / compared,
        rmse=sqrt(sum(part.ours for part in parts) / compared),
        rmse_optimal=sqrt(sum(part.optimal for part in parts) / compared),
        rmse_les=sqrt(sum(part.last_served for part in parts) / compared),
        rmse_hol=sqrt(sum(part.head_of_line for part in parts) / compared),
    )


def _share(part: float, whole: int) -> float:
    return part / whole if whole else 0.0
