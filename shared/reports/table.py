"""A report in a terminal."""

from collections.abc import Iterator
from typing import Any

from rich.console import Group
from rich.table import Table

from shared.domain.report import Figures
from shared.reports.columns import COLUMNS, groups, title, written
from shared.usecases.report import HallReport


def tables(report: HallReport) -> Group:
    """Lay a report out as tables, minutes with one decimal; empty groupings are left out."""
    return Group(title(report), *_tables(report))


def _tables(report: HallReport) -> Iterator[Table]:
    for _chinese, english, rows in groups(report):
        if not rows:
            continue
        table = Table(header_style="bold", title_justify="left")
        table.add_column(f"by {english}" if english != "hall" else english, no_wrap=True)
        for column in COLUMNS:
            table.add_column(column.english, justify="right")
        for label, figures in rows:
            table.add_row(label, *(written(column, figures) for column in COLUMNS))
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
