"""Staff asked to a window by voice: helpers, and whoever is on duty for a complaint."""

from collections.abc import Collection

from display.voice.schedule import Wanted
from shared.domain.events import (
    CaseOpened,
    Fact,
    HelperAsked,
    HelperEscalated,
    HelperMet,
    HelperTaken,
)
from shared.voice.spoken import DUTY, HELPER

COMPLAINT, ONSITE = "complaint", "onsite"
"""The register and the way of a complaint for which somebody has to come (004, S9)."""


class StaffCalls:
    """`speak` are the kinds that are spoken; a helper is asked once more when nobody answered."""

    def __init__(self, speak: Collection[str]) -> None:
        self._speak = speak
        self._asked: dict[int, int] = {}

    def wanted(self, fact: Fact) -> Wanted | None:
        """Return what a fact wants spoken, if it does."""
        at = fact.at.timestamp()
        match fact.event:
            case HelperAsked(alert=alert, window=window) if window and "helper" in self._speak:
                self._asked[alert] = window
                return Wanted(fact.id, f"helper {alert}", window, at, HELPER)
            case HelperEscalated(alert=alert) if alert in self._asked:
                return Wanted(fact.id, f"helper {alert}", self._asked.pop(alert), at, HELPER)
            case HelperTaken(alert=alert) | HelperMet(alert=alert):
                self._asked.pop(alert, None)
            case CaseOpened() as opened if "complaint" in self._speak:
                place = opened.values.get("window", "")
                onsite = opened.values.get("method") == ONSITE
                if opened.register == COMPLAINT and onsite and place.isdecimal():
                    return Wanted(fact.id, opened.case, int(place), at, DUTY)
            case _:
                pass
        return None
