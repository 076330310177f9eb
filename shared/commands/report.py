"""hall report: how the hall does, from its records."""

from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from shared.commands.options import HallOption, JsonOption, context, show
from shared.domain.errors import BadInput

if TYPE_CHECKING:
    from shared.usecases.context import Context

group = typer.Typer(name="report", help="How the hall does.", no_args_is_help=True)


@group.callback()
def report() -> None:
    """How the hall does, from its records."""


@group.command("accuracy")
def accuracy(
    first: Annotated[str | None, typer.Option("--from", help="First day (default: today).")] = None,
    last: Annotated[str | None, typer.Option("--to", help="Last day (default: today).")] = None,
    by: Annotated[str, typer.Option(help="Group by class or queue.")] = "class",
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Compare the waits people were told with the waits they had."""
    from shared.usecases.explain import prediction_accuracy

    ctx = context(hall)
    today = ctx.clock().date()
    since, until = _day(first, today), _day(last, today)
    found = prediction_accuracy(ctx, since, until, by)
    data = {"from": since, "to": until, "goal": 0.8, "groups": [asdict(one) for one in found]}
    lines = [
        f"{one.group:10} {one.people:6} people  {one.inside:6.1%} within the range told (goal 80 %)"
        f"  waited {one.waited_mean_min:.1f} min, {one.bias_min:+.1f} min off,"
        f" rms error {one.rmse_min:.1f} min"
        for one in found
    ]
    show(data, "\n".join(lines) or f"nobody was called from {since} to {until}", as_json)


XlsxOption = Annotated[
    Path | None, typer.Option("--xlsx", metavar="FILE", help="Write a spreadsheet.")
]
PdfOption = Annotated[Path | None, typer.Option("--pdf", metavar="FILE", help="Write a PDF.")]
PngOption = Annotated[Path | None, typer.Option("--png", metavar="FILE", help="Draw a picture.")]


@group.command("day")
def day(
    which: Annotated[str | None, typer.Argument(metavar="DAY", help="Default: today.")] = None,
    xlsx: XlsxOption = None,
    pdf: PdfOption = None,
    png: PngOption = None,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Report a day by queue, window and department; docs/reports.md defines every figure."""
    ctx = context(hall)
    found = _day(which, ctx.clock().date())
    _write(ctx, found, found, Files(xlsx, pdf, png), as_json)


@group.command("month")
def month(
    which: Annotated[str | None, typer.Argument(metavar="MONTH", help="Default: this one.")] = None,
    xlsx: XlsxOption = None,
    pdf: PdfOption = None,
    png: PngOption = None,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Report a month, such as 2026-11."""
    from shared.usecases.report import month_of

    ctx = context(hall)
    first, last = month_of(which or f"{ctx.clock():%Y-%m}")
    _write(ctx, first, last, Files(xlsx, pdf, png), as_json)


@group.command("appraisal")
def appraisal(
    which: Annotated[str | None, typer.Argument(metavar="MONTH", help="Default: this one.")] = None,
    xlsx: XlsxOption = None,
    pdf: PdfOption = None,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Count a month's cases and services by window, person and department 考核."""
    from shared.reports import appraisal as written
    from shared.usecases.appraisal import hall_appraisal
    from shared.usecases.report import month_of

    ctx = context(hall)
    found = hall_appraisal(ctx, *month_of(which or f"{ctx.clock():%Y-%m}"))
    if xlsx is not None:
        written.write_sheet(found, xlsx)
    if pdf is not None:
        written.write_paper(found, pdf)
    show(written.plain(found), "\n".join(written.lines(found)), as_json)


@dataclass(frozen=True)
class Files:
    """Where a report is written besides the terminal."""

    xlsx: Path | None
    pdf: Path | None
    png: Path | None


def _write(ctx: "Context", first: date, last: date, files: Files, as_json: bool) -> None:
    from rich.console import Console

    from shared.reports.table import plain, tables
    from shared.usecases.report import hall_report

    found = hall_report(ctx, first, last)
    if files.xlsx is not None:
        from shared.reports.sheet import write_sheet

        write_sheet(found, files.xlsx)
    if files.pdf is not None:
        from shared.reports.paper import write_paper

        write_paper(found, files.pdf)
    if files.png is not None:
        from shared.reports.picture import write_picture

        write_picture(found, files.png)
    if as_json:
        show(plain(found), "", as_json)
    else:
        Console(emoji=False).print(tables(found))


def _day(text: str | None, today: date) -> date:
    if text is None:
        return today
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadInput(f"“{text}” is not a day", "write it like 2026-11-23") from None
