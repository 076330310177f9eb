"""What is looked at when a field is given: working days ahead, rest days, slots."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from datetime import time as time_of_day
from typing import assert_never

from shared.domain.errors import Refused
from shared.domain.register.declaration import Check, Register, Rule, applies
from shared.domain.said import named
from shared.domain.workdays import DayKind, HallTime, Unpublished


def look(
    register: Register,
    given: Mapping[str, str],
    values: Mapping[str, str],
    now: datetime,
    time: HallTime,
) -> tuple[str, ...]:
    """Refused when what was given breaks a rule; returns what the calendar could not tell.

    `given` are the fields of this step, `values` what stands in all.
    """
    unsaid = []
    for check in register.checks:
        if check.field not in given or not applies(check.when, values):
            continue
        problem = _problem(check, given[check.field], values, now, time)
        label = register.fields[check.field].label
        if isinstance(problem, Unpublished):
            unsaid.append(
                f"{label}: the calendar of {problem.year} is missing, {check.rule} is not checked"
            )
        elif problem:
            public = named(f"{problem}。") if check.basis else ""
            raise Refused(f"{label}: {problem}", check.basis, public)
    return tuple(unsaid)


def _problem(
    check: Check, value: str, values: Mapping[str, str], now: datetime, time: HallTime
) -> str | Unpublished:
    day = date.fromisoformat(value[:10]) if check.rule in _OF_DAYS else now.date()
    match check.rule:
        case Rule.ASKED_ON_WORKDAY:
            return _kind(time, now.date(), DayKind.WORK, "只能在工作日申请")
        case Rule.WORKDAYS_AHEAD:
            return _ahead(check, day, now.date(), time)
        case Rule.REST_DAY:
            return _kind(
                time, day, DayKind.REST, "只安排在休息日（周六、周日），法定节假日和调休上班日除外"
            )
        case Rule.WORKDAY:
            return _kind(time, day, DayKind.WORK, "只安排在工作日")
        case Rule.WITHIN:
            return _within(check.slots or time.hours, value)
        case Rule.AFTER_CLOSE:
            return _after_close(check.most, datetime.fromisoformat(value), time)
        case Rule.FUTURE:
            return "" if datetime.fromisoformat(value) > now else "时间已过"
        case Rule.DISTINCT:
            same = any(values.get(other) == value for other in check.others)
            return "不能是同一人" if same else ""
        case _:
            assert_never(check.rule)


_OF_DAYS = (Rule.WORKDAYS_AHEAD, Rule.REST_DAY, Rule.WORKDAY)


def _kind(time: HallTime, day: date, wanted: DayKind, words: str) -> str | Unpublished:
    kind = time.calendar.kind(day)
    if isinstance(kind, Unpublished):
        return kind
    return "" if kind is wanted else words


def _ahead(check: Check, day: date, today: date, time: HallTime) -> str | Unpublished:
    """Counted back from the day itself, which does not count (S11)."""
    if today >= day:
        return f"须提前{check.least}至{check.most}个工作日"
    until = time.calendar.between(today - timedelta(days=1), day - timedelta(days=1))
    if isinstance(until, Unpublished):
        return until
    return (
        "" if check.least <= until <= check.most else f"须提前{check.least}至{check.most}个工作日"
    )


def _within(slots: Sequence[tuple[time_of_day, time_of_day]], value: str) -> str:
    at = datetime.fromisoformat(value).time()
    if any(begins <= at < ends for begins, ends in slots):
        return ""
    shown = "、".join(f"{begins:%H:%M}–{ends:%H:%M}" for begins, ends in slots)
    return f"时间须在 {shown} 之内"


def _after_close(most: int, at: datetime, time: HallTime) -> str | Unpublished:
    kind = time.calendar.kind(at.date())
    if isinstance(kind, Unpublished):
        return kind
    if kind is not DayKind.WORK or not time.hours:
        return "延时服务只在工作日"
    closes = datetime.combine(at.date(), max(ends for _, ends in time.hours), at.tzinfo)
    inside = closes <= at <= closes + timedelta(minutes=most)
    return "" if inside else f"延时服务在下班后{most}分钟以内"
