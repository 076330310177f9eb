"""hall board, hall windows, hall dock: what the hall sees, and its simulated hardware."""

from typing import Annotated

import typer

from shared.commands.options import (
    HallOption,
    JsonOption,
    PlaceOption,
    RemoteOption,
    hall_folder,
    say_running,
)


def register(app: typer.Typer) -> None:
    """Add these commands to `hall`."""
    app.command("board")(board)
    app.command("windows")(windows)
    app.command("dock")(dock)


def board(
    hall: HallOption = None,
    board_id: Annotated[str | None, typer.Option("--board", help="Its id in hall.toml.")] = None,
    fullscreen: Annotated[bool, typer.Option("--fullscreen", help="Fill the screen.")] = False,
    place: PlaceOption = None,
    remote: RemoteOption = None,
    as_json: JsonOption = False,
) -> None:
    """Open a wall board."""
    from display.wiring import run_board

    say_running("board", hall, as_json)
    code = run_board(hall_folder(hall), board_id, fullscreen=fullscreen, place=place, remote=remote)
    raise typer.Exit(code)


def windows(hall: HallOption = None, as_json: JsonOption = False) -> None:
    """Drive every window's LED, keypad and evaluation pad."""
    from display.wiring import run_windows

    say_running("windows", hall, as_json)
    run_windows(hall_folder(hall))


def dock(
    hall: HallOption = None,
    place: PlaceOption = None,
    remote: RemoteOption = None,
    as_json: JsonOption = False,
) -> None:
    """Open the simulated hardware of a hall (every device named sim:NAME in hall.toml)."""
    from display.wiring import run_dock

    say_running("dock", hall, as_json)
    raise typer.Exit(run_dock(hall_folder(hall), place=place, remote=remote))
