"""The information pages, made of what the hall itself is configured to be. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shared.domain.hall import Hall, Window, window_place
from shared.domain.ticket import GREEN_PREFIX

BUDGET = 15.0
"""Height of a page in lines of small type; as much as the panel of a 16:9 board holds."""

PER_LINE = 15
"""Characters of small type in one line of the panel."""

_TITLE = 1.2
_GAP = 0.75
_PER_TITLE = 12


@dataclass(frozen=True)
class Entry:
    """One entry of a page: a short mark in front, a line, and smaller words under it."""

    mark: str
    text: str
    detail: str = ""

    @property
    def height(self) -> float:
        """Its height in lines of small type, with the gap after it."""
        return _TITLE * _lines(self.text, _PER_TITLE) + _lines(self.detail, PER_LINE) + _GAP


@dataclass(frozen=True)
class Page:
    """One page; `part` is `1/2` where a list goes on, `green` marks the green channel's own."""

    kicker: str
    title: str
    entries: tuple[Entry, ...]
    part: str = ""
    green: bool = False
    wide_marks: bool = False


def pages(hall: Hall) -> tuple[Page, ...]:
    """Return the pages of a hall in their order."""
    return (
        *_list_pages("在哪里办", "窗口一览", [_window(hall, w) for w in hall.windows]),
        *_green_page(hall),
        *_list_pages("号码怎么看", "号码首字母", [Entry(q.letter, q.name) for q in hall.queues]),
        _rules_page(hall),
    )


def _window(hall: Hall, window: Window) -> Entry:
    names = "、".join(hall.queue(letter).name for letter in window.reach)
    if not window.name:
        return Entry(str(window.number), names)
    if names in window.name:
        return Entry(str(window.number), window.name)
    return Entry(str(window.number), window.name, names)


def _green_page(hall: Hall) -> Iterator[Page]:
    windows = hall.windows_for(GREEN_PREFIX)
    if not windows:
        return
    entries = (
        Entry("对象", "老年人、病弱、\n残疾人、孕妇"),
        Entry("办理", "免排队取号\n即来即办"),
        Entry("窗口", window_place(windows)),
        Entry("号码", f"{GREEN_PREFIX}开头，优先叫号"),
    )
    yield Page("优先服务", "绿色通道", entries, green=True, wide_marks=True)


def _rules_page(hall: Hall) -> Page:
    green = bool(hall.windows_for(GREEN_PREFIX))
    order = ("绿色通道优先", "其余一般按取号先后") if green else ("一般按取号先后", "")
    entries = (
        Entry("等候", "留意大屏上的号码", "叫到后，请到号码右边的窗口"),
        Entry("次序", *order),
        Entry("过号", "号码当天仍然有效", "请到叫号的窗口说明，由工作人员重新叫号"),
    )
    return Page("请留意", "排队须知", entries, wide_marks=True)


def _list_pages(kicker: str, title: str, entries: Sequence[Entry]) -> tuple[Page, ...]:
    parts = _split(entries)
    return tuple(
        Page(kicker, title, part, f"{place}/{len(parts)}" if len(parts) > 1 else "")
        for place, part in enumerate(parts, start=1)
    )


def _split(entries: Sequence[Entry]) -> list[tuple[Entry, ...]]:
    """Cut a list into as few pages as hold it, filled as evenly as its entries allow."""
    total = sum(entry.height for entry in entries)
    if not entries:
        return []
    wanted = total / -(-total // BUDGET)
    parts: list[list[Entry]] = [[]]
    filled = 0.0
    for entry in entries:
        over = filled + entry.height > BUDGET
        if parts[-1] and (over or filled + entry.height / 2 > wanted):
            parts.append([])
            filled = 0.0
        parts[-1].append(entry)
        filled += entry.height
    return [tuple(part) for part in parts]


def _lines(text: str, per_line: int) -> int:
    return -(-len(text) // per_line)
