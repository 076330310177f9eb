"""A visit: the items one ticket carries, and the stops they make."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Errand:
    """One item of a visit and the queue where it is done."""

    item: str
    name: str
    queue: str
    done: bool = False


@dataclass(frozen=True)
class Bundle:
    """Items taken in as one (一件事); with `queue` one window takes them all."""

    code: str
    name: str
    items: tuple[str, ...]
    queue: str | None = None


def next_stop(errands: Sequence[Errand]) -> tuple[Errand, ...]:
    """Return the errands to do at the next stop: the first not done, and all of its queue."""
    for errand in errands:
        if not errand.done:
            return tuple(e for e in errands if not e.done and e.queue == errand.queue)
    return ()


def stops(errands: Sequence[Errand]) -> tuple[str, ...]:
    """Return the queues of the visit in the order they are gone to, each once."""
    return tuple(dict.fromkeys(errand.queue for errand in errands))
