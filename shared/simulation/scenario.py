"""A scenario: who arrives how often, how many windows serve how fast, by which policy."""

import tomllib
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from shared.domain.errors import BadInput
from shared.domain.policy import Accumulate, Alternate, Fifo, Policy, Strict

Rate = Annotated[float, Meta(gt=0)]


class ClassToml(Struct, forbid_unknown_fields=True, frozen=True):
    """[[class]]: people of one kind; larger `priority` is served earlier (or gathers faster)."""

    name: Annotated[str, Meta(min_length=1)]
    arrivals_per_hour: Rate
    priority: float


class Scenario(Struct, forbid_unknown_fields=True, frozen=True, rename={"classes": "class"}):
    """The whole file. Rates are per hour; service and arrivals are exponential."""

    windows: Annotated[int, Meta(ge=1, le=1000)]
    service_per_hour: Rate
    policy: Literal["fifo", "strict", "alternate", "accumulate"]
    hours: Rate
    seed: int
    classes: Annotated[tuple[ClassToml, ...], Meta(min_length=1)]
    warmup_hours: Annotated[float, Meta(ge=0)] = 0.0
    green_in_a_row: Annotated[int, Meta(ge=1)] = 3

    def dispatch_policy(self) -> Policy:
        """Return the hall's own policy for these classes."""
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
    names = [c.name for c in scenario.classes]
    if len(set(names)) < len(names):
        raise BadInput(f"{path}: two classes have one name", "name each [[class]] once")
    if scenario.warmup_hours >= scenario.hours:
        raise BadInput(f"{path}: nothing is left after warmup_hours", "make hours longer")
    return scenario
