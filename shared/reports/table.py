"""A report in a terminal."""

from collections.abc import Iterator
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Group
from rich.table import Table

from shared.domain.report import Figures
from shared.reports.columns import COLUMNS, groups, title, written
from shared.usecases.report import HallReport

_BY_NAME = {column.english: column for column in COLUMNS}
_SHOWN = (
    ("issued", ("issued",)),
    ("called", ("called",)),
    ("missed", ("missed",)),
    ("served", ("served",)),
    ("wait\np50/p90", ("wait p50", "wait p90")),
    ("service\np50/p90", ("service p50", "service p90")),
    ("rated", ("rated",)),
    ("good", ("good %",)),
)
"""The columns that go into 80 characters; the files have all of them."""


def tables(report: HallReport) -> Group:
    """Lay a report out as tables, minutes with one decimal; empty groupings are left out."""
    return Group(title(report), *_tables(report))


def _tables(report: HallReport) -> Iterator[Table]:
    for _chinese, english, rows in groups(report):
        if not rows:
            continue
        table = Table(box=SIMPLE_HEAD, header_style="bold", padding=(0, 1, 0, 0))
        table.add_column(english, overflow="fold", min_width=10)
        for heading, _ in _SHOWN:
            table.add_column(heading, justify="right", no_wrap=True)
        for label, figures in rows:
            cells = ("/".join(written(_BY_NAME[name], figures) for name in of) for _, of in _SHOWN)
            table.add_row(label, *cells)
        yield table


def plain(report: HallReport) -> dict[str, Any]:
    """Return a report as plain data: seconds, counts, shares."""
    figures = report.figures
    return {
        "hall": report.hall,
        "from": report.first,
        "to": report.last,
        "at": report.at.isoformat(),
        "total": _plain(figures.hall),
        "queues": {key: _plain(found) for key, found in figures.queues.items()},
        "windows": {str(key): _plain(found) for key, found in figures.windows.items()},
        "departments": {key: _plain(found) for key, found in figures.departments.items()},
    }


def _plain(figures: Figures) -> dict[str, Any]:
    return {
        **{name: value for name, value in vars(figures).items() if isinstance(value, int | None)},
        "wait": vars(figures.wait),
        "service": vars(figures.service),
        "ratings": {str(int(score)): count for score, count in figures.ratings.items()},
        "rated": figures.rated,
        "good": figures.good,
        "missed_share": figures.missed_share,
    }
