"""A watchdog for the hall's screens: a window that hangs or dies is opened again."""

from shared.guard.guard import Guard, Limits
from shared.guard.pulse import Pulse

__all__ = ["Guard", "Limits", "Pulse"]
