"""The commands of the hall itself: its set-up, its day, its queues, tickets and windows."""

import typer

from shared.commands import (
    alert,
    audit,
    backup,
    catalog,
    day,
    demo,
    doctor,
    green,
    init,
    queue,
    report,
    simulate,
    ticket,
    voice,
    window,
)


def register(app: typer.Typer) -> None:
    """Add these commands to `hall`."""
    app.command("init")(init.init)
    app.command("backup")(backup.backup)
    app.command("restore")(backup.restore)
    app.command("demo")(demo.demo)
    app.command("doctor")(doctor.doctor)
    app.command("simulate")(simulate.simulate)
    for part in (catalog, day, queue, ticket, green, alert, window, report, audit, voice):
        app.add_typer(part.group)
