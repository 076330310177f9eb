"""A run as a picture: how long each class waits, and what was promised against what came."""

from math import ceil
from pathlib import Path
from statistics import fmean

from shared.domain.errors import BadInput
from shared.simulation.accuracy import Person
from shared.simulation.canvas import BAND, BLUE, GREY, INK, ORANGE, Axes, Canvas, round_step
from shared.simulation.report import ClassReport, Report
from shared.simulation.scenario import Scenario
from shared.simulation.tally import ClassRun, Run

WIDTH, HEADER, ROW, FOOTER = 2000, 190, 560, 90
BINS, GROUPS, ENOUGH = 40, 16, 20
_NAMES = {
    "fifo": ("先来先办", "first come, first served"),
    "strict": ("优先先办", "priority, strict"),
    "alternate": ("轮流叫号", "alternating"),
    "accumulate": ("优先累积", "accumulating priority"),
}


def draw(scenario: Scenario, run: Run, result: Report, path: Path) -> None:
    """Draw a run to a PNG file; BadInput when it cannot be written there."""
    canvas = Canvas(WIDTH, HEADER + ROW * len(run.classes) + FOOTER)
    _header(canvas, scenario, result)
    end = max(_reach(one) for one in run.classes.values())
    for row, (name, one) in enumerate(run.classes.items()):
        top = HEADER + ROW * row
        canvas.text((60, top), name, 34)
        _histogram(canvas, one, result.classes[name], top, end)
        _promises(canvas, one, result.classes[name], top)
    notes = canvas.both(
        "淡蓝：中间八成的人。",
        "Pale blue: from the 10 % to the 90 % quantile, four of five people.",
    )
    canvas.text((60, canvas.image.height - 60), notes, 20, GREY)
    try:
        canvas.image.save(path, "PNG")
    except OSError as error:
        raise BadInput(f"{path} cannot be written: {error}", "name a PNG file") from error


def _header(canvas: Canvas, scenario: Scenario, result: Report) -> None:
    canvas.text((60, 44), canvas.both("等候时间", "Waiting times"), 48)
    served = sum(one.served for one in result.classes.values())
    facts = (
        canvas.both(*_NAMES[scenario.policy]),
        canvas.both(f"{scenario.windows}个窗口", f"{scenario.windows} windows"),
        canvas.both("办理", f"{served:,} served"),
        canvas.both("平均等候", f"mean wait {result.wait_mean:.1f} min"),
        canvas.both("窗口利用率", f"utilisation {result.utilisation:.1%}"),
    )
    canvas.text((60, 116), "   ·   ".join(facts), 24, GREY)


def _reach(one: ClassRun) -> float:
    """Return the wait in minutes that all but one in 200 stay below."""
    ordered = sorted(one.waits) or [0.0]
    return max(ordered[round((len(ordered) - 1) * 0.995)], 1.0)


def _histogram(canvas: Canvas, one: ClassRun, found: ClassReport, top: int, end: float) -> None:
    width = round_step(end / BINS)
    counts = [0] * ceil(end / width)
    at_once = 0
    for wait in one.waits:
        if wait == 0:
            at_once += 1
        elif wait < width * len(counts):
            counts[int(wait / width)] += 1
    served = max(found.served, 1)
    shares = [100 * count / served for count in counts]
    axes = Axes(140, top + 110, 940, top + ROW - 110, width * len(counts), max(*shares, 0.1) * 1.1)
    low, high = axes.at(found.p10, 0)[0], axes.at(found.p90, 0)[0]
    canvas.pen.rectangle((low, axes.top, high, axes.bottom), fill=BAND)
    canvas.axes(
        axes,
        canvas.both("等候分钟", "minutes waited"),
        canvas.both("人数占比", f"share of people, {width:g} min each"),
        " %",
    )
    for index, share in enumerate(shares):
        left, height = axes.at(index * width, share)
        right, base = axes.at((index + 1) * width, 0)
        if base - height >= 1:
            canvas.pen.rectangle((left + 1, height, right - 2, base), fill=BLUE)
    mean = axes.at(found.wait_mean, 0)[0]
    canvas.pen.line((mean, axes.top, mean, axes.bottom), fill=ORANGE, width=4)
    says = (
        (canvas.both("平均", f"mean {found.wait_mean:.1f} min"), ORANGE),
        (canvas.both("八成", f"80 % wait {found.p10:.1f}–{found.p90:.1f} min"), INK),
        (canvas.both("随到随办", f"at once {at_once / served:.0%}"), INK),
        (canvas.both("最长", f"longest {found.longest:.0f} min"), INK),
        *(((canvas.both("离开", f"{found.left:,} left"), INK),) if found.left else ()),
    )
    for line, (words, colour) in enumerate(says):
        canvas.text((axes.right, axes.top + 8 + 34 * line), words, 24, colour, "ra")


def _promises(canvas: Canvas, one: ClassRun, found: ClassReport, top: int) -> None:
    """Draw, by the wait expected, the range told and where eight of ten people came out."""
    if found.prediction is None:
        return
    sample = one.accuracy.sample
    groups = _groups(sample)
    low, mean, high = ([fmean(p[i] for p in group) for group in groups] for i in range(3))
    actual = [sorted(person[3] for person in group) for group in groups]
    late = [waits[round((len(waits) - 1) * 0.9)] for waits in actual]
    x_end = mean[-1] * 1.08
    axes = Axes(1140, top + 110, 1940, top + ROW - 110, x_end, max(*high, *late) * 1.08)
    canvas.axes(
        axes,
        canvas.both("预计等候（平均）分钟", "expected wait, minutes"),
        canvas.both("实际等候分钟", "minutes waited"),
    )
    outline = [axes.at(x, y) for x, y in zip(mean, high, strict=True)]
    outline += [axes.at(x, y) for x, y in zip(mean[::-1], low[::-1], strict=True)]
    canvas.pen.polygon(outline, fill=BAND)
    for person in sample[:: max(len(sample) // 700, 1)]:
        if person[1] <= axes.x_end and person[3] <= axes.y_end:
            x, y = axes.at(person[1], person[3])
            canvas.pen.ellipse((x - 3, y - 3, x + 3, y + 3), fill=(37, 99, 168, 70))
    for x, waits, upper in zip(mean, actual, late, strict=True):
        left, bottom = axes.at(x, waits[round((len(waits) - 1) * 0.1)])
        canvas.pen.line((left, bottom, *axes.at(x, upper)), fill=ORANGE, width=4)
        left, middle = axes.at(x, fmean(waits))
        canvas.pen.ellipse((left - 7, middle - 7, left + 7, middle + 7), fill=ORANGE)
    canvas.key(
        (axes.right, top + 24),
        (
            (canvas.both("取号时告知", "range told"), BAND, True),
            (canvas.both("实际（八成与平均）", "what came: 80 % and mean"), ORANGE, False),
        ),
    )
    inside = canvas.both("准确", f"{found.prediction.inside:.1%} within the range told")
    canvas.text((axes.right, axes.top - 16), inside, 24, INK, "rs")


def _groups(sample: list[Person]) -> list[list[Person]]:
    """Put people of like expectations together; groups of a few are left out."""
    ordered = sorted(sample, key=lambda person: person[1])
    width = ordered[-1][1] / GROUPS
    groups: list[list[Person]] = []
    for person in ordered:
        if not groups or person[1] > groups[-1][0][1] + width:
            groups.append([])
        groups[-1].append(person)
    enough = min(ENOUGH, max(len(group) for group in groups))
    return [group for group in groups if len(group) >= enough]
