"""hall guard: a window that hangs or dies is opened again."""

from typing import Annotated

import typer


def guard(
    context: typer.Context,
    command: Annotated[str, typer.Argument(help="The window's own command: kiosk, board, desk …")],
) -> None:
    """Run `hall COMMAND …` under a watchdog; its options follow as they are."""
    from shared.guard.guard import guard_command
    from shared.log import serve_log

    serve_log()
    raise typer.Exit(guard_command([command, *context.args]))
