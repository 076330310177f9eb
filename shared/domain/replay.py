"""Facts replayed: each takes the rebuilt hall one step further, or is told to be odd."""

from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from shared.domain import case_steps as _cases  # noqa: F401 - registers its steps
from shared.domain import duty_steps as _duty  # noqa: F401 - registers its steps
from shared.domain import staff_steps as _staff  # noqa: F401
from shared.domain.errors import BadInput
from shared.domain.events import Event, from_payload
from shared.domain.rebuilding import Contradiction, Rebuilding
from shared.domain.seal import RawFact
from shared.domain.steps import step


class Replay:
    """The hall rebuilt from facts, which are taken by growing id.

    `oddities` tells of facts that cannot be understood, or cannot follow from those before them;
    `unknown` counts those of kinds of a newer release, which are passed over.
    """

    def __init__(self) -> None:
        self.hall = Rebuilding()
        self.oddities: list[str] = []
        self.unknown = 0

    def take(self, fact: RawFact) -> None:
        """Take the next fact."""
        try:
            event = from_payload(fact.kind, fact.payload)
            if event is None:
                self.unknown += 1
                return
            _check(event)
            step(event, fact, self.hall)
        except Contradiction as error:
            self.oddities.append(f"fact {fact.id} ({fact.kind}): {error}")
        except (TypeError, ValueError, AttributeError, BadInput) as error:
            self.oddities.append(f"fact {fact.id} ({fact.kind}) cannot be understood: {error}")


def _check(event: Event) -> None:
    """TypeError when a value is of another kind than its field: payloads are whatever is stored."""
    for name, kinds in _FIELDS[type(event)]:
        value = getattr(event, name)
        if not isinstance(value, kinds):
            raise TypeError(f"{name} cannot be {value!r}")


def _kinds(event: type[Any]) -> list[tuple[str, tuple[type, ...]]]:
    found = []
    for name, hint in get_type_hints(event).items():
        hints = get_args(hint) if isinstance(hint, UnionType) else (hint,)
        found.append((name, tuple(get_origin(one) or one for one in hints)))
    return found


_FIELDS = {kind: _kinds(kind) for kind in get_args(Event)}
