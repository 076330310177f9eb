"""What every command shares: --hall, --json, and how results are shown."""

import getpass
import json
import os
from collections.abc import Mapping
from datetime import datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from shared.acting import ACTING
from shared.domain.errors import BadInput

if TYPE_CHECKING:
    from shared.usecases.context import Context

HallOption = Annotated[
    Path | None,
    typer.Option(
        "--hall",
        help="The hall's folder; else $HALLCALL_HALL, else the current folder.",
        show_default=False,
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON object instead of text.")]

ByOption = Annotated[
    str | None,
    typer.Option("--by", help="Who does it; else your login name.", show_default=False),
]
NumberArgument = Annotated[str, typer.Argument(metavar="NUMBER", help="Such as A012.")]

PlaceOption = Annotated[str | None, typer.Option("--place", hidden=True)]
RemoteOption = Annotated[str | None, typer.Option("--remote", hidden=True)]


def hall_folder(hall: Path | None) -> Path:
    """Return the folder a command works on."""
    return hall or Path(os.environ.get("HALLCALL_HALL", "."))


def context(hall: Path | None) -> "Context":
    """Open the hall a command works on, for whoever acts: `hall --as NUMBER …`."""
    from shared.domain.staff import staff_number
    from shared.usecases.context import open_hall

    number = ACTING.get()
    ctx = open_hall(hall_folder(hall))
    return ctx if number is None else ctx.acting_as(staff_number(number))


def show(data: Mapping[str, Any], text: str, as_json: bool) -> None:
    """Print the result of a command, for a program or for a person."""
    typer.echo(json.dumps(data, ensure_ascii=False, default=str) if as_json else text)


def hall_time(moment: datetime | None, zone: tzinfo | None) -> str | None:
    """Write a moment as the hall's clock shows it."""
    return moment.astimezone(zone).isoformat() if moment else None


def whole_number(text: str, what: str) -> int:
    """Read a whole number an operator typed; BadInput says which."""
    try:
        return int(text)
    except ValueError:
        raise BadInput(f"“{text}” is not a {what}", f"a {what} is a whole number") from None


def who(by: str | None) -> str:
    """Return who acts: as named, else the login name."""
    if by is not None and not by.strip():
        raise BadInput("nobody was named", "say who does it: --by NAME")
    if by is not None:
        return by.strip()
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "desk"


def say_running(what: str, hall: Path | None, as_json: bool) -> None:
    """Tell that a long-running command begins (with --json only: people see its window)."""
    if as_json:
        show({"running": what, "hall": str(hall_folder(hall).resolve())}, "", as_json)
