"""The commands of the hall itself: its set-up, its day, its queues, tickets and windows."""

import typer

from shared.commands import (
    alert,
    audit,
    backup,
    calendar,
    case_files,
    catalog,
    day,
    demo,
    doctor,
    duty,
    evacuate,
    green,
    guard,
    init,
    post,
    purge,
    queue,
    report,
    simulate,
    staff,
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
    app.command("purge")(purge.purge)
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
        staff,
        window,
        report,
        audit,
        case_files,  # the group of `case`, with all its commands
        calendar,
        voice,
    )
    window.group.add_typer(post.group)
    for part in groups:
        app.add_typer(part.group)
