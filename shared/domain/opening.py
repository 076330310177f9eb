"""Whether a queue takes people in now, and if not, when it does next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.domain.hall import Session
from shared.domain.said import Said, said


@dataclass(frozen=True)
class Open:
    """People are taken in until `until` (hall time)."""

    until: datetime


@dataclass(frozen=True)
class Closed:
    """Nobody is taken in; `opens_at` is the next opening within a week, if there is one."""

    opens_at: datetime | None


@dataclass(frozen=True)
class Full:
    """Today's `cap` numbers are given out; `opens_at` as in Closed, never today."""

    cap: int
    opens_at: datetime | None


@dataclass(frozen=True)
class BookedOnly:
    """Only people with an appointment are taken in; `opens_at` as in Closed, for everybody else."""

    opens_at: datetime | None


Opening = Open | Closed | Full | BookedOnly

_WEEK = 8


def opening(
    sessions: Sequence[Session], now: datetime, issued_today: int, *, booked: bool = False
) -> Opening:
    """Tell what holds at `now` (hall time, with zone) after `issued_today` numbers of the queue.

    Without an appointment (`booked`) a session that is for appointments alone does not count.
    """
    ours = [session for session in sessions if booked or not session.booked_only]
    left = [s for s in ours if s.daily_cap is None or issued_today < s.daily_cap]
    ends = {session: end for session in sessions if (end := _end(session, now))}
    going_on = list(ends)
    for session, end in ends.items():
        if session in left:
            return Open(end)
    for session in going_on:
        if session in ours and session.daily_cap is not None:
            return Full(session.daily_cap, _next(ours, now, ()))
    again = _next(ours, now, left)
    return BookedOnly(again) if going_on else Closed(again)


def _end(session: Session, now: datetime) -> datetime | None:
    """Return the last moment of intake of a session that goes on now."""
    if now.isoweekday() not in session.days:
        return None
    start, end = _bounds(session, now)
    return end if start <= now < end else None


def _bounds(session: Session, day: datetime) -> tuple[datetime, datetime]:
    """First and last moment of intake on the day of `day`; 00:00–00:00 is the whole day."""
    midnight = day.replace(hour=0, minute=0, second=0, microsecond=0)
    start = midnight.replace(hour=session.opens.hour, minute=session.opens.minute)
    end = midnight.replace(hour=session.closes.hour, minute=session.closes.minute)
    if end <= start:
        end = midnight + timedelta(days=1)
    return start, end - timedelta(minutes=session.last_intake_min)


def _next(sessions: Sequence[Session], now: datetime, today: Sequence[Session]) -> datetime | None:
    """Return the next start within a week, where today only the sessions `today` count."""
    starts = [
        _bounds(session, now + timedelta(days=offset))[0]
        for offset in range(_WEEK)
        for session in (sessions if offset else today)
        if (now + timedelta(days=offset)).isoweekday() in session.days
    ]
    return min((start for start in starts if start > now), default=None)


def when_words(moment: datetime, now: datetime) -> Said:
    """Say an opening time the way people do: `今天13:30`, `明天9:00`, `11月23日（星期一）9:00`."""
    clock = f"{moment.hour}:{moment.minute:02d}"
    days = (moment.date() - now.date()).days
    if days == 0:
        return said("when", "今天{clock}").of(clock=clock)
    if days == 1:
        return said("when", "明天{clock}").of(clock=clock)
    return said("when", "{month}月{day}日（{weekday}）{clock}").of(
        month=moment.month,
        day=moment.day,
        weekday=WEEKDAYS[moment.weekday()],
        clock=clock,
    )


WEEKDAYS = (
    said("when", "星期一"),
    said("when", "星期二"),
    said("when", "星期三"),
    said("when", "星期四"),
    said("when", "星期五"),
    said("when", "星期六"),
    said("when", "星期日"),
)
"""Monday first."""
