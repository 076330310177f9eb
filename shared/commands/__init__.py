"""The commands of the hall itself: init, catalog, window, audit, doctor, demo, simulate."""

import typer

from shared.commands import audit, catalog, demo, doctor, init, simulate, window


def register(app: typer.Typer) -> None:
    """Add these commands to `hall`."""
    app.command("init")(init.init)
    app.command("demo")(demo.demo)
    app.command("doctor")(doctor.doctor)
    app.command("simulate")(simulate.simulate)
    app.add_typer(catalog.group)
    app.add_typer(window.group)
    app.add_typer(audit.group)
