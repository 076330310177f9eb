"""From what the hall knows to what the duty panel shows. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from shared.domain.alarm import Alarm, AlarmKind, Dealt, by_urgency
from shared.domain.register.declaration import Register
from shared.domain.said import Said, said
from shared.ui.words import say
from shared.usecases.cases.queries import Due

TITLES: Mapping[AlarmKind, Said] = {
    AlarmKind.COMPLAINT: said("duty", "现场投诉"),
    AlarmKind.HELPER: said("duty", "需要帮办员"),
    AlarmKind.RATING: said("duty", "差评"),
    AlarmKind.PAPER: said("duty", "打印纸"),
    AlarmKind.DEVICE: said("duty", "设备"),
}
NO_WINDOW = said("duty", "大厅")


@dataclass(frozen=True)
class AlarmRow:
    """One alarm. `stage` is overdue, taken or open: said by colour, by `clock` and by a sign."""

    alarm: str
    kind: str
    title: str
    place: str
    detail: str
    clock: str
    stage: str


@dataclass(frozen=True)
class LineRow:
    """A line of a list: what is due, or was dealt with."""

    time: str
    text: str
    late: bool


def alarm_rows(alarms: tuple[Alarm, ...], now: datetime) -> list[AlarmRow]:
    """Return the rows of the alarms at a moment, the most urgent first."""
    return [_row(one, now) for one in by_urgency(alarms, now)]


def _row(one: Alarm, now: datetime) -> AlarmRow:
    overdue = one.is_overdue(now)
    place = said("duty", "{window}号窗口").of(window=one.window) if one.window else NO_WINDOW
    what: str = one.what
    if one.kind in (AlarmKind.DEVICE, AlarmKind.PAPER):
        what = device(one.what)
    detail = f"{what} · {one.detail}" if one.detail else what
    return AlarmRow(
        one.id,
        one.kind,
        TITLES[one.kind],
        place if one.kind not in (AlarmKind.DEVICE, AlarmKind.PAPER) else "",
        detail,
        _clock(one, now),
        "overdue" if overdue else "taken" if one.taken_by else "open",
    )


def device(name: str) -> str:
    """Say a device's name in the words of the hall; one that is not known stays as it is."""
    for pattern, words in _DEVICES:
        if found := pattern.fullmatch(name):
            return say(words.of(name=found[1]))
    return name


_DEVICES = (
    (re.compile(r"kiosk (.+) printer"), said("duty", "自助机{name}打印机")),
    (re.compile(r"window (\d+) LED"), said("duty", "{name}号窗口LED屏")),
    (re.compile(r"window (\d+) pad"), said("duty", "{name}号窗口评价器")),
    (re.compile(r"LED port (.+)"), said("duty", "LED屏端口 {name}")),
    (re.compile(r"keypad port (.+)"), said("duty", "叫号器端口 {name}")),
    (re.compile(r"pad port (.+)"), said("duty", "评价器端口 {name}")),
)


def _clock(one: Alarm, now: datetime) -> Said:
    left = one.due - now
    if one.kind is AlarmKind.COMPLAINT or not one.taken_by:
        late = left < timedelta()
        pattern = said("duty", "超时 {time}") if late else said("duty", "还剩 {time}")
        told = pattern.of(time=span(abs(left)))
        if not one.taken_by:
            return told
        return said("duty", "{who}已去 · {time}").of(who=one.taken_by, time=told)
    assert one.taken_at is not None
    return said("duty", "{who}已去 · {time}").of(who=one.taken_by, time=span(now - one.taken_at))


def span(time: timedelta) -> str:
    """Write minutes and seconds, hours where there are some: 4:32, 1:05:00."""
    seconds = int(time.total_seconds())
    hours, rest = divmod(max(0, seconds), 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{hours}:{minutes:02d}:{seconds:02d}" if hours else f"{minutes}:{seconds:02d}"


def due_rows(due: tuple[Due, ...], known: Mapping[str, Register], zone: tzinfo) -> list[LineRow]:
    """Return what is due today, overdue first; what nobody can know last."""
    rows = []
    for one in due:
        register = known.get(one.case.register)
        deadline = one.case.deadline
        rule = register.deadlines.get(deadline.name) if register else None
        label = rule.label if rule else deadline.name
        at = f"{deadline.due.astimezone(zone):%m-%d %H:%M}" if deadline.due else "—"
        rows.append(LineRow(at, f"{one.case.code} {label}", one.overdue))
    return rows


def dealt_rows(dealt: tuple[Dealt, ...], zone: tzinfo) -> list[LineRow]:
    """Return what was dealt with today, the newest first."""
    return [
        LineRow(
            f"{one.at.astimezone(zone):%H:%M}",
            said("duty", "{kind} {what}：{who}").of(
                kind=TITLES[one.kind], what=one.what, who=one.by
            ),
            late=False,
        )
        for one in dealt
    ]
