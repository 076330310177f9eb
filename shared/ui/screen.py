"""Whether this machine has a screen, and where on it a window of the demo goes. No Qt at import."""

import os
import sys
from dataclasses import dataclass

from shared.domain.errors import BadInput


@dataclass(frozen=True)
class Place:
    """A part of the screen in fractions of its width and height, 0 to 1."""

    left: float
    top: float
    width: float
    height: float

    @classmethod
    def parse(cls, text: str) -> "Place":
        """Read `0,0,0.3,1`; BadInput otherwise."""
        try:
            left, top, width, height = (float(part) for part in text.split(","))
        except ValueError:
            raise BadInput(f"“{text}” is no place", "write left,top,width,height") from None
        return cls(left, top, width, height)


def has_screen() -> bool:
    """Whether windows can be opened here."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
