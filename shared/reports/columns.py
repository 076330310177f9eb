"""The columns every form of a report shares, and its groups in the order they are shown."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from shared.domain.rating import Score
from shared.domain.report import Figures
from shared.usecases.report import HallReport

Value = int | float | None


class Kind(Enum):
    """How a value is written."""

    COUNT = "count"
    MINUTES = "minutes"
    SHARE = "share"


@dataclass(frozen=True)
class Column:
    """A figure: what it is called in Chinese and English, and how to get it."""

    chinese: str
    english: str
    kind: Kind
    value: Callable[[Figures], Value]


def _minutes(seconds: float | None) -> float | None:
    return None if seconds is None else seconds / 60


COLUMNS = (
    Column("取号", "issued", Kind.COUNT, lambda f: f.issued),
    Column("绿色通道", "green", Kind.COUNT, lambda f: f.green),
    Column("叫号", "called", Kind.COUNT, lambda f: f.called),
    Column("过号", "missed", Kind.COUNT, lambda f: f.missed),
    Column("过号率", "missed %", Kind.SHARE, lambda f: f.missed_share),
    Column("办理", "served", Kind.COUNT, lambda f: f.served),
    Column("放弃", "left", Kind.COUNT, lambda f: f.abandoned),
    Column("作废", "void", Kind.COUNT, lambda f: f.void),
    Column("未叫到", "not called", Kind.COUNT, lambda f: f.never_called),
    Column("等候中位", "wait p50", Kind.MINUTES, lambda f: _minutes(f.wait.median_s)),
    Column("等候九成", "wait p90", Kind.MINUTES, lambda f: _minutes(f.wait.p90_s)),
    Column("办理中位", "service p50", Kind.MINUTES, lambda f: _minutes(f.service.median_s)),
    Column("办理九成", "service p90", Kind.MINUTES, lambda f: _minutes(f.service.p90_s)),
    Column("评价", "rated", Kind.COUNT, lambda f: f.rated),
    Column("好评率", "good %", Kind.SHARE, lambda f: f.good),
)


def _score(score: Score) -> Column:
    return Column(score.words, score.name.lower(), Kind.COUNT, lambda f: f.ratings[score])


SCORES = tuple(_score(score) for score in sorted(Score, reverse=True))
DEFINITIONS = (
    "取号：当天发出的号。叫号：窗口叫到的次数，重复呼叫不另计。过号：叫了没有来。",
    "办理：叫到并办过的次数；一个号到几个窗口，各计一次。",
    "等候：从取号（预约的从预约时间）到第一次叫号；从未叫到的不计。",
    "办理时长：从开始办理到离开窗口；超过上限的视为忘记结束，计次数不计时长。",
    "中位：一半人不超过它。九成：十人中九人不超过它。时间单位：分钟。",
    "好评率：基本满意及以上占全部评价；没有评价的不计，也不默认好评。",
    "按队列：号码上的字母。按部门：事项目录现在所列部门；一个号跨几个部门的记“多部门”。",
)


def written(column: Column, figures: Figures) -> str:
    """Write a figure for people; a dash where there is none."""
    value = column.value(figures)
    if value is None:
        return "–"
    match column.kind:
        case Kind.COUNT:
            return f"{value:,}"
        case Kind.MINUTES:
            return f"{value:.1f}"
        case Kind.SHARE:
            return f"{value:.0%}"


def groups(report: HallReport) -> Iterator[tuple[str, str, list[tuple[str, Figures]]]]:
    """Yield each grouping: its name in Chinese and English, and its rows."""
    found = report.figures
    queues = [(f"{key} {report.queues.get(key, '')}".strip(), f) for key, f in found.queues.items()]
    windows = [
        (f"{number} {report.windows.get(number, '')}".strip(), f)
        for number, f in found.windows.items()
    ]
    yield "全大厅", "hall", [("合计", found.hall)]
    yield "按队列", "queue", queues
    yield "按窗口", "window", windows
    yield "按部门", "department", list(found.departments.items())


def title(report: HallReport) -> str:
    """What the report is called."""
    if report.first == report.last:
        return f"{report.hall} 日报 {report.first}"
    return f"{report.hall} 报表 {report.first} 至 {report.last}"
