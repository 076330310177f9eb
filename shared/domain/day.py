"""The business day: which one it is, though clocks jump, and what happens to who is left over."""

from datetime import date, datetime, timedelta

from shared.domain.errors import BadInput

_SET_BACK = timedelta(days=1)
_FIRST_RELEASE = date(2026, 11, 1)
"""No hall ran this program before: a clock that says so is wrong (an empty battery)."""


def business_day(now: datetime, newest: date | None) -> date:
    """Return the business day at `now` (hall time) when `newest` is the newest day begun.

    A day that has begun does not begin again: a clock set back over midnight stays in the newer
    day, and so does one that lost its time. Any other clock more than a day behind is believed:
    then the newer day was the mistake.
    """
    today = now.date()
    if newest is None or newest <= today:
        return today
    wrong = newest <= today + _SET_BACK or today < _FIRST_RELEASE
    return newest if wrong else today


def is_carried(since: datetime, now: datetime, carry_over_h: float) -> bool:
    """Whether somebody in line since then is taken along into a new business day."""
    return now - since < timedelta(hours=carry_over_h)


def time_today(text: str, now: datetime) -> datetime:
    """Read `14:30` as a moment of the day of `now`; BadInput when it is no time."""
    try:
        clock = datetime.strptime(text.strip(), "%H:%M")  # noqa: DTZ007 - the zone is the hall's
    except ValueError:
        raise BadInput(f"“{text}” is not a time of day", "write it like 14:30") from None
    return now.replace(hour=clock.hour, minute=clock.minute, second=0, microsecond=0)
