"""The clock, passed in everywhere: hall time with its zone."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

Clock = Callable[[], datetime]


def system_clock(timezone: str) -> Clock:
    """Return the clock of this machine in the hall's time zone (an IANA name)."""
    zone = ZoneInfo(timezone)
    return lambda: datetime.now(zone)
