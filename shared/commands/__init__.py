"""The commands of the hall itself: its set-up, its day, its queues, tickets and windows."""

import typer

from shared.commands import (
    alert,
    audit,
    backup,
    calendar,
    case,
    catalog,
    day,
    demo,
    doctor,
    duty,
    evacuate,
    green,
    guard,
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
    app.command(
        "guard",
        context_settings={"allow_extra_args": True, "ignore_unknown_options": True},
    )(guard.guard)
    app.command("simulate")(simulate.simulate)
    groups = (
        catalog,
        day,
        queue,
        ticket,
        green,
        alert,
        duty,
        evacuate,
        window,
        report,
        audit,
        case,
        calendar,
        voice,
    )
    for part in groups:
        app.add_typer(part.group)
