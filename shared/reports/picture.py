"""A report as a picture: volumes, waits, service times and ratings in four panels."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL.Image import Image

from shared.domain.rating import Score
from shared.domain.report import Figures, Times
from shared.reports.columns import title
from shared.reports.errors import writing
from shared.simulation.canvas import BAND, BLUE, GREY, GRID, INK, Canvas
from shared.usecases.report import HallReport

WIDTH, HEAD, ROW, GAP = 2000, 200, 52, 60
LABEL, VALUE = 300, 170
PANEL = (WIDTH - 3 * GAP) // 2


@dataclass(frozen=True)
class _Bar:
    """A bar to `value` (dark) and to `more` (pale), and what is written at its end."""

    label: str
    value: float
    more: float
    words: str


def picture(report: HallReport, *, titled: bool = True) -> Image:
    """Draw a report; without its title where that stands above."""
    found = report.figures
    queues = [
        (f"{letter} {report.queues.get(letter, '')}", f) for letter, f in found.queues.items()
    ]
    windows = [(f"{number}号窗口", figures) for number, figures in found.windows.items()]
    volumes = [
        _Bar(label, f.served, f.issued or 0, f"{f.served} / {f.issued}") for label, f in queues
    ]
    panels = (
        ("办理 / 取号", "深色办理次数，浅色取号", volumes),
        ("等候分钟", "深色中位，浅色九成", [_times(label, f.wait) for label, f in queues]),
        ("办理分钟", "深色中位，浅色九成", [_times(label, f.service) for label, f in windows]),
        ("评价", "每档次数", _ratings(found.hall)),
    )
    upper, lower = (max(len(panels[i][2]), len(panels[i + 1][2]), 3) for i in (0, 2))
    head = HEAD if titled else HEAD // 2
    tops = (head, head, head + _high(upper), head + _high(upper))
    canvas = Canvas(WIDTH, head + _high(upper) + _high(lower))
    if titled:
        canvas.text((GAP, 44), title(report), 48)
    canvas.text((GAP, head - 78), _summary(found.hall), 26, GREY)
    for number, (name, note, bars) in enumerate(panels):
        _panel(canvas, GAP + number % 2 * (PANEL + GAP), tops[number], name, note, bars)
    return canvas.image


def write_picture(report: HallReport, path: Path) -> None:
    """Draw a report to a PNG file; BadInput when it cannot be written there."""
    with writing(path):
        picture(report).save(path, "PNG")


def _summary(hall: Figures) -> str:
    facts = [f"取号 {hall.issued:,}", f"办理 {hall.served:,}", f"过号 {hall.missed:,}"]
    if hall.wait.median_s is not None and hall.wait.p90_s is not None:
        facts.append(
            f"等候中位 {hall.wait.median_s / 60:.1f} 分钟，九成 {hall.wait.p90_s / 60:.1f}"
        )
    if hall.good is not None:
        facts.append(f"评价 {hall.rated:,}，好评率 {hall.good:.0%}")
    return "  ·  ".join(facts)


def _times(label: str, times: Times) -> _Bar:
    if times.median_s is None or times.p90_s is None:
        return _Bar(label, 0, 0, "–")
    median, ninetieth = times.median_s / 60, times.p90_s / 60
    return _Bar(label, median, ninetieth, f"{median:.1f} / {ninetieth:.1f}")


def _ratings(hall: Figures) -> list[_Bar]:
    counts = [(score.words, hall.ratings[score]) for score in sorted(Score, reverse=True)]
    return [_Bar(words, count, count, f"{count:,}") for words, count in counts]


def _high(rows: int) -> int:
    return 110 + rows * ROW + GAP


def _panel(canvas: Canvas, left: int, top: int, name: str, note: str, bars: Sequence[_Bar]) -> None:
    canvas.text((left, top), name, 34)
    canvas.text((left + PANEL, top + 12), note, 20, GREY, "ra")
    canvas.pen.line((left, top + 62, left + PANEL, top + 62), fill=GRID, width=2)
    if not bars:
        canvas.text((left, top + 90), "没有记录", 24, GREY)
    room = PANEL - LABEL - VALUE
    end = max([bar.more for bar in bars] + [bar.value for bar in bars] + [1e-9])
    for row, bar in enumerate(bars):
        y = top + 84 + row * ROW
        canvas.text((left, y + 20), _short(bar.label), 24, INK, "lm")
        start = left + LABEL
        for length, colour in ((bar.more, BAND), (bar.value, BLUE)):
            if length > 0:
                right = start + max(room * length / end, 2)
                canvas.pen.rectangle((start, y + 4, right, y + 36), fill=colour)
        far = start + room * max(bar.more, bar.value) / end
        canvas.text((far + 14, y + 20), bar.words, 24, INK, "lm")


def _short(label: str, most: int = 12) -> str:
    return label if len(label) <= most else label[: most - 1] + "…"
