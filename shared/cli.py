"""The command `hall`: gathers command groups by entry point; errors become clear exits."""

import json
import sys
from importlib.metadata import entry_points, version

import typer

from shared.acting import ACTING
from shared.domain.errors import BadInput, HallError, Refused, Unavailable

GROUP = "hallcall.commands"

EXIT_BROKEN = 1
EXIT_BAD_INPUT = 2
EXIT_REFUSED = 3
EXIT_NOT_PRINTED = 4
"""The number stands, its slip failed or is uncertain."""


def build() -> typer.Typer:
    """Assemble the command from every installed part of the product."""
    app = typer.Typer(
        name="hall",
        help="Hallcall 厅号通: the queue of a government service hall.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        add_completion=False,
    )

    @app.callback(invoke_without_command=True)
    def about(
        show_version: bool = typer.Option(False, "--version", help="Print the version."),
        as_: str | None = typer.Option(
            None,
            "--as",
            metavar="NUMBER",
            help="Act as this person of the staff; else as the hall's server, which may all.",
        ),
    ) -> None:
        ACTING.set(as_)
        if show_version:
            typer.echo(version("hallcall"))
            raise typer.Exit

    for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name):
        entry.load()(app)
    return app


def main() -> None:
    """Run the command line."""
    try:
        build()()
    except HallError as error:
        _report(error)
        sys.exit(_exit_code(error))


def _exit_code(error: HallError) -> int:
    match error:
        case BadInput():
            return EXIT_BAD_INPUT
        case Refused():
            return EXIT_REFUSED
        case Unavailable():
            return EXIT_BROKEN
        case _:
            return EXIT_BAD_INPUT


def _report(error: HallError) -> None:
    typer.echo(f"hall: {error.message}", err=True)
    if error.hint:
        typer.echo(f"  → {error.hint}", err=True)
    if "--json" in sys.argv:
        told = {"error": {"message": error.message, "hint": error.hint}}
        typer.echo(json.dumps(told, ensure_ascii=False))


if __name__ == "__main__":
    main()
