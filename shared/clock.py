"""The clock, passed in everywhere: hall time with its zone, and the business day."""

from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

Clock = Callable[[], datetime]


def system_clock(timezone: str) -> Clock:
    """Return the clock of this machine in the hall's time zone (an IANA name)."""
    zone = ZoneInfo(timezone)
    return lambda: datetime.now(zone)


def business_day(now: datetime) -> date:
    """Return the day a number belongs to: the calendar day in the hall's time zone."""
    return now.date()
