"""hall board, hall windows, hall dock: what the hall sees, and its simulated hardware."""

from typing import Annotated

import typer

from shared.commands.options import HallOption, hall_folder


def register(app: typer.Typer) -> None:
    """Add these commands to `hall`."""
    app.command("board")(board)
    app.command("windows")(windows)
    app.command("dock")(dock)


def board(
    hall: HallOption = None,
    board_id: Annotated[str | None, typer.Option("--board", help="Its id in hall.toml.")] = None,
    fullscreen: Annotated[bool, typer.Option("--fullscreen", help="Fill the screen.")] = False,
    remote: Annotated[str | None, typer.Option(hidden=True)] = None,
) -> None:
    """Open a wall board."""
    from display.wiring import run_board

    raise typer.Exit(run_board(hall_folder(hall), board_id, fullscreen=fullscreen, remote=remote))


def windows(hall: HallOption = None) -> None:
    """Drive every window's LED, keypad and evaluation pad."""
    from display.wiring import run_windows

    run_windows(hall_folder(hall))


def dock(
    hall: HallOption = None, remote: Annotated[str | None, typer.Option(hidden=True)] = None
) -> None:
    """Open the simulated hardware of a hall (every device named sim:NAME in hall.toml)."""
    from display.wiring import run_dock

    raise typer.Exit(run_dock(hall_folder(hall), remote=remote))
