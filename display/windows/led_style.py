"""How a hall's LED boards look: [led] of hall.toml."""

from dataclasses import dataclass
from datetime import time

from devices.led import Color, Mode
from shared.config.schema import LedToml


@dataclass(frozen=True)
class LedStyle:
    """Mode and colour of calls and idle texts, speed 1–5, stay in seconds; `dims` are moments of
    the day, in order, with the brightness in per cent that holds from then on.
    """

    call_mode: Mode = "static"
    call_color: Color = "red"
    idle_color: Color = "red"
    speed: int = 4
    stay_s: float = 2.0
    dims: tuple[tuple[time, int], ...] = ()

    def percent_at(self, now: time) -> int | None:
        """Return the brightness of this moment, None when boards keep their own."""
        if not self.dims:
            return None
        passed = [percent for moment, percent in self.dims if moment <= now]
        return passed[-1] if passed else self.dims[-1][1]  # before the first: still last night's


def led_style(toml: LedToml) -> LedStyle:
    """Read [led]."""
    dims = sorted((dim.start, dim.percent) for dim in toml.dim)
    return LedStyle(
        toml.call_mode, toml.call_color, toml.idle_color, toml.speed, toml.stay_s, tuple(dims)
    )
