"""hall demo: a whole hall on this machine."""

from pathlib import Path
from typing import Annotated

import typer

from shared.commands.options import JsonOption


def demo(
    headless: Annotated[
        bool, typer.Option("--headless", help="Play one visit without a screen and check it.")
    ] = False,
    out: Annotated[Path, typer.Option(help="Where pictures and the hall's folder go.")] = Path(
        "out/demo"
    ),
    hall: Annotated[
        Path | None, typer.Option(help="Use this hall's folder; else a fresh sample hall.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Open kiosk, board, windows and simulated devices; without a screen play one visit."""
    from shared.demo.run import run_demo

    raise typer.Exit(run_demo(out=out, hall=hall, headless=headless, as_json=as_json))
