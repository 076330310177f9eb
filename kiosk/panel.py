"""The kiosk's panel in millimetres: where it hangs, and what of it everybody can reach."""

from dataclasses import dataclass
from math import hypot

REACH_MM = (380, 1220)
"""Height above the floor that can be reached from a wheelchair (*ours*, after ADA 308 and
EN 301 549 8.3: forward reach without obstruction).
"""
USUAL_INCHES = 21.5
"""Diagonal that is taken for granted where nobody says how large the panel is."""
BELIEVED_MM = (100, 2500)


@dataclass(frozen=True)
class Panel:
    """Width and height of the picture, and its lower edge above the floor, all in millimetres."""

    width_mm: float
    height_mm: float
    bottom_mm: float

    @property
    def reach(self) -> tuple[float, float]:
        """What of the height can be reached, as parts from the top: [first, last).

        The whole panel where less than a third would be left: then it hangs out of reach, and a
        sliver of a screen would help nobody.
        """
        low, high = REACH_MM
        first = max(0.0, (self.bottom_mm + self.height_mm - high) / self.height_mm)
        last = 1 - max(0.0, (low - self.bottom_mm) / self.height_mm)
        return (first, last) if last - first > 1 / 3 else (0.0, 1.0)

    def turned(self) -> "Panel":
        """Return the same panel hung the other way."""
        return Panel(self.height_mm, self.width_mm, self.bottom_mm)


def panel_of(
    pixels: tuple[int, int],
    stated_mm: tuple[float | None, float | None],
    measured_mm: tuple[float, float],
    bottom_mm: float,
) -> Panel:
    """Return the panel: as the hall states it, else as the screen tells it, else a usual one."""
    width, height = pixels
    for wide, high in (stated_mm, measured_mm):
        if wide and high and _believable(wide) and _believable(high):
            return Panel(wide, high, bottom_mm)
    across = USUAL_INCHES * 25.4 / hypot(width, height)
    return Panel(width * across, height * across, bottom_mm)


def _believable(length_mm: float) -> bool:
    return BELIEVED_MM[0] <= length_mm <= BELIEVED_MM[1]
