"""The hall's own commands: init, backup, restore, catalog, window, doctor, demo, simulate."""

import typer

from shared.commands import backup, catalog, demo, doctor, init, simulate, window


def register(app: typer.Typer) -> None:
    """Add these commands to `hall`."""
    app.command("init")(init.init)
    app.command("backup")(backup.backup)
    app.command("restore")(backup.restore)
    app.command("demo")(demo.demo)
    app.command("doctor")(doctor.doctor)
    app.command("simulate")(simulate.simulate)
    app.add_typer(catalog.group)
    app.add_typer(window.group)
