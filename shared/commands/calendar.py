"""hall calendar: the working days of the hall, loaded and corrected."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from shared.commands.options import ByOption, HallOption, JsonOption, context, show, who
from shared.domain.errors import BadInput

group = typer.Typer(name="calendar", help="Working days (工作日历).", no_args_is_help=True)


@group.command("show")
def show_(
    year: Annotated[int, typer.Argument(metavar="YEAR")],
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show the days of a year that are not what their weekday says."""
    from shared.usecases.calendar import calendar_year

    found = calendar_year(context(hall), year)
    if found is None:
        raise BadInput(f"the calendar of {year} is missing", "hall calendar load FILE")
    source, days = found
    data = {
        "year": year,
        "source": source,
        "days": [{"day": d.day.isoformat(), "kind": d.kind, "name": d.name} for d in days],
    }
    lines = [f"{year} ({source})", *(f"{d.day}  {d.kind:8}{d.name}" for d in days)]
    show(data, "\n".join(lines), as_json)


@group.command("load")
def load(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="CSV: day,kind,name.")],
    year: Annotated[
        list[int] | None, typer.Option(help="The years it holds in whole; else all it names.")
    ] = None,
    by: ByOption = None,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Put in whole years; deadlines that waited for them are reckoned."""
    from shared.usecases.calendar import load_calendar

    changed = load_calendar(context(hall), file, year or [], who(by))
    show({"changed": changed}, f"loaded; deadlines changed in {len(changed)} cases", as_json)


@group.command("set")
def set_(
    day: Annotated[str, typer.Argument(metavar="DAY", help="Such as 2026-12-31.")],
    kind: Annotated[str, typer.Argument(metavar="KIND", help="work, rest or holiday.")],
    name: Annotated[str, typer.Option(help="What for.")] = "",
    by: ByOption = None,
    hall: HallOption = None,
    as_json: JsonOption = False,
) -> None:
    """Correct one day; deadlines are reckoned anew."""
    from shared.domain.workdays import DayKind
    from shared.usecases.calendar import set_day

    try:
        when, what = date.fromisoformat(day), DayKind(kind)
    except ValueError as error:
        raise BadInput(str(error), "such as: hall calendar set 2026-12-31 holiday") from None
    changed = set_day(context(hall), when, what, name, who(by))
    show({"changed": changed}, f"set; deadlines changed in {len(changed)} cases", as_json)
