"""A scenario: who arrives how often, how many windows serve how fast, by which policy."""

import tomllib
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from shared.domain.errors import BadInput
from shared.domain.policy import Accumulate, Aged, Alternate, Fifo, Policy, Strict

Rate = Annotated[float, Meta(gt=0)]
DAY_HOURS = 24


class ClassToml(Struct, forbid_unknown_fields=True, frozen=True):
    """[[class]]: people of one kind; larger `priority` is served earlier (or gathers faster).

    `patience_min` is the mean of an exponential patience in minutes; None for people who stay.
    """

    name: Annotated[str, Meta(min_length=1)]
    arrivals_per_hour: Rate | None = None
    priority: float = 1.0
    patience_min: Rate | None = None


class PeakToml(Struct, forbid_unknown_fields=True, frozen=True):
    """[[peak]]: from one hour of each day to another, `factor` times as many people arrive."""

    from_hour: Annotated[float, Meta(ge=0, lt=DAY_HOURS)]
    to_hour: Annotated[float, Meta(gt=0, le=DAY_HOURS)]
    factor: Annotated[float, Meta(ge=0)]


class Scenario(
    Struct,
    forbid_unknown_fields=True,
    frozen=True,
    rename={"classes": "class", "peaks": "peak"},
):
    """The whole file. Rates are per hour; the clock begins at midnight."""

    windows: Annotated[int, Meta(ge=1, le=1000)]
    service_per_hour: Rate
    policy: Literal["fifo", "strict", "alternate", "accumulate"]
    hours: Rate
    seed: int
    classes: Annotated[tuple[ClassToml, ...], Meta(min_length=1)]
    warmup_hours: Annotated[float, Meta(ge=0)] = 0.0
    green_in_a_row: Annotated[int, Meta(ge=1)] = 3
    max_wait_min: Rate | None = None
    service: Literal["exponential", "lognormal", "constant"] = "exponential"
    service_cv: Rate | None = None
    peaks: tuple[PeakToml, ...] = ()
    arrivals_csv: str | None = None

    @property
    def names(self) -> list[str]:
        """The classes in the order of the file."""
        return [c.name for c in self.classes]

    def dispatch_policy(self) -> Policy:
        """Return the hall's own policy for these classes."""
        inner = self._policy()
        return inner if self.max_wait_min is None else Aged(inner, self.max_wait_min)

    def _policy(self) -> Fifo | Strict | Alternate | Accumulate:
        order = tuple(c.name for c in sorted(self.classes, key=lambda c: -c.priority))
        match self.policy:
            case "fifo":
                return Fifo()
            case "strict":
                return Strict(order)
            case "alternate":
                return Alternate(order, self.green_in_a_row)
            case "accumulate":
                return Accumulate({c.name: c.priority for c in self.classes})


def read_scenario(path: Path) -> Scenario:
    """Read a scenario; BadInput says what is wrong with the file."""
    try:
        tree = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        scenario = msgspec.convert(tree, Scenario)
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{path} cannot be read: {error}", "name a scenario file") from error
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise BadInput(f"{path}: {error}", "docs/simulate.md explains every key") from error
    fault = _fault(scenario)
    if fault:
        raise BadInput(f"{path}: {fault[0]}", fault[1])
    return scenario


def _fault(scenario: Scenario) -> tuple[str, str] | None:
    """Say what contradicts itself in a scenario, and what to do."""
    rates = [c.arrivals_per_hour for c in scenario.classes]
    if len(set(scenario.names)) < len(scenario.names):
        return "two classes have one name", "name each [[class]] once"
    if scenario.warmup_hours >= scenario.hours:
        return "nothing is left after warmup_hours", "make hours longer"
    if scenario.arrivals_csv is None and None in rates:
        return "a class has no arrivals_per_hour", "state it, or arrivals_csv for all classes"
    if scenario.arrivals_csv is not None and (any(rates) or scenario.peaks):
        return (
            "arrivals_csv says when people arrive, and so does another key",
            "take out arrivals_per_hour and [[peak]], or arrivals_csv",
        )
    if any(peak.to_hour <= peak.from_hour for peak in scenario.peaks):
        return "a peak ends before it begins", "to_hour is later than from_hour, up to 24"
    if scenario.service_cv is not None and scenario.service != "lognormal":
        return "service_cv is for lognormal services", 'write service = "lognormal"'
    if scenario.policy == "accumulate" and any(c.priority <= 0 for c in scenario.classes):
        return "a class gathers no priority", "accumulate wants every priority above 0"
    return None
