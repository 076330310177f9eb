"""What the panel's keys do to the ticket at the window."""

from collections.abc import Callable, Mapping
from typing import Any

from shared.usecases import window_actions
from shared.usecases.call_next import call_next
from shared.usecases.context import Context
from shared.usecases.rate import ask_rating

Act = Callable[[Context, int, int | None], Any]
ACTS: Mapping[str, Act] = {
    "next": call_next,
    "start": window_actions.start,
    "recall": window_actions.recall,
    "no_show": window_actions.no_show,
    "park": window_actions.park,
    "finish": window_actions.finish,
    "rate": ask_rating,
}
"""By verb: each is given the window and the service that whoever pressed has seen there."""
