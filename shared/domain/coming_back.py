"""Who was called and did not come: how often to call, and where they stand when they return."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from shared.domain.errors import Refused
from shared.domain.said import said

SPACING = 2**20
"""Places in line are so far apart, so that somebody can be put between two others."""


@dataclass(frozen=True)
class NoShowRule:
    """Recall every `recall_s` seconds, `recalls` times, then it is a no-show; return within
    `return_min` minutes, after `return_after` others (*ours*).

    `automatic`: the hall recalls and gives up by itself whoever was called and not started.
    """

    recall_s: int = 20
    recalls: int = 2
    return_min: int = 30
    return_after: int = 2
    automatic: bool = False


class Chase(Enum):
    """What is due for somebody who was called and has not come."""

    NOTHING = "nothing"
    RECALL = "recall"
    GIVE_UP = "give_up"


def due(rule: NoShowRule, last_call: datetime, calls: int, now: datetime) -> Chase:
    """Tell what is due after `calls` calls, the last one at `last_call`."""
    if now - last_call < timedelta(seconds=rule.recall_s):
        return Chase.NOTHING
    return Chase.RECALL if calls <= rule.recalls else Chase.GIVE_UP


def may_return(rule: NoShowRule, missed_at: datetime, now: datetime, number: str) -> None:
    """Refused when somebody who missed the call at `missed_at` comes back too late."""
    if now - missed_at > timedelta(minutes=rule.return_min):
        raise Refused(
            f"{number} was missed more than {rule.return_min} minutes ago",
            "take a new number, or ask the window to call it",
            said("coming back", "{number}号过号已超过{minutes}分钟，请重新取号").of(
                number=number,
                minutes=rule.return_min,
            ),
        )


def place_after(places: Sequence[int], others: int) -> tuple[int, int] | None:
    """Return how many go before, and the place behind them: behind the first `others` of `places`
    (those in line, first to last), and behind whoever returned there before.

    None when nobody stands behind them: then the place is the end of the line. Places given to
    newcomers are multiples of SPACING, so that those between tell who returned.
    """
    ahead = others
    while ahead < len(places) and places[ahead] % SPACING:
        ahead += 1
    if ahead >= len(places):
        return None
    return ahead, places[ahead - 1] + 1 if ahead else places[0] - SPACING + 1
