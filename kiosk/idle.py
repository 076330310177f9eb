"""When nobody touches the kiosk: ask whether somebody is there, then begin anew."""

from dataclasses import dataclass

COUNTDOWN_S = 20
"""How long the question stands before the visit ends."""
UNHURRIED = 2
"""How many times as long somebody may take who reads large type, or listens."""

STAFF_S = 60
"""How long the staff screen stays without a touch; it asks nothing before it closes."""


@dataclass(frozen=True)
class Active:
    """Somebody is there."""


@dataclass(frozen=True)
class Asking:
    """The screen asks 还在吗; `left` seconds remain."""

    left: int


@dataclass(frozen=True)
class Gone:
    """Nobody answered."""


Presence = Active | Asking | Gone


def presence(idle_s: float, limit_s: int) -> Presence:
    """Judge `idle_s` seconds without a touch against the kiosk's limit."""
    if idle_s < limit_s:
        return Active()
    left = limit_s + COUNTDOWN_S - int(idle_s)
    return Asking(left) if left > 0 else Gone()
